using System.Collections.Immutable;
using System.Security.Cryptography;
using SourcingCompliance.Evidence;
using SourcingCompliance.Items;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Running.Exchange;
using SourcingCompliance.Server.Storage;
using SourcingCompliance.Server.Uploads;

namespace SourcingCompliance.Server.Ledger;

/// <summary>Reads what suppliers sent, and stores it when the user has seen what was understood.</summary>
/// <param name="ledger">The ledger.</param>
/// <param name="uploads">Where contents are kept.</param>
/// <param name="kept">Lets the second form name the files of the first.</param>
/// <param name="time">The clock.</param>
public sealed class AnswerIntake(LedgerFolder ledger, UploadFolder uploads, KeptFiles kept, TimeProvider time) : IDisposable
{
    // A workbook may be large when it is inflated; one at a time bounds the memory.
    private readonly SemaphoreSlim _one = new(1);

    private DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    /// <summary>What a run of today asks of a statement.</summary>
    /// <param name="delivery">The last delivery; null = not known.</param>
    public EvidenceTerms GetTerms(DateOnly? delivery) => new() { AsOf = Today, Delivery = delivery };

    /// <summary>Reads answers and stores nothing.</summary>
    /// <param name="answers">The answers.</param>
    /// <param name="documents">The documents that came with them.</param>
    /// <param name="supplier">Who sent them, for forms that do not say so; empty = as the forms say.</param>
    /// <param name="delivery">The delivery on which they must hold; null = not known.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<AnswerReview> Read(
        IReadOnlyList<(string Name, StoredContent Content)> answers, IReadOnlyList<(string Name, StoredContent Content)> documents,
        string supplier, DateOnly? delivery, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(documents);
        var refused = answers.Concat(documents)
            .Select(file => (file.Name, Reason: FileScreening.FindProblem(file.Name, file.Content, uploads)))
            .Where(file => file.Reason is not null).Select(file => (file.Name, file.Reason ?? "")).ToList();
        // A certificate among the answers goes with the answer that names it.
        (string Name, StoredContent Content)[] good = [.. answers.Where(file => !FileScreening.IsPaper(file.Name) && !IsRefused(file))];
        (string Name, StoredContent Content)[] beside =
            [.. documents.Concat(answers.Where(file => FileScreening.IsPaper(file.Name))).Where(file => !IsRefused(file))];
        if (good.Length == 0)
        {
            refused.AddRange(beside.Select(file => (file.Name, "It is a document that supports an answer, not a form that can be read. Record by hand what it "
                + "says, with the document attached, or upload it together with the filled questionnaire that names it.")));
        }

        await _one.WaitAsync(cancellation);
        try
        {
            AnswerFile[] files = await Task.Run(() => ReadAll(good, beside, supplier, delivery), cancellation);
            HashSet<string> named = [.. files.SelectMany(file => file.Receipt.Documents.Keys)];
            return new AnswerReview(files, refused)
            {
                Answers = good,
                Documents = beside,
                KeptAnswers = kept.Keep(good),
                KeptDocuments = kept.Keep(beside),
                Unnamed = [.. beside.Where(document => !named.Contains(document.Content.Sha256)).Select(document => document.Name)],
                Supplier = supplier,
            };
        }
        finally
        {
            _one.Release();
        }

        bool IsRefused((string Name, StoredContent Content) file) => FileScreening.FindProblem(file.Name, file.Content, uploads) is not null;
    }

    /// <summary>Stores what was read.</summary>
    /// <param name="files">The files, as they were shown to the user.</param>
    /// <param name="replaces">Whether a statement on file that says something else is replaced.</param>
    /// <param name="cancellation">Gives up before anything is written.</param>
    /// <returns>Ids of the statements that were stored.</returns>
    /// <exception cref="Running.Output.OutputRefusedException">The ledger cannot be written.</exception>
    public Task<IReadOnlyList<string>> Keep(IReadOnlyList<AnswerFile> files, bool replaces, CancellationToken cancellation) =>
        ledger.Change<IReadOnlyList<string>>((before, store) =>
        {
            var stored = new List<string>();
            foreach (AnswerFile file in files)
            {
                // Looked up again: somebody else may have stored an answer since the page was shown.
                Statement[] wanted = [.. file.Receipt.Statements.Where(statement => GetState(before, statement) is var state
                    && (state == AnswerState.New || (state == AnswerState.Different && replaces)))];
                foreach ((byte[] content, string name, string kind) in wanted.Length > 0 ? file.Receipt.Documents.Values : [])
                {
                    store.PutDocument(content, name, kind);
                }

                foreach (Statement statement in wanted)
                {
                    stored.Add(store.Put(statement, Today).Id);
                }
            }

            return stored;
        }, cancellation);

    /// <summary>A statement with its place in the ledger.</summary>
    /// <param name="before">The ledger as it stands.</param>
    /// <param name="statement">The statement.</param>
    /// <param name="terms">What a run asks of it.</param>
    internal static AnswerStatement Judge(EvidenceLedger before, Statement statement, EvidenceTerms terms) =>
        new(statement, GetState(before, statement),
            statement.Source.IsLead ? UncountedReason.Lead : StatementStanding.Get(statement, terms));

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    private AnswerFile[] ReadAll(
        (string Name, StoredContent Content)[] answers, (string Name, StoredContent Content)[] documents, string supplier, DateOnly? delivery)
    {
        var damaged = new DiagnosticBag();
        if (ledger.Read(damaged) is not { } before)
        {
            return [.. answers.Select(answer => new AnswerFile(answer.Name, new Receipt(answer.Name, null), [.. damaged.Items]))];
        }

        var receiver = AnswerReceiver.Create(documents.Select(document => (GetContent(document.Content), document.Name)), new DiagnosticBag());
        return [.. answers.Select(answer =>
        {
            var problems = new DiagnosticBag();
            Receipt receipt = receiver.Read(answer.Name, GetContent(answer.Content), supplier.Length > 0 ? supplier : null, before, problems);
            return new AnswerFile(answer.Name, receipt, [.. problems.Items.Where(one => one.Severity != DiagnosticSeverity.Note)])
            {
                Statements = [.. receipt.Statements.Select(statement => Judge(before, statement, GetTerms(delivery)))],
            };
        })];
    }

    private byte[] GetContent(StoredContent content) => File.ReadAllBytes(uploads.GetPath(content.Sha256));

    private static AnswerState GetState(EvidenceLedger before, Statement statement)
    {
        Statement? known = before.Statements.FirstOrDefault(one => string.Equals(one.Id, statement.Id, StringComparison.OrdinalIgnoreCase));
        return known is null ? AnswerState.New : Hash(known) == Hash(statement) ? AnswerState.Same : AnswerState.Different;
    }

    private static string Hash(Statement statement) =>
        Convert.ToHexString(SHA256.HashData(StatementWriter.ToBytes(statement with { ReceivedOn = null, Path = "" })));
}
