using System.Globalization;
using System.Text.RegularExpressions;
using SourcingCompliance.Evidence;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Running.Evidence;
using SourcingCompliance.Running.Output;
using SourcingCompliance.Server.Access;
using SourcingCompliance.Server.Ledger;
using SourcingCompliance.Server.Responses;
using SourcingCompliance.Server.Storage;
using SourcingCompliance.Server.Uploads;
using SourcingCompliance.Server.Views;

namespace SourcingCompliance.Server.Pages.Answers;

/// <summary>The library: who has proved what until when, with its documents, and the ledger as a zip.</summary>
internal static partial class EvidenceEndpoints
{
    /// <summary>Maps the paths.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        routes.MapGet("/evidence", List);
        routes.MapGet("/evidence/statements/{id}", Show);
        routes.MapGet("/evidence/documents/{sha256}", Download);
        routes.MapGet("/evidence/evidence.zip", Export);
        routes.MapPost("/evidence/import", Import).RequireRateLimiting(RequestLimits.Uploads);
    }

    private static async Task<IResult> List(
        LedgerFolder folder, NewestChecks checks, Rechecks rechecks, TimeProvider time, CancellationToken cancellation, string? q = null,
        string? standing = null)
    {
        var problems = new DiagnosticBag();
        EvidenceLedger? ledger = await Task.Run(() => folder.Read(problems), cancellation);
        IReadOnlyList<(PastCheck Check, CheckView View)> found = await checks.ReadViews(cancellation);
        DateOnly today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        (PastCheck Check, CheckView View) last = found.OrderBy(one => one.View.Delivery, StringComparer.Ordinal).LastOrDefault();
        DateOnly? delivery = last.View?.Delivery is { } text ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
        var terms = new EvidenceTerms { AsOf = today, Delivery = delivery > today ? delivery : null };
        IReadOnlyList<EvidenceRow> all = ledger is null ? [] : EvidenceRow.Get(ledger, terms);
        string search = q?.Trim() ?? "";
        string shown = standing is "counts" or "ending" or "not" ? standing : "";
        return PageResult.Show<EvidencePage>(new
        {
            Model = new EvidenceModel([.. all.Where(row => (search.Length == 0 || row.Contains(search)) && (shown.Length == 0 || row.Standing == shown))],
                all, found)
            {
                Search = search, Standing = shown, NeededOn = terms.NeededOn, NeededFor = terms.Delivery is null ? null : last.Check.Names,
                Documents = ledger?.Documents.Count ?? 0, Older = await rechecks.FindOlder(cancellation),
            },
            Problems = (IReadOnlyList<Diagnostic>)[.. problems.Items],
            IsDamaged = ledger is null,
        });
    }

    private static async Task<IResult> Show(string id, LedgerFolder folder, AnswerIntake answers, CancellationToken cancellation)
    {
        EvidenceLedger? ledger = await Task.Run(() => folder.Read(new DiagnosticBag()), cancellation);
        return ledger?.Statements.FirstOrDefault(one => one.Id == id) is { } statement
            ? PageResult.Show<StatementPage>(new
            {
                Row = EvidenceRow.Get(ledger, answers.GetTerms(null)).First(row => row.Statement.Id == id),
                OnFile = (IReadOnlySet<string>)statement.Documents.Select(document => document.Sha256).Where(ledger.Documents.Contains).ToHashSet(),
            })
            : PageResult.Refuse(StatusCodes.Status404NotFound, "This statement is not in the evidence ledger.");
    }

    // Always a download and never shown in the page: it is a stranger's file.
    private static async Task<IResult> Download(string sha256, LedgerFolder folder, CancellationToken cancellation)
    {
        EvidenceLedger? ledger = GetHash().IsMatch(sha256) ? await Task.Run(() => folder.Read(new DiagnosticBag()), cancellation) : null;
        string? path = ledger is null || !ledger.Documents.Contains(sha256) ? null
            : Directory.EnumerateFiles(Path.Combine(folder.Location, EvidenceFolder.Documents), sha256 + "*").FirstOrDefault();
        string name = ledger?.Statements.SelectMany(statement => statement.Documents).FirstOrDefault(document => document.Sha256 == sha256)?.FileName ?? sha256;
        return path is null
            ? PageResult.Refuse(StatusCodes.Status404NotFound, "This document is not on file.")
            : Results.File(path, "application/octet-stream", name);
    }

    private static async Task<IResult> Export(LedgerArchive archive, CancellationToken cancellation)
    {
        try
        {
            return Results.Stream(await archive.Export(cancellation), "application/zip", "evidence.zip");
        }
        catch (OutputRefusedException refusal)
        {
            return LedgerTrouble.Refuse(refusal);
        }
    }

    private static async Task<IResult> Import(HttpContext context, UploadReader reader, UploadFolder uploads, LedgerArchive archive,
        CancellationToken cancellation)
    {
        try
        {
            UploadForm form = await AnswerEndpoints.Receive(context, reader, cancellation);
            if (form.Files.Count != 1)
            {
                return PageResult.Refuse(StatusCodes.Status400BadRequest, "Choose one zip of an evidence folder.", "Not imported");
            }

            await archive.Import(uploads.GetPath(form.Files[0].Content.Sha256), cancellation);
            return PageResult.SeeOther(context, "/evidence");
        }
        catch (UploadRefusedException refusal)
        {
            return PageResult.Refuse(refusal.Status, refusal.Message, "Not imported");
        }
        catch (OutputRefusedException refusal)
        {
            return LedgerTrouble.Refuse(refusal);
        }
    }

    [GeneratedRegex(@"^[0-9a-f]{64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex GetHash();
}
