using System.Globalization;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Formats.Reading;

/// <summary>The reasons for which reading ends early, in the product's words.</summary>
internal static class Stop
{
    /// <summary>What to do with a damaged file.</summary>
    public const string SaveAgain = "Open the file in its own program, save it again and repeat the check.";

    /// <summary>A limit of <see cref="ReadLimits"/> was reached.</summary>
    /// <param name="what">What was counted, in words: <c>rows of one sheet</c>.</param>
    /// <param name="limit">The limit.</param>
    /// <param name="option">Name of the option.</param>
    public static ReadingStoppedException AtLimit(string what, long limit, string option) => new(
        DiagnosticIds.ReadLimitReached,
        string.Create(CultureInfo.InvariantCulture, $"The file needs more than {limit:N0} {what}, the limit {option}; reading stopped here."),
        "Split the file, remove what is not a bill of materials, or raise the limit if you trust the source.");

    /// <summary>The file's structure is broken.</summary>
    /// <param name="what">What is broken, as a sentence.</param>
    public static ReadingStoppedException Damaged(string what) => new(DiagnosticIds.FileDamaged, what, SaveAgain);

    /// <summary>The file is of a format that is not read.</summary>
    /// <param name="what">What the file is, as a sentence.</param>
    /// <param name="hint">What to do instead.</param>
    public static ReadingStoppedException NotSupported(string what, string hint) => new(DiagnosticIds.FormatNotSupported, what, hint);

    /// <summary>The file is encrypted.</summary>
    /// <param name="what">What was found, as a sentence.</param>
    public static ReadingStoppedException Protected(string what) => new(
        DiagnosticIds.FileProtected, what, "Open it with its password, save a copy without a password, and check that copy.");
}
