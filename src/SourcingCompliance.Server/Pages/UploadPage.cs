using SourcingCompliance.Formats.Writing.Html;
using SourcingCompliance.Law;
using SourcingCompliance.Server.Responses;
using SourcingCompliance.Server.Settings;
using SourcingCompliance.Server.Uploads;

namespace SourcingCompliance.Server.Pages;

/// <summary>The first page: choose lists, say what the contract says, check.</summary>
public static class UploadPage
{
    /// <summary>Shows the form.</summary>
    public static IResult Get(HttpContext context, ServerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return PageFrame.Show("May this product be delivered?", page =>
        {
            page.AddTrusted("<p>Give it a bill of materials; it answers with reasons, under the rule of today and the one from 1 January 2027 (10 U.S.C. 4872, DFARS 252.225-7052). Nothing leaves this machine.</p>\n<form class=\"form\" data-upload method=\"post\" action=\"/\" enctype=\"multipart/form-data\">\n");
            PageFrame.AddForgeryField(page, context);
            page.Add($"""
                <div class="drop">
                <label for="files">Bills of materials</label>
                <input type="file" id="files" name="files" multiple required aria-describedby="files-hint" accept=".csv,.tsv,.txt,.xlsx,.xlsm,.xls,.ods,.bom">
                <p class="note" id="files-hint">xlsx, xls, ods, csv or tsv; up to {options.MaximumFiles} files and {(int)(options.MaximumUploadBytes >> 20)} MiB at once. You can also drop them here.</p>
                <ol class="files" aria-label="Chosen files"></ol>
                </div>
                <fieldset><legend>What the contract says (leave empty what you do not know)</legend>

                """);
            AddField(page, "delivery", "Delivery date", "date", "Decides which rule the answer looks at.");
            AddField(page, "contractNumber", "Contract number", "text", "For the report.");
            AddField(page, "clauseDate", "Date of clause 252.225-7052", "text", "As it stands behind its title: MAY 2024. An older clause keeps its older text.");
            AddChoice(page, "clauseInContract", "Clause 252.225-7052 in the contract", "Leave it when the date is given.", [("", "not known"), ("yes", "yes"), ("no", "no")]);
            AddField(page, "awardDate", "Date of award", "date", "Decides the threshold for small purchases, where the clause is not in the contract.");
            AddField(page, "value", "Value in US dollars", "text", "A number, for example 250000.");
            AddField(page, "placeOfUse", "Place of use", "text", "Two-letter country code, for example US.");
            AddChoice(page, "acquiredOutsideUnitedStates", "Bought outside the US, for use there", "", [("", "not known"), ("yes", "yes"), ("no", "no")]);
            AddChoice(page, "specialtyMetalsClause", "Clause 252.225-7009 in the contract", "Specialty metals.", [("", "not known"), ("yes", "yes"), ("no", "no")]);
            AddField(page, "contract", "Or a contract.json", "file", "Instead of the fields above; it can say more.");
            page.AddTrusted("</fieldset>\n<details class=\"more\"><summary>Waivers, known findings, approved alternates</summary>\n<fieldset><legend>Files beside the lists</legend>\n");
            AddField(page, "waivers", "Waivers", "file", "A .sourcing-waivers.json: decisions of people, with basis, approver and end.");
            AddField(page, "baseline", "Baseline", "file", "A sourcing-baseline.json: what is known already; only new findings turn the answer red.");
            AddField(page, "alternates", "Approved alternates", "file", "A csv or workbook: part, alternate part, manufacturer, approvedBy, approvedOn, notes.");
            page.AddTrusted("</fieldset>\n</details>\n<details class=\"more\"><summary>Which other rules are told beside the verdicts</summary>\n<fieldset class=\"packs\"><legend>Beside the clause, which always decides</legend>\n");
            page.Add($"<input type=\"hidden\" name=\"packs\" value=\"{CheckLibrary.MainPack}\">\n");
            foreach (RulePack pack in PackNames.Advisory)
            {
                page.Add($"<label class=\"check\"><input type=\"checkbox\" name=\"packs\" value=\"{pack.Id}\" checked> {pack.Title}</label>\n");
            }

            page.AddTrusted("</fieldset>\n</details>\n<fieldset><legend>How to report</legend>\n");
            AddField(page, "asOf", "As of", "date", "The day on which the check is made. Empty: today.");
            AddChoice(page, "failOn", "Red from", "What the exit code and the answer of the interface count as found.", [("suspect", "suspect"), ("violation", "violation"), ("open", "open"), ("none", "nothing")]);
            AddChoice(page, "lines", "Lines in the reports", "", [("findings", "those that matter"), ("all", "all")]);
            AddChoice(page, "profiles", "Saved column mappings", "What was saved can be looked at, and removed, under Mappings.", [("", "use those that fit"), ("none", "use none")]);
            page.AddTrusted("""
                </fieldset>
                <p class="problem" role="alert" hidden></p>
                <div class="status" role="status" hidden><p>Sending the files.</p><progress max="1" value="0" aria-label="Sent"></progress></div>
                <button class="primary">Check</button>
                </form>

                """);
        }, script: "upload.js");
    }

    /// <summary>Takes the form: 303 to the check, or for the script of the page where it is.</summary>
    public static async Task<IResult> Post(HttpContext context, UploadReader reader, UploadDesk desk, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(desk);
        bool isScript = context.Request.Headers.Accept.ToString() == "application/json";
        try
        {
            bool isOurs = false;
            UploadForm form = await reader.Read(context.Request, async (field, value) => isOurs |= field == PageFrame.ForgeryField && await PageFrame.IsOurs(context, value), cancellation);
            if (!isOurs)
            {
                throw new UploadRefusedException(StatusCodes.Status400BadRequest, ServerDiagnosticIds.ForeignRequest, "The form is not from this server, or it is too old. Open the page again and send it once more.");
            }

            string place = "/checks/" + await desk.Accept(form, cancellation);
            if (isScript)
            {
                return Results.Ok(new { location = place });
            }

            context.Response.Headers.Location = place;
            return Results.StatusCode(StatusCodes.Status303SeeOther);
        }
        catch (UploadRefusedException refusal)
        {
            IResult problem = Problems.Of(refusal, context.Response);
            return isScript ? problem : PageFrame.Refuse(refusal.Status, refusal.Message);
        }
    }

    private static void AddField(HtmlPage page, string name, string label, string type, string hint) =>
        page.Add($"<div class=\"field\"><label for=\"{name}\">{label}</label><input id=\"{name}\" name=\"{name}\" type=\"{type}\" aria-describedby=\"{name}-hint\"><span class=\"hint\" id=\"{name}-hint\">{hint}</span></div>\n");

    private static void AddChoice(HtmlPage page, string name, string label, string hint, (string Value, string Text)[] choices)
    {
        page.Add($"<div class=\"field\"><label for=\"{name}\">{label}</label><select id=\"{name}\" name=\"{name}\">");
        foreach ((string value, string text) in choices)
        {
            page.Add($"<option value=\"{value}\">{text}</option>");
        }

        page.Add($"</select><span class=\"hint\">{hint}</span></div>\n");
    }
}
