using System.Text;
using SourcingCompliance.Boms;
using SourcingCompliance.Determinations;
using SourcingCompliance.Diagnostics;
using SourcingCompliance.Formats.Checking;
using SourcingCompliance.Formats.Reading;
using SourcingCompliance.Formats.Rules;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Tests.Checking;

/// <summary>Checks a csv of a few lines with the shipped rules; every line is in the report.</summary>
internal static class CheckedText
{
    private static readonly CheckLibrary Library;

    static CheckedText()
    {
        var diagnostics = new DiagnosticBag();
        Library = CheckLibrary.Load([RuleFolders.Shipped()], new DateOnly(2026, 11, 22), diagnostics);
        diagnostics.HasErrors.ShouldBeFalse();
    }

    /// <summary>The result of a csv.</summary>
    /// <param name="rows">Its rows.</param>
    public static FileResult Check(params string[] rows) => Check(run => run, rows);

    /// <summary>The result of a csv under other parameters.</summary>
    public static FileResult Check(Func<RunParameters, RunParameters> change, params string[] rows)
    {
        var diagnostics = new DiagnosticBag();
        CheckPlan plan = Library.PlanOf(change(new RunParameters
        {
            AsOf = new DateOnly(2026, 11, 22),
            Delivery = new DateOnly(2027, 3, 1),
            Gate = Gate.Open,
            Contract = null,
            GateRegime = "",
            AllLines = true,
        }), null, diagnostics);
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', rows) + "\n"));
        using BomDocument document = BomDocumentReader.Open(content, "bom.csv", ReadLimits.Default, diagnostics).ShouldNotBeNull();
        return Library.CreateChecker(plan).Check("bom.csv", () => null, document, diagnostics, null, CancellationToken.None);
    }

    /// <summary>Row, own verdict and worst verdict of each line: <c>2 Open Violation</c>.</summary>
    public static string[] VerdictsOf(this FileResult result) =>
        [.. result.Report.Lines.Select(line => FormattableString.Invariant($"{line.Row.Row} {line.Verdicts[^1].Verdict} {line.RolledUp[^1].Verdict}"))];
}
