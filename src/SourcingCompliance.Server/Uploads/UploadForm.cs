using SourcingCompliance.Server.Storage;

namespace SourcingCompliance.Server.Uploads;

/// <summary>What was received: files on disk already, and the fields of the form.</summary>
/// <param name="Files">The lists with the users' names, in the order of the form.</param>
/// <param name="Contract">The contract file; null = none was given.</param>
/// <param name="Fields">The other fields; of two with one name the last.</param>
public sealed record UploadForm(IReadOnlyList<(string Name, StoredContent Content)> Files, (string Name, StoredContent Content)? Contract, IReadOnlyDictionary<string, string> Fields)
{
    /// <summary>The text of a field; empty when it was not given.</summary>
    public string this[string name] => Fields.GetValueOrDefault(name, "").Trim();
}
