using SourcingCompliance.Formats.Writing.Workbooks;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Server.Jobs;
using SourcingCompliance.Server.Responses;
using SourcingCompliance.Server.Storage;
using SourcingCompliance.Server.Views;

namespace SourcingCompliance.Server.Pages.Checks;

/// <summary>Reads what the pages of a finished check show.</summary>
/// <param name="store">The checks.</param>
/// <param name="views">Their results.</param>
/// <param name="reports">Their reports.</param>
/// <param name="programs">The programs that they belong to.</param>
/// <param name="notes">Notes on their parts.</param>
/// <param name="ledger">The evidence that checks join.</param>
/// <param name="jobs">Knows the report settings of checks.</param>
/// <param name="requests">Knows who asked last.</param>
/// <param name="time">The clock.</param>
internal sealed class CheckPages(RunStore store, CheckViewStore views, ReportStore reports, ProgramStore programs,
    NoteStore notes, LedgerFolder ledger, CheckJobs jobs, Ledger.SupplierRequests requests, TimeProvider time)
{
    /// <summary>The answer when a check is not there.</summary>
    public static IResult NotThere() =>
        PageResult.Refuse(StatusCodes.Status404NotFound, "This check is not on this server. It may have been deleted.", "Check not found");

    /// <summary>Shows a page of a finished check.</summary>
    /// <param name="id">Id of the check.</param>
    /// <param name="request">The request, whose address says which part is shown.</param>
    /// <param name="show">Makes the page.</param>
    /// <param name="cancellation">Stops reading.</param>
    public Task<IResult> Show(string id, HttpRequest request, Func<ResultModel, IResult> show, CancellationToken cancellation) =>
        ShowAsync(id, request, model => Task.FromResult(show(model)), cancellation);

    /// <summary>Shows a page of a finished check that reads more.</summary>
    /// <param name="id">Id of the check.</param>
    /// <param name="request">The request, whose address says which part is shown.</param>
    /// <param name="show">Makes the page.</param>
    /// <param name="cancellation">Stops reading.</param>
    public async Task<IResult> ShowAsync(string id, HttpRequest request, Func<ResultModel, Task<IResult>> show, CancellationToken cancellation)
    {
        if (await store.Find(id, cancellation) is not { State: RunState.Done } run)
        {
            return NotThere();
        }

        string[] files = [.. (await store.GetFiles(id, cancellation)).Select(file => file.Name)];
        string names = string.Join(", ", files);
        RunResult? result = await store.GetResult(id, cancellation);
        if (await views.Find(id, run.Attempts, cancellation) is { } view)
        {
            ProgramRecord? program = run.ProgramId is { } named ? await programs.Find(named, cancellation) : null;
            ResultQuery query = ResultQuery.Read(request.Query);
            return await show(new ResultModel(id, names, view, query)
            {
                Company = query.Tab == "suppliers" && (await jobs.Create(run, [], cancellation)).Report.Company.Length == 0 ? requests.LastCompany : null,
                Asked = query.Tab == "suppliers" ? await Task.Run(ReadAsked, cancellation) : [],
                Ties = result?.Ties ?? 0,
                Program = program,
                IsBeforeEvidence = string.CompareOrdinal(run.StartedAt, ledger.ChangedAt) <= 0,
                IsBeforeChange = program is not null && run.IsBeforeChangeOf(program),
                Notes = await notes.Read(run.ProgramId, cancellation),
                Workbooks = [.. files.Select((name, at) => (at + 1, name))
                    .Where(file => reports.Find(id, run.Attempts, WorkbookFiles.Format, files, file.Item1) is not null)],
            });
        }

        return reports.Find(id, run.Attempts, "json", files, 1) is null
            ? PageResult.Refuse(StatusCodes.Status410Gone, "The reports of this check are no longer in the data folder. Upload the BOM again.",
                "Result no longer here")
            : PageResult.Show<OlderPage>(new { Id = id, Names = names, Answer = result?.Answer ?? "" });
    }

    private Ledger.RequestRow[] ReadAsked()
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        return ledger.Read(new DiagnosticBag()) is not { } known ? [] : [.. known.Log.Requests.Reverse()
            .Select(request => Ledger.RequestRow.From(request, known.Statements.FirstOrDefault(statement => statement.Request == request.Id), today))];
    }
}
