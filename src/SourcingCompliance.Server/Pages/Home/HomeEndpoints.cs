using System.Text;
using SourcingCompliance.Server.Access;
using SourcingCompliance.Server.Components;
using SourcingCompliance.Server.Responses;
using SourcingCompliance.Server.Settings;
using SourcingCompliance.Server.Storage;
using SourcingCompliance.Server.Uploads;

namespace SourcingCompliance.Server.Pages.Home;

/// <summary>The first page: choose BOMs, say when they are delivered, check.</summary>
public static class HomeEndpoints
{
    private const int RecentShown = 5;
    private const string SampleName = "sample drone.csv";

    /// <summary>Maps the paths.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        routes.MapGet("/", Get);
        routes.MapPost("/", Post).RequireRateLimiting(RequestLimits.Uploads);
        routes.MapPost("/sample", CheckSample).RequireRateLimiting(RequestLimits.Uploads);
        routes.MapGet("/template.xlsx",
            () => Results.Bytes(BomTemplate.Write(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "bom-template.xlsx"));
    }

    private static async Task<IResult> Get(ServerOptions options, HistoryStore history, ProgramStore programs, CancellationToken cancellation,
        string? program = null) => PageResult.Show<HomePage>(new
        {
            Model = new HomeModel(options, await history.ReadNewest(RecentShown, cancellation))
            {
                Programs = await programs.ReadAll(cancellation),
                Values = (program is null ? [] : (string[])[program]).ToLookup(_ => "program", StringComparer.Ordinal),
            }
        });

    // 303 to the check; for the script of the page the place of the check, or what is wrong by field.
    private static async Task<IResult> Post(HttpContext context, UploadReader reader, UploadIntake intake, KeptFiles kept,
        ServerOptions options, HistoryStore history, ProgramStore programs, CancellationToken cancellation)
    {
        bool isScript = context.Request.Headers.Accept.ToString() == "application/json";
        bool isOurs = false;
        UploadForm? form = null;
        try
        {
            form = await reader.Read(context.Request, async (field, value) => isOurs |= field == ForgeryToken.FieldName
                && await PageResult.IsOurs(context, value), cancellation);
            if (!isOurs)
            {
                throw new UploadRefusedException(StatusCodes.Status400BadRequest, ServerDiagnosticIds.ForeignRequest,
                    "The form is not from this server, or it is too old. Open the page again and send it once more.");
            }

            string place = "/checks/" + await intake.Accept(form, cancellation);
            return isScript ? Results.Ok(new { location = place }) : PageResult.SeeOther(context, place);
        }
        catch (UploadRefusedException refusal)
        {
            form ??= refusal.Form;
            IResult problem = Problems.Create(refusal, context.Response);
            if (isScript)
            {
                return problem;
            }

            return !isOurs ? PageResult.Refuse(refusal.Status, refusal.Message) : PageResult.Show<HomePage>(new
            {
                Model = new HomeModel(options, await history.ReadNewest(RecentShown, cancellation))
                {
                    Programs = await programs.ReadAll(cancellation),
                    Values = (form?.Fields ?? []).ToLookup(field => field.Name, field => field.Value, StringComparer.Ordinal),
                    // A browser does not choose a file again by itself, and a check without the waivers that were given is another check.
                    Errors = refusal.Errors.Concat((form?.Attachments.Keys ?? []).Where(kind => !refusal.Errors.ContainsKey(kind))
                        .Select(kind => KeyValuePair.Create(kind, "Choose this file again."))).ToDictionary(),
                    Problem = refusal.Errors.Count > 0 ? "Nothing was checked yet. Correct the marked fields, then check again." : refusal.Message,
                    Kept = kept.Keep(form),
                },
            }, refusal.Status);
        }
    }

    private static async Task<IResult> CheckSample(HttpContext context, UploadFolder uploads, UploadIntake intake, CancellationToken cancellation)
    {
        if (await PageResult.ReadOurForm(context, cancellation) is null)
        {
            return PageResult.TooOld();
        }

        try
        {
            using var content = new MemoryStream(Encoding.UTF8.GetBytes(Assets.Sample));
            StoredContent stored = await uploads.Receive(content, content.Length, cancellation)
                ?? throw new InvalidOperationException("The sample is as long as it is.");
            return PageResult.SeeOther(context, "/checks/"
                + await intake.Accept(new UploadForm([(SampleName, stored)], new Dictionary<string, (string, StoredContent)>(), []), cancellation));
        }
        catch (UploadRefusedException refusal)
        {
            return PageResult.Refuse(refusal.Status, refusal.Message);
        }
    }
}
