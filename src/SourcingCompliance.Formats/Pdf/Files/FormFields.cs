using System.Globalization;
using System.Text;
using SourcingCompliance.Formats.Pdf.Documents;
using SourcingCompliance.Formats.Pdf.Fonts;
using SourcingCompliance.Formats.Pdf.Layout;

namespace SourcingCompliance.Formats.Pdf.Files;

/// <summary>
/// The fields of a document that a reader can fill in (ISO 32000-1, 12.7). Each has an appearance of its own and no action, and the font that a
/// program types with is embedded, so that PDF/A-3 (ISO 19005-3, 6.3.3 and 6.4.1) holds before and after they are filled.
/// </summary>
/// <param name="objects">The file.</param>
/// <param name="structure">Learns which field belongs to which node.</param>
/// <param name="face">The face that answers are typed in.</param>
/// <param name="pageHeight">Height of the pages.</param>
internal sealed class FormFields(PdfObjects objects, StructureTree structure, FontFace face, double pageHeight)
{
    private const string Appearance = "/Inter 9 Tf 0.106 0.141 0.188 rg";
    private readonly List<int> _fields = [];
    private readonly Dictionary<(double Width, double Height, bool IsChecked), int> _appearances = [];
    private readonly Dictionary<string, int> _names = new(StringComparer.Ordinal);

    /// <summary>Writes a field.</summary>
    /// <returns>Number of its object, which is an annotation of the page too.</returns>
    public int Write(PlacedField placed, int page, int pageObject)
    {
        int id = objects.Reserve();
        int key = structure.Annotate(placed.Node ?? throw new InvalidOperationException("A field has no node of the structure."), page, id);
        (double bottom, FormField field) = (pageHeight - placed.Y - placed.Height, placed.Field);
        string kind = field.IsCheckBox
            ? $"/FT /Btn /V /Off /AS /Off /AP << /N << /Yes {GetAppearance(placed, isChecked: true)} /Off {GetAppearance(placed, isChecked: false)} >> >>"
            : $"/FT /Tx /DA ({Appearance}) /AP << /N {GetAppearance(placed, isChecked: false)} >>{(field.IsMultiline ? " /Ff 4096" : "")}";
        objects.Write(id, string.Create(
            CultureInfo.InvariantCulture,
            $"<< /Type /Annot /Subtype /Widget /F 4 /P {pageObject} 0 R /Rect "
                + $"[{PdfTokens.Numbers(placed.X, bottom, placed.X + placed.Width, bottom + placed.Height)}] /T {PdfTokens.Text(GetName(field))} /TU "
                    + $"{PdfTokens.Text(field.Says)} /StructParent {key} {kind} >>"));
        _fields.Add(id);
        return id;
    }

    /// <summary>Writes what belongs to all fields.</summary>
    /// <returns>The entry of the catalog; empty when there are no fields.</returns>
    public string WriteForm() => _fields.Count == 0
        ? ""
        : $" /AcroForm << /Fields [{string.Join(' ', _fields.Select(PdfTokens.Reference))}] /DR << /Font << /Inter {PdfTokens.Reference(WriteFont())} >> >> "
            + $"/DA ({Appearance}) >>";

    // ISO 32000-1, 12.7.3.2: two fields of one name would be one field with one answer.
    private string GetName(FormField field)
    {
        int times = _names[field.Name] = _names.GetValueOrDefault(field.Name) + 1;
        return times == 1 ? field.Name : string.Create(CultureInfo.InvariantCulture, $"{field.Name} ({times})");
    }

    private string GetAppearance(PlacedField placed, bool isChecked)
    {
        (double width, double height) = (Math.Round(placed.Width, 2), Math.Round(placed.Height, 2));
        if (!_appearances.TryGetValue((width, height, isChecked), out int id))
        {
            string check = string.Create(CultureInfo.InvariantCulture,
                $"q 0.106 0.141 0.188 RG {PdfTokens.Number(width * 0.14)} w {PdfTokens.Numbers(width * 0.18, height * 0.48)} m "
                    + $"{PdfTokens.Numbers(width * 0.42, height * 0.2)} l {PdfTokens.Numbers(width * 0.84, height * 0.82)} l S Q");
            string content = isChecked ? check : placed.Field.IsCheckBox ? "" : "/Tx BMC EMC";
            _appearances[(width, height, isChecked)] = id = objects.AddStream(
                $"/Type /XObject /Subtype /Form /BBox [0 0 {PdfTokens.Numbers(width, height)}] /Resources << >>",
                Encoding.ASCII.GetBytes(content), isCompressed: false);
        }

        return PdfTokens.Reference(id);
    }

    private int WriteFont()
    {
        int[] glyphs = [0, .. WinAnsi.CodePoints.Select(codePoint => face.GetGlyph(codePoint))];
        byte[] subset = TrueTypeSubset.Build(face, glyphs, CharacterMapTable.Get([.. WinAnsi.CodePoints.Select((codePoint, index) => (codePoint, index + 1))]));
        int file = objects.AddStream(string.Create(CultureInfo.InvariantCulture, $"/Length1 {subset.Length}"), subset);
        (int left, int bottom, int right, int top) = face.Bounds;
        string name = PdfTokens.Name("INTERF+" + face.PostScriptName);
        // Flag 6 = nonsymbolic: the codes are those of the encoding.
        int descriptor = objects.Add(
            $"<< /Type /FontDescriptor /FontName {name} /Flags 32 /FontBBox [{PdfTokens.Numbers(Scaled(left), Scaled(bottom), Scaled(right), Scaled(top))}] "
                + $"/ItalicAngle 0"
            + $" /Ascent {PdfTokens.Number(Scaled(face.Ascent))} /Descent {PdfTokens.Number(Scaled(face.Descent))} /CapHeight "
                + $"{PdfTokens.Number(Scaled(face.CapHeight))} /StemV 80 /FontFile2 {PdfTokens.Reference(file)} >>");
        string widths = string.Join(' ', WinAnsi.CodePoints.Select(codePoint => PdfTokens.Number(Scaled(face.GetAdvance(face.GetGlyph(codePoint))))));
        return objects.Add($"<< /Type /Font /Subtype /TrueType /BaseFont {name} /Encoding /WinAnsiEncoding /FirstChar 32 /LastChar 255 /FontDescriptor "
            + $"{PdfTokens.Reference(descriptor)} /Widths [{widths}] >>");
    }

    private double Scaled(int units) => units * 1000.0 / face.UnitsPerEm;
}
