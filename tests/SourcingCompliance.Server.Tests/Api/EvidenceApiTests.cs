using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SourcingCompliance.Server.Answers;

namespace SourcingCompliance.Server.Api;

/// <summary>A program asks suppliers, sends their answers, and reads what is on file.</summary>
public sealed class EvidenceApiTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private ServerClient Client => shared.Client;

    [Fact]
    public async Task A_request_is_made_its_answer_stored_once_and_the_older_check_repeated()
    {
        var loop = new SupplierLoop(Client);
        string check = await loop.Check("Api");
        using HttpResponseMessage asked = await Client.Http.PostAsJsonAsync($"/api/v1/checks/{check}/requests", new { supplier = "Api Magnetics" });
        JsonElement request = (await ServerClient.JsonOf(asked)).EnumerateArray().ShouldHaveSingleItem();
        string id = request.GetProperty("id").GetString() ?? "";
        request.GetProperty("state").GetString().ShouldBe("waiting");
        (await Client.Bytes(request.GetProperty("files").GetProperty("xlsx").GetString() ?? "")).AsSpan(0, 2).SequenceEqual("PK"u8).ShouldBeTrue();
        byte[] answer = await loop.Fill(id, part => part == "Api-1" ? "Japan" : "not known", document: "cert.pdf");

        using HttpResponseMessage tried = await Send(answer, ("store", "no"));
        using HttpResponseMessage stored = await Send(answer);
        using HttpResponseMessage again = await Send(answer);
        using HttpResponseMessage other = await Send(await loop.Fill(id, _ => "Malaysia"));

        tried.StatusCode.ShouldBe(HttpStatusCode.OK);
        JsonElement understood = await ServerClient.JsonOf(tried);
        understood.GetProperty("stored").GetArrayLength().ShouldBe(0);
        understood.GetProperty("files")[0].GetProperty("missingDocuments")[0].GetString().ShouldBe("cert.pdf");
        understood.GetProperty("files")[0].GetProperty("statements")[0].GetProperty("state").GetString().ShouldBe("new");
        stored.StatusCode.ShouldBe(HttpStatusCode.Created);
        (await ServerClient.JsonOf(stored)).GetProperty("stored")[0].GetString().ShouldBe(id);
        again.StatusCode.ShouldBe(HttpStatusCode.OK);
        other.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await ServerClient.JsonOf(other)).GetProperty("id").GetString().ShouldBe("SC9533");
        JsonElement read = JsonDocument.Parse(await Client.Text($"/api/v1/requests/{id}")).RootElement;
        (read.GetProperty("state").GetString(), read.GetProperty("answeredBy").GetString()).ShouldBe(("answered", id));
        JsonElement all = JsonDocument.Parse(await Client.Text("/api/v1/requests")).RootElement;
        all.EnumerateArray().Select(one => one.GetProperty("id").GetString()).ShouldContain(id);
        JsonDocument.Parse(await Client.Text($"/api/v1/statements/{id}")).RootElement.GetProperty("supplier").GetProperty("name").GetString()
            .ShouldBe("Api Magnetics");
        JsonElement statement = JsonDocument.Parse(await Client.Text("/api/v1/statements?q=api-1")).RootElement.EnumerateArray().ShouldHaveSingleItem();
        statement.GetProperty("notCounted").ValueKind.ShouldBe(JsonValueKind.Null);
        using HttpResponseMessage repeated = await Client.Http.PostAsync(new Uri("/api/v1/recheck", UriKind.Relative), null);
        JsonElement pair = (await ServerClient.JsonOf(repeated)).EnumerateArray().Single(one => one.GetProperty("before").GetString() == check);
        (await loop.Counts(pair.GetProperty("after").GetString() ?? "")).ShouldBe((2, 1));
    }

    [Fact]
    public async Task The_suppliers_of_a_bom_of_more_than_eight_mebibytes_can_be_asked()
    {
        string text = new('x', 3000);
        string bom = "Part Number,Description,Manufacturer,MPN,Qty,Drawing text\nBIG-1,Magnet NdFeB N42SH,Big Magnetics,NM-1,2,\n"
            + string.Concat(Enumerable.Range(0, 3000).Select(at => $"SCR-{at},Screw M3 steel,Fix,S-{at},1,{text}\n"));
        bom.Length.ShouldBeGreaterThan(8 << 20);
        string check = (await Client.Check("big.csv", bom)).GetProperty("id").GetString() ?? "";

        using HttpResponseMessage asked = await Client.Http.PostAsJsonAsync($"/api/v1/checks/{check}/requests", new { });

        (await ServerClient.JsonOf(asked)).EnumerateArray().ShouldHaveSingleItem().GetProperty("supplier").GetString().ShouldBe("Big Magnetics");
    }

    [Theory]
    [InlineData("/api/v1/requests/NONE", 404, "SC9906")]
    [InlineData("/api/v1/requests/NONE/files/xlsx", 404, "SC9906")]
    [InlineData("/api/v1/statements/NONE", 404, "SC9906")]
    [InlineData("/api/v1/notes?program=none", 404, "SC9906")]
    public async Task What_is_not_there_is_a_problem_with_an_id(string path, int status, string id)
    {
        using HttpResponseMessage answer = await Client.Get(path);

        ((int)answer.StatusCode).ShouldBe(status);
        (await ServerClient.JsonOf(answer)).GetProperty("id").GetString().ShouldBe(id);
    }

    [Fact]
    public async Task A_file_that_is_no_answer_is_a_problem_that_names_it()
    {
        using HttpResponseMessage answer = await Send("MZ"u8.ToArray());
        using HttpResponseMessage none = await Client.Http.PostAsync(new Uri("/api/v1/answers", UriKind.Relative),
            new MultipartFormDataContent { ServerClient.Field("store", "maybe") });

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        ((await ServerClient.JsonOf(answer)).GetProperty("detail").GetString() ?? "").ShouldContain("answer.xlsx: The file is a program");
        none.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await ServerClient.JsonOf(none)).GetProperty("errors").EnumerateObject().Select(error => error.Name).Order().ShouldBe(["files", "store"]);
    }

    [Fact]
    public async Task Notes_and_assignees_of_a_program_are_written_read_and_removed()
    {
        using HttpResponseMessage program = await Client.Http.PostAsJsonAsync("/api/v1/programs", new { name = "Noted" });
        using HttpResponseMessage added = await Client.Http.PostAsJsonAsync("/api/v1/notes",
            new { program = "Noted", part = "MAG-1", text = "Second source asked.", author = "Jo Doe" });
        using HttpResponseMessage assigned = await Client.Http.PutAsJsonAsync("/api/v1/assignees",
            new { program = "Noted", part = "mag 1", name = "Ada Berg", author = "Jo Doe" });
        using HttpResponseMessage wrong = await Client.Http.PostAsJsonAsync("/api/v1/notes", new { part = "MAG-1", text = "", author = "Jo Doe" });

        added.StatusCode.ShouldBe(HttpStatusCode.Created);
        assigned.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        wrong.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        JsonElement note = JsonDocument.Parse(await Client.Text("/api/v1/notes?program=noted")).RootElement.EnumerateArray().ShouldHaveSingleItem();
        note.GetProperty("text").GetString().ShouldBe("Second source asked.");
        JsonDocument.Parse(await Client.Text("/api/v1/assignees?program=noted")).RootElement[0].GetProperty("name").GetString().ShouldBe("Ada Berg");
        JsonDocument.Parse(await Client.Text("/api/v1/notes")).RootElement.GetArrayLength().ShouldBe(0, "a note belongs to its program");
        string place = $"/api/v1/notes/{note.GetProperty("id").GetString()}";
        (await Client.Http.DeleteAsync(new Uri(place, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound, "it is another program's");
        (await Client.Http.DeleteAsync(new Uri(place + "?program=noted", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    private Task<HttpResponseMessage> Send(byte[] answer, params (string Name, string Value)[] fields)
    {
        var form = new MultipartFormDataContent();
        var part = new ByteArrayContent(answer);
        part.Headers.TryAddWithoutValidation("Content-Disposition", "form-data; name=\"files\"; filename=\"answer.xlsx\"");
        form.Add(part);
        foreach ((string name, string value) in fields)
        {
            form.Add(ServerClient.Field(name, value));
        }

        return Client.Http.PostAsync(new Uri("/api/v1/answers", UriKind.Relative), form);
    }
}
