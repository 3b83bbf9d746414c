using System.Text;
using SourcingCompliance.Findings;
using SourcingCompliance.Formats.Files;
using SourcingCompliance.Formats.Reading;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Formats.Tests.Checking;

/// <summary>A list checked in memory, with the shipped rules and for a delivery in 2027.</summary>
internal sealed class CheckedList
{
    private static readonly CheckLibrary Library;
    private static readonly ThreadLocal<ComplianceChecker> Checkers = new(() => CheckerOf(run => run));

    static CheckedList()
    {
        var diagnostics = new DiagnosticBag();
        Library = CheckLibrary.Load([RuleFolders.Shipped()], new DateOnly(2026, 11, 22), diagnostics);
        diagnostics.HasErrors.ShouldBeFalse();
    }

    private CheckedList(FileReport report) => Report = report;

    /// <summary>The report of the file.</summary>
    public FileReport Report { get; }

    /// <summary>Whether nothing in the report asks for a look: exit code 0 under the gate <c>open</c>.</summary>
    public bool IsGreen => Report.ExitCode == ExitCodes.Clean;

    /// <summary>Row, own verdict and worst verdict of each line: <c>2 Open Violation</c>.</summary>
    public string[] Verdicts =>
        [.. Report.Lines.Select(line => FormattableString.Invariant($"{line.Row.Row} {line.Verdicts[^1].Verdict} {line.RolledUp[^1].Verdict}"))];

    /// <summary>Checks the rows of a csv.</summary>
    public static CheckedList OfRows(params string[] rows) => Of(string.Join('\n', rows) + "\n");

    /// <summary>Checks the rows of a csv under other parameters.</summary>
    public static CheckedList With(Func<CheckRequest, CheckRequest> change, params string[] rows) =>
        Check(Encoding.UTF8.GetBytes(string.Join('\n', rows) + "\n"), "bom.csv", CheckerOf(change));

    /// <summary>Checks a text as csv.</summary>
    public static CheckedList Of(string csv) => Of(Encoding.UTF8.GetBytes(csv), "bom.csv");

    /// <summary>Checks the bytes of a file.</summary>
    public static CheckedList Of(byte[] content, string name) => Check(content, name, Checkers.Value ?? throw new InvalidOperationException());

    private static CheckedList Check(byte[] content, string name, ComplianceChecker checker)
    {
        var diagnostics = new DiagnosticBag();
        using var stream = new MemoryStream(content);
        using BomDocument? document = BomDocumentReader.Open(stream, name, ReadLimits.Default, diagnostics);
        return new CheckedList(checker.Check(name, () => null, document, diagnostics, null, CancellationToken.None).Report);
    }

    private static ComplianceChecker CheckerOf(Func<CheckRequest, CheckRequest> change)
    {
        var diagnostics = new DiagnosticBag();
        CheckPlan plan = Library.CreatePlan(change(new CheckRequest
        {
            AsOf = new DateOnly(2026, 11, 22),
            Delivery = new DateOnly(2027, 3, 1),
            Gate = Gate.Open,
            Contract = null,
            AllLines = true,
        }), null, diagnostics);
        diagnostics.HasErrors.ShouldBeFalse();
        return Library.CreateChecker(plan);
    }

    /// <summary>The verdict of the line with a part number, under the law of 2027.</summary>
    public Verdict VerdictOf(string partNumber) =>
        Report.Lines.Where(line => line.PartNumber == partNumber).Select(line => line.Verdicts[^1].Verdict).ShouldHaveSingleItem();

    /// <summary>The diagnostics with an id.</summary>
    public IReadOnlyList<Diagnostic> Told(string id) => [.. Report.Diagnostics.Where(diagnostic => diagnostic.Id == id)];
}
