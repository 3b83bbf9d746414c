using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;
using SourcingCompliance.GeneratedClient;
using SourcingCompliance.Server.Answers;
using Wire = SourcingCompliance.GeneratedClient.Models;

namespace SourcingCompliance.Server.Api;

/// <summary>A client that Kiota generated from the description of the interface, see <c>.ci/client</c>, works with the server.</summary>
public sealed class GeneratedClientTests(SharedServer shared) : IClassFixture<SharedServer>
{
    [Fact]
    public async Task A_generated_client_uploads_a_BOM_and_reads_the_result()
    {
        using HttpClientRequestAdapter adapter = Connect();
        var client = new SourcingClient(adapter);

        Wire.CheckStatus? started = await client.Api.V1.Checks.PostAsync(Upload(ServerClient.SmallBom), request =>
        {
            request.QueryParameters.Wait = 60;
            request.Headers.Add("Idempotency-Key", "generated-client");
        });
        Wire.CheckStatus? read = await client.Api.V1.Checks[started?.Id ?? ""].GetAsync();

        read?.State.ShouldBe("done");
        read?.Result?.Violation.ShouldBe(1);
        read?.Files?[0].Name.ShouldBe("bom.csv");
    }

    [Fact]
    public async Task A_generated_client_asks_a_supplier_sends_the_answer_and_checks_again()
    {
        using HttpClientRequestAdapter adapter = Connect();
        var client = new SourcingClient(adapter);
        MultipartBody upload = Upload(SupplierLoop.Bom("Gen"));
        upload.AddOrReplacePart("delivery", "text/plain", "2027-03-15");
        string check = (await client.Api.V1.Checks.PostAsync(upload))?.Id ?? "";
        Wire.CheckStatus? done = await Poll(client, check);

        List<Wire.RequestBody> requests = await client.Api.V1.Checks[check].Requests.PostAsync(new Wire.AskBody { Supplier = "Gen Magnetics" }) ?? [];
        string request = requests.ShouldHaveSingleItem().Id ?? "";
        using Stream? questionnaire = await client.Api.V1.Requests[request].Files["xlsx"].GetAsync();
        var answer = new MultipartBody();
        answer.AddOrReplacePart("files", "application/octet-stream", SupplierLoop.FillIn(questionnaire ?? Stream.Null, _ => "Japan"), "answer.xlsx");
        Wire.AnswerBody? stored = await client.Api.V1.Answers.PostAsync(answer);
        List<Wire.RecheckBody> repeated = await client.Api.V1.Recheck.PostAsync() ?? [];
        Wire.CheckStatus? after = await Poll(client, repeated.Single(pair => pair.Before == check).After ?? "");

        (done?.Result?.OpenLines, done?.Result?.Pass).ShouldBe((3, 0));
        stored?.Stored.ShouldBe([request]);
        (await client.Api.V1.Requests[request].GetAsync())?.State.ShouldBe("answered");
        (await client.Api.V1.Statements.GetAsync(read => read.QueryParameters.Q = "Gen-1") ?? []).ShouldHaveSingleItem().Supplier.ShouldBe("Gen Magnetics");
        (after?.Result?.OpenLines, after?.Result?.Pass).ShouldBe((1, 2));
        using Stream? report = await client.Api.V1.Checks[after?.Id ?? ""].Reports["json"].GetAsync();
        report.ShouldNotBeNull().ReadByte().ShouldBe('{');
    }

    [Fact]
    public async Task A_generated_client_keeps_programs_and_notes_and_finds_parts()
    {
        using HttpClientRequestAdapter adapter = Connect();
        var client = new SourcingClient(adapter);
        var contract = new Wire.ProgramBody_contract { AdditionalData = new Dictionary<string, object> { ["clauseDate"] = "MAY 2024" } };

        Wire.ProgramBody? program = await client.Api.V1.Programs.PostAsync(
            new Wire.ProgramBody { Name = "Generated", Deliveries = ["2027-03-15"], Contract = contract });
        MultipartBody upload = Upload(ServerClient.SmallBom.Replace("MAG-1", "GEN-MAG-7", StringComparison.Ordinal));
        upload.AddOrReplacePart("program", "text/plain", program?.Id ?? "");
        Wire.CheckStatus? done = await client.Api.V1.Checks.PostAsync(upload, post => post.QueryParameters.Wait = 60);
        await client.Api.V1.Notes.PostAsync(
            new Wire.NoteBody { Program = "Generated", Part = "GEN-MAG-7", Text = "Quote asked.", Author = "Jo Doe" });

        (await client.Api.V1.Programs["Generated"].GetAsync())?.Contract?.AdditionalData["clauseDate"].ShouldBe("MAY 2024");
        (await client.Api.V1.Parts.GetAsync(find => find.QueryParameters.Q = "gen mag 7") ?? []).ShouldHaveSingleItem().CheckId.ShouldBe(done?.Id);
        (await client.Api.V1.Notes.GetAsync(read => read.QueryParameters.Program = "Generated") ?? []).ShouldHaveSingleItem().Text.ShouldBe("Quote asked.");
    }

    [Fact]
    public async Task A_generated_client_gets_the_id_of_a_problem()
    {
        using HttpClientRequestAdapter adapter = Connect();
        MultipartBody upload = Upload(ServerClient.SmallBom);
        upload.AddOrReplacePart("delivery", "text/plain", "someday");

        Wire.ProblemDetails problem = await Should.ThrowAsync<Wire.ProblemDetails>(() => new SourcingClient(adapter).Api.V1.Checks.PostAsync(upload));

        problem.Id.ShouldBe("SC9904");
    }

    [Fact]
    public async Task The_client_was_generated_from_the_description_that_the_server_gives()
    {
        JsonNode served = JsonNode.Parse(await shared.Client.Text("/openapi/v1.json")) ?? new JsonObject();
        JsonNode used = JsonNode.Parse(await File.ReadAllTextAsync(Repository.PathOf("tests", "SourcingCompliance.Server.Tests", "Api", "GeneratedClient", "openapi.json"))) ?? new JsonObject();
        // The port differs.
        served["servers"] = used["servers"]?.DeepClone();

        JsonNode.DeepEquals(served, used).ShouldBeTrue("The interface has changed. Run .ci/client, and see whether the change breaks programs that use it.");
    }

    private static MultipartBody Upload(string bom)
    {
        var upload = new MultipartBody();
        upload.AddOrReplacePart("files", "text/csv", Encoding.UTF8.GetBytes(bom), "bom.csv");
        return upload;
    }

    private static async Task<Wire.CheckStatus?> Poll(SourcingClient client, string check)
    {
        Wire.CheckStatus? status = null;
        for (int turn = 0; turn < 300 && status?.State is null or "queued" or "running"; turn++)
        {
            status = await client.Api.V1.Checks[check].GetAsync(read => read.QueryParameters.Wait = 1);
        }

        status?.State.ShouldBe("done");
        return status;
    }

    private HttpClientRequestAdapter Connect()
    {
        var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", shared.Token);
        return new HttpClientRequestAdapter(new AnonymousAuthenticationProvider(), httpClient: http) { BaseUrl = shared.Address.GetLeftPart(UriPartial.Authority) };
    }
}
