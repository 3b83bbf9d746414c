using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using SourcingCompliance.Evidence;
using SourcingCompliance.Formats.Files;
using SourcingCompliance.Formats.Reading.Evidence;
using SourcingCompliance.Formats.Reading.Questionnaires;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Recognition.Origins;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Running.Exchange;

/// <summary>Reads what suppliers send: filled questionnaires of ours first, then the forms of others. It writes nothing.</summary>
public sealed class AnswerReceiver
{
    private readonly CountryVocabulary _countries;
    private readonly Dictionary<string, (byte[] Content, string FileName)> _given = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Receives with the shipped vocabulary.</summary>
    /// <param name="documents">Folder of the documents that came with the answers; null = none.</param>
    /// <param name="diagnostics">Receives what is wrong with the rules or the folder.</param>
    public AnswerReceiver(string? documents, DiagnosticBag diagnostics)
    {
        _countries = CountryVocabulary.Load(RuleFolders.WithOwn([], diagnostics), diagnostics);
        foreach (string path in documents is not null && Directory.Exists(documents) ? Directory.GetFiles(documents)
            .Order(StringComparer.Ordinal).ToArray() : [])
        {
            if (!OrdinaryFile.IsSpecial(path))
            {
                _given.TryAdd(Path.GetFileName(path), (OrdinaryFile.ReadAllBytes(path), Path.GetFileName(path)));
            }
        }
    }

    /// <summary>Receives with the shipped vocabulary, and documents that are in memory.</summary>
    /// <param name="documents">The documents that came with the answers; of two of one name the first counts.</param>
    /// <param name="diagnostics">Receives what is wrong with the rules.</param>
    public static AnswerReceiver Create(IEnumerable<(byte[] Content, string FileName)> documents, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(documents);
        var receiver = new AnswerReceiver(null, diagnostics);
        foreach ((byte[] content, string name) in documents)
        {
            receiver._given.TryAdd(name, (content, name));
        }

        return receiver;
    }

    /// <summary>Reads one file.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="supplier">Who sent it, for forms that do not say so; null = as the form says.</param>
    /// <param name="ledger">The ledger as it stands.</param>
    /// <param name="diagnostics">Receives what is wrong with it.</param>
    public Receipt Read(string path, string? supplier, EvidenceLedger ledger, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(diagnostics);
        byte[] content;
        try
        {
            content = OrdinaryFile.ReadAllBytes(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            diagnostics.Error(DiagnosticIds.FileNotReadable, CellRef.ForFile(path),
                $"The file cannot be opened: {FileTrouble.GetWords(problem)}.", "Check the path.");
            return new Receipt(path, null);
        }

        return Read(path, content, supplier, ledger, diagnostics);
    }

    /// <summary>Reads one file that is in memory.</summary>
    /// <param name="path">What messages call it, and the statement with it; nothing is opened by it.</param>
    /// <param name="content">Its content.</param>
    /// <param name="supplier">Who sent it, for forms that do not say so; null = as the form says.</param>
    /// <param name="ledger">The ledger as it stands.</param>
    /// <param name="diagnostics">Receives what is wrong with it.</param>
    public Receipt Read(string path, byte[] content, string? supplier, EvidenceLedger ledger, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(diagnostics);
        string hash = Convert.ToHexStringLower(SHA256.HashData(content));
        var own = new DiagnosticBag();
        QuestionnaireReading? reading =
            new QuestionnaireReader(_countries).Read(new MemoryStream(content, writable: false), path, hash, ledger.Log.Requests, GetDocument, own);
        if (reading is not null)
        {
            own.Items.ToList().ForEach(diagnostics.Add);
            return WithDocuments(new Receipt(path, $"questionnaire {reading.Request.Id}")
            {
                Questionnaire = reading,
                Statements = [reading.Statement], Warnings = reading.Warnings
            }, content);
        }

        if (own.GetCount(DiagnosticIds.AnswerOfNoRequest) + own.GetCount(DiagnosticIds.AnswerTwice) > 0)
        {
            own.Items.ToList().ForEach(diagnostics.Add);
            return new Receipt(path, null);
        }

        return Import(path, content, hash, supplier, diagnostics);
    }

    private Receipt Import(string path, byte[] content, string hash, string? supplier, DiagnosticBag diagnostics)
    {
        var told = new DiagnosticBag();
        ImportedEvidence imported = new EvidenceImporter(_countries).Import(new MemoryStream(content, writable: false), path, ReadLimits.Default, told);
        told.Items.ToList().ForEach(diagnostics.Add);
        if (imported.Form is not { } form)
        {
            if (!told.HasErrors)
            {
                diagnostics.Error(DiagnosticIds.AnswerNotKnown, CellRef.ForFile(path), "The file is neither a questionnaire of ours nor a form of a kind "
                    + "that is known. Nothing was taken from it.", "Record what it says with 'sourcing evidence add --document'.");
            }

            return new Receipt(path, null);
        }

        imported = supplier is null ? imported : imported.WithSupplier(supplier);
        Statement[] statements =
        [
            .. imported.Statements.Select((statement, at) => statement with
            {
                Id = string.Create(CultureInfo.InvariantCulture, $"F{hash[..10].ToUpperInvariant()}-{at + 1}"),
                Source = statement.Source with { FileName = Path.GetFileName(path), Sha256 = hash },
                Unread = [.. statement.Unread, .. at == 0 ? imported.Left.Where(left => !statement.Unread.Contains(left)) : []],
            }),
        ];
        if (statements.FirstOrDefault(statement => statement.Supplier.Name.Length == 0) is not null)
        {
            diagnostics.Error(DiagnosticIds.AnswerNotKnown, CellRef.ForFile(path), "The form does not say who sent it. Nothing was taken from it.",
                "Name the supplier with --supplier.");
            return new Receipt(path, form.Title);
        }

        // What was left stands in the first statement; where there is none, it is said here.
        IEnumerable<string> left = statements.Length > 0 ? [] : imported.Left.Select(one => $"not taken: {one.Place} \"{one.Text}\" ({one.Reason})");
        return WithDocuments(new Receipt(path, form.Title) { Statements = [.. statements], Warnings = [.. imported.Contradictions, .. left] }, content);
    }

    // The answer itself is kept as well; it supports nothing by itself, but an auditor wants to see it.
    private Receipt WithDocuments(Receipt receipt, byte[] content)
    {
        string name = Path.GetFileName(receipt.File);
        StatementDocument response = EvidenceStore.GetDocument(content, name, "response");
        var documents = ImmutableDictionary.CreateBuilder<string, (byte[], string, string)>();
        documents[response.Sha256] = (content, name, response.Kind);
        foreach (StatementDocument document in receipt.Statements.SelectMany(statement => statement.Documents))
        {
            if (_given.TryGetValue(document.FileName, out (byte[] Content, string FileName) given))
            {
                documents[document.Sha256] = (given.Content, given.FileName, document.Kind);
            }
        }

        return receipt with
        {
            Documents = documents.ToImmutable(),
            Statements = [.. receipt.Statements.Select(statement => statement with { Documents = [.. statement.Documents, response] })],
        };
    }

    private StatementDocument? GetDocument(string name) =>
        _given.TryGetValue(Path.GetFileName(name.Replace('\\', '/')), out (byte[] Content, string FileName) given)
            ? EvidenceStore.GetDocument(given.Content, given.FileName, "certificate") : null;
}
