using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SourcingCompliance.Server.Pages;

/// <summary>Programs, the search for parts, and notes, as a browser without script and a program use them.</summary>
public abstract partial class ProgramTests(SharedServer shared)
{
    private const string Bom = "Part Number,Manufacturer,Manufacturer Part Number,Description,Qty,Country of Origin\n"
        + "MAG-22,Acme Magnets,AM 22/N42,NdFeB magnet N42,2,China\nMAG-30,Beta,B30,SmCo magnet,1,\nSCR-1,Fix Inc,F1,Screw M3 steel,8,Germany\n";

    private ServerClient Client => shared.Client;

    [Fact]
    public async Task A_program_is_added_and_changed_on_its_page()
    {
        string place = await AddProgram(("name", "Falcon"), ("prime", "Prime Corp"), ("deliveries", "June 1, 2027; 2027-03-15"), ("value", "$250,000"),
            ("contractNumber", "N00024-27-C-0001"), ("marking", "CUI"));

        string page = await Client.Text(place);
        page.ShouldContain("Prime Corp");
        page.ShouldContain("Mar 15, 2027");
        (await Client.Text($"{place}/edit")).ShouldContain("value=\"2027-03-15; 2027-06-01\"");
        using HttpResponseMessage changed = await Post($"{place}/edit", ("name", "Falcon II"), ("prime", "Prime Corp"));
        changed.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await Client.Text("/programs")).ShouldContain("Falcon II");
    }

    [Fact]
    public async Task A_wrong_field_of_a_program_is_named_and_nothing_typed_is_lost()
    {
        await AddProgram(("name", "Osprey"));

        using HttpResponseMessage wrong = await Post("/programs/new", ("name", "Heron"), ("deliveries", "soon"), ("prime", "Kept Corp"));
        using HttpResponseMessage twice = await Post("/programs/new", ("name", "osprey"));

        wrong.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        string page = await wrong.Content.ReadAsStringAsync();
        page.ShouldContain("is no date");
        page.ShouldContain("value=\"Kept Corp\"");
        twice.StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_check_takes_contract_marking_and_the_only_delivery_from_its_program()
    {
        string id = Id(await AddProgram(("name", "Kestrel"), ("deliveries", "2027-05-03"), ("contractNumber", "N00024-27-C-0002"),
            ("marking", "CUI//KESTREL")));

        JsonElement check = await Upload("kestrel.csv", ("program", "kestrel"));

        check.GetProperty("programId").GetString().ShouldBe(id);
        check.GetProperty("attachments").EnumerateArray().Select(beside => beside.GetProperty("kind").GetString()).ShouldBe(["contract", "report"]);
        string page = await Client.Text($"/checks/{check.GetProperty("id").GetString()}");
        page.ShouldContain("May 3, 2027");
        page.ShouldContain("CUI//KESTREL");
        page.ShouldContain($"/programs/{id}");
        string report = await Client.Text($"/api/v1/checks/{check.GetProperty("id").GetString()}/reports/json");
        report.ShouldContain("N00024-27-C-0002");
    }

    [Fact]
    public async Task What_an_upload_states_goes_before_its_program()
    {
        await AddProgram(("name", "Merlin"), ("deliveries", "2027-05-03"), ("contractNumber", "N-1"), ("value", "100000"), ("marking", "CUI"));

        JsonElement check = await Upload("merlin.csv", ("program", "Merlin"), ("delivery", "2026-12-15"), ("marking", "PROPRIETARY"),
            ("contractNumber", "N-2"));

        string id = check.GetProperty("id").GetString() ?? "";
        string page = await Client.Text($"/checks/{id}");
        page.ShouldContain("December 15, 2026");
        page.ShouldContain("PROPRIETARY");
        // Another contract does not get the value of this one.
        string report = await Client.Text($"/api/v1/checks/{id}/reports/json");
        report.ShouldContain("N-2");
        report.ShouldNotContain("100000");
    }

    [Fact]
    public async Task Of_several_deliveries_a_check_takes_none_so_that_no_later_rule_is_left_out()
    {
        await AddProgram(("name", "Two deliveries"), ("deliveries", "2026-12-15; 2027-05-03"));

        JsonElement check = await Upload("two.csv", ("program", "Two deliveries"));

        (await Client.Text($"/checks/{check.GetProperty("id").GetString()}")).ShouldContain("no delivery date");
    }

    [Fact]
    public async Task A_program_that_is_not_there_is_refused()
    {
        using MultipartFormDataContent form = Form("x.csv", Bom, ("program", "Nowhere"));

        using HttpResponseMessage response = await Client.Post(form);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await ServerClient.JsonOf(response)).GetProperty("errors").GetProperty("program").GetString().ShouldNotBeNull().ShouldContain("not on this server");
    }

    [Fact]
    public async Task The_page_of_a_program_shows_results_trend_deadlines_and_a_calendar()
    {
        string place = await AddProgram(("name", "Harrier"), ("deliveries", "2027-05-03"));
        await Upload("harrier.csv", ("program", "Harrier"));
        await Upload("harrier.csv", ("program", "Harrier"));

        string page = await Client.Text(place);
        string calendar = await Client.Text($"{place}/deadlines.ics");

        Regex.Count(Section(page, "BOMs"), "/checks/").ShouldBe(1, "the newest check of a BOM counts");
        Regex.Count(Section(page, "Checks of this program"), "/checks/").ShouldBe(2);
        Section(page, "To settle, by day").ShouldContain("<td>2</td>");
        page.ShouldContain("Delivery May 3, 2027");
        Section(page, "Next deadlines").ShouldContain("?tab=plan");
        calendar.ShouldContain("DTSTART;VALUE=DATE:20270503");
        calendar.ShouldContain("Delivery: Harrier");
    }

    [Fact]
    public async Task A_deleted_program_leaves_its_checks()
    {
        string place = await AddProgram(("name", "Gone"));
        string id = (await Upload("gone.csv", ("program", "Gone"))).GetProperty("id").GetString() ?? "";

        using HttpResponseMessage deleted = await Post($"{place}/delete");

        deleted.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        using HttpResponseMessage after = await Client.Get(place);
        after.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await Client.Text($"/checks/{id}")).ShouldContain("gone.csv");
    }

    [Fact]
    public async Task A_program_adds_and_changes_programs()
    {
        using HttpResponseMessage added = await Client.Http.PostAsJsonAsync("/api/v1/programs",
            new { name = "Swift", deliveries = new[] { "2027-05-03" }, contract = new { value = "1 million", placeOfUse = "United States" } });
        using HttpResponseMessage again = await Client.Http.PostAsJsonAsync("/api/v1/programs", new { name = "SWIFT" });
        using HttpResponseMessage wrong = await Client.Http.PostAsJsonAsync("/api/v1/programs", new { name = "Swift 2", contract = new { price = "1" } });

        added.StatusCode.ShouldBe(HttpStatusCode.Created);
        again.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        wrong.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        string place = added.Headers.Location?.ToString() ?? "";
        using HttpResponseMessage changed = await Client.Http.PutAsJsonAsync(place, new { name = "Swift", prime = "Prime Corp" });
        changed.StatusCode.ShouldBe(HttpStatusCode.OK);
        JsonElement program = JsonDocument.Parse(await Client.Text("/api/v1/programs/swift")).RootElement;
        program.GetProperty("prime").GetString().ShouldBe("Prime Corp");
        program.GetProperty("deliveries").GetArrayLength().ShouldBe(0);
    }

    private static string Id(string place) => place.Split('/')[^1];

    private static string Section(string page, string label) =>
        Regex.Match(page, $"aria-label=\"{label}\">.*?</table>", RegexOptions.Singleline, TimeSpan.FromSeconds(5)).Value;

    private static MultipartFormDataContent Form(string name, string bom, params (string Name, string Value)[] fields)
    {
        MultipartFormDataContent form = ServerClient.Form((name, Encoding.UTF8.GetBytes(bom)));
        foreach ((string field, string value) in fields)
        {
            form.Add(ServerClient.Field(field, value));
        }

        return form;
    }

    private async Task<JsonElement> Upload(string name, params (string Name, string Value)[] fields)
    {
        using HttpResponseMessage response = await Client.Post(Form(name, Bom, fields), wait: 100);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
        return await ServerClient.JsonOf(response);
    }

    private async Task<string> AddProgram(params (string Name, string Value)[] fields)
    {
        using HttpResponseMessage added = await Post("/programs/new", fields);
        added.StatusCode.ShouldBe(HttpStatusCode.SeeOther, await added.Content.ReadAsStringAsync());
        return added.Headers.Location?.ToString() ?? "";
    }

    private async Task<HttpResponseMessage> Post(string path, params (string Name, string Value)[] fields)
    {
        string token = Regex.Match(await Client.Text("/programs/new"), "name=\"forgery\" value=\"([^\"]+)\"", RegexOptions.None, TimeSpan.FromSeconds(5))
            .Groups[1].Value;
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)).Prepend(new("forgery", token)));
        return await Client.Http.PostAsync(new Uri(path, UriKind.Relative), form);
    }
}

/// <summary>With SQLite in the data folder, as a new user has it.</summary>
public sealed class ProgramOnSqliteTests(SharedServer shared) : ProgramTests(shared), IClassFixture<SharedServer>;

/// <summary>With PostgreSQL.</summary>
public sealed class ProgramOnPostgresTests(PostgresServer shared) : ProgramTests(shared), IClassFixture<PostgresServer>;
