using System.Collections.Immutable;
using System.Globalization;
using SourcingCompliance.Formats.Reading;
using SourcingCompliance.Mapping;
using SourcingCompliance.Mapping.Profiles;
using SourcingCompliance.Reports;
using SourcingCompliance.Server.Access;
using SourcingCompliance.Server.Jobs;
using SourcingCompliance.Server.Pages.Checks;
using SourcingCompliance.Server.Responses;
using SourcingCompliance.Server.Storage;
using SourcingCompliance.Server.Uploads;
using SourcingCompliance.Server.Views;

namespace SourcingCompliance.Server.Pages.Columns;

/// <summary>Shows how the sheets of a check were read, and lets the user correct it.</summary>
public static class ColumnsEndpoints
{
    private const string Prefix = "c_";
    private const int LastHeaderRow = 1000;

    /// <summary>Maps the paths.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        routes.MapGet("/checks/{id}/columns", Get);
        routes.MapPost("/checks/{id}/columns", Post).RequireRateLimiting(RequestLimits.Uploads);
    }

    private static async Task<IResult> Get(string id, RunStore store, CheckJobs jobs, CheckSheets read,
        CheckViewStore views, CancellationToken cancellation, int sheet = 0)
    {
        if (await store.Find(id, cancellation) is not { } run
            || await read.Read(id, await jobs.GetProfiles(id, cancellation), cancellation) is not { Count: > 0 } sheets)
        {
            return PageResult.Refuse(StatusCodes.Status404NotFound,
                "No sheet of this check can be opened, so it has no columns to change. Upload the BOM again.");
        }

        sheet = Math.Clamp(sheet, 0, sheets.Count - 1);
        (CheckInput input, SheetMapping mapping) = sheets[sheet];
        CheckView? view = await views.Find(id, run.Attempts, cancellation);
        return PageResult.Show<ColumnsPage>(new
        {
            Model = new ColumnsModel(id, [.. sheets.Select(each => each.Name)], sheet, SheetPreview.Read(input, mapping, 0))
            {
                HeaderRow = mapping.Map.HeaderRow,
                Problem = mapping.IsMapped ? null : $"This sheet is not read: {mapping.Refusal ?? "no BOM was found in it"}.",
                Before = view?.Used,
            },
        });
    }

    private static async Task<IResult> Post(
        string id, HttpContext context, RunStore store, CheckJobs jobs, CheckSheets read, CheckViewStore views,
        TrialCheck trial, CancellationToken cancellation)
    {
        if (await PageResult.ReadOurForm(context, cancellation) is not { } form)
        {
            return PageResult.TooOld();
        }

        ImmutableArray<MappingProfile> profiles = await jobs.GetProfiles(id, cancellation);
        if (await store.Find(id, cancellation) is not { } run || await read.Read(id, profiles, cancellation) is not { Count: > 0 } sheets)
        {
            return CheckPages.NotThere();
        }

        int number = Math.Clamp(int.TryParse(form["sheet"], NumberStyles.None, CultureInfo.InvariantCulture, out int given) ? given : 0, 0, sheets.Count - 1);
        (CheckInput input, SheetMapping found) = sheets[number];
        int? header = int.TryParse(form["header"], NumberStyles.None, CultureInfo.InvariantCulture, out int row) ? Math.Min(row, LastHeaderRow) : null;
        var choices = form.Keys.Where(key => key.StartsWith(Prefix, StringComparison.Ordinal))
            .ToDictionary(key => key[Prefix.Length..], key => form[key].ToString(), StringComparer.Ordinal);
        ColumnChoice choice = ColumnChoice.Read(input, found, header, choices, profiles);
        if (form["action"] == "use" && choice.IsUsable)
        {
            try
            {
                return PageResult.SeeOther(context, "/checks/" + await read.CheckAgain(id, choice.Profile, form["save"] == "yes", cancellation));
            }
            catch (UploadRefusedException refusal)
            {
                return PageResult.Refuse(refusal.Status, refusal.Message);
            }
        }

        ComplianceReport? report = choice.IsUsable ? await trial.Check(run, [choice.Profile, .. profiles], cancellation) : null;
        CheckView? view = await views.Find(id, run.Attempts, cancellation);
        return PageResult.Show<ColumnsPage>(new
        {
            Model = new ColumnsModel(id, [.. sheets.Select(each => each.Name)], number, SheetPreview.Read(input, choice.Mapping, header ?? 0))
            {
                HeaderRow = header ?? choice.Mapping.Map.HeaderRow,
                Choices = choice.Shown,
                Errors = choice.Errors,
                Problem = choice.Problem,
                Before = view?.Used,
                LinesBefore = view?.LinesRead,
                After = report is null ? null : ColumnEffect.GetCounts(report),
                LinesAfter = report?.Summary.Lines,
                Ignored = choice.IsUsable ? choice.FindIgnored(found, SheetPreview.Read(input, found, 0)) : [],
                Limits = report is null ? [] : LimitRows.Get(report),
                IsSaved = form["save"] == "yes",
                NoEffect = !choice.IsUsable ? null : report is null
                    ? "The BOM is too large to try this out here. Use the columns, and the new check shows the effect."
                    : Answer.GateRegime(report) is null ? "With these columns no line item would be read." : null,
            },
        });
    }
}
