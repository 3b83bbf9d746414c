using System.Text.Json;
using System.Xml.Linq;
using SourcingCompliance.Evidence;
using SourcingCompliance.Formats.Reading.Evidence.CycloneDx;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Formats.Reading.Evidence;

/// <summary>
/// What becomes of a supplier's form that is given to be checked: a CycloneDX document of hardware is a bill of materials and is read as one; any other form
/// is named with the verb that takes it, and counts as not read.
/// </summary>
internal static class CheckedForms
{
    /// <summary>Opens a CycloneDX document as a bill of materials; null when the content is none of the forms in JSON and XML.</summary>
    /// <param name="content">The stream; closed with the document.</param>
    /// <param name="path">Name of the file.</param>
    /// <param name="limits">What the file may cost at the most.</param>
    /// <param name="diagnostics">Receives SC9556 to SC9559.</param>
    /// <exception cref="ReadingStoppedException">It is another form, or lists no hardware.</exception>
    public static BomDocument? TryOpen(Stream content, string path, ReadLimits limits, DiagnosticBag diagnostics)
    {
        CycloneDxDocument? bom = FromXml(content, limits) ?? FromJson(content, path, limits, diagnostics);
        if (bom is null)
        {
            return null;
        }

        return bom.HasHardware ? CycloneDxTable.Create(bom, path, content, diagnostics) : throw new ReadingStoppedException(
            DiagnosticIds.SoftwareBom, "The file is a CycloneDX document that lists software and no hardware, so there is nothing to check.",
            "Ask for the bill of materials of the hardware.");
    }

    /// <summary>The refusal of a form.</summary>
    public static ReadingStoppedException Refuse(EvidenceForm form) => new(
        DiagnosticIds.FormIsNoBom, $"The file is {form.Title}, not a bill of materials. It was not read.",
        form.RefusedBecause is { } reason ? reason : form.Remedy);

    /// <summary>Says that a form whose columns are shown is not read by a check.</summary>
    public static void Warn(EvidenceForm form, string path, DiagnosticBag diagnostics) => diagnostics.Warn(
        DiagnosticIds.FormIsNoBom, CellRef.ForFile(path), $"The file is {form.Title}, not a bill of materials. A check does not read it.",
        form.RefusedBecause ?? form.Remedy);

    private static CycloneDxDocument? FromXml(Stream content, ReadLimits limits)
    {
        if (XmlTree.PeekRoot(content) is not { } found || EvidenceRecognizer.OfXml(found.Name, found.Namespace) is not { } form)
        {
            return null;
        }

        if (form.Kind != EvidenceKind.CycloneDx || form.RefusedBecause is not null)
        {
            throw Refuse(form);
        }

        XElement root = XmlTree.Load(content, limits);
        return new CycloneDxXml(root).Read();
    }

    private static CycloneDxDocument? FromJson(Stream content, string path, ReadLimits limits, DiagnosticBag diagnostics)
    {
        if (!EvidenceRecognizer.LooksLikeJson(content))
        {
            return null;
        }

        try
        {
            using JsonDocument document = EvidenceRecognizer.ParseJson(content, limits);
            if (EvidenceRecognizer.OfJson(document.RootElement) is not { } form)
            {
                return null;
            }

            CycloneDxDocument bom = form.Kind == EvidenceKind.CycloneDx && form.RefusedBecause is null
                ? new CycloneDxJson(document.RootElement).Read() : throw Refuse(form);
            foreach (UnreadAnswer broken in bom.IsDraft ? DraftRules.Verify(document.RootElement) : [])
            {
                diagnostics.Warn(DiagnosticIds.BomInvalid, new CellRef(path, broken.Place, 0, 0),
                    $"{broken.Reason}{(broken.Text.Length > 0 ? $" Found: '{broken.Text}'." : "")}", "Have the supplier correct the document.");
            }

            return bom;
        }
        catch (JsonException exception)
        {
            // A damaged document of this kind must not be taken for a list of one column; anything else in braces may be a list.
            return EvidenceRecognizer.NamesForm(content)
                ? throw Stop.Damaged($"The file is a CycloneDX document or certificate in JSON and cannot be used: {exception.Message}.") : null;
        }
    }
}
