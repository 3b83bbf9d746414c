using SourcingCompliance.Evidence;
using SourcingCompliance.Formats.Writing;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Reports;
using SourcingCompliance.Reports.Requests;
using SourcingCompliance.Running.Exchange;
using SourcingCompliance.Server.Jobs;
using SourcingCompliance.Server.Storage;

namespace SourcingCompliance.Server.Ledger;

/// <summary>Asks suppliers for what a check lacks: records the request, and writes the questionnaire, the letter, and the mail.</summary>
/// <param name="ledger">The ledger.</param>
/// <param name="trial">Checks again, so that nobody is asked what was answered since.</param>
/// <param name="jobs">Knows the column settings of a check.</param>
/// <param name="time">The clock.</param>
public sealed class SupplierRequests(LedgerFolder ledger, TrialCheck trial, CheckJobs jobs, TimeProvider time)
{
    /// <summary>The files of a request: the end of the address, what people call it, and its content type.</summary>
    public static IReadOnlyList<(string Suffix, string Name, string Type)> Files { get; } =
    [
        ("eml", "Mail with attachments (eml)", "message/rfc822"),
        ("xlsx", "Questionnaire (xlsx)", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ("pdf", "Letter (PDF)", "application/pdf"),
        ("txt", "Mail text (txt)", "text/plain; charset=utf-8"),
    ];

    /// <summary>The company that asked last since the server started, so that it is typed once; empty = none was typed.</summary>
    public string LastCompany { get; private set; } = "";

    /// <summary>Asks one supplier, or all.</summary>
    /// <param name="run">The check.</param>
    /// <param name="supplier">The supplier; null = every one.</param>
    /// <param name="company">The company that asks; empty = the one that came with the check, if any.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>What is asked; empty = nothing is missing that it could answer; null = the BOM could not be checked again: its files are gone, or it took
    /// too long.</returns>
    /// <exception cref="Running.Output.OutputRefusedException">The ledger cannot be written.</exception>
    public async Task<IReadOnlyList<EvidenceRequest>?> Ask(RunRecord run, string? supplier, string company, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(company);
        // What is asked today is asked under today's day, however old the check is.
        string today = ReportTokens.Format(DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        RunRecord now = run with { AsOf = string.CompareOrdinal(today, run.AsOf) > 0 ? today : run.AsOf };
        if (await trial.CheckWhole(now, await jobs.GetProfiles(run.Id, cancellation), cancellation) is not { } report)
        {
            return null;
        }

        if (company.Length > 0)
        {
            LastCompany = company;
            report = report with { Settings = report.Settings with { Company = company } };
        }

        EvidenceRequest[] requests = [.. OpenQuestions.Get(report, supplier).Where(request => request.Supplier.Length > 0)];
        return requests.Length == 0 ? requests : await ledger.Change<IReadOnlyList<EvidenceRequest>>((_, entries) =>
        {
            // Recorded first: a questionnaire that is not in the ledger could not be received.
            entries.Put(requests);
            Write(report, requests);
            return requests;
        }, cancellation);
    }

    /// <summary>Where a file of a request lies; null = it is not on this server.</summary>
    /// <param name="request">The request.</param>
    /// <param name="suffix">One of <see cref="Files"/>.</param>
    public string? Find(EvidenceRequest request, string suffix)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!request.Id.All(char.IsAsciiLetterOrDigit) || Files.All(file => file.Suffix != suffix))
        {
            return null;
        }

        string path = Path.Combine(ledger.GetRequestFiles(request.Id), $"{request.Id}.{suffix}");
        return File.Exists(path) ? path : null;
    }

    private void Write(ComplianceReport report, IEnumerable<EvidenceRequest> requests)
    {
        var files = new RequestFiles(report, new DiagnosticBag());
        foreach (EvidenceRequest request in requests)
        {
            string target = ledger.GetRequestFiles(request.Id);
            PrivateFiles.CreateFolder(target);
            foreach (string path in files.Write(request, target))
            {
                // One level less: the name of the supplier is no part of a path of the server.
                File.Move(path, Path.Combine(target, Path.GetFileName(path)), overwrite: true);
                string folder = Path.GetDirectoryName(path) ?? target;
                if (!Directory.EnumerateFileSystemEntries(folder).Any())
                {
                    Directory.Delete(folder);
                }
            }

            PrivateFiles.MakePrivate(target);
        }
    }
}
