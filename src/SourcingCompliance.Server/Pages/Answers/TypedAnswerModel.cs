using SourcingCompliance.Server.Storage;
using SourcingCompliance.Server.Uploads;

namespace SourcingCompliance.Server.Pages.Answers;

/// <summary>What the form for a call or a letter shows.</summary>
/// <param name="Checks">The checks that can be run again, newest first.</param>
/// <param name="Values">What was typed, by name of the field.</param>
public sealed record TypedAnswerModel(IReadOnlyList<PastCheck> Checks, ILookup<string, string> Values)
{
    /// <summary>What is wrong, by name of the field.</summary>
    public IReadOnlyDictionary<string, string> Errors { get; init; } = new Dictionary<string, string>();

    /// <summary>Documents that were received already.</summary>
    public IReadOnlyList<KeptFile> Kept { get; init; } = [];

    /// <summary>What was typed into a field; empty = nothing.</summary>
    public string this[string name] => Values[name].LastOrDefault("");

    /// <summary>Why a field cannot be used; null = it can.</summary>
    public string? GetError(string name) => Errors.GetValueOrDefault(name);
}
