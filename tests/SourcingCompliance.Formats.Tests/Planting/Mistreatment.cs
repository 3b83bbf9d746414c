namespace SourcingCompliance.Formats.Tests.Planting;

/// <summary>One way in which people and programs mistreat lists.</summary>
/// <param name="Name">What it does, in words.</param>
/// <param name="Apply">Does it.</param>
internal sealed record Mistreatment(string Name, Action<PlantedList> Apply)
{
    /// <summary>All of them.</summary>
    public static readonly Mistreatment[] All = [.. RowMistreatments.All, .. ColumnMistreatments.All, .. OriginMistreatments.All, .. FormMistreatments.All];
}
