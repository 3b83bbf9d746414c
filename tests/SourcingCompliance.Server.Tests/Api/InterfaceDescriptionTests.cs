using System.Net;
using System.Text.Json;

namespace SourcingCompliance.Server.Api;

/// <summary>A program that knows only the description of the interface can use it.</summary>
public sealed class InterfaceDescriptionTests(SharedServer shared) : IClassFixture<SharedServer>
{
    [Fact]
    public async Task An_upload_built_from_its_description_and_examples_is_checked()
    {
        JsonElement form = (await Describe()).GetProperty("paths").GetProperty("/api/v1/checks").GetProperty("post").GetProperty("requestBody")
            .GetProperty("content").GetProperty("multipart/form-data").GetProperty("schema");
        form.GetProperty("required").EnumerateArray().Select(name => name.GetString()).ShouldBe(["files"]);
        using MultipartFormDataContent upload = [];
        foreach (JsonProperty property in form.GetProperty("properties").EnumerateObject())
        {
            if (property.Value.TryGetProperty("examples", out JsonElement examples))
            {
                upload.Add(ServerClient.Field(property.Name, examples[0].GetString() ?? ""));
            }
            else if (property.Value.GetProperty("type").GetString() == "array")
            {
                upload.Add(ServerClient.Beside(property.Name, "bom.csv", ServerClient.SmallBom));
            }
        }

        using HttpResponseMessage response = await shared.Client.Http.PostAsync(new Uri("/api/v1/checks?wait=100", UriKind.Relative), upload);

        string text = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(HttpStatusCode.OK, text);
        JsonDocument.Parse(text).RootElement.GetProperty("result").GetProperty("lines").GetInt32().ShouldBe(2);
    }

    [Fact]
    public async Task Every_number_has_one_type_and_every_problem_an_id()
    {
        JsonElement description = await Describe();
        JsonElement schemas = description.GetProperty("components").GetProperty("schemas");

        schemas.GetProperty("RunResult").GetProperty("properties").GetProperty("lines").GetProperty("type").GetString().ShouldBe("integer");
        schemas.GetProperty("ProblemDetails").GetProperty("properties").TryGetProperty("id", out _).ShouldBeTrue();
        description.GetProperty("components").GetProperty("securitySchemes").GetProperty("token").GetProperty("scheme").GetString().ShouldBe("bearer");
    }

    [Fact]
    public async Task A_form_with_more_fields_than_any_page_sends_is_refused()
    {
        using var form = new FormUrlEncodedContent(Enumerable.Range(0, 1500).Select(at => new KeyValuePair<string, string>($"c_{at}", "quantity")));

        using HttpResponseMessage response = await shared.Client.Http.PostAsync(new Uri("/checks/0123/columns", UriKind.Relative), form);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private async Task<JsonElement> Describe() => JsonDocument.Parse(await shared.Client.Text("/openapi/v1.json")).RootElement;
}
