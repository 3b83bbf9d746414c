using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using ClosedXML.Excel;

namespace SourcingCompliance.Server.Answers;

/// <summary>Does what a person does with the pages: asks, fills a questionnaire as a supplier would, sends it back, stores it.</summary>
internal sealed class SupplierLoop(ServerClient client)
{
    /// <summary>Answers are dated on the day of the test: what is dated after a check does not count for it.</summary>
    public static string Today { get; } = Format(DateOnly.FromDateTime(DateTime.UtcNow));

    /// <summary>A delivery under the rule of 2027.</summary>
    private static readonly DateOnly Delivery =
        new[] { DateOnly.FromDateTime(DateTime.UtcNow).AddDays(120), new DateOnly(2027, 3, 15) }.Max();

    /// <summary>A day before the delivery.</summary>
    public static string TooEarly { get; } = Format(Delivery.AddDays(-40));

    /// <summary>Two magnets of one maker and one of another. No BOM of another prefix has their numbers: an answer concerns every BOM that has one.</summary>
    public static string Bom(string prefix) => "Part Number,Description,Manufacturer,MPN,Qty\n"
        + $"{prefix}-1,Magnet NdFeB N42SH,{prefix} Magnetics,{GetMakerNumber(prefix)},2\n{prefix}-2,Magnet NdFeB N48H,{prefix} Magnetics,NM-{prefix}-2,2\n"
        + $"{prefix}-3,Magnet NdFeB N35,Other {prefix} Works,{GetMakerNumber(prefix)},2\n";

    /// <summary>The maker's number of the first part, which another maker gives to the third.</summary>
    public static string GetMakerNumber(string prefix) => $"NM-{prefix}-1";

    public async Task<string> Check(string prefix, string? name = null)
    {
        using var form = new MultipartFormDataContent
        {
            ServerClient.Beside("files", name ?? $"{prefix}.csv", Bom(prefix)), ServerClient.Field("delivery", Format(Delivery)),
        };
        using HttpResponseMessage response = await client.Post(form, wait: 100);
        return (await ServerClient.JsonOf(response)).GetProperty("id").GetString() ?? "";
    }

    /// <summary>Asks a supplier from a result; gives the id of the request.</summary>
    public async Task<string> Ask(string check, string supplier)
    {
        using HttpResponseMessage asked = await Send($"/checks/{check}?tab=suppliers", $"/checks/{check}/ask", ("supplier", supplier));
        asked.StatusCode.ShouldBe(HttpStatusCode.SeeOther, await asked.Content.ReadAsStringAsync());
        string place = asked.Headers.Location?.ToString() ?? "";
        // A machine that is busy with other tests takes longer than the first answer waits; the page that follows leads on.
        for (int turn = 0; place.Contains("/ask?", StringComparison.Ordinal) && turn < 20; turn++)
        {
            using HttpResponseMessage next = await client.Get(place);
            place = next.Headers.Location?.ToString() ?? place;
        }

        return Regex.Match(place, "requests/([A-Z0-9]+)").Groups[1].Value;
    }

    /// <summary>The questionnaire of a request, filled in: every country that is asked, and the signer.</summary>
    public async Task<byte[]> Fill(string request, Func<string, string> country, bool isSigned = true, string? validUntil = null, string? document = null) =>
        FillIn(new MemoryStream(await client.Bytes($"/suppliers/requests/{request}/xlsx")), country, isSigned, validUntil, document);

    /// <summary>A questionnaire, filled in.</summary>
    public static byte[] FillIn(Stream questionnaire, Func<string, string> country, bool isSigned = true, string? validUntil = null, string? document = null)
    {
        using var bytes = new MemoryStream();
        questionnaire.CopyTo(bytes);
        using var workbook = new XLWorkbook(bytes);
        IXLWorksheet sheet = workbook.Worksheet("Answers");
        var titles = sheet.CellsUsed(cell => cell.GetString().EndsWith(']')).ToArray();
        IXLCell Find(string code) => titles.First(cell => cell.GetString().EndsWith($"[{code}]", StringComparison.Ordinal));
        foreach ((string code, string? value) in ((string, string?)[])[("signer", isSigned ? "Ada Berg" : null), ("title", isSigned ? "Quality manager" : null),
            ("signed", isSigned ? Today : null), ("valid-until", validUntil)])
        {
            if (value is not null)
            {
                Find(code).CellRight().SetValue(value);
            }
        }

        IXLCell head = Find("row");
        for (int row = head.Address.RowNumber + 1; sheet.Cell(row, 1).GetString().Length > 0; row++)
        {
            sheet.Cell(row, Find("contains").Address.ColumnNumber).SetValue("Yes");
            string part = sheet.Cell(row, Find("part").Address.ColumnNumber).GetString();
            foreach (IXLCell title in titles.Where(cell => cell.Address.RowNumber == head.Address.RowNumber
                && cell.GetString().StartsWith("Country where", StringComparison.Ordinal)))
            {
                sheet.Cell(row, title.Address.ColumnNumber).SetValue(country(part));
            }

            if (document is not null)
            {
                sheet.Cell(row, Find("certificate").Address.ColumnNumber).SetValue(document);
            }
        }

        using var saved = new MemoryStream();
        workbook.SaveAs(saved);
        return saved.ToArray();
    }

    /// <summary>Uploads an answer; gives the page that shows what was understood.</summary>
    public async Task<(HttpStatusCode Status, string Page)> Upload(
        string check, (string Name, byte[] Content)[] answers, params (string Name, byte[] Content)[] documents)
    {
        using var form = new MultipartFormDataContent { ServerClient.Field("forgery", await GetToken("/evidence/answer")), ServerClient.Field("check", check) };
        foreach ((string field, (string name, byte[] content)) in answers.Select(file => ("files", file))
            .Concat(documents.Select(file => ("documents", file))))
        {
            var part = new ByteArrayContent(content);
            part.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"{field}\"; filename=\"{name}\"");
            form.Add(part);
        }

        using HttpResponseMessage response = await client.Http.PostAsync(new Uri("/evidence/answer", UriKind.Relative), form);
        return (response.StatusCode, WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync()));
    }

    /// <summary>Presses "Store and check again" on that page; gives the page of the changes, when the check has ended.</summary>
    public async Task<string> Store(string page, string check)
    {
        using HttpResponseMessage kept = await PostForm("/evidence/answer/keep", [("check", check), .. HiddenFields(page)]);
        kept.StatusCode.ShouldBe(HttpStatusCode.SeeOther, await kept.Content.ReadAsStringAsync());
        return await Follow(kept);
    }

    /// <summary>Waits for the check that a redirection leads to; gives its page of changes.</summary>
    public async Task<string> Follow(HttpResponseMessage redirection)
    {
        string place = redirection.Headers.Location?.ToString() ?? "";
        await client.Await(Regex.Match(place, "after=([0-9a-f]+)").Groups[1].Value);
        return WebUtility.HtmlDecode(await client.Text(place));
    }

    /// <summary>The part of a page of changes before what is still to settle.</summary>
    public static string GetChanged(string page) => page.Split("<h2>Still to settle</h2>")[0];

    /// <summary>Waits for every check that a redirection leads to; gives its page.</summary>
    public async Task<string> FollowAll(HttpResponseMessage redirection)
    {
        redirection.StatusCode.ShouldBe(HttpStatusCode.SeeOther, await redirection.Content.ReadAsStringAsync());
        string place = redirection.Headers.Location?.ToString() ?? "";
        foreach (Match pair in Regex.Matches(place, "pair=[0-9a-f]+\\.([0-9a-f]+)"))
        {
            await client.Await(pair.Groups[1].Value);
        }

        return WebUtility.HtmlDecode(await client.Text(place));
    }

    public async Task<HttpResponseMessage> Send(string from, string to, params (string Name, string Value)[] fields) =>
        await PostForm(to, [("forgery", await GetToken(from)), .. fields]);

    public Task<HttpResponseMessage> PostForm(string to, IEnumerable<(string Name, string Value)> fields) => client.Http.PostAsync(
        new Uri(to, UriKind.Relative), new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));

    /// <summary>Records a call or a letter; gives the answer to the last form.</summary>
    public async Task<HttpResponseMessage> Type(string action, params (string Name, string Value)[] fields)
    {
        using var form = new MultipartFormDataContent();
        foreach ((string name, string value) in fields.Append(("action", action)).Append(("forgery", await GetToken("/evidence/type"))))
        {
            form.Add(ServerClient.Field(name, value));
        }

        return await client.Http.PostAsync(new Uri("/evidence/type", UriKind.Relative), form);
    }

    /// <summary>Counts of a finished check.</summary>
    public async Task<(int Open, int Pass)> Counts(string check)
    {
        JsonElement result = (await client.Await(check)).GetProperty("result");
        return (result.GetProperty("openLines").GetInt32(), result.GetProperty("pass").GetInt32());
    }

    public async Task<string> GetToken(string path) =>
        Regex.Match(await client.Text(path), "name=\"forgery\" value=\"([^\"]+)\"").Groups[1].Value;

    public static IEnumerable<(string Name, string Value)> HiddenFields(string page) =>
        Regex.Matches(page, "<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"").Select(field => (field.Groups[1].Value, field.Groups[2].Value));

    private static string Format(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
