namespace SourcingCompliance.Formats.Reading;

/// <summary>One file to check whose name is not its path: a face that takes uploads keeps their content under a name of its own.</summary>
/// <param name="Path">Where the content lies.</param>
/// <param name="Name">What reports call it, with its extension; no two inputs of a job share one.</param>
public sealed record CheckInput(string Path, string Name)
{
    /// <summary>A file whose name is its path; null when there is none.</summary>
    /// <param name="path">The path; null = none.</param>
    public static CheckInput? At(string? path) => path is null ? null : new CheckInput(path, path.Replace('\\', '/'));
}
