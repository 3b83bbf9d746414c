using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;
using SourcingCompliance.GeneratedClient;
using SourcingCompliance.GeneratedClient.Models;

namespace SourcingCompliance.Server.Api;

/// <summary>A client that Kiota generated from the description of the interface, see <c>.ci/client</c>, works with the server.</summary>
public sealed class GeneratedClientTests(SharedServer shared) : IClassFixture<SharedServer>
{
    [Fact]
    public async Task A_generated_client_uploads_a_BOM_and_reads_the_result()
    {
        using HttpClientRequestAdapter adapter = Connect();
        var client = new SourcingClient(adapter);

        GeneratedClient.Models.CheckStatus? started = await client.Api.V1.Checks.PostAsync(Upload(ServerClient.SmallBom), request =>
        {
            request.QueryParameters.Wait = 60;
            request.Headers.Add("Idempotency-Key", "generated-client");
        });
        GeneratedClient.Models.CheckStatus? read = await client.Api.V1.Checks[started?.Id ?? ""].GetAsync();

        read?.State.ShouldBe("done");
        read?.Result?.Violation.ShouldBe(1);
        read?.Files?[0].Name.ShouldBe("bom.csv");
    }

    [Fact]
    public async Task A_generated_client_gets_the_id_of_a_problem()
    {
        using HttpClientRequestAdapter adapter = Connect();
        MultipartBody upload = Upload(ServerClient.SmallBom);
        upload.AddOrReplacePart("delivery", "text/plain", "someday");

        ProblemDetails problem = await Should.ThrowAsync<ProblemDetails>(() => new SourcingClient(adapter).Api.V1.Checks.PostAsync(upload));

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

    private HttpClientRequestAdapter Connect()
    {
        var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", shared.Token);
        return new HttpClientRequestAdapter(new AnonymousAuthenticationProvider(), httpClient: http) { BaseUrl = shared.Address.GetLeftPart(UriPartial.Authority) };
    }
}
