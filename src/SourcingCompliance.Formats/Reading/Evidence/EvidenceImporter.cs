using System.Text;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using SourcingCompliance.Formats.Reading.Evidence.Certificates;
using SourcingCompliance.Formats.Reading.Evidence.CycloneDx;
using SourcingCompliance.Formats.Reading.Evidence.Ipc1752;
using SourcingCompliance.Formats.Reading.Evidence.KnownParts;
using SourcingCompliance.Formats.Reading.Evidence.Rmi;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Primitives.Json;
using SourcingCompliance.Recognition.Origins;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Formats.Reading.Evidence;

/// <summary>
/// Takes in what suppliers send: reporting templates, material declarations, CycloneDX documents, certificates, disclosures and lists of parts with facts.
/// What a document is shows in its structure; its name plays no part. One instance belongs to one thread at a time.
/// </summary>
public sealed class EvidenceImporter
{
    private readonly OriginRecognizer _origins;

    /// <summary>An importer over a vocabulary of countries.</summary>
    /// <param name="countries">The vocabulary.</param>
    public EvidenceImporter(CountryVocabulary countries) => _origins = new OriginRecognizer(countries, OriginSettings.Default);

    /// <summary>Takes a document in.</summary>
    /// <param name="content">Seekable stream over the whole file; it is closed.</param>
    /// <param name="name">Name of the file, for messages only.</param>
    /// <param name="limits">What the file may cost at the most.</param>
    /// <param name="diagnostics">Receives SC9551 for a document of no known kind, SC9552 for one that is refused, SC9553 and SC9554 for what was left and what
    /// contradicts itself, and what is wrong with the file.</param>
    /// <returns>What was taken and what was left; its form is null for a document of no known kind or that cannot be read.</returns>
    public ImportedEvidence Import(Stream content, string name, ReadLimits limits, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(limits);
        ArgumentNullException.ThrowIfNull(diagnostics);
        CellRef file = CellRef.ForFile(name.Replace('\\', '/'));
        using (content)
        {
            ImportedEvidence? imported = null;
            try
            {
                imported = content.Length > limits.MaximumFileBytes
                    ? throw Stop.AtLimit("bytes", limits.MaximumFileBytes, nameof(ReadLimits.MaximumFileBytes))
                    : ImportXml(content, limits) ?? ImportJson(content, limits) ?? ImportTables(content, file.File, limits, diagnostics);
            }
            catch (JsonException exception)
            {
                diagnostics.Error(DiagnosticIds.FileDamaged, file, $"The file cannot be used: {exception.Message}.", "Ask for the file again.");
                return new ImportedEvidence(Form: null);
            }
            catch (Exception exception) when (GuardedRows.IsBadInput(exception))
            {
                new OnceDiagnostics(diagnostics, file.File).Add(GuardedRows.Explain(exception), file);
                return new ImportedEvidence(Form: null);
            }

            Report(imported, file, diagnostics);
            return imported ?? new ImportedEvidence(Form: null);
        }
    }

    private ImportedEvidence? ImportXml(Stream content, ReadLimits limits)
    {
        if (XmlTree.PeekRoot(content) is not { } found || EvidenceRecognizer.OfXml(found.Name, found.Namespace) is not { } form)
        {
            return null;
        }

        if (form.RefusedBecause is not null)
        {
            return new ImportedEvidence(form);
        }

        XElement root = XmlTree.Load(content, limits);
        return form.Kind == EvidenceKind.CycloneDx ? CycloneDxImporter.Import(new CycloneDxXml(root).Read(), default, GetCountry)
            : DeclarationImporter.Import(root);
    }

    private ImportedEvidence? ImportJson(Stream content, ReadLimits limits)
    {
        if (!EvidenceRecognizer.LooksLikeJson(content))
        {
            return null;
        }

        using JsonDocument document = EvidenceRecognizer.ParseJson(content, limits);
        if (EvidenceRecognizer.OfJson(document.RootElement) is not { } form)
        {
            return null;
        }

        return form.RefusedBecause is not null ? new ImportedEvidence(form) : form.Kind switch
        {
            EvidenceKind.CycloneDx => CycloneDxImporter.Import(new CycloneDxJson(document.RootElement).Read(), document.RootElement, GetCountry),
            EvidenceKind.En10168 => CertificateImporter.Import(document.RootElement),
            _ => new ImportedEvidence(form),
        };
    }

    private ImportedEvidence? ImportTables(Stream content, string name, ReadLimits limits, DiagnosticBag diagnostics)
    {
        // What a list of parts would be warned of does not matter here; what ends the reading does.
        var reading = new DiagnosticBag();
        using BomDocument? document = BomDocumentReader.OpenTables(new SharedStreamView(content, limits.Cancellation), name, limits, reading);
        ImportedEvidence? imported = document is null ? null : ImportTables(document);
        foreach (Diagnostic problem in reading.Items.Where(problem => problem.Severity == DiagnosticSeverity.Error))
        {
            diagnostics.Add(problem);
        }

        return imported ?? (document is { Format: "csv" or "text" } && !document.Tables[0].IsDelimited && GetText(content) is { } text
            && CertificateWording.IsCertificate(text) ? CertificateImporter.Import(text)
            : reading.HasErrors ? new ImportedEvidence(Form: null)
            : null);
    }

    private ImportedEvidence? ImportTables(BomDocument document)
    {
        if (document.Format is not ("csv" or "text") && RmiSheets.From(document, isThorough: true) is { } template)
        {
            return RmiImporter.Import(template, GetCountry);
        }

        foreach (BomTable table in document.Tables)
        {
            if (DisclosureImporter.GetHeader(table) is { } disclosure)
            {
                return DisclosureImporter.Import(document, table, disclosure);
            }

            if (KnownPartsImporter.GetHeader(table) is { } columns)
            {
                return new KnownPartsImporter(columns, table.Name, GetCountry).Import(table.Rows);
            }
        }

        return null;
    }

    private static string? GetText(Stream content)
    {
        const int most = 1 << 20;
        byte[] bytes = new byte[Math.Min(content.Length, most)];
        content.Position = 0;
        int length = content.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return Encoding.UTF8.GetString(bytes, 0, length);
    }

    // A country counts only where the text names one and nothing else.
    private Country? GetCountry(string text)
    {
        RecognizedOrigin origin = _origins.RecognizeCell(text, OriginCodeScheme.Iso);
        return origin is { Certainty: OriginCertainty.Definite, Relation: OriginRelation.Single, Unread: null, Countries: [var country] } ? country : null;
    }

    private static void Report(ImportedEvidence? imported, CellRef file, DiagnosticBag diagnostics)
    {
        if (imported?.Form is not { } form)
        {
            if (imported is null)
            {
                diagnostics.Error(DiagnosticIds.FormUnknown, file, "The file is no form that is known: no reporting template, material declaration, "
                    + "CycloneDX document, certificate, or list of parts with facts. Nothing was taken.",
                    "Ask the supplier for one of these, or record the answer with 'sourcing evidence add'.");
            }

            return;
        }

        if (form.RefusedBecause is { } reason)
        {
            diagnostics.Error(DiagnosticIds.FormRefused, file, $"The file is {form.Title}. {reason} Nothing was taken.",
                "Ask the supplier for another form, or record the answer with 'sourcing evidence add'.");
            return;
        }

        if (!imported.Left.IsEmpty)
        {
            diagnostics.Note(DiagnosticIds.FormEntriesLeft, file,
                $"{Wording.FormatCount(imported.Left.Length, "entry", "entries")} of {form.Title} {(imported.Left.Length == 1 ? "was" : "were")} not taken.",
                "The list of entries gives the place and the reason of each.");
        }

        foreach (string contradiction in imported.Contradictions)
        {
            diagnostics.Warn(DiagnosticIds.FormContradicts, file, $"The form contradicts itself. {contradiction}",
                "Ask the supplier which of the two is right.");
        }
    }
}
