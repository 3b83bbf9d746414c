using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SourcingCompliance.Server.Pages;

/// <summary>The pages as a browser without script receives them.</summary>
public abstract class PageTests(SharedServer shared)
{
    public const string TiedBom = "Part Number,Description,Country of Origin,Qty,Menge\nMAG-1,NdFeB magnet N42,China,2,4\nMAG-2,SmCo magnet,Germany,8,16\n";

    // A script or style in the page, or an attribute of one; the text of a quoted attribute may say anything.
    private const string Inline = @"<script(?![^>]*\ssrc=)|<[a-z][^\s>]*(\s+[^\s=>]+(=""[^""]*"")?)*?\s+(on[a-z]+|style)=|<style";

    private ServerClient Client => shared.Client;

    [Theory]
    [InlineData("/")]
    [InlineData("/checks")]
    [InlineData("/programs")]
    [InlineData("/programs/new")]
    [InlineData("/parts?q=mag-1")]
    [InlineData("/deadlines")]
    [InlineData("/compare")]
    [InlineData("/mappings")]
    [InlineData("/rules")]
    [InlineData("/rules?pack=section-857-provenance")]
    public async Task Every_page_allows_nothing_inline_and_nothing_from_elsewhere(string path)
    {
        using HttpResponseMessage response = await Client.Get(path);
        string page = await response.Content.ReadAsStringAsync();

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        string policy = response.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldNotContain("unsafe");
        policy.ShouldContain("frame-ancestors 'none'");
        response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        response.Headers.GetValues("Referrer-Policy").ShouldBe(["same-origin"]);
        Regex.IsMatch(page, Inline, RegexOptions.IgnoreCase, TimeSpan.FromSeconds(5)).ShouldBeFalse();
        Regex.Count(page, "<h1", RegexOptions.None, TimeSpan.FromSeconds(5)).ShouldBe(1);
    }

    [Fact]
    public async Task A_form_that_did_not_come_from_our_page_is_refused()
    {
        using MultipartFormDataContent form = ServerClient.Form(("bom.csv", Encoding.UTF8.GetBytes(ServerClient.SmallBom)));

        using HttpResponseMessage response = await Client.Http.PostAsync(new Uri("/", UriKind.Relative), form);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_form_from_our_page_leads_to_its_check()
    {
        using MultipartFormDataContent form = [];
        form.Add(ServerClient.Field("forgery", await TokenOf("/")));
        using MultipartFormDataContent files = ServerClient.Form(("bom.csv", Encoding.UTF8.GetBytes(ServerClient.SmallBom)));
        foreach (HttpContent part in files)
        {
            form.Add(part);
        }

        using HttpResponseMessage response = await Client.Http.PostAsync(new Uri("/", UriKind.Relative), form);

        response.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        string place = response.Headers.Location?.ToString() ?? "";
        await Client.Await(place.Split('/')[^1]);
        string page = await Client.Text(place);
        page.ShouldContain("violat");
        page.ShouldContain($"/api/v1{place}/reports/pdf");
    }

    [Fact]
    public async Task Markup_in_cells_and_names_stays_text_on_the_page()
    {
        const string Attack = "<img src=x onerror=alert(2)>";
        string bom = $"Part Number,Description,Qty,Country of Origin\n{Attack},NdFeB magnet {Attack},2,China\n";
        await Client.Check($"{Attack}.csv", bom);
        JsonElement status = await Client.Check($"{Attack}.csv", bom);

        foreach (string path in (string[])[$"/checks/{status.GetProperty("id").GetString()}", "/checks", "/deadlines", "/compare"])
        {
            string page = await Client.Text(path);
            page.ShouldContain("&lt;img src=x", Case.Sensitive, path);
            page.ShouldNotContain("<img", Case.Insensitive, path);
        }
    }

    [Fact]
    public async Task A_tie_is_chosen_seen_saved_and_remembered()
    {
        string id = (await Client.Check("tied.csv", TiedBom)).GetProperty("id").GetString() ?? "";
        (await Client.Text($"/checks/{id}")).ShouldContain($"/checks/{id}/mapping");
        string question = await Client.Text($"/checks/{id}/mapping");
        question.ShouldContain("4 · 16");
        string effect = await Client.Text($"/checks/{id}/mapping?set=quantity:E");
        effect.ShouldContain("<td>E</td><td>Menge</td><td>quantity</td>");

        using var form = new FormUrlEncodedContent(
            [new("forgery", await TokenOf($"/checks/{id}/mapping?set=quantity:E")), new("set", "quantity:E"), new("name", "supplier form")]);
        using HttpResponseMessage saved = await Client.Http.PostAsync(new Uri($"/checks/{id}/mapping", UriKind.Relative), form);

        saved.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        JsonElement again = await Client.Await((saved.Headers.Location?.ToString() ?? "").Split('/')[^1]);
        again.GetProperty("result").GetProperty("lines").GetInt32().ShouldBe(2);
        again.GetProperty("result").GetProperty("ties").GetInt32().ShouldBe(0);
        (await Client.Check("next.csv", TiedBom)).GetProperty("result").GetProperty("lines").GetInt32().ShouldBe(2);
    }

    [Fact]
    public async Task Two_checks_are_compared_by_what_they_found()
    {
        string before = (await Client.Check("bom.csv", ServerClient.SmallBom)).GetProperty("id").GetString() ?? "";
        string after = (await Client.Check("bom.csv", ServerClient.SmallBom.Replace("MAG-1", "MAG-7", StringComparison.Ordinal))).GetProperty("id")
            .GetString() ?? "";

        string same = await Client.Text($"/compare?before={before}&after={before}");
        string changed = await Client.Text($"/compare?before={before}&after={after}");

        same.ShouldContain("New (0)");
        same.ShouldContain("Gone (0)");
        changed.ShouldNotContain("New (0)");
        changed.ShouldNotContain("Gone (0)");
        changed.ShouldContain("MAG-7");
    }

    [Fact]
    public async Task A_saved_mapping_is_listed_and_removed()
    {
        string tied = PageTests.TiedBom.Replace("Description", "Part Description", StringComparison.Ordinal);
        string id = (await Client.Check("removed.csv", tied)).GetProperty("id").GetString() ?? "";
        using var choice = new FormUrlEncodedContent(
            [new("forgery", await TokenOf($"/checks/{id}/mapping?set=quantity:E")), new("set", "quantity:E"), new("name", "to be removed")]);
        using HttpResponseMessage saved = await Client.Http.PostAsync(new Uri($"/checks/{id}/mapping", UriKind.Relative), choice);
        string page = await Client.Text("/mappings");
        page.ShouldContain("quantity: column E");
        string place = Regex.Match(page, "to be removed</th>.*?action=\"([^\"]+)\"", RegexOptions.Singleline, TimeSpan.FromSeconds(5)).Groups[1].Value;

        using var form = new FormUrlEncodedContent([new("forgery", await TokenOf("/mappings"))]);
        using HttpResponseMessage removed = await Client.Http.PostAsync(new Uri(place, UriKind.Relative), form);

        removed.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await Client.Text("/mappings")).ShouldNotContain("to be removed");
        (await Client.Check("again.csv", tied)).GetProperty("result").GetProperty("ties").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task A_check_is_deleted_only_after_being_asked()
    {
        string id = (await Client.Check("deleted.csv", ServerClient.SmallBom + "MAG-DELETED,NdFeB magnet,1,Japan\n")).GetProperty("id").GetString() ?? "";
        (await Client.Text($"/checks/{id}")).ShouldContain($"/checks/{id}/delete");
        (await Client.Text($"/checks/{id}/delete")).ShouldContain("deleted.csv");
        using var unasked = new FormUrlEncodedContent([]);
        using HttpResponseMessage refused = await Client.Http.PostAsync(new Uri($"/checks/{id}/delete", UriKind.Relative), unasked);
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);

        using var form = new FormUrlEncodedContent([new("forgery", await TokenOf($"/checks/{id}/delete"))]);
        using HttpResponseMessage deleted = await Client.Http.PostAsync(new Uri($"/checks/{id}/delete", UriKind.Relative), form);

        deleted.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await Client.Text("/checks")).ShouldNotContain(id);
    }

    [Fact]
    public async Task One_calendar_holds_the_deadlines_of_the_newest_check_of_each_list()
    {
        await Client.Check("calendar-one.csv", ServerClient.SmallBom);
        string first = await Client.Text("/deadlines.ics");
        await Client.Check("calendar-one.csv", ServerClient.SmallBom);
        string second = await Client.Text("/deadlines.ics");
        await Client.Check("calendar-two.csv", ServerClient.SmallBom);
        string third = await Client.Text("/deadlines.ics");

        int Entries(string calendar, string list) =>
            Regex.Count(calendar.Replace("\r\n ", "", StringComparison.Ordinal), $"SUMMARY:.*{list}", RegexOptions.None, TimeSpan.FromSeconds(5));
        Entries(first, "calendar-one").ShouldBeGreaterThan(0);
        Entries(second, "calendar-one").ShouldBe(Entries(first, "calendar-one"));
        Entries(third, "calendar-two").ShouldBe(Entries(first, "calendar-one"));
        string[] ids = [.. Regex.Matches(third, "UID:(.*)", RegexOptions.None, TimeSpan.FromSeconds(5)).Select(match => match.Groups[1].Value)];
        ids.ShouldBeUnique();
    }

    [Fact]
    public async Task The_rules_are_shown_with_citations_and_cases()
    {
        string page = await Client.Text("/rules");

        page.ShouldContain("SC1001");
        page.ShouldContain("252.225-7052(b)(1)(ii)");
        page.ShouldContain("Taiwan is not a covered country");
    }

    [Fact]
    public async Task All_reports_and_requests_come_in_one_zip_each()
    {
        string id = (await Client.Check("zipped.csv", ServerClient.SmallBom + "MAG-ZIP,NdFeB magnet,1,Japan\n")).GetProperty("id").GetString() ?? "";

        using var reports = new ZipArchive(new MemoryStream(await Client.Bytes($"/checks/{id}/reports.zip")));
        using var requests = new ZipArchive(new MemoryStream(await Client.Bytes($"/checks/{id}/requests.zip")));

        reports.Entries.Select(entry => entry.Name).ShouldContain("zipped.json");
        reports.Entries.Count.ShouldBeGreaterThan(10);
        requests.Entries.ShouldAllBe(entry => entry.Name.EndsWith(".txt", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_that_is_not_there_says_so()
    {
        using HttpResponseMessage response = await Client.Get("/checks/0123");

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await response.Content.ReadAsStringAsync()).ShouldContain("not on this server");
    }

    private async Task<string> TokenOf(string path) =>
        Regex.Match(await Client.Text(path), "name=\"forgery\" value=\"([^\"]+)\"", RegexOptions.None, TimeSpan.FromSeconds(5)).Groups[1].Value;
}

/// <summary>With SQLite in the data folder, as a new user has it.</summary>
public sealed class PageOnSqliteTests(SharedServer shared) : PageTests(shared), IClassFixture<SharedServer>;

/// <summary>With PostgreSQL.</summary>
public sealed class PageOnPostgresTests(PostgresServer shared) : PageTests(shared), IClassFixture<PostgresServer>;
