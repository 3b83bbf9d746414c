using System.Text;
using SourcingCompliance.Formats.Files;
using SourcingCompliance.Formats.Reading;
using SourcingCompliance.Formats.Writing.Html;
using SourcingCompliance.Lines;
using SourcingCompliance.Mapping;
using SourcingCompliance.Mapping.Profiles;
using SourcingCompliance.Mapping.Vocabulary;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Running.Mapping;
using SourcingCompliance.Server.Responses;
using SourcingCompliance.Server.Storage;
using SourcingCompliance.Server.Uploads;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Server.Pages;

/// <summary>Where two columns claim one field: the user chooses, sees how the sheet is then understood, and saves the choice for every list of the form.</summary>
public static class MappingPage
{
    // A choice travels as "countryOfOrigin:F"; an empty column says that the sheet does not state the field.
    private const string Choice = "set";
    private const int SampleRows = 60;
    private const int Samples = 5;

    /// <summary>Shows the first sheet of the check that is refused for a tie, with the choices made so far applied.</summary>
    public static async Task<IResult> Get(string id, HttpContext context, RunStore store, ProfileStore profiles, UploadFolder uploads, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        string[] choices = [.. context.Request.Query[Choice].OfType<string>()];
        IReadOnlyList<MappingProfile> saved = await Saved(profiles, cancellation);
        foreach (RunFile file in await store.FilesOf(id, cancellation))
        {
            var input = new CheckInput(uploads.PathOf(file.Sha256), file.Name);
            if (Map(input, saved).Sheets.FirstOrDefault(sheet => sheet.Tie is not null) is { } tied)
            {
                // The header's fingerprint limits the choices to this form.
                SheetMapping now = choices.Length == 0 ? tied : Map(input, [ProfileOf(tied, choices, "your choice"), .. saved]).Sheets.First(sheet => sheet.Map.Sheet.Sheet == tied.Map.Sheet.Sheet);
                return Show(context, id, input, tied, now, choices);
            }
        }

        return PageFrame.Show("Columns", page => page.Add($"<p>No sheet of this check waits for a choice of columns.</p>\n<p><a href=\"/checks/{id}\">Back to the check</a></p>\n"));
    }

    /// <summary>Saves the choices as a profile and checks the files once more.</summary>
    public static async Task<IResult> Post(string id, HttpContext context, RunStore store, ProfileStore profiles, UploadFolder uploads, UploadDesk desk, TimeProvider time, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(desk);
        ArgumentNullException.ThrowIfNull(time);
        IFormCollection form = await context.Request.ReadFormAsync(cancellation);
        if (!await PageFrame.IsOurs(context, form[PageFrame.ForgeryField].ToString()))
        {
            return PageFrame.Refuse(StatusCodes.Status400BadRequest, "The form is too old. Open the page again.");
        }

        string[] choices = [.. form[Choice].OfType<string>()];
        IReadOnlyList<MappingProfile> saved = await Saved(profiles, cancellation);
        SheetMapping? tied = null;
        foreach (RunFile file in await store.FilesOf(id, cancellation))
        {
            tied ??= Map(new CheckInput(uploads.PathOf(file.Sha256), file.Name), saved).Sheets.FirstOrDefault(sheet => sheet.Tie is not null);
        }

        if (tied is null || choices.Length == 0)
        {
            return PageFrame.Refuse(StatusCodes.Status400BadRequest, "There is no choice to save.");
        }

        try
        {
            string name = form["name"].ToString().Trim() is { Length: > 0 and <= 100 } given ? given : "saved mapping";
            using var json = new MemoryStream();
            ProfileOf(tied, choices, name).Write(json);
            await profiles.Add(new StoredProfile { Id = UploadFolder.NewId(), Name = name, Json = Encoding.UTF8.GetString(json.ToArray()), CreatedAt = Timestamp.Now(time) }, cancellation);
            context.Response.Headers.Location = "/checks/" + await desk.Repeat(id, cancellation);
            return Results.StatusCode(StatusCodes.Status303SeeOther);
        }
        catch (UploadRefusedException refusal)
        {
            return PageFrame.Refuse(refusal.Status, refusal.Message);
        }
    }

    private static IResult Show(HttpContext context, string id, CheckInput input, SheetMapping tied, SheetMapping now, string[] choices) => PageFrame.Show("Which column is meant?", page =>
    {
        string sheet = tied.Map.Sheet.Sheet;
        page.Add($"<p>{input.Name}{(sheet.Length > 0 ? $", sheet {sheet}" : "")}</p>\n");
        if (now.Tie is { } tie)
        {
            AddQuestion(page, id, input, sheet, tie, choices);
        }
        else if (now.IsMapped)
        {
            page.Add($"<h2>So the sheet is understood</h2>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Columns\"><table>\n<thead><tr><th scope=\"col\">Column</th><th scope=\"col\">Header</th><th scope=\"col\">Taken as</th><th scope=\"col\">Because</th></tr></thead>\n<tbody>\n");
            foreach (MappedColumn column in now.Map.Columns)
            {
                page.Add($"<tr class=\"{(column.Basis == MappingBasis.Profile ? "chosen" : "")}\"><td>{CellRef.LettersOf(column.Column)}</td><td>{column.Header}</td><td>{FieldNames.Of(column)}</td><td>{column.Why}</td></tr>\n");
            }

            page.Add($"</tbody>\n</table></div>\n<form class=\"form\" method=\"post\" action=\"/checks/{id}/mapping\">\n");
            PageFrame.AddForgeryField(page, context);
            AddChoices(page, choices);
            page.Add($"<div class=\"field\"><label for=\"name\">Name of the mapping</label><input id=\"name\" name=\"name\" type=\"text\" maxlength=\"100\" value=\"{Path.GetFileNameWithoutExtension(input.Name)}\" aria-describedby=\"name-hint\"><span class=\"hint\" id=\"name-hint\">It is used for every later list with these headers.</span></div>\n<button class=\"primary\">Save and check again</button>\n</form>\n<p><a href=\"/checks/{id}/mapping\">Choose again</a></p>\n");
        }
        else
        {
            page.Add($"<p role=\"alert\">With this choice the sheet is still not read: {now.Refusal ?? "no list was found in it"}.</p>\n<p><a href=\"/checks/{id}/mapping\">Choose again</a></p>\n");
        }
    });

    private static void AddQuestion(HtmlPage page, string id, CheckInput input, string sheet, ColumnTie tie, string[] choices)
    {
        page.Add($"<p class=\"lead\">Two columns claim to be the {WordsOf(tie.Field)}, and they do not say the same.</p>\n<form method=\"get\" action=\"/checks/{id}/mapping\">\n");
        AddChoices(page, choices);
        page.Add($"<fieldset class=\"choice\"><legend>Take as the {WordsOf(tie.Field)}</legend>\n");
        foreach ((int column, string header) in (ReadOnlySpan<(int, string)>)[(tie.First, tie.FirstHeader), (tie.Second, tie.SecondHeader)])
        {
            string letters = CellRef.LettersOf(column);
            page.Add($"<label><input type=\"radio\" name=\"{Choice}\" value=\"{tie.Field}:{letters}\" required> Column {letters}, “{header}”<span class=\"samples\">{string.Join(" · ", SamplesOf(input, sheet, column, header))}</span></label>\n");
        }

        page.Add($"<label><input type=\"radio\" name=\"{Choice}\" value=\"{tie.Field}:\"> Neither: the list does not state it</label>\n</fieldset>\n<button class=\"primary\">See the effect</button>\n</form>\n");
    }

    // countryOfOrigin -> country of origin.
    private static string WordsOf(string field) => string.Concat(field.Select(letter => char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : letter.ToString()));

    private static void AddChoices(HtmlPage page, string[] choices)
    {
        foreach (string choice in choices)
        {
            page.Add($"<input type=\"hidden\" name=\"{Choice}\" value=\"{choice}\">\n");
        }
    }

    private static MappingProfile ProfileOf(SheetMapping tied, string[] choices, string name) => new()
    {
        Name = name,
        Fingerprint = tied.Fingerprint,
        Columns = [.. choices.Select(choice => choice.Split(':', 2)).Where(parts => parts.Length == 2 && FieldNames.TryParse(parts[0], out _, out _, out _))
            .Select(parts => new ProfileColumn(parts[0], parts[1].Length == 0 ? null : parts[1]))],
    };

    private static async Task<IReadOnlyList<MappingProfile>> Saved(ProfileStore profiles, CancellationToken cancellation) =>
        [.. (await profiles.All(cancellation)).Select(profile => MappingProfile.Parse(Encoding.UTF8.GetBytes(profile.Json), profile.Name, new DiagnosticBag())).OfType<MappingProfile>()];

    private static MappedFile Map(CheckInput input, IReadOnlyList<MappingProfile> profiles) =>
        FileMapper.Map([input], new BomMapper(ColumnVocabulary.Load(RuleFolders.Shipped(), new DiagnosticBag()), profiles), ReadLimits.Default).Files[0];

    private static IEnumerable<string> SamplesOf(CheckInput input, string sheet, int column, string header)
    {
        using BomDocument? document = BomDocumentReader.Open(input, ReadLimits.Default, new DiagnosticBag());
        BomTable? table = document?.Tables.FirstOrDefault(table => table.Name == sheet);
        return table is null ? [] : [.. table.Rows.Take(SampleRows).Select(row => row[column].Text.Trim()).SkipWhile(text => text != header.Trim()).Skip(1)
            .Where(text => text.Length > 0).Distinct(StringComparer.Ordinal).Take(Samples)];
    }
}
