using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using SourcingCompliance.Formats.Reading;
using SourcingCompliance.Mapping;
using SourcingCompliance.Mapping.Profiles;
using SourcingCompliance.Mapping.Vocabulary;
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

    /// <summary>Maps the paths.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        routes.MapGet("/checks/{id}/columns", Get);
        routes.MapPost("/checks/{id}/columns", Post).RequireRateLimiting(RequestLimits.Uploads);
    }

    private static async Task<IResult> Get(string id, RunStore store, CheckJobs jobs, CheckViewStore views, UploadFolder uploads, CancellationToken cancellation, int sheet = 0)
    {
        ImmutableArray<MappingProfile> profiles = await jobs.ProfilesOf(id, cancellation);
        if (await store.Find(id, cancellation) is not { } run || await FindSheets(id, store, uploads, profiles, cancellation) is not { Length: > 0 } sheets)
        {
            return PageResult.Refuse(StatusCodes.Status404NotFound, "No sheet of this check can be opened, so it has no columns to change. Upload the BOM again.");
        }

        sheet = Math.Clamp(sheet, 0, sheets.Length - 1);
        (RunFile file, SheetMapping mapping) = sheets[sheet];
        CheckView? view = await views.Find(id, run.Attempts, cancellation);
        return PageResult.Show<ColumnsPage>(new
        {
            Model = new ColumnsModel(id, NamesOf(sheets), sheet, SheetPreview.Read(InputOf(file, uploads), mapping, 0))
            {
                HeaderRow = mapping.Map.HeaderRow,
                Problem = mapping.IsMapped ? null : $"This sheet is not read: {mapping.Refusal ?? "no BOM was found in it"}.",
                Before = view?.Used,
            },
        });
    }

    private static async Task<IResult> Post(
        string id, HttpContext context, RunStore store, ProfileStore saved, CheckJobs jobs, CheckViewStore views, UploadFolder uploads, UploadIntake intake, ColumnEffect effect, TimeProvider time, CancellationToken cancellation)
    {
        if (await PageResult.ReadOurForm(context, cancellation) is not { } form)
        {
            return PageResult.TooOld();
        }

        ImmutableArray<MappingProfile> profiles = await jobs.ProfilesOf(id, cancellation);
        if (await store.Find(id, cancellation) is not { } run || await FindSheets(id, store, uploads, profiles, cancellation) is not { Length: > 0 } sheets)
        {
            return CheckPages.NotThere();
        }

        int number = Math.Clamp(int.TryParse(form["sheet"], NumberStyles.None, CultureInfo.InvariantCulture, out int given) ? given : 0, 0, sheets.Length - 1);
        (RunFile file, SheetMapping found) = sheets[number];
        int? header = int.TryParse(form["header"], NumberStyles.None, CultureInfo.InvariantCulture, out int row) ? row : null;
        CheckInput input = InputOf(file, uploads);
        var choices = form.Keys.Where(key => key.StartsWith(Prefix, StringComparison.Ordinal)).ToDictionary(key => key[Prefix.Length..], key => form[key].ToString(), StringComparer.Ordinal);
        ColumnChoice choice = ColumnChoice.Read(input, found, header, choices, profiles);
        if (form["action"] == "use" && choice.IsUsable)
        {
            try
            {
                StoredProfile profile = await Save(saved, choice.Profile, form["save"] == "yes", time, cancellation);
                return PageResult.SeeOther(context, "/checks/" + await intake.Repeat(id, cancellation, [profile.Id]));
            }
            catch (UploadRefusedException refusal)
            {
                return PageResult.Refuse(refusal.Status, refusal.Message);
            }
        }

        ComplianceReport? report = choice.IsUsable ? await effect.Check(run, file, [choice.Profile, .. profiles], cancellation) : null;
        CheckView? view = await views.Find(id, run.Attempts, cancellation);
        return PageResult.Show<ColumnsPage>(new
        {
            Model = new ColumnsModel(id, NamesOf(sheets), number, SheetPreview.Read(input, choice.Mapping, header ?? 0))
            {
                HeaderRow = header ?? choice.Mapping.Map.HeaderRow,
                Choices = choice.Shown,
                Errors = choice.Errors,
                Problem = choice.Problem,
                Before = view?.Used,
                After = report is null ? null : ColumnEffect.CountsOf(report),
                LinesAfter = report?.Summary.Lines,
                NoEffect = !choice.IsUsable ? null : report is null ? "The file is too large to try this out here. Use the columns, and the new check shows the effect."
                    : Answer.GateRegime(report) is null ? "With these columns no line item would be read." : null,
            },
        });
    }

    // Settings that are not saved belong to the new check alone: no other finds them.
    private static async Task<StoredProfile> Save(ProfileStore saved, MappingProfile profile, bool isKept, TimeProvider time, CancellationToken cancellation)
    {
        using var json = new MemoryStream();
        profile.Write(json);
        var stored = new StoredProfile { Id = UploadFolder.NewId(), Name = profile.Name, Json = Encoding.UTF8.GetString(json.ToArray()), CreatedAt = Timestamp.Now(time) };
        await saved.Add(stored, cancellation);
        if (!isKept)
        {
            await saved.Remove(stored.Id, stored.CreatedAt, cancellation);
        }

        return stored;
    }

    private static async Task<(RunFile File, SheetMapping Mapping)[]> FindSheets(string id, RunStore store, UploadFolder uploads, ImmutableArray<MappingProfile> profiles, CancellationToken cancellation) =>
        [.. (await store.FilesOf(id, cancellation)).Where(file => File.Exists(uploads.PathOf(file.Sha256))).SelectMany(file => SheetPreview.Map(InputOf(file, uploads), profiles).Select(mapping => (file, mapping)))];

    private static IReadOnlyList<(int Number, string Name)> NamesOf((RunFile File, SheetMapping Mapping)[] sheets) =>
        [.. sheets.Select((sheet, at) => (at, sheet.Mapping.Map.Sheet.Sheet.Length > 0 ? $"{sheet.File.Name} · {sheet.Mapping.Map.Sheet.Sheet}" : sheet.File.Name))];

    private static CheckInput InputOf(RunFile file, UploadFolder uploads) => new(uploads.PathOf(file.Sha256), file.Name);
}
