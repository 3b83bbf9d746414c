using SourcingCompliance.Evidence;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Running.Exchange;
using SourcingCompliance.Running.Tests.Evidence;
using static SourcingCompliance.Running.Tests.Exchange.AnswerRoundTripTests;

namespace SourcingCompliance.Running.Tests.Exchange;

/// <summary>Answers whose row keys are gone or no longer stand beside their parts.</summary>
public sealed class KeylessAnswerTests
{
    private const string Bom = """
        Part Number,Description,Manufacturer,MPN,Country of Origin,Quantity
        MAG-22,NdFeB magnet N42SH 12x6x2,Acme Magnetics,N42-12,,4
        MAG-23,NdFeB magnet N42SH 20x6x2,Acme Magnetics,N42-20,,4
        """;

    private static readonly (string, string)[] Signed = [("signer", "Ann Example"), ("signed", "2026-11-20")];

    [Theory]
    [InlineData("row")]
    [InlineData("row", "maker-part", "material")]
    [InlineData("row", "part")]
    public void Rows_without_keys_answer_for_the_part_that_they_name_and_are_reported(params string[] deleted)
    {
        using var folder = new LedgerOnDisk(Bom);
        string path = Answered(folder, (titles, lines) => Without(titles, lines.Reverse(), deleted));

        Receipt receipt = Receive(folder, path);

        receipt.Warnings.ShouldContain(warning => warning.StartsWith("2 rows without a key", StringComparison.Ordinal));
        LedgerOnDisk.VerdictOf(folder.Check(), "MAG-22").ShouldBe(Verdict.Pass);
        LedgerOnDisk.VerdictOf(folder.Check(), "MAG-23").ShouldBe(Verdict.Violation);
    }

    [Fact]
    public void Rows_without_keys_that_more_than_one_question_fits_answer_nothing_and_are_listed()
    {
        using var folder = new LedgerOnDisk(Bom);
        string path = Answered(folder, (titles, lines) => Without(titles, lines, "row", "part", "maker-part").Append("Japan"));

        Receipt receipt = Receive(folder, path);

        receipt.Statements.Single().Items.ShouldBeEmpty();
        receipt.Statements.Single().Unread.Length.ShouldBe(3);
        LedgerOnDisk.VerdictOf(folder.Check(), "MAG-22").ShouldBe(Verdict.Open);
    }

    [Fact]
    public void Keys_that_were_sorted_without_their_parts_answer_nothing_and_each_row_is_named()
    {
        using var folder = new LedgerOnDisk(Bom);
        var diagnostics = new DiagnosticBag();
        string path = Answered(folder, (titles, lines) =>
            lines.Zip(lines.Reverse(), (line, other) => other[..other.IndexOf(',')] + line[line.IndexOf(',')..]).Prepend(titles));

        Receipt receipt = Receive(folder, path, told: diagnostics);

        receipt.Statements.Single().Items.ShouldBeEmpty();
        diagnostics.Items.Count(diagnostic => diagnostic.Id == "SC9538").ShouldBe(2);
    }

    [Fact]
    public void Rows_that_name_no_part_any_more_are_reported()
    {
        using var folder = new LedgerOnDisk(Bom);

        Receive(folder, Answered(folder, (titles, lines) => Without(titles, lines, "part", "maker-part"))).Warnings
            .ShouldContain(warning => warning.StartsWith("2 rows whose part is not named", StringComparison.Ordinal));
    }

    [Fact]
    public void A_questionnaire_without_keys_and_without_its_number_answers_no_request()
    {
        using var folder = new LedgerOnDisk(Bom);
        var diagnostics = new DiagnosticBag();
        string path = Answered(folder, (titles, lines) => Without(titles, lines, "row"), isNumbered: false);

        Receive(folder, path, told: diagnostics).Statements.ShouldBeEmpty();

        diagnostics.Items.ShouldContain(diagnostic => diagnostic.Id == "SC9531");
    }

    // MAG-22 is from Japan and MAG-23 from China; a change makes other lines of the titles and the rows below them.
    private static string Answered(LedgerOnDisk folder, Func<string, IReadOnlyList<string>, IEnumerable<string>> change, bool isNumbered = true)
    {
        EvidenceRequest request = Ask(folder, "Acme Magnetics");
        string path = Put(folder, request, (item, code) => IsStage(code) ? item.PartNumber == "MAG-22" ? "Japan" : "China" : null,
            isNumbered ? [.. Signed, ("response", request.Id)] : Signed);
        string[] lines = File.ReadAllLines(path);
        File.WriteAllLines(path, [.. lines[..^3], .. change(lines[^3], lines[^2..])]);
        return path;
    }

    private static IEnumerable<string> Without(string titles, IEnumerable<string> rows, params string[] codes)
    {
        bool[] kept = [.. titles.Split(',').Select(title => !codes.Contains(QuestionnaireTerms.CodeIn(title)))];
        return rows.Prepend(titles).Select(line => string.Join(',', line.Split(',').Where((_, at) => kept[at])));
    }
}
