using SourcingCompliance.Server.Storage;

namespace SourcingCompliance.Server.Uploads;

/// <summary>What was received: files on disk already, and the fields of the form.</summary>
/// <param name="Files">The lists with the users' names, in the order of the form.</param>
/// <param name="Attachments">The files beside them by the name of their field, a word of <see cref="AttachmentKind"/>.</param>
/// <param name="Fields">The other fields; a name may come several times.</param>
public sealed record UploadForm(
    IReadOnlyList<(string Name, StoredContent Content)> Files, IReadOnlyDictionary<string, (string Name, StoredContent Content)> Attachments,
    IReadOnlyList<(string Name, string Value)> Fields)
{
    /// <summary>The documents that came with an answer of a supplier; empty for BOMs.</summary>
    public IReadOnlyList<(string Name, StoredContent Content)> Documents { get; init; } = [];

    /// <summary>The text of a field, of several with one name the last; empty when it was not given.</summary>
    public string this[string name] => All(name).LastOrDefault("");

    /// <summary>The texts of all fields of a name, in the order of the form.</summary>
    public IEnumerable<string> All(string name) => Fields.Where(field => field.Name == name).Select(field => field.Value.Trim());
}
