using SourcingCompliance.Primitives;

namespace SourcingCompliance.Findings.Waivers;

/// <summary>
/// Which findings a waiver speaks of: those that fit every pattern given. In a pattern <c>*</c> stands for any characters and <c>?</c> for
/// one; case does not count. A pattern that is null asks for nothing.
/// </summary>
/// <param name="Part">Part number.</param>
/// <param name="Manufacturer">Manufacturer, or supplier where no manufacturer is stated.</param>
/// <param name="BomPath">Part numbers from the top of the tree down, joined by <c>/</c>: <c>MTR-100/ROTOR-7/MAG-22</c>.</param>
/// <param name="File">Path of the list, from the folder of the waiver file.</param>
/// <param name="Rule">Id of the rule.</param>
public sealed record WaiverMatch(string? Part, string? Manufacturer, string? BomPath, string? File, string? Rule)
{
    /// <summary>Whether it asks for nothing at all.</summary>
    public bool IsEmpty => this is { Part: null, Manufacturer: null, BomPath: null, File: null, Rule: null };

    /// <summary>Whether it can reach more than one part: it names neither a part nor a place in the tree without placeholders.</summary>
    public bool ReachesSeveralParts => !IsExact(Part) && !IsExact(BomPath);

    /// <summary>Whether it speaks of a finding.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="file">Path of its file from the folder of the waiver file, with forward slashes.</param>
    public bool Fits(Finding finding, string file)
    {
        ArgumentNullException.ThrowIfNull(finding);
        ArgumentNullException.ThrowIfNull(file);
        string maker = finding.Manufacturer.Length > 0 ? finding.Manufacturer : finding.Supplier;
        return Fits(Part, finding.PartNumber) && Fits(Manufacturer, maker) && Fits(BomPath, string.Join('/', finding.Path))
            && Fits(File, file) && Fits(Rule, finding.Rule);
    }

    private static bool IsExact(string? pattern) => !string.IsNullOrWhiteSpace(pattern) && pattern.AsSpan().IndexOfAny('*', '?') < 0;

    private static bool Fits(string? pattern, string text) => pattern is null || Glob.Matches(pattern.Trim(), text.Trim());
}
