using System.Text.RegularExpressions;
using SourcingCompliance.Mapping;
using SourcingCompliance.Recognition.Markings;

namespace SourcingCompliance.Findings.Identity;

/// <summary>Number, revision and title in the cells above a list. Texts are empty where nothing states them.</summary>
internal sealed partial record TitleFields
{
    private const int LongestTitle = 80;
    private const int LongestNumber = 40;
    private const int Unranked = 9;
    private const RegexOptions AnyCase = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <summary>Number of the BOM.</summary>
    public string Number { get; private init; } = "";

    /// <summary>Its revision.</summary>
    public string Revision { get; private init; } = "";

    /// <summary>Its title.</summary>
    public string Title { get; private init; } = "";

    /// <summary>These, or where none stands here those of a later sheet; a file with several lists is named after the first.</summary>
    public TitleFields Or(TitleFields later) => this == new TitleFields() ? later : this;

    /// <summary>Whether a cell says that the next one names a maker or supplier.</summary>
    public static bool IsMakerLabel(string text) => MakerLabel().IsMatch(text);

    /// <summary>Reads the rows above a header.</summary>
    /// <param name="rows">Their cells that are not blank, row by row.</param>
    public static TitleFields Read(TitleCell[][] rows)
    {
        (string number, int rank) = ("", Unranked);
        (string revision, string title) = ("", "");
        foreach ((string label, string value) in Pairs(rows))
        {
            int own = GetRank(label);
            if (own < rank && IsNumber(value))
            {
                (number, rank) = (value, own);
            }
            else if (own == Unranked && revision.Length == 0 && RevisionLabel().IsMatch(label) && RevisionValue().IsMatch(value))
            {
                revision = value;
            }
            else if (own == Unranked && title.Length == 0 && TitleLabel().IsMatch(label) && IsTitle(value))
            {
                title = value;
            }
        }

        foreach (TitleCell cell in rows.SelectMany(row => row))
        {
            foreach (Match match in NumberWithin().Matches(cell.Text))
            {
                int own = GetRank(match.Groups["label"].Value);
                string value = match.Groups["value"].Value.TrimEnd('.', '-', '/', '_');
                (number, rank) = own < rank && IsNumber(value) ? (value, own) : (number, rank);
            }

            revision = revision.Length == 0 && RevisionWithin().Match(cell.Text) is { Success: true } found
                && !NoRevision().IsMatch(found.Groups["value"].Value)
                ? found.Groups["value"].Value.TrimEnd('.', '-') : revision;
        }

        return new TitleFields { Number = number, Revision = revision, Title = title.Length > 0 || number.Length == 0 ? title : FirstText(rows) };
    }

    // "Title" and "Gimbal drive" next to each other, below each other, or in one cell with a colon.
    private static IEnumerable<(string Label, string Value)> Pairs(TitleCell[][] rows)
    {
        for (int row = 0; row < rows.Length; row++)
        {
            for (int at = 0; at < rows[row].Length; at++)
            {
                string text = rows[row][at].Text;
                int colon = text.IndexOf(':', StringComparison.Ordinal);
                if (colon > 0 && colon < text.Length - 1)
                {
                    yield return (text[..colon].Trim(), text[(colon + 1)..].Trim());
                    continue;
                }

                string label = text.TrimEnd(':', ' ', '=');
                TitleCell next = at + 1 < rows[row].Length ? rows[row][at + 1] : default;
                bool isNextLabel = next.Text is null || IsLabel(next.Text);
                TitleCell below = row + 1 < rows.Length && rows[row + 1][0].Row == rows[row][at].Row + 1
                    ? Array.Find(rows[row + 1], cell => cell.Column == rows[row][at].Column) : default;
                if (!isNextLabel)
                {
                    yield return (label, next.Text!);
                }
                else if (below.Text is not null && IsLabel(text) && !IsLabel(below.Text))
                {
                    yield return (label, below.Text);
                }
            }
        }
    }

    // Next to a number the first line of the sheet is the title, unless it only says that a BOM follows, or when it was made. Without a number it may be
    // anything.
    private static string FirstText(TitleCell[][] rows) => rows
        .Where(row => row.Length <= 2 && !IsLabel(row[0].Text))
        .Select(row => row[0].Text)
        .FirstOrDefault(text => IsTitle(text) && !Generic().IsMatch(text) && !Year().IsMatch(text) && !text.Contains(':', StringComparison.Ordinal)
            && !NumberWithin().IsMatch(text) && MarkingReader.Find(text).IsEmpty) ?? "";

    private static bool IsLabel(string text) =>
        text.EndsWith(':') || text.TrimEnd(':', ' ') is var label
            && (GetRank(label) < Unranked || RevisionLabel().IsMatch(label) || TitleLabel().IsMatch(label) || OtherLabel().IsMatch(label));

    private static bool IsTitle(string text) => text.Length <= LongestTitle && text.Count(char.IsLetter) >= 3
        && !IsLabel(text) && !text.Contains("://", StringComparison.Ordinal);

    private static bool IsNumber(string text) => text.Length <= LongestNumber && NumberValue().IsMatch(text) && !Date().IsMatch(text);

    private static int GetRank(string label) => NumberLabel().Match(label) is { Success: true } match
        ? Array.FindIndex(["bom", "list", "assembly", "part", "document", "item"], group => match.Groups[group].Success) : Unranked;

    private const string Kind = @"(?:\s*(?:no|number|num|nr|id|p/?n|part\s*(?:no|number))\b\.?|\s*\#)";
    private const string Things =
        @"(?:(?<bom>BOM|bill\s+of\s+materials?)|(?<list>parts?\s+list|P/?L)|(?<assembly>(?:top[\s-]*(?:level)?\s*)?(?:assembly|assy|asm))|(?<part>part|product|P/?N)|(?<document>drawing|dwg|document|doc)|(?<item>item|model))";

    [GeneratedRegex($@"^{Things}{Kind}?\.?$", AnyCase)]
    private static partial Regex NumberLabel();

    [GeneratedRegex($@"(?<![\w-])(?<label>{Things}{Kind}?)\s*[:=]\s*(?<value>[A-Z0-9][\w./-]*)|(?<![\w-])(?<label>{Things}{Kind})\s*(?<value>[A-Z0-9][\w./-]*)", AnyCase | RegexOptions.ExplicitCapture)]
    private static partial Regex NumberWithin();

    [GeneratedRegex(@"^[A-Z0-9](?=[^\s]*[0-9])[\w./-]*$", AnyCase)]
    private static partial Regex NumberValue();

    [GeneratedRegex(@"^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}$")]
    private static partial Regex Date();

    [GeneratedRegex(@"(?<!\d)(?:19|20)\d\d(?!\d)")]
    private static partial Regex Year();

    [GeneratedRegex(@"^(?:(?:BOM|assembly|assy|document|doc|drawing|dwg|part|product|hardware|HW|PCB)\s+)?(?:rev(?:ision)?|ver(?:sion)?|issue)\.?(?:\s*(?:no|number|level|letter|\#)\.?)?$", AnyCase)]
    private static partial Regex RevisionLabel();

    [GeneratedRegex(@"^(?=.*[A-Z0-9])[\w.+-]{1,12}$", AnyCase)]
    private static partial Regex RevisionValue();

    [GeneratedRegex(@"\brev(?:ision)?\b\.?(?:\s*(?:no\.?|number|level|\#))?\s*[:=-]?\s*(?<value>[A-Z0-9](?:[\w.-]{0,9}[A-Z0-9])?)\b", AnyCase)]
    private static partial Regex RevisionWithin();

    // "Revision history", "rev date": a word is no revision; one or two letters, or anything with a digit, is.
    [GeneratedRegex(@"^(?!.*\d)(?:[a-z]{3,}|by|of|no|to|is)$|^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}$|^\d{6,}$", AnyCase)]
    private static partial Regex NoRevision();

    [GeneratedRegex(@"^(?:(?:BOM|assembly|assy|project|product|document|drawing|design|board|model|part)\s+)?(?:title|name|description|nomenclature)$|^(?:project|product|nomenclature|design)$", AnyCase)]
    private static partial Regex TitleLabel();

    [GeneratedRegex(@"^(?:date|time|author|created?(?: by| on)?|prepared by|checked(?: by)?|approved(?: by)?|engineer|designer|drawn(?: by)?|customer|contract(?: no\.?| number)?|company|page|sheet|quantity|qty|status|tool|source|generator|variant|component count|cage(?: code)?|program|notes?|total|supplier|vendor|manufacturer)$", AnyCase)]
    private static partial Regex OtherLabel();

    [GeneratedRegex(@"^\W*(?:supplier|vendor|manufacturer|mfr|mfg|maker|distributor|brand)s?\b[^:]*:?\s*$", AnyCase)]
    private static partial Regex MakerLabel();

    [GeneratedRegex(@"^\W*(?:(?:engineering|preliminary|draft|indented|multi-?level|full|master|complete)\s+)*(?:bill\s+of\s+materials?|BOM|parts?\s+list|list\s+of\s+(?:parts|materials?)|materials?\s+list|components?\s+list)(?:\s+\(?(?:BOM|report)\)?)?\W*$|\b(?:generated|exported|created|printed|report date)\b|^\W*(?:page|sheet|date)\b", AnyCase)]
    private static partial Regex Generic();
}
