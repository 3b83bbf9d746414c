using System.Text;
using SourcingCompliance.Boms;
using SourcingCompliance.Determinations;
using SourcingCompliance.Diagnostics;
using SourcingCompliance.Formats.Reading;
using SourcingCompliance.Formats.Rules;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Tests.Checking;

/// <summary>A list checked in memory, with the shipped rules and for a delivery in 2027.</summary>
internal sealed class CheckedList
{
    private static readonly CheckLibrary Library;
    private static readonly CheckPlan Plan;
    private static readonly ThreadLocal<ComplianceChecker> Checkers;

    static CheckedList()
    {
        var diagnostics = new DiagnosticBag();
        Library = CheckLibrary.Load([RuleFolders.Shipped()], new DateOnly(2026, 11, 22), diagnostics);
        Plan = Library.PlanOf(new RunParameters
        {
            AsOf = new DateOnly(2026, 11, 22),
            Delivery = new DateOnly(2027, 3, 1),
            Gate = Gate.Open,
            Contract = null,
            GateRegime = "",
            AllLines = true,
        }, null, diagnostics);
        diagnostics.HasErrors.ShouldBeFalse();
        Checkers = new ThreadLocal<ComplianceChecker>(() => Library.CreateChecker(Plan));
    }

    private CheckedList(FileReport report) => Report = report;

    /// <summary>The report of the file.</summary>
    public FileReport Report { get; }

    /// <summary>Whether nothing in the report asks for a look: exit code 0 under the gate <c>open</c>.</summary>
    public bool IsGreen => Report.ExitCode == ExitCodes.Clean;

    /// <summary>Checks a text as csv.</summary>
    public static CheckedList Of(string csv) => Of(Encoding.UTF8.GetBytes(csv), "bom.csv");

    /// <summary>Checks the bytes of a file.</summary>
    public static CheckedList Of(byte[] content, string name)
    {
        var diagnostics = new DiagnosticBag();
        using var stream = new MemoryStream(content);
        using BomDocument? document = BomDocumentReader.Open(stream, name, ReadLimits.Default, diagnostics);
        ComplianceChecker checker = Checkers.Value ?? throw new InvalidOperationException();
        return new CheckedList(checker.Check(name, () => null, document, diagnostics, null, CancellationToken.None).Report);
    }

    /// <summary>The verdict of the line with a part number, under the law of 2027.</summary>
    public Verdict VerdictOf(string partNumber) =>
        Report.Lines.Where(line => line.PartNumber == partNumber).Select(line => line.Verdicts[^1].Verdict).ShouldHaveSingleItem();

    /// <summary>The diagnostics with an id.</summary>
    public IReadOnlyList<Diagnostic> Told(string id) => [.. Report.Diagnostics.Where(diagnostic => diagnostic.Id == id)];
}
