using System.Net;
using System.Text;
using System.Text.Json;

namespace SourcingCompliance.Server.Api;

/// <summary>A program that does not know whether its upload arrived sends it again under the same key.</summary>
public abstract class IdempotencyTests(SharedServer shared)
{
    [Fact]
    public async Task The_same_upload_under_the_same_key_is_the_same_check()
    {
        using HttpResponseMessage first = await Send(shared.Client, "once", ServerClient.SmallBom, wait: 60);
        using HttpResponseMessage again = await Send(shared.Client, "\"once\"", ServerClient.SmallBom, wait: 60);

        again.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await IdOf(again)).ShouldBe(await IdOf(first));
        first.Headers.Contains("Idempotency-Replayed").ShouldBeFalse();
        again.Headers.GetValues("Idempotency-Replayed").ShouldBe(["true"]);
    }

    [Theory]
    [InlineData("bom.csv", ServerClient.SmallBom + "X-1,Screw,1,Germany\n", "2027-03-15")]
    [InlineData("other.csv", ServerClient.SmallBom, "2027-03-15")]
    [InlineData("bom.csv", ServerClient.SmallBom, "2027-03-16")]
    public async Task Another_upload_under_a_used_key_is_a_problem_and_no_check(string name, string content, string delivery)
    {
        string key = Guid.NewGuid().ToString();
        using HttpResponseMessage first = await Send(shared.Client, key, ServerClient.SmallBom, delivery: "2027-03-15");

        using HttpResponseMessage other = await Send(shared.Client, key, content, name, delivery);

        first.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        other.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await ServerClient.JsonOf(other)).GetProperty("id").GetString().ShouldBe("SC9914");
    }

    [Fact]
    public async Task Of_many_at_once_under_one_key_one_is_checked()
    {
        HttpResponseMessage[] answers =
            await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Send(shared.Client, "race", ServerClient.SmallBom + "RACE-1,Screw,1,Germany\n")));

        (await Task.WhenAll(answers.Select(IdOf))).Distinct().ShouldHaveSingleItem();
        answers.Count(answer => !answer.Headers.Contains("Idempotency-Replayed")).ShouldBe(1);
    }

    [Fact]
    public async Task Of_two_different_uploads_at_once_under_one_key_one_is_refused()
    {
        HttpResponseMessage[] answers = await Task.WhenAll(Send(shared.Client, "clash", ServerClient.SmallBom),
            Send(shared.Client, "clash", ServerClient.SmallBom + "C-1,Screw,1,Germany\n"));

        answers.Select(answer => answer.StatusCode).Order().ShouldBe([HttpStatusCode.Accepted, HttpStatusCode.UnprocessableEntity]);
    }

    [Fact]
    public async Task A_key_ends_with_its_check()
    {
        using HttpResponseMessage first = await Send(shared.Client, "ends", ServerClient.SmallBom, wait: 60);
        string id = await IdOf(first);
        (await shared.Client.Http.DeleteAsync(new Uri($"/api/v1/checks/{id}/data", UriKind.Relative))).IsSuccessStatusCode.ShouldBeTrue();

        using HttpResponseMessage other = await Send(shared.Client, "ends", ServerClient.SmallBom + "E-1,Screw,1,Germany\n", wait: 60);

        other.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await IdOf(other)).ShouldNotBe(id);
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("\"\"")]
    public async Task A_key_that_cannot_be_used_is_refused(string key)
    {
        using HttpResponseMessage answer = await Send(shared.Client, key, ServerClient.SmallBom);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await ServerClient.JsonOf(answer)).GetProperty("id").GetString().ShouldBe("SC9904");
    }

    /// <summary>Sends a BOM under a key.</summary>
    internal static async Task<HttpResponseMessage> Send(ServerClient client, string key, string content,
        string name = "bom.csv", string? delivery = null, int wait = 0)
    {
        using MultipartFormDataContent form = ServerClient.Form((name, Encoding.UTF8.GetBytes(content)));
        if (delivery is not null)
        {
            form.Add(ServerClient.Field("delivery", delivery));
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/checks?wait={wait}") { Content = form };
        request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        return await client.Http.SendAsync(request);
    }

    /// <summary>Id of the check of an answer.</summary>
    internal static async Task<string> IdOf(HttpResponseMessage answer)
    {
        string text = await answer.Content.ReadAsStringAsync();
        return JsonDocument.Parse(text).RootElement.TryGetProperty("id", out JsonElement id) && answer.IsSuccessStatusCode
            ? id.GetString() ?? "" : throw new InvalidOperationException(text);
    }
}

/// <summary>With SQLite, and over a restart.</summary>
public sealed class IdempotencyOnSqliteTests(SharedServer shared) : IdempotencyTests(shared), IClassFixture<SharedServer>
{
    [Fact]
    public async Task A_key_outlives_the_server()
    {
        using var folder = new TemporaryFolder();
        string id;
        await using (RunningServer server = await RunningServer.Start(folder.Path))
        {
            using HttpResponseMessage first = await Send(server.Client, "long", ServerClient.SmallBom);
            id = await IdOf(first);
        }

        await using RunningServer next = await RunningServer.Start(folder.Path);
        using HttpResponseMessage again = await Send(next.Client, "long", ServerClient.SmallBom, wait: 60);

        (await IdOf(again)).ShouldBe(id);
        again.StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}

/// <summary>With PostgreSQL.</summary>
public sealed class IdempotencyOnPostgresTests(PostgresServer shared) : IdempotencyTests(shared), IClassFixture<PostgresServer>;
