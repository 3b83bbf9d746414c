using System.Collections.Immutable;
using System.Globalization;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Formats.Reading.Evidence.CycloneDx;

/// <summary>
/// A CycloneDX document as a bill of materials: one row for each component that is a thing, with its level. The nesting of components is the assembly;
/// dependencies are not. An assembly that the document calls incomplete cannot pass, because a part that is missing may be the one that counts.
/// </summary>
internal static class CycloneDxTable
{
    private static readonly (string Header, Func<CycloneDxComponent, string> Text)[] Columns =
    [
        ("Part Number", component => component.Name),
        ("Revision", component => component.Version),
        ("Description", GetDescription),
        ("Quantity", component => component.Quantity.Length > 0 ? component.Quantity : component.GetProperty("quantity")),
        ("Unit", component => component.Unit),
        ("Manufacturer", component => component.Manufacturer),
        ("Manufacturer Part Number", component => component.ManufacturerPartNumber.Length > 0
            ? component.ManufacturerPartNumber : GetOwn(component, "manufacturerPartNumber")),
        ("Supplier", component => component.Supplier),
        ("Material", GetMaterial),
        ("Country of Origin", GetCountry),
        ("HTS Code", component => component.HsCode),
        ("Reference Designator", component => component.GetProperty("location")),
        ("Notes", GetNotes),
    ];

    // The properties that this program writes.
    private const string Own = "sourcing:";
    private const string OwnOrigin = "sourcing:origin:";
    private const string OwnCountry = Own + "countryOfOrigin";

    private static readonly ImmutableArray<string> Stages =
    [
        StageIds.Mined, StageIds.Recycled, StageIds.Refined, StageIds.Separated, StageIds.Melted,
        StageIds.Powder, StageIds.Pressed, StageIds.Sintered, StageIds.Bonded,
        StageIds.Magnetized, StageIds.Reduced, StageIds.Calcined, StageIds.Atomized, StageIds.Consolidated,
        StageIds.Milled, StageIds.Finished, StageIds.Assembled,
    ];

    /// <summary>The document as a table.</summary>
    /// <param name="bom">The document.</param>
    /// <param name="path">Name of the file.</param>
    /// <param name="owner">What to close with it.</param>
    /// <param name="diagnostics">Receives SC9556 to SC9558.</param>
    public static BomDocument Create(CycloneDxDocument bom, string path, IDisposable owner, DiagnosticBag diagnostics)
    {
        Report(bom, path, diagnostics);
        StageColumn[] stages =
        [
            .. Stages.SelectMany(stage => bom.All.SelectMany(component => GetOrigins(component).Where(origin => origin.Stage == stage))
                .Select(origin => origin.Element).Distinct()
                .Select(element => new StageColumn(stage, element, IsFurther: false))
                .SelectMany(column => bom.All.Any(component => GetText(component, column with { IsFurther = true }).Length > 0)
                    ? [column, column with { IsFurther = true }] : new[] { column })),
        ];
        return new BomDocument(path, "cyclonedx", [new BomTable("", false, new RowList(bom, stages))], owner);
    }

    /// <summary>The countries of an origin, with shares: <c>PT 55%, BO 45%</c>.</summary>
    public static string GetWords(CycloneDxOrigin origin) => string.Join(", ", origin.Shares.Select(share =>
        share.Percentage is { } percent && percent != 100 ? string.Create(CultureInfo.InvariantCulture, $"{share.IsoCode} {percent:0.##}%") : share.IsoCode));

    // Origins of the draft, and those that this program writes as properties: sourcing:origin:mined:Sm.
    private static IEnumerable<(string Stage, string Element, string Text)> GetOrigins(CycloneDxComponent component) =>
        component.Origins.Select(origin => (origin.Stage, "", GetWords(origin)))
        .Concat(component.Properties.Where(property => property.Name.StartsWith(OwnOrigin, StringComparison.Ordinal)).Select(property =>
            property.Name[OwnOrigin.Length..].Split(':') is [var stage, var element, ..] ? (stage, element, property.Value)
                : (property.Name[OwnOrigin.Length..], "", property.Value)));

    private static string GetOwn(CycloneDxComponent component, string name) =>
        string.Join("; ", component.Properties.Where(property => property.Name == Own + name)
            .Select(property => property.Value).Distinct(StringComparer.Ordinal));

    private static string GetMaterial(CycloneDxComponent component) => string.Join("; ",
        new[] { component.GetProperty("material", "materials"), component.GetProperty("coveredmaterial"),
            GetOwn(component, "materialWords") }.Where(text => text.Length > 0));

    private static string GetHeader(StageColumn column) =>
        $"{(column.Element.Length > 0 ? Wording.GetElement(column.Element) + " " : "")}{column.Stage} {(column.IsFurther ? "at" : "in")}" is var words
            ? char.ToUpperInvariant(words[0]) + words[1..] : "";

    // Statements of this program that differ were different cells. In one cell they would be one list, which says for certain neither.
    private static string GetText(CycloneDxComponent component, StageColumn column)
    {
        string[] texts = [.. GetOrigins(component).Where(origin => (origin.Stage, origin.Element) == (column.Stage, column.Element))
            .Select(origin => origin.Text)];
        return !component.Origins.IsEmpty ? (column.IsFurther ? "" : string.Join(", ", texts))
            : string.Join(", ", column.IsFurther ? texts.Distinct(StringComparer.Ordinal).Skip(1) : texts.Take(1));
    }

    // The countries of origin that this program writes: those that differ were different cells too.
    private static string[] GetOwnCountries(CycloneDxComponent component) => [.. component.Properties
        .Where(property => property.Name == OwnCountry).Select(property => property.Value).Distinct(StringComparer.Ordinal)];

    private static string GetDescription(CycloneDxComponent component)
    {
        // The draft names parts in words; their form ("powder") decides what they are.
        string name = component.ManufacturerPartNumber.Length > 0 || component.Description.Length == 0 ? component.Name : "";
        return string.Join(", ", new[] { name, component.Description, component.MaterialForm }.Where(text => text.Length > 0));
    }

    private static string GetCountry(CycloneDxComponent component)
    {
        string country = GetOwnCountries(component) is [var own, ..] ? own
            : component.GetProperty("countryoforigin", "origin", "coo", "origincountry", "madein");
        return component.Origins.FirstOrDefault(origin => origin.Stage is "manufactured" or "produced") is { } made
            && country.Length == 0 ? GetWords(made) : country;
    }

    private static string GetNotes(CycloneDxComponent component) => string.Join("; ", component.Origins
        .Where(origin => origin.Stage is not ("manufactured" or "produced") && !Stages.Contains(origin.Stage, StringComparer.Ordinal))
        .Select(origin => $"{(origin.Stage.Length > 0 ? origin.Stage : "stage without a name")}: {GetWords(origin)}")
        .Concat(GetOrigins(component).Skip(component.Origins.Length).Where(origin => !Stages.Contains(origin.Stage, StringComparer.Ordinal))
            .Select(origin => $"{origin.Stage}: {origin.Text}"))
        .Concat(component.GetProperty("lotnumber", "lot", "batch") is { Length: > 0 } lot ? [$"lot {lot}"] : []));

    private static void Report(CycloneDxDocument bom, string path, DiagnosticBag diagnostics)
    {
        CellRef file = CellRef.ForFile(path);
        int software = bom.All.Count(component => component.IsSoftware);
        if (software > 0)
        {
            diagnostics.Note(DiagnosticIds.SoftwareSkipped, file, $"{Wording.FormatCount(software, "component")} of the document "
                + $"{(software == 1 ? "is" : "are")} software or data and {(software == 1 ? "was" : "were")} skipped.");
        }

        if (bom.IsDraft)
        {
            diagnostics.Warn(DiagnosticIds.BomOfDraft, file,
                "The document follows a draft of CycloneDX 2.0, which may still change. Its origins were read as the draft defines them; they are not signed.",
                "Keep the supplier's certificates for what a pass rests on.");
        }

        foreach (CycloneDxComponent component in bom.All.Where(component => component.IsIncomplete && !component.IsSoftware))
        {
            diagnostics.Warn(DiagnosticIds.BomIncomplete, new CellRef(path, component.Place, 0, 0),
                $"The document says that the parts of '{QuotedText.Quote(component.Name)}' are "
                    + $"{(component.Aggregate == "unknown" ? "not known to be complete" : "incomplete")} ({component.Aggregate}). The line cannot pass.",
                "Ask the supplier for the complete list of its parts.");
        }
    }

    // A step of production, of one element or of none; a further column holds what else is said of it.
    private sealed record StageColumn(string Stage, string Element, bool IsFurther);

    private sealed class RowList(CycloneDxDocument bom, StageColumn[] stages) : IEnumerable<BomRow>
    {
        // A column only where a part is left out, so that no other document is read for marks of it.
        private readonly bool _hasAbsent = bom.All.Any(component => GetOwn(component, "notInstalled").Length > 0);
        private readonly int _furtherCountries = bom.All.Select(component => GetOwnCountries(component).Length - 1).Append(0).Max();

        public IEnumerator<BomRow> GetEnumerator()
        {
            var row = new BomRow();
            row.Reset(1);
            string[] headers = ["Level", .. Columns.Select(column => column.Header), .. stages.Select(GetHeader),
                .. Enumerable.Range(2, _furtherCountries).Select(number => string.Create(CultureInfo.InvariantCulture, $"Country of Origin {number}")),
                .. _hasAbsent ? ["DNP"] : Array.Empty<string>()];
            for (int at = 0; at < headers.Length; at++)
            {
                row.Set(at + 1, new BomCell(headers[at], CellKind.Text));
            }

            yield return row;
            int number = 1;
            int first = bom.Product is null ? 1 : 0;
            IEnumerable<(CycloneDxComponent Component, int Level)> all =
                (bom.Product is null ? [] : Placed(bom.Product, first)).Concat(bom.Components.SelectMany(component => Placed(component, 1)));
            foreach ((CycloneDxComponent component, int level) in all)
            {
                Fill(row, ++number, component, level);
                yield return row;
            }
        }

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();

        // What software consists of hangs on the assembly above it: a module listed under its firmware is still a thing.
        private static IEnumerable<(CycloneDxComponent Component, int Level)> Placed(CycloneDxComponent component, int level)
        {
            int below = component.IsSoftware ? level : level + 1;
            IEnumerable<(CycloneDxComponent, int)> parts = component.Components.SelectMany(part => Placed(part, below));
            return component.IsSoftware ? parts : parts.Prepend((component, level));
        }

        private void Fill(BomRow row, int number, CycloneDxComponent component, int level)
        {
            row.Reset(number);
            row.Set(1, new BomCell(level.ToString(CultureInfo.InvariantCulture), CellKind.Number));
            for (int at = 0; at < Columns.Length; at++)
            {
                Set(row, at + 2, Columns[at].Text(component));
            }

            for (int at = 0; at < stages.Length; at++)
            {
                Set(row, Columns.Length + at + 2, GetText(component, stages[at]));
            }

            int further = Columns.Length + stages.Length + 2;
            string[] countries = [.. GetOwnCountries(component).Skip(1)];
            for (int at = 0; at < countries.Length; at++)
            {
                Set(row, further + at, countries[at]);
            }

            if (_hasAbsent && GetOwn(component, "notInstalled").Length > 0)
            {
                Set(row, further + _furtherCountries, "DNP");
            }

            row.UnreadCell = component.IsIncomplete
                ? $"the list of its parts is not complete ({component.Aggregate}), so it is not known what it contains" : null;
        }

        private static void Set(BomRow row, int column, string text)
        {
            if (text.Length > 0)
            {
                row.Set(column, new BomCell(text, CellKind.Text));
            }
        }
    }
}
