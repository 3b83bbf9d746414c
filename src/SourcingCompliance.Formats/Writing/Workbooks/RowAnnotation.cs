using System.Globalization;
using SourcingCompliance.Findings;
using SourcingCompliance.Primitives;
using SourcingCompliance.Remediation;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Writing.Workbooks;

/// <summary>What is written beside one row of a user's own sheet.</summary>
/// <param name="Verdict">The verdict under the regime that the gate looks at: of an assembly the worst of its own and its parts'.</param>
/// <param name="Reason">The sentences of its findings, or what the verdict rests on.</param>
/// <param name="Action">What to do and by when; empty when nothing.</param>
/// <param name="DecidingColumn">1-based column of the cell that decides; 0 = none.</param>
internal sealed record RowAnnotation(Verdict Verdict, string Reason, string Action, int DecidingColumn)
{
    /// <summary>The annotation of an item row without covered material.</summary>
    public static readonly RowAnnotation NotCovered = new(Verdict.NotCovered, "", "", 0);

    /// <summary>The columns that a BOM gets on its right, with their widths in characters.</summary>
    public static readonly (string Head, double Width)[] Columns = [("Sourcing verdict", 17), ("Sourcing reason", 56), ("Sourcing action", 38)];

    /// <summary>Whether the cell that decides is tinted and gets a note.</summary>
    public bool TintsCell => DecidingColumn > 0 && Verdict < Verdict.Exempt;

    /// <summary>Height in points that the texts need in their columns; 0 = an ordinary row.</summary>
    public double Height => Reason.Length + Action.Length == 0 ? 0 : WorkbookTable.GetHeight([(Reason, Columns[1].Width), (Action, Columns[2].Width)]);

    /// <summary>What stands in the verdict's cell: its mark and name, unless the row does not count.</summary>
    public string Text { get; init; } = VerdictCell.From(Verdict).Text;

    /// <summary>The annotations of one sheet by 1-based row: the lines that the report lists.</summary>
    public static Dictionary<int, RowAnnotation> From(ComplianceReport report, FileReport file, string sheet)
    {
        ILookup<CellRef, Finding> findings = file.Findings.ToLookup(finding => finding.Cell with { Column = 0 });
        Dictionary<string, RemediationAction> actions = report.Actions.ToDictionary(action => action.Id, StringComparer.Ordinal);
        return file.Lines.Where(line => line.Row.Sheet == sheet && !line.IsImplied)
            .Select(line => (line.Row.Row, From(report, line, [.. findings[line.Row]], actions)))
            .Concat(file.NotInstalled.Where(line => line.Row.Sheet == sheet).Select(line => (line.Row.Row, OfNotInstalled(report, line)))).ToDictionary();
    }

    // It keeps the gray of a row that asks for nothing, but says what it would be.
    private static RowAnnotation OfNotInstalled(ComplianceReport report, LineReport line) => NotCovered with
    {
        Text = $"not installed (would be {NotInstalledWords.GetWord(NotInstalledWords.GetVerdict(line, report.Run.GateRegime))})",
        Reason = $"The BOM marks it as not installed ({line.NotInstalled?.Words}), so it does not count for the result. Confirm that it is not delivered.",
    };

    /// <summary>Writes the heads of the columns.</summary>
    /// <param name="cells">Receives them, inside the head row.</param>
    /// <param name="styles">Formats of the workbook.</param>
    /// <param name="row">The head row.</param>
    /// <param name="after">The last column of the BOM.</param>
    public static void WriteHeads(CellWriter cells, CellStyles styles, int row, int after)
    {
        for (int at = 0; at < Columns.Length; at++)
        {
            cells.Write(row, after + 1 + at, styles.Head, Columns[at].Head);
        }
    }

    /// <summary>Writes the three cells.</summary>
    /// <param name="cells">Receives them, inside the row.</param>
    /// <param name="styles">Formats of the workbook.</param>
    /// <param name="row">The row.</param>
    /// <param name="after">The last column of the BOM.</param>
    /// <param name="isAtTop">Whether the cells of the row stand at its head; else at its foot, or the verdict would be read with the row above.</param>
    public void Write(CellWriter cells, CellStyles styles, int row, int after, bool isAtTop = true)
    {
        uint wrapped = isAtTop ? styles.Wrapped : styles.WrappedBelow;
        cells.Write(row, after + 1, isAtTop ? styles.GetTinted(Verdict) : styles.GetTinted(Verdict, 0), Text);
        cells.Write(row, after + 2, wrapped, Reason);
        cells.Write(row, after + 3, wrapped, Action);
    }

    private static RowAnnotation From(ComplianceReport report, LineReport line, Finding[] findings, Dictionary<string, RemediationAction> actions)
    {
        Verdict own = GetVerdict(line.Verdicts, report);
        Verdict verdict = GetVerdict(line.RolledUp, report);
        string reason = findings.Length > 0
            ? string.Join(" ", findings.Select(finding => finding.Message).Distinct(StringComparer.Ordinal))
            : string.Join("; ", line.Determinations.Where(determination => determination.Regime == report.Run.GateRegime)
                .Select(determination => determination.Basis));
        if (verdict < own)
        {
            // "Not covered" beside an assembly that holds a violation would be read as leave to deliver it.
            reason = $"Rolled up from its parts; worst is {VerdictCell.From(verdict).Text}. {reason}".TrimEnd();
        }

        if (string.Join("; ", StatementTable.GetChains(line)) is { Length: > 0 } chains)
        {
            reason = $"{reason} On file: {chains}.".TrimStart();
        }

        string action = string.Join("; ", findings.SelectMany(finding => finding.Actions).Distinct(StringComparer.Ordinal)
            .Where(actions.ContainsKey).Select(id => actions[id]).Where(step => !step.IsFallback)
            .Select(step => string.Create(CultureInfo.InvariantCulture, $"{step.Title} (start by {step.StartBy:yyyy-MM-dd}, done by "
                + $"{step.DueBy:yyyy-MM-dd})")));
        return new RowAnnotation(verdict, reason, action, findings.Select(finding => finding.Cell.Column).FirstOrDefault(column => column > 0));
    }

    private static Verdict GetVerdict(IEnumerable<RegimeVerdict> verdicts, ComplianceReport report) =>
        verdicts.FirstOrDefault(verdict => verdict.Regime == report.Run.GateRegime)?.Verdict ?? Verdict.NotCovered;
}
