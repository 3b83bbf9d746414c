using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using SourcingCompliance.Findings;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Running.Ledger;

/// <summary>The result of one file as it is kept.</summary>
/// <param name="Key">Key of the run that made it.</param>
/// <param name="Path">Path of the file as given.</param>
/// <param name="Sha256">Hash of its content.</param>
/// <param name="Result">What the check gave.</param>
internal sealed record KeptResult(string Key, string Path, string Sha256, FileResult Result);

/// <summary>What a run was, for the one that joins its parts.</summary>
/// <param name="Key">Key of the run.</param>
/// <param name="Shard">Which part it was, as <c>2/5</c>; null = the whole.</param>
/// <param name="AsOf">The day on which the check was made.</param>
/// <param name="Arguments">The command line.</param>
/// <param name="Inputs">All files of the run, whichever part they belong to.</param>
/// <param name="Diagnostics">What was wrong with the paths.</param>
internal sealed record KeptRun(
    string Key, string? Shard, DateOnly AsOf, ImmutableArray<string> Arguments, ImmutableArray<string> Inputs, ImmutableArray<Diagnostic> Diagnostics);

/// <summary>The shapes of the ledger; new members of a report are kept without a word here.</summary>
[JsonSourceGenerationOptions(IncludeFields = true, IgnoreReadOnlyProperties = true, Converters = [typeof(VerdictCountsConverter)])]
[JsonSerializable(typeof(KeptResult))]
[JsonSerializable(typeof(KeptRun))]
[JsonSerializable(typeof(KeptCounts))]
[JsonSerializable(typeof(KeptReports))]
internal sealed partial class LedgerJson : JsonSerializerContext;

/// <summary>Counts as they are kept.</summary>
internal sealed record KeptCounts(ImmutableArray<RegimeSummary> Summaries, string GateRegime, Coverage Coverage);

/// <summary>Keeps counts, which have no public state to set.</summary>
internal sealed class VerdictCountsConverter : JsonConverter<VerdictCounts>
{
    /// <inheritdoc/>
    public override VerdictCounts Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        KeptCounts kept = JsonSerializer.Deserialize(ref reader, LedgerJson.Default.KeptCounts) ?? throw new JsonException("Counts expected.");
        return VerdictCounts.Restore(kept.Summaries, kept.GateRegime, kept.Coverage);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, VerdictCounts value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, new KeptCounts(value.Summaries, value.GateRegime, value.Coverage), LedgerJson.Default.KeptCounts);
}
