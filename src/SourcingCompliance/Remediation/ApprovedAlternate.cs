namespace SourcingCompliance.Remediation;

/// <summary>An alternate that the user's engineering has approved for a part. It says nothing of the alternate's origin.</summary>
/// <param name="Part">The part that it stands in for.</param>
/// <param name="AlternatePart">The alternate's part number.</param>
/// <param name="Manufacturer">Who makes the alternate; empty when not stated.</param>
/// <param name="ApprovedBy">Who approved it; empty when not stated.</param>
/// <param name="ApprovedOn">When it was approved; null = not stated.</param>
/// <param name="Notes">The user's notes.</param>
public sealed record ApprovedAlternate(
    string Part, string AlternatePart, string Manufacturer, string ApprovedBy, DateOnly? ApprovedOn, string Notes)
{
    /// <summary>The alternate as a plan names it: <c>MAG-22B (Acme, approved by J. Ortiz on 2026-05-04)</c>.</summary>
    public override string ToString()
    {
        string[] words =
        [
            Manufacturer,
            ApprovedBy.Length > 0 || ApprovedOn is not null
                ? $"approved{(ApprovedBy.Length > 0 ? $" by {ApprovedBy}" : "")}{(ApprovedOn is { } day ? $" on {TemplateText.Day(day)}" : "")}"
                : "approval not dated",
            Notes,
        ];
        return $"{AlternatePart} ({string.Join(", ", words.Where(word => word.Length > 0))})";
    }
}
