#pragma warning disable
using System.Collections.Immutable; using SourcingCompliance.Boms; using SourcingCompliance.Diagnostics; using SourcingCompliance.Normalization.Countries;
namespace SourcingCompliance.Normalization;
public sealed class OriginReader(OriginRecognizer r) { public ImmutableArray<OriginStatement> Read(BomLine line, OriginCodeScheme s, DiagnosticBag d) {
 var l = new List<OriginStatement>();
 foreach (var (c,t) in line.Texts) { var st = StageIds.OfField(c.Field); if (c.Field==BomField.CountryOfOrigin||st!=null) { l.Add(new OriginStatement(line.CellOf(c), c.Field, t, st, c.Element, r.RecognizeCell(t, s))); }
   else if (c.Field==BomField.Description||c.Field==BomField.Notes) { var o=r.RecognizeLabelled(t); if (o.Certainty!=OriginCertainty.Unknown) l.Add(new OriginStatement(line.CellOf(c), c.Field, t, null, null, o)); } }
 return [..l]; } }
public static class QuantityParser { public static decimal? Parse(string t) => decimal.TryParse(t, System.Globalization.CultureInfo.InvariantCulture, out var d)?d:null; }
public static class MassParser { public static decimal? Parse(string t, string? u) => null; }
