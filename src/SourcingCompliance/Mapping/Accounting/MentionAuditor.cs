using System.Collections.Immutable;
using SourcingCompliance.Lines;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Recognition.Materials;
using SourcingCompliance.Recognition.Origins;

namespace SourcingCompliance.Mapping.Accounting;

/// <summary>
/// Balances what the cells of a line mention against what the line item carries. A covered material, or a component that may hold one, that
/// a cell names and the line item does not carry becomes a possible material of it; a covered country that a cell names and no statement of
/// origin does is kept beside the line. Either keeps the line from passing. Remembers, so one instance serves one thread at a time.
/// </summary>
/// <param name="classifier">Reads materials.</param>
/// <param name="origins">Reads countries.</param>
/// <param name="isCovered">Whether a country is a covered country at any time.</param>
internal sealed class MentionAuditor(MaterialClassifier classifier, OriginRecognizer origins, Func<Country, bool> isCovered)
{
    private const double PossibleLikelihood = 0.4;

    private ColumnMap? _map;
    private ImmutableArray<int> _columns = [];

    /// <summary>Whether any cell of a line mentions something; most lines are screws, so this is asked first.</summary>
    /// <param name="line">The line.</param>
    /// <param name="found">What was recognized on it.</param>
    /// <param name="isSeen">Whether the classifier looked at it last, so that cells that it saw silent need not be read again.</param>
    /// <param name="mentions">Number of cells with a mention.</param>
    /// <returns>Whether a cell mentions a material that the line does not carry.</returns>
    public bool MentionsMore(BomLine line, Classification found, bool isSeen, out int mentions)
    {
        mentions = 0;
        bool hasMore = false;
        foreach (int at in GetColumns(line.Map))
        {
            if (!(isSeen && classifier.IsSeenSilent(line, at)) && classifier.FindMention(line.SpanAt(at)) is { } mention)
            {
                mentions++;
                hasMore |= !IsAccountedFor(mention, line.Map.Columns[at], line, found);
            }
        }

        return hasMore;
    }

    /// <summary>What was recognized on a line, with what its cells mention beyond it as possible materials.</summary>
    /// <param name="line">The line.</param>
    /// <param name="found">What was recognized on it.</param>
    /// <param name="reported">The cells that mention more.</param>
    public Classification AddMentions(BomLine line, Classification found, List<CellMention> reported)
    {
        List<MaterialOccurrence>? more = null;
        foreach (int at in GetColumns(line.Map))
        {
            MappedColumn column = line.Map.Columns[at];
            if (classifier.FindMention(line.SpanAt(at)) is not { } mention)
            {
                continue;
            }

            if (IsAccountedFor(mention, column, line, found))
            {
                found = column.IsKnown ? found : WithSignal(found, mention, column, line.TextAt(at));
                continue;
            }

            reported.Add(new CellMention(line.GetCell(column), column.Header, line.TextAt(at), mention.Materials, []));
            foreach (string material in mention.Materials.Where(material => !IsCarried(material, found)
                && (more is null || !more.Exists(known => known.Material == material))))
            {
                (more ??= []).Add(new MaterialOccurrence
                {
                    Material = material,
                    Presence = Presence.Possible,
                    Likelihood = PossibleLikelihood,
                    Signals = [new MaterialSignal(column.Field, mention.Words, $"named in column {CellRef.GetLetters(column.Column)} '{column.Header}', and "
                        + $"nowhere else on the line")],
                });
            }
        }

        return more is null ? found : found with { Materials = [.. found.Materials, .. more] };
    }

    // A column whose header says nothing may be the one that says what the part is, so its text is shown with the material that it confirms.
    private static Classification WithSignal(Classification found, Mention mention, MappedColumn column, string text)
    {
        int at = found.Materials.Select(occurrence => mention.Materials.Any(material => IsOfFamily(occurrence.Material, material))).ToList().IndexOf(true);
        if (at < 0 || found.Materials[at].Signals.Any(signal => signal.Text == text))
        {
            return found;
        }

        MaterialOccurrence occurrence = found.Materials[at];
        var signal = new MaterialSignal(column.Field, QuotedText.Quote(text), $"also named in column {CellRef.GetLetters(column.Column)} '{column.Header}'");
        return found with { Materials = found.Materials.SetItem(at, occurrence with { Signals = [.. occurrence.Signals, signal] }) };
    }

    /// <summary>The cells of a line with a covered material that name a covered country which no statement of origin of the line names.</summary>
    /// <param name="line">The line.</param>
    /// <param name="statements">Its statements of origin.</param>
    public ImmutableArray<CellMention> FindCountries(BomLine line, ImmutableArray<OriginStatement> statements)
    {
        var mentions = ImmutableArray.CreateBuilder<CellMention>();
        for (int at = 0; at < line.Map.Columns.Length; at++)
        {
            MappedColumn column = line.Map.Columns[at];
            if (!MayNameCountry(column.Field) || column.NamesNoOrigin || line.SpanAt(at).IsEmpty)
            {
                continue;
            }

            string text = line.TextAt(at);
            RecognizedOrigin named = column.HoldsCountries ? origins.RecognizeCell(text, OriginCodeScheme.Iso) : origins.RecognizeNamed(text);
            ImmutableArray<Country> more = [
                .. named.Countries.Where(country => isCovered(country) && !statements.Any(statement => statement.Origin.Countries.Contains(country)))];
            if (!more.IsEmpty)
            {
                mentions.Add(new CellMention(line.GetCell(column), column.Header, text, [], more));
            }
        }

        return mentions.ToImmutable();
    }

    // A material is accounted for when the line carries one of its family, or when a cell that names the kind settles a word that could be
    // several: "magnet" beside "ferrite Y30". What a component is was weighed with the rest of the line where its column has a meaning: a
    // connector whose value is "FAN" is none. In a remark beside a description, what only may hold a material is what the part is used with.
    private static bool IsAccountedFor(Mention mention, MappedColumn column, BomLine line, Classification found)
    {
        if (mention.Materials.All(material => IsCarried(material, found)))
        {
            // A material that only remarks or an unknown column name is read as possible: the reader must hear that it was named outright.
            return column.Field != BomField.Notes || mention.Strongest == Presence.Possible
                || found.Materials.Any(occurrence => occurrence.Presence != Presence.Possible);
        }

        bool isWeighed = mention.IsComponent && column.IsKnown && MaterialFields.All.Contains(column.Field) && column.Field != BomField.Notes;
        // The part number "N35" of a pulley was weighed against the description too.
        isWeighed |= mention.IsLoneGrade && column.IsKnown && column.Field is BomField.PartNumber
            or BomField.ManufacturerPartNumber or BomField.SupplierPartNumber;
        // What a column asks for by its header ("Contains tantalum") is said of the part itself.
        bool isContext = column.Field == BomField.Notes && column.States.IsEmpty && IsDescribed(line);
        return isWeighed || (mention.Strongest == Presence.Possible && (isContext || found.Others.Any(other => other.Kind == OtherSubstanceKind.NotCovered)));
    }

    private static bool IsDescribed(BomLine line)
    {
        for (int at = 0; at < line.Map.Columns.Length; at++)
        {
            if (line.Map.Columns[at].Field is BomField.Description or BomField.Name or BomField.Value
                or BomField.Category or BomField.Material && !line.SpanAt(at).IsEmpty)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsCarried(string material, Classification found) => found.Materials.Any(occurrence => IsOfFamily(occurrence.Material, material));

    private static bool IsOfFamily(string one, string other) => GetFamily(one) == GetFamily(other);

    private static string GetFamily(string material) => material switch
    {
        MaterialIds.NdFeB or MaterialIds.SmCo => MaterialIds.RareEarthMagnet,
        MaterialIds.TungstenPowder => MaterialIds.TungstenHeavyAlloy,
        _ => material,
    };

    // Counts and codes name nothing, the name of a firm is no part, and an origin is read as one.
    private ImmutableArray<int> GetColumns(ColumnMap map)
    {
        if (!ReferenceEquals(map, _map))
        {
            _map = map;
            _columns = [.. Enumerable.Range(0, map.Columns.Length).Where(at => MaterialClassifier.MayMention(map.Columns[at].Field))];
        }

        return _columns;
    }

    private static bool MayNameCountry(BomField field) => field is BomField.Description or BomField.Name
        or BomField.Notes or BomField.Material or BomField.Grade
        or BomField.Value or BomField.Category or BomField.Quantity or BomField.Unit or BomField.Revision or BomField.ReferenceDesignator;
}
