using SourcingCompliance.Findings;
using SourcingCompliance.Formats.Writing;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Server.Views;

/// <summary>How files were read, as rows.</summary>
internal static class FileRows
{
    private const int MostSkipped = 500;
    private const int MostNotices = 1000;

    /// <summary>One file.</summary>
    /// <param name="file">The file's part of the report.</param>
    public static FileRow Get(FileReport file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return new FileRow(
            file.Path, file.LineCount, IsRead(file), [.. file.Sheets.Select(GetSheet)],
            [.. file.Diagnostics.OrderBy(diagnostic => -(int)diagnostic.Severity).Take(MostNotices).Select(GetNotice)])
        {
            IsComplete = LimitRows.IsComplete(file),
            NoticesNotShown = Math.Max(0, file.Diagnostics.Length - MostNotices),
        };
    }

    /// <summary>Whether at least one sheet of a file was read.</summary>
    /// <param name="file">The file's part of the report.</param>
    public static bool IsRead(FileReport file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Sheets.Any(sheet => sheet.HeaderRow is not null);
    }

    /// <summary>One diagnostic.</summary>
    /// <param name="diagnostic">The diagnostic.</param>
    public static NoticeRow GetNotice(Diagnostic diagnostic)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        string place = string.Join(", ",
            new[] { diagnostic.Cell.Sheet.Length > 0 ? $"sheet {diagnostic.Cell.Sheet}" : "", diagnostic.Cell.Address }.Where(part => part.Length > 0));
        return new NoticeRow(diagnostic.Id, ReportTokens.Format(diagnostic.Severity), place, diagnostic.Message, diagnostic.Hint);
    }

    private static SheetRow GetSheet(SheetReport sheet) => new(
        sheet.Name, sheet.HeaderRow,
        [.. ReportTokens.GetKeys(sheet.Columns)
            .Select(entry => new ColumnRow(CellRef.GetLetters(entry.Column.Column), entry.Column.Header,
                entry.Column.IsKnown ? entry.Key : "", entry.Column.Why))],
        [.. sheet.SkippedRows.Take(MostSkipped).Select(row => FormattableString.Invariant($"Row {row.Row}: {row.Reason}"))],
        sheet.Accounts is { } accounts ? ReportWords.GetAccounts(accounts) : "")
    {
        SkippedNotShown = Math.Max(0, sheet.SkippedRows.Length - MostSkipped),
    };
}
