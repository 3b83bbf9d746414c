using System.Globalization;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Reports;

/// <summary>What a run over several BOMs comes to, in words.</summary>
public static class BatchWords
{
    /// <summary>How many of the BOMs are affected, each counted once by its worst verdict.</summary>
    /// <param name="files">The files of the run.</param>
    public static string GetSentence(IReadOnlyCollection<IndexedFile> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        int violations = files.Count(file => file.Counts?.Violation > 0);
        int unreadable = files.Count(file => file.IsUnreadable && !(file.Counts?.Violation > 0));
        int suspects = files.Count(file => !file.IsUnreadable && file.Worst == Verdict.Suspect);
        int open = files.Count(file => !file.IsUnreadable && file.Worst == Verdict.Open);
        string[] others =
        [
            .. suspects > 0 ? [$"{Number(suspects)}{MoreThan(violations)} {(suspects == 1 ? "has" : "have")} suspects"] : Array.Empty<string>(),
            .. open > 0 ? [$"{Number(open)}{MoreThan(violations + suspects)} {(open == 1 ? "is" : "are")} open"] : Array.Empty<string>(),
            .. unreadable > 0 ? [$"{Number(unreadable)} could not be read in full"] : Array.Empty<string>(),
        ];
        string of = $"{Number(violations)} of {Wording.FormatCount(files.Count, "BOM")} {(violations == 1 || files.Count == 1 ? "has" : "have")} violations";
        return others.Length == 0 ? $"{of}." : $"{of}; {string.Join(", ", others)}.";
    }

    /// <summary>What was found in one of them: <c>12 violations, 1 suspect</c>; empty when nothing was.</summary>
    /// <param name="file">The file.</param>
    public static string GetCounts(IndexedFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        string[] counts =
        [
            .. file.Counts is { Violation: > 0 and int violations } ? [Wording.FormatCount(violations, "violation")] : Array.Empty<string>(),
            .. file.Counts is { Suspect: > 0 and int suspects } ? [Wording.FormatCount(suspects, "suspect")] : Array.Empty<string>(),
            .. file.Counts is { Open: > 0 and int open } ? [$"{Number(open)} open"] : Array.Empty<string>(),
            .. file.IsUnreadable ? ["not read in full"] : Array.Empty<string>(),
        ];
        return string.Join(", ", counts);
    }

    // Where none was told of before, there is nothing that these would be more than.
    private static string MoreThan(int told) => told > 0 ? " more" : "";

    private static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
