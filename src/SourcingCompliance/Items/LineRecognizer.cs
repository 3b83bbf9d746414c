using System.Collections.Immutable;
using SourcingCompliance.Items.Trees;
using SourcingCompliance.Lines;
using SourcingCompliance.Lines.Storage;
using SourcingCompliance.Mapping.Accounting;
using SourcingCompliance.Mapping.Rows;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Recognition.Materials;
using SourcingCompliance.Recognition.Origins;
using SourcingCompliance.Recognition.Quantities;

namespace SourcingCompliance.Items;

/// <summary>Recognizes what the lines of a sheet say: origins, materials, quantities. Remembers, so one serves one thread.</summary>
internal sealed class LineRecognizer
{
    private readonly OriginReader _origins;
    private readonly MaterialClassifier _classifier;
    private readonly MentionAuditor _auditor;
    private readonly RemarkNames _names = new();
    private readonly Dictionary<ColumnMap, ColumnMap> _impliedMaps = new(ReferenceEqualityComparer.Instance);

    /// <summary>A recognizer over what reads origins and materials.</summary>
    /// <param name="recognizer">Reads origins.</param>
    /// <param name="classifier">Reads materials.</param>
    /// <param name="isCovered">Whether a country is a covered country at any time.</param>
    public LineRecognizer(OriginRecognizer recognizer, MaterialClassifier classifier, Func<Country, bool> isCovered)
    {
        _origins = new OriginReader(recognizer);
        _classifier = classifier;
        _auditor = new MentionAuditor(classifier, recognizer, isCovered);
        IsCovered = isCovered;
    }

    /// <summary>Whether a country is a covered country at any time.</summary>
    public Func<Country, bool> IsCovered { get; }

    /// <summary>Joins what suppliers stated; null = there is no ledger.</summary>
    public IStatedLines? Stated { get; init; }

    /// <summary>
    /// Whether a line carries something to decide or to advise on: a covered material, a watched substance, a mention that must be accounted
    /// for, or damage that may hide one.
    /// </summary>
    /// <param name="line">The line.</param>
    /// <param name="lines">The lines to which it was added last.</param>
    /// <param name="books">Counts the cells with a mention.</param>
    public bool IsCarrier(BomLine line, PackedLines lines, SheetBooks books)
    {
        BomLine? named = _names.NameByRemarks(line);
        bool isStated = Stated?.Names(line) is true;
        if (named is null && _classifier.IsSilent(line, lines))
        {
            return isStated || line.Damage is not null || line.UnreadCell is not null;
        }

        Classification found = _classifier.Classify(named ?? line);
        bool hasMore = _auditor.MentionsMore(line, found, named is null, out int mentions);
        books.Mentions += mentions;
        return hasMore || isStated || line.Damage is not null || line.UnreadCell is not null || found is not { Materials.IsEmpty: true, Others.IsEmpty: true };
    }

    /// <summary>Whether the text of an origin or stage column is blank or understood, so that there is nothing to warn of.</summary>
    public bool Understands(string text, OriginCodeScheme scheme) => _origins.Understands(text, scheme);

    /// <summary>Warns of an origin text that is not understood.</summary>
    /// <param name="line">The first line with the text.</param>
    /// <param name="at">0-based place of an origin or stage column among the mapped columns.</param>
    /// <param name="scheme">The list that the column's codes come from.</param>
    /// <param name="more">A sentence about other cells with the same text, with a blank before it; empty = there are none.</param>
    /// <param name="diagnostics">Receives SC9303, SC9305 or SC9306.</param>
    public void Warn(BomLine line, int at, OriginCodeScheme scheme, string more, DiagnosticBag diagnostics) =>
        _origins.Warn(line, at, scheme, more, diagnostics);

    /// <summary>The item of a line at its place in the tree.</summary>
    /// <param name="line">The line.</param>
    /// <param name="parent">The assembly that it belongs to; null = none.</param>
    /// <param name="alternateOf">The item that it is another source for; null = it is an item of its own.</param>
    /// <param name="place">Its place.</param>
    /// <param name="schemes">The list that the codes of each origin column come from.</param>
    /// <param name="notInstalled">What says that the part is left out of the build; null = nothing does.</param>
    public BomItem Recognize(
        BomLine line, BomItem? parent, BomItem? alternateOf, TreePlace place,
        Dictionary<MappedColumn, OriginCodeScheme> schemes, NotInstalledMark? notInstalled)
    {
        // What another source is stands with the item above; where it comes from stands only in its own row.
        BomLine whole = alternateOf is null ? line : line.Complete(alternateOf.Line);
        var mentions = new List<CellMention>();
        Classification found = _auditor.AddMentions(line, _classifier.Classify(_names.NameByRemarks(whole) ?? whole), mentions);
        if (alternateOf is not null && found is { Materials.IsEmpty: true, Others.IsEmpty: true })
        {
            // What one maker denies of the item is not denied of another source.
            found = found with { Materials = GetWords(alternateOf) };
        }

        ImmutableArray<OriginStatement> origins = _origins.Read(line, column => schemes.GetValueOrDefault(column), null);
        if (alternateOf is not null && origins.IsEmpty && !line.StatesMaker)
        {
            // A row that names neither a maker nor an origin says more of the item itself; what the item says already is decided there.
            origins = alternateOf.Origins.RemoveAll(statement => statement.Evidence is not null);
            bool isKnown = found.Materials.All(material => GetWords(alternateOf)
                .Any(known => known.Material == material.Material && known.Presence >= material.Presence));
            found = isKnown ? found with { Materials = [] } : found;
        }

        if (!found.Materials.IsEmpty)
        {
            mentions.AddRange(_auditor.FindCountries(line, origins));
        }

        StatedLine stated = Stated?.Join(whole, alternateOf is not null, origins, found.Materials)
            ?? new StatedLine(origins, found.Materials, StatedFacts.None);
        return new BomItem
        {
            Line = whole,
            Parent = parent,
            AlternateOf = alternateOf,
            Level = place.Level,
            HasChildren = place.HasChildren,
            IsAlternate = place.IsAlternate,
            NotInstalled = notInstalled,
            Quantity = QuantityParser.Parse(line[BomField.Quantity]),
            MassKilograms = MassParser.Parse(line[BomField.Mass], line.Map[BomField.Mass]?.Unit),
            Origins = stated.Origins,
            Mentions = [.. mentions],
            Materials = stated.Materials,
            OtherSubstances = found.Others,
            Stated = stated.Stated,
        };
    }

    private static ImmutableArray<MaterialOccurrence> GetWords(BomItem item) => item.Stated.Denied.IsEmpty ? item.Materials
        : [.. item.Materials, .. item.Stated.Denied.Select(denied => denied.Occurrence)];

    /// <summary>The item of an assembly without a row: what its name says is all that is known of it.</summary>
    /// <param name="map">The columns of its table.</param>
    /// <param name="assembly">The assembly.</param>
    public BomItem RecognizeImplied(ColumnMap map, ImpliedAssembly assembly)
    {
        var line = new BomLine(GetImpliedMap(map, assembly.Cell), assembly.Cell.Row, [assembly.Name]);
        Classification found = _classifier.Classify(line);
        return new BomItem
        {
            Line = line,
            IsImplied = true,
            HasChildren = true,
            Materials = found.Materials,
            OtherSubstances = found.Others,
        };
    }

    private ColumnMap GetImpliedMap(ColumnMap map, CellRef cell)
    {
        if (!_impliedMaps.TryGetValue(map, out ColumnMap? implied))
        {
            string header = map.Columns.FirstOrDefault(column => column.Column == cell.Column)?.Header ?? "";
            implied = map with
            {
                Columns = [new MappedColumn(BomField.Name, cell.Column, header, MappingBasis.Content,
                    "it names assemblies that have no row of their own")]
            };
            _impliedMaps.Add(map, implied);
        }

        return implied;
    }
}
