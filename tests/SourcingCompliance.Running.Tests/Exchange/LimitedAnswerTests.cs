using SourcingCompliance.Evidence;
using SourcingCompliance.Primitives;
using SourcingCompliance.Running.Exchange;
using SourcingCompliance.Running.Tests.Evidence;
using static SourcingCompliance.Running.Tests.Exchange.AnswerRoundTripTests;

namespace SourcingCompliance.Running.Tests.Exchange;

/// <summary>Answers that their own words limit: until some day, or by a remark that names a covered country.</summary>
public sealed class LimitedAnswerTests
{
    [Theory]
    [InlineData("end of 2026")]
    [InlineData("12/31/26")]
    [InlineData("03/04/2027")]
    [InlineData("2026-01-31")]
    public void An_answer_that_ends_on_a_day_that_cannot_be_taken_passes_nothing_and_is_asked_for_again(string end)
    {
        using var folder = new LedgerOnDisk();

        Receipt receipt = Receive(folder, Until(folder, end));

        receipt.Warnings.ShouldContain(warning => warning.Contains(end, StringComparison.Ordinal));
        receipt.Questionnaire.ShouldNotBeNull().Missing.ShouldNotBeEmpty();
        LedgerOnDisk.VerdictOf(folder.Check(), "MAG-22").ShouldBe(Verdict.Open);
    }

    [Theory]
    [InlineData("12/31/2027", Verdict.Pass)]
    [InlineData("31.12.2027", Verdict.Pass)]
    [InlineData("12/25/2026", Verdict.Open)]
    [InlineData("n/a", Verdict.Pass)]
    [InlineData("Indefinite", Verdict.Pass)]
    public void A_day_of_which_only_one_number_can_be_the_month_is_read_and_no_end_is_none(string end, Verdict expected)
    {
        using var folder = new LedgerOnDisk();

        Receive(folder, Until(folder, end)).Statements.Single().Unread.ShouldBeEmpty();

        LedgerOnDisk.VerdictOf(folder.Check(), "MAG-22").ShouldBe(expected);
    }

    [Fact]
    public void What_an_answer_without_a_plain_end_says_against_a_part_counts()
    {
        using var folder = new LedgerOnDisk();

        Receive(folder, Until(folder, "spring", "China"));

        LedgerOnDisk.VerdictOf(folder.Check(), "MAG-22").ShouldNotBe(Verdict.Pass);
    }

    [Theory]
    [InlineData("Orders above 1000 pieces are sintered in China", Verdict.Open)]
    [InlineData("Chinese material from January on", Verdict.Open)]
    [InlineData("We use no material from China", Verdict.Pass)]
    [InlineData("Packed in Osaka", Verdict.Pass)]
    public void A_remark_that_names_a_covered_country_keeps_a_part_from_passing(string remark, Verdict expected)
    {
        using var folder = new LedgerOnDisk();

        Receive(folder, Put(folder, Ask(folder, "Acme Magnetics"), (_, code) => code == "note" ? remark : IsStage(code) ? "Japan" : null, Signed));

        LedgerOnDisk.VerdictOf(folder.Check(), "MAG-22").ShouldBe(expected);
    }

    [Theory]
    [InlineData("ask", "our melter in Ningbo, China")]
    [InlineData("basis", "made of scrap from China")]
    public void A_covered_country_in_a_cell_that_no_answer_takes_keeps_a_part_from_passing(string cell, string text)
    {
        using var folder = new LedgerOnDisk();
        Receive(folder, Put(folder, Ask(folder, "Acme Magnetics"), (_, code) => code == cell ? text : IsStage(code) ? "Japan" : null, Signed));

        LedgerOnDisk.VerdictOf(folder.Check(), "MAG-22").ShouldBe(Verdict.Open);
        LedgerOnDisk.LineOf(folder.Check(), "MAG-22").Stated.Leads.ShouldHaveSingleItem().Words.ShouldContain(text);
    }

    [Fact]
    public void A_long_remark_is_read_to_its_end_and_one_beside_no_answer_is_listed()
    {
        using var folder = new LedgerOnDisk();
        string remark = string.Concat(Enumerable.Repeat("See our letter. ", 30)) + "Sintered in China from March on.";

        Receive(folder, Put(folder, Ask(folder, "Acme Magnetics"), (_, code) => code == "note" ? remark : IsStage(code) ? "Japan" : null, Signed));
        Receipt lone = Receive(folder, Put(folder, Ask(folder, "Motorco"), (_, code) => code == "note" ? "made in China now" : null, Signed));

        LedgerOnDisk.VerdictOf(folder.Check(), "MAG-22").ShouldBe(Verdict.Open);
        lone.Statements.SelectMany(statement => statement.Unread).ShouldContain(unread => unread.Text == "made in China now");
    }

    [Theory]
    [InlineData("China", Verdict.Open)]
    [InlineData("Osaka plant", Verdict.Pass)]
    public void A_column_of_the_suppliers_own_that_names_a_covered_country_keeps_a_part_from_passing(string text, Verdict expected)
    {
        using var folder = new LedgerOnDisk();
        string path = Put(folder, Ask(folder, "Acme Magnetics"), (_, code) => IsStage(code) ? "Japan" : null, Signed);
        string[] lines = File.ReadAllLines(path);
        lines[^2] += ",Where it is made today";
        lines[^1] += $",{text}";
        File.WriteAllLines(path, lines);

        Receipt receipt = Receive(folder, path);

        receipt.Statements.Single().Unread.ShouldContain(unread => unread.Text == text);
        LedgerOnDisk.VerdictOf(folder.Check(), "MAG-22").ShouldBe(expected);
    }

    [Fact]
    public void A_company_in_a_covered_country_that_did_a_step_keeps_a_part_from_passing()
    {
        using var folder = new LedgerOnDisk();
        StageFact[] facts = LedgerOnDisk.Full(MaterialIds.NdFeB, "JP");
        facts[^1] = facts[^1] with { Distribution = [new OriginShare(new Country("JP")) { PerformedBy = "Ningbo Magnetics", Facility = "Ningbo, China" }] };
        folder.Put(LedgerOnDisk.Of("R-1", "MAG-22", facts));

        LedgerOnDisk.VerdictOf(folder.Check(), "MAG-22").ShouldBe(Verdict.Open);
        LedgerOnDisk.LineOf(folder.Check(), "MAG-22").Stated.Leads.ShouldHaveSingleItem().Words.ShouldContain("Ningbo");
    }

    private static readonly (string, string)[] Signed = [("signer", "Ann Example"), ("signed", "2026-11-20")];

    private static string Until(LedgerOnDisk folder, string end, string country = "Japan") =>
        Put(folder, Ask(folder, "Acme Magnetics"), (_, code) => IsStage(code) ? country : null, [.. Signed, ("valid-until", end)]);
}
