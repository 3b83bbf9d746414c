using SourcingCompliance.Law;
using SourcingCompliance.Server.Settings;
using SourcingCompliance.Server.Uploads;
using SourcingCompliance.Server.Storage;

namespace SourcingCompliance.Server.Pages.Home;

/// <summary>What the first page shows: the form as it was typed, what is wrong with it, and the newest checks.</summary>
/// <param name="Options">The limits of the server.</param>
/// <param name="Recent">The newest checks.</param>
public sealed record HomeModel(ServerOptions Options, IReadOnlyList<PastCheck> Recent)
{
    /// <summary>What was typed, by field; a field that is not here is empty.</summary>
    public ILookup<string, string> Values { get; init; } = Array.Empty<string>().ToLookup(_ => "");

    /// <summary>What is wrong, by field.</summary>
    public IReadOnlyDictionary<string, string> Errors { get; init; } = new Dictionary<string, string>();

    /// <summary>What is wrong with the form as a whole; null = nothing.</summary>
    public string? Problem { get; init; }

    /// <summary>Files that were received with a form that had to be corrected.</summary>
    public IReadOnlyList<KeptFile> Kept { get; init; } = [];

    /// <summary>The programs to choose from, by name.</summary>
    public IReadOnlyList<ProgramRecord> Programs { get; init; } = [];

    /// <summary>The packs that can be shown next to the verdicts.</summary>
    public static IEnumerable<RulePack> Packs => PackNames.Advisory;

    /// <summary>What was typed into a field; empty = nothing.</summary>
    /// <param name="field">Name of the field.</param>
    public string this[string field] => Values[field].LastOrDefault("");

    /// <summary>Why a field cannot be used; null = it can.</summary>
    /// <param name="field">Name of the field.</param>
    public string? GetError(string field) => Errors.GetValueOrDefault(field);

    /// <summary>Whether a group of fields is open: something in it was typed or is wrong.</summary>
    /// <param name="fields">Names of the fields.</param>
    public bool IsOpen(params IEnumerable<string> fields) => fields.Any(field => this[field].Length > 0 || Errors.ContainsKey(field));

    /// <summary>Whether a pack is chosen: all are until someone unticks one.</summary>
    /// <param name="pack">Id of the pack.</param>
    public bool IsChosen(string pack) => !Values["packs"].Any() || Values["packs"].Contains(pack);
}
