using System.Collections.Immutable;
using SourcingCompliance.Boms.Accounting;
using SourcingCompliance.Boms.Trees;
using SourcingCompliance.Diagnostics;
using SourcingCompliance.Materials;
using SourcingCompliance.Normalization;
using SourcingCompliance.Normalization.Countries;
using SourcingCompliance.Normalization.Quantities;

namespace SourcingCompliance.Boms;

/// <summary>Recognises what the lines of a sheet say: origins, materials, quantities. Remembers, so one serves one thread.</summary>
internal sealed class LineRecognizer
{
    private readonly OriginReader _origins;
    private readonly MaterialClassifier _classifier;
    private readonly MentionAuditor _auditor;

    /// <summary>A recognizer over what reads origins and materials.</summary>
    /// <param name="recognizer">Reads origins.</param>
    /// <param name="classifier">Reads materials.</param>
    /// <param name="isCovered">Whether a country is a covered country at any time.</param>
    public LineRecognizer(OriginRecognizer recognizer, MaterialClassifier classifier, Func<Country, bool> isCovered)
    {
        _origins = new OriginReader(recognizer);
        _classifier = classifier;
        _auditor = new MentionAuditor(classifier, recognizer, isCovered);
    }

    /// <summary>
    /// Whether a line carries something to decide or to advise on: a covered material, a watched substance, a mention that must be accounted
    /// for, or damage that may hide one.
    /// </summary>
    /// <param name="line">The line.</param>
    /// <param name="lines">The lines to which it was added last.</param>
    /// <param name="books">Counts the cells with a mention.</param>
    public bool IsCarrier(BomLine line, PackedLines lines, SheetBooks books)
    {
        if (_classifier.IsSilent(line, lines))
        {
            return line.Damage is not null;
        }

        Classification found = _classifier.Classify(line);
        bool hasMore = _auditor.MentionsMore(line, found, out int mentions);
        books.Mentions += mentions;
        return hasMore || line.Damage is not null || found is not { Materials.IsEmpty: true, Others.IsEmpty: true };
    }

    /// <summary>Whether the text of an origin or stage column is blank or understood, so that there is nothing to warn of.</summary>
    public bool Understands(string text, OriginCodeScheme scheme) => _origins.Understands(text, scheme);

    /// <summary>Warns of an origin text that is not understood.</summary>
    /// <param name="line">The line.</param>
    /// <param name="at">0-based place of an origin or stage column among the mapped columns.</param>
    /// <param name="scheme">The list that the column's codes come from.</param>
    /// <param name="diagnostics">Receives SC9303.</param>
    public void Warn(BomLine line, int at, OriginCodeScheme scheme, DiagnosticBag diagnostics) => _origins.Warn(line, at, scheme, diagnostics);

    /// <summary>The item of a line at its place in the tree.</summary>
    public BomItem Recognize(BomLine line, BomItem? parent, TreePlace place, Dictionary<MappedColumn, OriginCodeScheme> schemes)
    {
        var mentions = new List<CellMention>();
        Classification found = _auditor.AddMentions(line, _classifier.Classify(line), mentions);
        ImmutableArray<OriginStatement> origins = _origins.Read(line, column => schemes.GetValueOrDefault(column), null);
        if (!found.Materials.IsEmpty)
        {
            mentions.AddRange(_auditor.FindCountries(line, origins));
        }

        return new BomItem
        {
            Line = line,
            Parent = parent,
            Level = place.Level,
            HasChildren = place.HasChildren,
            IsAlternate = place.IsAlternate,
            Quantity = QuantityParser.Parse(line[BomField.Quantity]),
            MassKilograms = MassParser.Parse(line[BomField.Mass], line.Map[BomField.Mass]?.Unit),
            Origins = origins,
            Mentions = [.. mentions],
            Materials = found.Materials,
            OtherSubstances = found.Others,
        };
    }
}
