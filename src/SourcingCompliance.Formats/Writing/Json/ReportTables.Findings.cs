using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;
using SourcingCompliance.Findings;
using SourcingCompliance.Remediation;

namespace SourcingCompliance.Formats.Writing.Json;

// What findings and late parts have in common.
internal sealed partial class ReportTables
{
    private readonly ValueTable _findings = new("findings");
    private readonly ValueTable _lateParts = new("lateParts");
    private readonly Dictionary<FindingKind, int> _findingOf = [];

    /// <summary>The place of what a finding has in common with others: its regimes, its sentence after the part number, citation, what is missing.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="line">Its line; null = none is listed.</param>
    /// <param name="hasSentence">Whether the sentence is part of it; otherwise the finding must tell its message itself.</param>
    public int Add(Finding finding, LineReport? line, out bool hasSentence)
    {
        int missing = finding.Missing.IsEmpty ? -1 : Add(finding.Missing, line);
        if (finding.SameSentence is not { } same || line?.SameFacts is null || line.Row.Row != finding.Cell.Row)
        {
            string? own = GetSentence(finding, line);
            hasSentence = own is not null;
            return Add(finding, own, missing);
        }

        hasSentence = true;
        var kind = new FindingKind(same, ImmutableCollectionsMarshal.AsArray(finding.Regimes), finding.Citation, missing);
        if (!_findingOf.TryGetValue(kind, out int place))
        {
            string message = finding.ForSameFacts().Message;
            _findingOf.Add(kind, place = Add(finding, RowText.Format(message[finding.PartNumber.Length..], line.ForSameFacts()), missing));
        }

        return place;
    }

    /// <summary>The place of what is said of a part that is late.</summary>
    public int Add(LatePart part)
    {
        Utf8JsonWriter json = _lateParts.Begin();
        json.WriteStartObject();
        PlanJson.WriteShared(json, part);
        json.WriteEndObject();
        return _lateParts.End();
    }

    // A sentence that does not begin with the part number, or does not come back as it was, is no shared one.
    private static string? GetSentence(Finding finding, LineReport? line)
    {
        string message = finding.Message;
        if (finding.PartNumber.Length == 0 || !message.StartsWith(finding.PartNumber, StringComparison.Ordinal))
        {
            return null;
        }

        string rest = message[finding.PartNumber.Length..];
        string sentence = RowText.Format(rest, line?.Row.Row == finding.Cell.Row ? line : null);
        return RowText.For(sentence, finding.Cell.Row) == rest ? sentence : null;
    }

    private int Add(Finding finding, string? sentence, int missing)
    {
        Utf8JsonWriter json = _findings.Begin();
        json.WriteStartObject();
        json.WriteStrings("regimes", finding.Regimes);
        if (sentence is not null)
        {
            json.WriteString("sentence", sentence);
        }

        json.WriteString("citation", finding.Citation);
        if (missing >= 0)
        {
            json.WriteNumber("missing", missing);
        }

        json.WriteEndObject();
        return _findings.End();
    }

    // Findings with the same facts share these objects, so that most need not be written to be found.
    private readonly record struct FindingKind(object Sentence, string[]? Regimes, string Citation, int Missing)
    {
        public bool Equals(FindingKind other) => ReferenceEquals(Sentence, other.Sentence) && ReferenceEquals(Regimes, other.Regimes)
            && Citation == other.Citation && Missing == other.Missing;

        public override int GetHashCode() => HashCode.Combine(RuntimeHelpers.GetHashCode(Sentence), Missing);
    }
}
