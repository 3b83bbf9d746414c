using SourcingCompliance.Decisions;
using SourcingCompliance.Findings;
using SourcingCompliance.Formats.Pdf.Fonts;
using SourcingCompliance.Formats.Pdf.Layout;
using SourcingCompliance.Formats.Pdf.Report;
using SourcingCompliance.Formats.Tests.Writing;
using SourcingCompliance.Primitives;
using SourcingCompliance.Remediation;
using SourcingCompliance.Reports;
using static SourcingCompliance.Formats.Tests.Pdf.Report.ReportPages;

namespace SourcingCompliance.Formats.Tests.Pdf.Report;

public class PdfReportWriterTests
{
    private static readonly ComplianceReport Sample = SampleReport.Build();

    [Fact]
    public void It_is_one_of_the_formats() => ReportWriters.Find("pdf").ShouldBeOfType<PdfReportWriter>().FileSuffix.ShouldBe(".pdf");

    [Fact]
    public void The_same_report_gives_the_same_bytes() => Write(Sample).ShouldBe(Write(SampleReport.Build()));

    [Fact]
    public void The_answer_stands_on_the_first_page_as_every_format_words_it()
    {
        TextOf(Lay(Sample).Pages[0]).ShouldContain(Answer.Compose(Sample));
    }

    [Fact]
    public void The_first_page_names_the_parts_and_what_to_do_today()
    {
        string page = TextOf(Lay(Sample).Pages[0]);

        Sample.Findings.Where(finding => finding.Verdict is Verdict.Violation or Verdict.Suspect && Sample.Run.Concerns(finding))
            .ShouldAllBe(finding => page.Contains(finding.PartNumber, StringComparison.Ordinal));
        Sample.Plan.ShouldNotBeNull().DoTodayInShort.ShouldAllBe(task => page.Contains(task.Title, StringComparison.Ordinal)
            && page.Contains(Wording.FormatDate(task.NeededBy), StringComparison.Ordinal));
        page.ShouldContain("Not read: ");
    }

    [Fact]
    public void Company_contract_and_marking_stand_where_they_belong()
    {
        ComplianceReport marked = Sample with
        {
            Run = Sample.Run with { ContractNumber = "NMS-27-0418" },
            Settings = new ReportSettings { Company = "Acme Motion", PreparedBy = "Supplier Quality", Marking = "CUI" },
        };

        LaidOutDocument laid = Lay(marked);

        string first = TextOf(laid.Pages[0]);
        first.ShouldContain("Acme Motion");
        first.ShouldContain("NMS-27-0418");
        first.ShouldContain("Supplier Quality");
        laid.Pages.ShouldAllBe(page => page.Foot.OfType<PlacedText>().Count(text => text.Piece.Text == "CUI") == 2);
    }

    [Fact]
    public void Every_finding_is_in_the_report()
    {
        string text = TextOf(Lay(Sample));

        foreach (Finding finding in Sample.Findings)
        {
            text.ShouldContain(FindingWords.GetWhy(finding));
            text.ShouldContain(finding.PartNumber);
            text.ShouldContain(finding.Citation[finding.Citation.IndexOf('(', StringComparison.Ordinal)..]);
        }
    }

    [Fact]
    public void Every_task_late_part_and_backup_plan_is_in_the_report()
    {
        string text = TextOf(Lay(Sample));
        RemediationPlan plan = Sample.Plan.ShouldNotBeNull();

        plan.DoToday.ShouldAllBe(task => text.Contains(task.Title, StringComparison.Ordinal)
            && task.Parts.All(part => text.Contains(part, StringComparison.Ordinal)));
        plan.CannotBeFixed.Concat(plan.CannotBeFixedIfAnswerIsBad)
            .ShouldAllBe(part => text.Contains(Wording.FormatDate(part.EarliestCompletion), StringComparison.Ordinal));
        plan.BackupPlans.ShouldAllBe(backup => text.Contains(backup.Route, StringComparison.Ordinal)
            && text.Contains(Wording.FormatDate(backup.LatestStart), StringComparison.Ordinal));
        text.ShouldContain(plan.Outlook.Sentence);
    }

    [Fact]
    public void Every_diagnostic_is_in_the_report()
    {
        string text = TextOf(Lay(Sample));

        Sample.Diagnostics.Concat(Sample.Files.SelectMany(file => file.Diagnostics))
            .ShouldAllBe(diagnostic => text.Contains(diagnostic.Id, StringComparison.Ordinal) && text.Contains(diagnostic.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_page_says_that_it_is_no_legal_advice_and_how_old_the_law_is()
    {
        foreach (Page page in Lay(Sample).Pages)
        {
            string foot = string.Concat(page.Foot.OfType<PlacedText>().Select(text => text.Piece.Text));
            foot.ShouldContain("Not legal advice");
            foot.ShouldContain($"Rules: May 2024, re-verify by {Wording.FormatDate(new DateOnly(2027, 1, 4))}");
            foot.ShouldContain($"checked {Wording.FormatDate(new DateOnly(2026, 11, 23))}");
        }
    }

    [Fact]
    public void A_pack_past_its_day_says_so_on_every_page()
    {
        ComplianceReport late = Sample with { Run = Sample.Run with { AsOf = new DateOnly(2027, 1, 5) } };

        Lay(late).Pages.ShouldAllBe(page => string.Concat(page.Foot.OfType<PlacedText>().Select(text => text.Piece.Text))
            .Contains($"past its re-verify date of {Wording.FormatDate(new DateOnly(2027, 1, 4))}", StringComparison.Ordinal));
    }

    [Fact]
    public void The_pictures_say_in_words_what_they_show()
    {
        List<string> words = [.. Nodes(Lay(Sample).Structure).Where(node => node.Role == "Figure").Select(node => node.AlternateText ?? "")];

        words.Count.ShouldBe(2);
        words[0].ShouldContain("13 line items: 1 violation, 1 suspect, 4 open, 1 exempt, 1 pass and 5 without a covered material.");
        words[1].ShouldContain($"today {Wording.FormatDate(new DateOnly(2026, 11, 23))}");
        words[1].ShouldContain($"delivery {Wording.FormatDate(new DateOnly(2027, 2, 15))}");
        Sample.Plan.ShouldNotBeNull().DoTodayInShort.ShouldAllBe(task => words[1].Contains(task.Title, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("compliant")]
    [InlineData("certified")]
    [InlineData("guaranteed")]
    [InlineData(" safe ")]
    public void Words_that_promise_too_much_are_never_used(string word)
    {
        TextOf(Lay(Sample)).Replace("SourcingCompliance", "", StringComparison.Ordinal).Replace("Sourcing compliance report", "", StringComparison.Ordinal)
            .ShouldNotContain(word, Case.Insensitive);
        TextOf(Lay(Empty())).Replace("Sourcing compliance report", "", StringComparison.Ordinal)
            .Replace("SourcingCompliance", "", StringComparison.Ordinal).ShouldNotContain(word, Case.Insensitive);
    }

    [Fact]
    public void A_report_about_nothing_is_still_a_report()
    {
        LaidOutDocument laid = Lay(Empty());

        TextOf(laid).ShouldContain("Nothing was checked");
        new PdfFile(Write(Empty())).Pages.Count.ShouldBe(laid.Pages.Count);
    }

    [Fact]
    public void A_customer_sees_no_supplier_by_name()
    {
        var customer = new PdfReportOptions { Profile = ReportProfile.Customer };
        LaidOutDocument laid = Lay(Sample, customer);
        string text = TextOf(laid) + string.Concat(Nodes(laid.Structure).Select(node => node.AlternateText)) + laid.Source.Subject
            + string.Concat(laid.Bookmarks.Select(bookmark => bookmark.Text));

        string[] names = [.. Sample.Findings.SelectMany(finding => new[] { finding.Supplier, finding.Manufacturer })
            .Concat(Sample.Actions.Select(action => action.Supplier ?? "")).Where(name => name.Length > 1).Distinct()];
        names.Length.ShouldBeGreaterThan(3);
        foreach (string name in names)
        {
            text.ShouldNotContain(name, Case.Insensitive);
        }

        text.ShouldContain("Supplier 1");
        new PdfFile(Write(Sample, customer)).Having("/Filespec").ShouldBeEmpty();
    }

    [Fact]
    public void The_data_travel_inside_the_full_report()
    {
        var file = new PdfFile(Write(Sample));
        string specification = file.Having("/Type /Filespec").ShouldHaveSingleItem().Value;
        using var json = new MemoryStream();
        ReportWriters.Find("json").ShouldNotBeNull().Write(Sample, json);

        file.Streams[PdfFile.Reference(specification, "F")].ShouldBe(json.ToArray());
    }

    [Theory]
    [InlineData(PaperSize.A4, "0 0 595.276 841.89")]
    [InlineData(PaperSize.Letter, "0 0 612 792")]
    public void The_paper_is_the_one_asked_for(PaperSize paper, string box)
    {
        var file = new PdfFile(Write(Sample, new PdfReportOptions { Paper = paper }));

        file.Pages.ShouldAllBe(page => file.Objects[page].Contains($"/MediaBox [{box}]", StringComparison.Ordinal));
    }

    [Fact]
    public void A_line_under_an_exception_names_it_and_what_still_binds()
    {
        FileReport file = Sample.Files.First(file => file.Lines.Any(line => line.Verdicts[^1].Verdict == Verdict.Exempt));
        LineReport line = file.Lines.First(line => line.Verdicts[^1].Verdict == Verdict.Exempt);
        var determination = new Determination
        {
            Pack = "dfars-252.225-7052", Rule = "SC2001", Regime = Sample.Run.GateRegime, Material = "tantalum", Presence = null, Verdict = Verdict.Exempt,
            Citation = "252.225-7052(c)(1)", Basis = "An exception holds.", Steps = [], Missing = [],
            Exceptions = [new ExceptionDetermination("SC2001", "Commercially available off-the-shelf item", Truth.True, true, [], "225.7018-3(c)(1)")],
            Notes = ["The exception ends when the item is changed."],
        };
        FileReport changed = file with { Lines = file.Lines.Replace(line, line with { Determinations = [determination] }) };

        string text = TextOf(Lay(Sample with { Files = Sample.Files.Replace(file, changed) }));

        text.ShouldContain("Commercially available off-the-shelf item, 225.7018-3(c)(1)");
        text.ShouldContain("The exception ends when the item is changed.");
    }

    [Fact]
    public void A_thousand_findings_are_all_in_the_report()
    {
        ComplianceReport large = LargeReport.Of(findings: 1000, actions: 60);

        string[] parts = [.. large.Findings.Select(finding => finding.PartNumber).Distinct(StringComparer.Ordinal)];
        HashSet<string> printed = [.. Lay(large).Pages.SelectMany(page => page.Contents.OfType<PlacedText>().Select(text => text.Piece.Text))];

        parts.Except(printed, StringComparer.Ordinal).ShouldBeEmpty();
    }

    private static ComplianceReport Empty() => Sample with
    {
        Files = [],
        Actions = [],
        Diagnostics = [],
        Packs = [],
        Summary = new ReportSummary { Files = 0, UnreadableFiles = 0, Lines = 0, Regimes = [], Coverage = new Coverage(0, 0, 0), ExitCode = 3 },
    };

    private static byte[] Write(ComplianceReport report, PdfReportOptions? options = null)
    {
        using var output = new MemoryStream();
        new PdfReportWriter(options ?? new PdfReportOptions(), []).Write(report, output);
        return output.ToArray();
    }
}
