namespace SourcingCompliance.Server.Components;

/// <summary>One entry of the bar at the top.</summary>
/// <param name="Path">Where it leads.</param>
/// <param name="Text">What it is called.</param>
/// <param name="Below">The first part of further paths that belong to it; null = none.</param>
internal sealed record SiteLink(string Path, string Text, string? Below = null)
{
    /// <summary>The entries on the left.</summary>
    public static IReadOnlyList<SiteLink> Main { get; } =
    [
        new("/", "Check"), new("/checks", "History", "/checks/"), new("/programs", "Programs", "/programs/"), new("/parts", "Parts"),
        new("/suppliers", "Suppliers", "/suppliers/"), new("/evidence", "Evidence", "/evidence/"), new("/deadlines", "Deadlines"), new("/compare", "Compare"),
        new("/rules", "Rules", "/rules/"),
    ];

    /// <summary>The entries on the right.</summary>
    public static IReadOnlyList<SiteLink> More { get; } = [new("/mappings", "Column settings"), new("/openapi/v1.json", "API")];

    /// <summary>Whether a page belongs to the entry.</summary>
    /// <param name="path">Path of the page.</param>
    public bool IsAt(string path) => path == Path || (Below is not null && path.StartsWith(Below, StringComparison.Ordinal));
}
