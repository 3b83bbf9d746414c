using System.Collections.Immutable;
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

    public LineRecognizer(OriginRecognizer recognizer, MaterialClassifier classifier)
    {
        _origins = new OriginReader(recognizer);
        _classifier = classifier;
    }

    /// <summary>Whether a line carries something to decide or to advise on: a covered material, a watched substance, or damage that may hide one.</summary>
    /// <param name="line">The line.</param>
    /// <param name="lines">The lines to which it was added last.</param>
    public bool IsCarrier(BomLine line, PackedLines lines) =>
        line.Damage is not null || (!_classifier.IsSilent(line, lines) && _classifier.Classify(line) is not { Materials.IsEmpty: true, Others.IsEmpty: true });

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
        Classification found = _classifier.Classify(line);
        return new BomItem
        {
            Line = line,
            Parent = parent,
            Level = place.Level,
            HasChildren = place.HasChildren,
            IsAlternate = place.IsAlternate,
            Quantity = QuantityParser.Parse(line[BomField.Quantity]),
            MassKilograms = MassParser.Parse(line[BomField.Mass], line.Map[BomField.Mass]?.Unit),
            Origins = _origins.Read(line, column => schemes.GetValueOrDefault(column), null),
            Materials = found.Materials,
            OtherSubstances = found.Others,
        };
    }
}
