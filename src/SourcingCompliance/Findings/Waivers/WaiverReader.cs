using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Primitives.Json;

namespace SourcingCompliance.Findings.Waivers;

/// <summary>Reads a waiver file (<c>.sourcing-waivers.json</c>, schema <c>rules/schema/waivers.schema.json</c>).</summary>
public static class WaiverReader
{
    /// <summary>Version of the shape that is read.</summary>
    public const int Version = 1;

    // Not confirmed by the text of 10 U.S.C. 4872; a limit that is too short only asks for a renewal, one too long would hide a violation.
    private const int MostMonthsOfStatutoryWaiver = 36;

    /// <summary>The waivers of a file; null, with SC9802 and SC9810 saying why, when anything in it is wrong: half a waiver file is none.</summary>
    /// <param name="content">The bytes of the file, UTF-8.</param>
    /// <param name="path">Path as given, with forward slashes.</param>
    /// <param name="diagnostics">Receives the faults.</param>
    public static WaiverList? Parse(ReadOnlyMemory<byte> content, string path, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var faults = new DiagnosticBag();
        var waivers = new List<Waiver>();
        if (JsonObjectReader.Open(content, JsonReadingContext.ForSettings(path, DiagnosticIds.WaiversInvalid, faults)) is { } root)
        {
            if (root.Number("version", isRequired: true) is { } version && version != Version)
            {
                root.Refuse("version", version.ToString(CultureInfo.InvariantCulture), "1");
            }

            foreach (JsonObjectReader entry in root.Objects("waivers", isRequired: true))
            {
                if (Read(entry) is { } waiver)
                {
                    waivers.Add(waiver);
                }
            }

            root.Finish();
            foreach (IGrouping<string, Waiver> twice in waivers.GroupBy(waiver => waiver.Id, StringComparer.Ordinal).Where(group => group.Count() > 1))
            {
                faults.Error(DiagnosticIds.WaiversInvalid, CellRef.ForFile(path),
                    $"{twice.Count()} waivers have the id \"{twice.Key}\".", "Give each its own.");
            }
        }

        foreach (Diagnostic fault in faults.Items)
        {
            diagnostics.Add(fault);
        }

        return faults.HasErrors ? null : new WaiverList(path, [.. waivers]);
    }

    private static Waiver? Read(JsonObjectReader entry)
    {
        string id = Stated(entry, "id");
        WaiverMatch? match = GetMatch(entry);
        LegalBasis? basis = GetBasis(entry);
        string justification = Stated(entry, "justification");
        string approvedBy = Stated(entry, "approvedBy");
        DateOnly? approvedOn = entry.Date("approvedOn", isRequired: true);
        DateOnly? expires = entry.Date("expires", isRequired: true);
        string? contract = entry.Text("contract");
        string? document = entry.Text("document");
        string? hash = entry.Text("documentSha256");
        bool isBroad = entry.Flag("broad") ?? false;
        entry.Finish();
        if (hash is not null && !(hash.Length == 64 && hash.All(char.IsAsciiHexDigit)))
        {
            entry.Refuse("documentSha256", $"\"{hash}\"", "64 hexadecimal digits");
        }

        if (match is null || basis is not { } rests || approvedOn is not { } from || expires is not { } to)
        {
            return null;
        }

        var waiver = new Waiver
        {
            Id = id, Match = match, Basis = rests, Justification = justification, ApprovedBy = approvedBy, ApprovedOn = from, Expires = to,
            Contract = contract, Document = document, DocumentSha256 = hash?.ToLowerInvariant(), IsBroad = isBroad,
        };
        CheckBasis(entry, waiver);
        return waiver;
    }

    private static WaiverMatch? GetMatch(JsonObjectReader entry)
    {
        if (entry.Object("match") is not { } reader)
        {
            if (!entry.Has("match"))
            {
                entry.Refuse("match", "not stated", "an object with part, manufacturer, bomPath, file or rule");
            }

            return null;
        }

        var match = new WaiverMatch(Pattern(reader, "part"), Pattern(reader, "manufacturer"), Pattern(reader, "bomPath"),
            Pattern(reader, "file"), Pattern(reader, "rule"));
        reader.Finish();
        if (match.IsEmpty)
        {
            entry.Refuse("match", "empty", "at least one of part, manufacturer, bomPath, file, rule");
            return null;
        }

        return match;
    }

    private static string? Pattern(JsonObjectReader reader, string name)
    {
        string? pattern = reader.Text(name);
        if (pattern is not null && string.IsNullOrWhiteSpace(pattern))
        {
            reader.Refuse(name, "blank", "a text, with * and ? as placeholders,");
        }

        return pattern;
    }

    private static string Stated(JsonObjectReader entry, string name)
    {
        string? text = entry.Text(name, isRequired: true);
        if (text is not null && string.IsNullOrWhiteSpace(text))
        {
            entry.Refuse(name, "blank", "a text");
        }

        return text ?? "";
    }

    private static LegalBasis? GetBasis(JsonObjectReader entry)
    {
        if (entry.Text("legalBasis", isRequired: true) is not { } word)
        {
            return null;
        }

        if (LegalBases.Find(word) is { } basis)
        {
            return basis;
        }

        string[] words = [.. LegalBases.All.Select(LegalBases.GetWord)];
        string nearest = EditDistance.GetNearest(word, words) is { } meant ? $" (did you mean {meant}?)" : "";
        entry.Refuse("legalBasis", $"\"{word}\"{nearest}", $"one of {string.Join(", ", words)}");
        return null;
    }

    private static void CheckBasis(JsonObjectReader entry, Waiver waiver)
    {
        if (waiver.Expires < waiver.ApprovedOn)
        {
            entry.Refuse("expires", Day(waiver.Expires), $"a day on or after approvedOn ({Day(waiver.ApprovedOn)})");
        }

        switch (waiver.Basis)
        {
            // DFARS 225.7018-4(a): an individual determination is made for a contract.
            case LegalBasis.NonavailabilityIndividual when string.IsNullOrWhiteSpace(waiver.Contract):
                entry.Refuse("contract", "not stated", "the number of the contract that the determination was made for");
                break;
            case LegalBasis.NonavailabilityClass when string.IsNullOrWhiteSpace(waiver.Document):
                entry.Refuse("document", "not stated", "the document of the class determination");
                break;
            case LegalBasis.StatutoryWaiver when waiver.Expires > waiver.ApprovedOn.AddMonths(MostMonthsOfStatutoryWaiver):
                entry.Refuse("expires", Day(waiver.Expires),
                    string.Create(CultureInfo.InvariantCulture, $"a day at most {MostMonthsOfStatutoryWaiver} months after approvedOn"));
                break;
            default:
                break;
        }
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
