using System.Text;
using FsCheck;
using FsCheck.Fluent;
using SourcingCompliance.Formats.Writing.Calendar;
using SourcingCompliance.Primitives;
using SourcingCompliance.Remediation;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Tests.Writing;

public sealed class IcsWriterTests
{
    private static readonly IcsFile.Component Calendar = IcsFile.Read(new IcsWriter().Bytes(SampleReport.Build()));

    [Fact]
    public void The_calendar_has_what_every_program_asks_for()
    {
        Calendar.Name.ShouldBe("VCALENDAR");
        Calendar["VERSION"].Value.ShouldBe("2.0");
        Calendar["PRODID"].Text.ShouldBe("-//SourcingCompliance//SourcingCompliance 0.0.0-sample//EN");
        Calendar.Children.ShouldAllBe(child => child.Name == "VEVENT");
        foreach (IcsFile.Component entry in Calendar.Children)
        {
            foreach (string name in new[] { "UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "SEQUENCE" })
            {
                entry.Properties.Count(property => property.Name == name).ShouldBe(1, $"{name} of {entry["UID"].Value}");
            }

            IcsFile.Component alarm = entry.Children.ShouldHaveSingleItem();
            (alarm.Name, alarm["ACTION"].Value, alarm["TRIGGER"].Value).ShouldBe(("VALARM", "DISPLAY", "-P1D"));
            alarm["DESCRIPTION"].Text.ShouldNotBeEmpty();
        }
    }

    [Fact]
    public void A_library_of_others_reads_the_same_events()
    {
        Ical.Net.Calendar theirs = Ical.Net.Calendar.Load(Encoding.UTF8.GetString(new IcsWriter().Bytes(SampleReport.Build()))).ShouldNotBeNull();

        theirs.Version.ShouldBe("2.0");
        theirs.Events.Select(entry => (entry.Uid, entry.Summary, Start: DayOf(entry.Start), End: DayOf(entry.End), entry.Sequence, entry.IsAllDay))
            .ShouldBe(Calendar.Children.Select(entry =>
                ((string?)entry["UID"].Text, (string?)entry["SUMMARY"].Text, (DateOnly?)entry.DayOf("DTSTART"), (DateOnly?)entry.DayOf("DTEND"),
                int.Parse(entry["SEQUENCE"].Value, System.Globalization.CultureInfo.InvariantCulture), true)));
        theirs.Events.Select(entry => entry?.Alarms.ShouldHaveSingleItem().Action).ShouldAllBe(action => action == "DISPLAY");
    }

    [Fact]
    public void A_deadline_takes_one_whole_day_whose_end_is_the_next_day()
    {
        IcsFile.Component due = Entry("A-evidence-1-due");

        due.DayOf("DTSTART").ShouldBe(new DateOnly(2027, 1, 15));
        due.DayOf("DTEND").ShouldBe(new DateOnly(2027, 1, 16));
        Calendar.Children.ShouldAllBe(entry => entry.DayOf("DTEND") == entry.DayOf("DTSTART").AddDays(1));
    }

    [Fact]
    public void Every_action_has_one_event_on_the_day_by_which_it_is_needed_and_a_backup_plan_none()
    {
        Calendar.Children.Select(entry => (Id: entry["UID"].Text.Split('@')[0], Day: entry.DayOf("DTSTART"))).ShouldBe(
            [("A-evidence-1-due", new DateOnly(2027, 1, 15)), ("A-evidence-2-due", new DateOnly(2027, 1, 15)),
                ("A-resource-1-due", new DateOnly(2027, 2, 12)), ("delivery-20270215", new DateOnly(2027, 2, 15))]);
        Entry("A-evidence-1-due")["SUMMARY"].Text.ShouldBe("Answer needed: Ask 编码器公司 about ENC-5");
    }

    [Fact]
    public void A_need_date_that_is_past_stands_on_the_day_of_the_check_with_the_earliest_completion()
    {
        RemediationAction action = SamplePlan.Actions[0] with
        { After = ["A-evidence-1"], DueBy = new DateOnly(2026, 11, 20), EarliestFinish = new DateOnly(2027, 6, 17), IsLate = true };
        IcsFile.Component calendar = IcsFile.Read(new IcsWriter().Bytes(SampleReport.Build() with { Actions = [action] }));

        IcsFile.Component due = calendar.Children.Single(entry => entry["UID"].Text.StartsWith("A-resource-1", StringComparison.Ordinal));
        due.DayOf("DTSTART").ShouldBe(new DateOnly(2026, 11, 23));
        due["SUMMARY"].Text.ShouldBe("Due, late: Find another source for MAG-22 (earliest completion June 17, 2027)");
    }

    [Fact]
    public void The_stamp_is_the_day_of_the_check_and_not_the_clock()
    {
        Calendar.Children.ShouldAllBe(entry => entry["DTSTAMP"].Value == "20261123T000000Z");
        new IcsWriter().Bytes(SampleReport.Build()).ShouldBe(new IcsWriter().Bytes(SampleReport.Build()));
    }

    [Fact]
    public void A_later_run_keeps_the_ids_and_raises_the_sequence()
    {
        ComplianceReport report = SampleReport.Build();
        IcsFile.Component later = IcsFile.Read(new IcsWriter().Bytes(report with { Run = report.Run with { AsOf = report.Run.AsOf.AddDays(3) } }));

        later.Children.Select(entry => entry["UID"].Text).Order(StringComparer.Ordinal)
            .ShouldBe(Calendar.Children.Select(entry => entry["UID"].Text).Order(StringComparer.Ordinal));
        later.Children.Select(entry => entry["UID"].Text).ShouldBeUnique();
        int.Parse(later.Children[0]["SEQUENCE"].Value, System.Globalization.CultureInfo.InvariantCulture)
            .ShouldBe(int.Parse(Calendar.Children[0]["SEQUENCE"].Value, System.Globalization.CultureInfo.InvariantCulture) + 3);
    }

    [Fact]
    public void Any_text_comes_back_as_it_was_whatever_its_length_and_script() => Prop.ForAll(
        Texts(),
        text =>
        {
            IcsFile.Component calendar = IcsFile.Read(new IcsWriter().Bytes(SampleReport.Build() with
            {
                Actions = [SamplePlan.Actions[1] with { Id = "x", Title = text }],
            }));
            string summary = calendar.Children.Single(entry => entry["UID"].Text == "x-due@sourcing-compliance")["SUMMARY"].Text;
            return summary == "Answer needed: " + text;
        })
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Thirty_events_stand_one_by_one_and_more_are_gathered_by_day()
    {
        EventsOf(29, at => at).ShouldContain(entry => entry["UID"].Text == "A-28-due@sourcing-compliance");
        List<IcsFile.Component> gathered = EventsOf(400, _ => 0);

        gathered.Count.ShouldBe(2);
        IcsFile.Component due = gathered.Single(entry => entry["SUMMARY"].Text == "Answer needed: 400 actions");
        due["DESCRIPTION"].Text.ShouldStartWith("- Ask 0\n");
        due["DESCRIPTION"].Text.ShouldContain("And 380 more.");
    }

    [Theory]
    [InlineData(30)]
    [InlineData(300)]
    [InlineData(5000)]
    public void A_calendar_has_at_most_thirty_events_and_counts_what_it_leaves_out(int actions)
    {
        List<IcsFile.Component> events = EventsOf(actions, at => at);
        IcsFile.Component rest = events.Single(entry => entry["UID"].Text == "rest@sourcing-compliance");
        int shown = events.Count(entry => entry["UID"].Text.StartsWith("A-", StringComparison.Ordinal));

        events.Count.ShouldBe(30);
        rest["SUMMARY"].Text.ShouldStartWith(Wording.FormatCount(actions - shown, "more date"));
        rest["DESCRIPTION"].Text.ShouldContain("The actions-csv, html and json reports list every action.");
    }

    [Fact]
    public void A_gathered_event_keeps_its_id_when_its_actions_and_its_day_change()
    {
        string[] IdsOf(int actions, int days) => [.. EventsOf(actions, _ => days).Select(entry => entry["UID"].Text)];

        IdsOf(400, 3).ShouldBe(IdsOf(399, 2));
    }

    private static List<IcsFile.Component> EventsOf(int actions, Func<int, int> daysLater) => IcsFile.Read(new IcsWriter().Bytes(SampleReport.Build() with
    {
        Actions = [.. Enumerable.Range(0, actions).Select(at => SamplePlan.Actions[1] with
        {
            Id = FormattableString.Invariant($"A-{at}"), Title = FormattableString.Invariant($"Ask {at}"),
            Supplier = FormattableString.Invariant($"Supplier {at % 2}"),
            StartBy = new DateOnly(2026, 12, 1).AddDays(daysLater(at)), DueBy = new DateOnly(2027, 1, 15).AddDays(daysLater(at)), OverdueDays = 0,
        })],
    })).Children;

    private static IcsFile.Component Entry(string id) => Calendar.Children.Single(entry => entry["UID"].Text == $"{id}@sourcing-compliance");

    private static DateOnly? DayOf(Ical.Net.DataTypes.CalDateTime? time) => time is null ? null : DateOnly.FromDateTime(time.Value);

    private static Arbitrary<string> Texts() => Gen.Elements("a", ",", ";", "\\", ":", "\n", "\\n", "ß", "编码器", "Датчик", "🧲", " ", "\"", "=")
        .ListOf().Select(parts => new StringBuilder().AppendJoin("", parts).ToString()).ToArbitrary();
}
