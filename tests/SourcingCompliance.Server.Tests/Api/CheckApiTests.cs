using System.Net;
using System.Text;
using System.Text.Json;
using SourcingCompliance.Formats.Reading;
using SourcingCompliance.Running;
using SourcingCompliance.Running.Jobs;
using SourcingCompliance.Running.Output;

namespace SourcingCompliance.Server.Api;

/// <summary>The interface for programs.</summary>
public abstract class CheckApiTests(SharedServer shared)
{
    private ServerClient Client => shared.Client;

    [Fact]
    public async Task An_upload_is_answered_with_the_place_of_its_check()
    {
        using HttpResponseMessage response = await Client.Post("bom.csv", ServerClient.SmallBom);

        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        string location = response.Headers.Location?.ToString() ?? "";
        JsonElement status = JsonDocument.Parse(await Client.Text(location + "?wait=60")).RootElement;
        status.GetProperty("state").GetString().ShouldBe("done");
        status.GetProperty("result").GetProperty("exitCode").GetInt32().ShouldBe(1);
        status.GetProperty("files")[0].GetProperty("name").GetString().ShouldBe("bom.csv");
    }

    [Fact]
    public async Task Every_format_can_be_fetched()
    {
        JsonElement status = await Client.Check("bom.csv", ServerClient.SmallBom);

        foreach (string format in ReportFiles.Formats)
        {
            byte[] report = await Client.Bytes($"/api/v1/checks/{status.GetProperty("id").GetString()}/reports/{format}");
            report.Length.ShouldBeGreaterThan(20, format);
        }
    }

    [Fact]
    public async Task The_report_is_the_one_that_the_command_would_write()
    {
        byte[] bom = await File.ReadAllBytesAsync(Repository.PathOf("examples", "07-multi-level-drone", "bom.csv"));
        JsonElement status = await Client.Check(("bom.csv", bom));
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "bom.csv");
        await File.WriteAllBytesAsync(path, bom);
        var job = new CheckJob { Paths = [], Inputs = [new CheckInput(path, "bom.csv")], AsOf = new DateOnly(2026, 11, 22) };
        string written = ReportFiles.Write(CheckRunner.Run(job, null, CancellationToken.None), ["json"],
            Path.Combine(folder.Path, "out"), CancellationToken.None)[0];

        byte[] fetched = await Client.Bytes($"/api/v1/checks/{status.GetProperty("id").GetString()}/reports/json");

        fetched.ShouldBe(await File.ReadAllBytesAsync(written));
    }

    [Fact]
    public async Task Several_files_of_one_name_stay_apart_and_each_has_its_workbook()
    {
        byte[] bom = Encoding.UTF8.GetBytes(ServerClient.SmallBom);
        JsonElement status = await Client.Check(("bom.csv", bom), ("bom.csv", bom));
        string id = status.GetProperty("id").GetString() ?? "";

        status.GetProperty("files").EnumerateArray().Select(file => file.GetProperty("name").GetString()).ShouldBe(["bom.csv", "bom (2).csv"]);
        status.GetProperty("result").GetProperty("lines").GetInt32().ShouldBe(4);
        using HttpResponseMessage second = await Client.Get($"/api/v1/checks/{id}/reports/xlsx?file=2");
        second.Content.Headers.ContentDisposition?.FileNameStar.ShouldBe("bom (2).checked.xlsx");
        (await Client.Get($"/api/v1/checks/{id}/reports/xlsx?file=3")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Contract_fields_reach_the_check()
    {
        MultipartFormDataContent form = ServerClient.Form(("bom.csv", Encoding.UTF8.GetBytes(ServerClient.SmallBom)));
        form.Add(ServerClient.Field("contractNumber", "N00024-26-C-0001"));
        form.Add(ServerClient.Field("delivery", "2026-12-15"));
        using HttpResponseMessage response = await Client.Post(form, wait: 60);
        string id = (await ServerClient.JsonOf(response)).GetProperty("id").GetString() ?? "";

        JsonElement report = JsonDocument.Parse(await Client.Text($"/api/v1/checks/{id}/reports/json")).RootElement;

        report.GetProperty("run").GetProperty("delivery").GetString().ShouldBe("2026-12-15");
        report.GetProperty("run").GetProperty("contract").GetString().ShouldBe("contract form");
    }

    [Fact]
    public async Task Waivers_of_the_upload_stand_beside_what_they_waive()
    {
        MultipartFormDataContent form = ServerClient.Form(("bom.csv", Encoding.UTF8.GetBytes(ServerClient.SmallBom)));
        form.Add(ServerClient.Beside("waivers", "C:\\folder\\.sourcing-waivers.json", """
            { "version": 1, "waivers": [ { "id": "W-1", "match": { "part": "MAG-1" }, "legalBasis": "nonavailability-individual", "contract": "N00024-26-C-0001",
              "justification": "No grade that fits", "approvedBy": "HCA", "approvedOn": "2026-10-02", "expires": "2027-09-30" } ] }
            """));
        using HttpResponseMessage response = await Client.Post(form, wait: 60);
        JsonElement status = await ServerClient.JsonOf(response);

        status.GetProperty("attachments")[0].GetProperty("kind").GetString().ShouldBe("waivers");
        status.GetProperty("attachments")[0].GetProperty("name").GetString().ShouldBe("sourcing-waivers.json");
        string report = await Client.Text($"/api/v1/checks/{status.GetProperty("id").GetString()}/reports/markdown");
        report.ShouldContain("W-1");
        status.GetProperty("result").GetProperty("exitCode").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task A_waiver_file_that_cannot_be_used_stops_the_check()
    {
        MultipartFormDataContent form = ServerClient.Form(("bom.csv", Encoding.UTF8.GetBytes(ServerClient.SmallBom)));
        form.Add(ServerClient.Beside("waivers", "waivers.json", "no json"));
        using HttpResponseMessage response = await Client.Post(form, wait: 60);
        JsonElement status = await ServerClient.JsonOf(response);

        status.GetProperty("result").GetProperty("exitCode").GetInt32().ShouldBe(4);
        (await Client.Text($"/api/v1/checks/{status.GetProperty("id").GetString()}/reports/json")).ShouldContain("waivers.json");
    }

    [Fact]
    public async Task Approved_alternates_of_the_upload_reach_the_plan()
    {
        MultipartFormDataContent form =
            ServerClient.Form(("bom.xlsx", await File.ReadAllBytesAsync(Repository.PathOf("examples", "09-plan-with-alternates", "bom.xlsx"))));
        form.Add(ServerClient.Beside("alternates", "alternates.csv",
            await File.ReadAllTextAsync(Repository.PathOf("examples", "09-plan-with-alternates", "alternates.csv"))));
        using HttpResponseMessage response = await Client.Post(form, wait: 60);
        string id = (await ServerClient.JsonOf(response)).GetProperty("id").GetString() ?? "";

        (await Client.Text($"/api/v1/checks/{id}/reports/json")).ShouldContain("Noveon Magnetics");
    }

    [Theory]
    [InlineData("dfars-252.225-7052", false)]
    [InlineData("us-tariffs-section-301", true)]
    public async Task Only_the_packs_that_were_named_are_told_beside_the_verdicts(string packs, bool isTold)
    {
        MultipartFormDataContent form = ServerClient.Form(("bom.csv", Encoding.UTF8.GetBytes(ServerClient.SmallBom)));
        form.Add(ServerClient.Field("packs", packs));
        using HttpResponseMessage response = await Client.Post(form, wait: 60);
        string id = (await ServerClient.JsonOf(response)).GetProperty("id").GetString() ?? "";

        string report = await Client.Text($"/api/v1/checks/{id}/reports/json");

        report.Contains("us-tariffs-section-301", StringComparison.Ordinal).ShouldBe(isTold);
        report.ShouldNotContain("supply-concentration");
    }

    [Fact]
    public async Task A_check_that_has_ended_can_be_forgotten()
    {
        string id = (await Client.Check("forget.csv", ServerClient.SmallBom + "MAG-FORGET,NdFeB magnet,1,Japan\n")).GetProperty("id").GetString() ?? "";
        var place = new Uri($"/api/v1/checks/{id}/data", UriKind.Relative);

        using HttpResponseMessage forgotten = await Client.Http.DeleteAsync(place);
        using HttpResponseMessage again = await Client.Http.DeleteAsync(place);

        forgotten.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        again.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await Client.Get($"/api/v1/checks/{id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await Client.Get($"/api/v1/checks/{id}/reports/json")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        Directory.EnumerateDirectories(Path.Combine(shared.Folder, "reports"), id + "*").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("packs", "no-such-pack")]
    [InlineData("asOf", "22.11.2026")]
    [InlineData("failOn", "everything")]
    [InlineData("value", "a lot")]
    [InlineData("specialtyMetalsClause", "perhaps")]
    public async Task A_field_that_cannot_be_used_is_refused_by_name(string field, string value)
    {
        MultipartFormDataContent form = ServerClient.Form(("bom.csv", Encoding.UTF8.GetBytes(ServerClient.SmallBom)));
        form.Add(ServerClient.Field(field, value));

        using HttpResponseMessage response = await Client.Post(form);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        JsonElement problem = await ServerClient.JsonOf(response);
        problem.GetProperty("id").GetString().ShouldBe("SC9904");
        problem.GetProperty("detail").GetString().ShouldNotBeNull().ShouldContain(field);
    }

    [Fact]
    public async Task What_is_not_there_is_a_problem_with_an_id()
    {
        using HttpResponseMessage response = await Client.Get("/api/v1/checks/0123456789ab");

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        response.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json");
        (await ServerClient.JsonOf(response)).GetProperty("id").GetString().ShouldBe("SC9906");
    }

    [Fact]
    public async Task The_description_names_every_path()
    {
        JsonElement paths = JsonDocument.Parse(await Client.Text("/openapi/v1.json")).RootElement.GetProperty("paths");

        paths.EnumerateObject().Select(path => path.Name).ShouldBe(
            ["/api/v1/checks", "/api/v1/checks/{id}", "/api/v1/checks/{id}/data", "/api/v1/checks/{id}/reports/{format}",
                "/api/v1/programs", "/api/v1/programs/{id}", "/api/v1/parts", "/api/v1/checks/{id}/requests", "/api/v1/requests", "/api/v1/requests/{id}",
                "/api/v1/requests/{id}/files/{format}", "/api/v1/answers", "/api/v1/statements", "/api/v1/statements/{id}", "/api/v1/recheck",
                "/api/v1/notes", "/api/v1/notes/{id}", "/api/v1/assignees", "/api/v1/health", "/api/v1/ready", "/api/v1/metrics"], ignoreOrder: true);
    }

    [Fact]
    public async Task Health_readiness_and_figures_answer()
    {
        (await Client.Text("/api/v1/health")).ShouldContain("alive");
        (await Client.Text("/api/v1/ready")).ShouldContain("ready");
        (await Client.Text("/api/v1/metrics")).ShouldContain("sourcing_checks{state=\"queued\"}");
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Origin", "https://elsewhere.example")]
    public async Task Another_site_cannot_post_through_a_browser(string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post,
            "/api/v1/checks")
        { Content = ServerClient.Form(("bom.csv", Encoding.UTF8.GetBytes(ServerClient.SmallBom))) };
        request.Headers.Add(header, value);

        using HttpResponseMessage response = await Client.Http.SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_name_of_another_site_that_points_here_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/checks");
        request.Headers.Host = "elsewhere.example";

        using HttpResponseMessage response = await Client.Http.SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public void The_server_listens_on_this_machine_only() => IPAddress.IsLoopback(IPAddress.Parse(shared.Address.Host)).ShouldBeTrue();

    [Fact]
    public async Task Uploads_of_one_address_are_limited()
    {
        using var folder = new TemporaryFolder();
        await using RunningServer server = await RunningServer.Start(folder.Path, "--uploads-per-minute", "2");
        await server.Client.Post("one.csv", ServerClient.SmallBom);
        await server.Client.Post("two.csv", ServerClient.SmallBom);

        using HttpResponseMessage third = await server.Client.Post("three.csv", ServerClient.SmallBom);

        third.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        third.Headers.RetryAfter.ShouldNotBeNull();
    }
}

/// <summary>With SQLite in the data folder, as a new user has it.</summary>
public sealed class CheckApiOnSqliteTests(SharedServer shared) : CheckApiTests(shared), IClassFixture<SharedServer>;

/// <summary>With PostgreSQL.</summary>
public sealed class CheckApiOnPostgresTests(PostgresServer shared) : CheckApiTests(shared), IClassFixture<PostgresServer>;
