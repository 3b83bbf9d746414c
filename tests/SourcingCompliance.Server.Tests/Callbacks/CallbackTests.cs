using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SourcingCompliance.Server.Settings;
using SourcingCompliance.Server.Storage;

namespace SourcingCompliance.Server.Callbacks;

/// <summary>A program is called when its check has ended.</summary>
public sealed class CallbackTests : IDisposable
{
    private const string Secret = "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz";

    private readonly TemporaryFolder _folder = new();
    private readonly ShiftedTime _time = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_ended_check_is_called_once_with_a_signed_body_without_BOM_data()
    {
        await using Receiver receiver = await Receiver.Start();
        await using RunningServer server = await Start();

        string id = await Check(server, receiver.Address.ToString());
        ReceivedCall call = await receiver.Await(1);

        byte[] signed = HMACSHA256.HashData("012345678901234567890123"u8.ToArray(), Encoding.UTF8.GetBytes($"{call.Id}.{call.Timestamp}.{call.Body}"));
        call.Signature.ShouldBe("v1," + Convert.ToBase64String(signed));
        DateTimeOffset.FromUnixTimeSeconds(long.Parse(call.Timestamp, CultureInfo.InvariantCulture)).ShouldBe(DateTimeOffset.UtcNow, TimeSpan.FromMinutes(1));
        JsonElement data = JsonDocument.Parse(call.Body).RootElement.GetProperty("data");
        data.GetProperty("id").GetString().ShouldBe(id);
        data.GetProperty("state").GetString().ShouldBe("done");
        data.GetProperty("counts").GetProperty("violation").GetInt32().ShouldBe(1);
        (await server.Client.Get(data.GetProperty("links").GetProperty("check").GetString() ?? "")).StatusCode.ShouldBe(HttpStatusCode.OK);
        foreach (string secret in (string[])["MAG-1", "bom.csv", "NdFeB", "China"])
        {
            call.Body.ShouldNotContain(secret);
        }

        JsonElement told = await AwaitState(server, id, "delivered");
        told.GetProperty("host").GetString().ShouldBe(receiver.Address.GetLeftPart(UriPartial.Authority), "the rest may be a secret");
        await SendLater(server);
        receiver.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_failed_call_is_repeated_a_bounded_number_of_times()
    {
        await using Receiver receiver = await Receiver.Start();
        receiver.Status = StatusCodes.Status500InternalServerError;
        await using RunningServer server = await Start();
        string id = await Check(server, receiver.Address.ToString());
        await receiver.Await(1);

        for (int round = 0; round < CallbackSender.Delays.Count + 3; round++)
        {
            await SendLater(server);
        }

        receiver.Calls.Count.ShouldBe(CallbackSender.Delays.Count + 1);
        receiver.Calls.Select(call => call.Id).Distinct().ShouldHaveSingleItem();
        JsonElement told = await AwaitState(server, id, "failed");
        told.GetProperty("problemId").GetString().ShouldBe("SC9916");
        told.GetProperty("problem").GetString().ShouldBe("It answered with HTTP status 500.");
        (await server.Client.Await(id)).GetProperty("state").GetString().ShouldBe("done", "the check itself is not concerned");
    }

    [Fact]
    public async Task A_call_outlives_the_server()
    {
        await using Receiver receiver = await Receiver.Start();
        receiver.Status = StatusCodes.Status503ServiceUnavailable;
        await using (RunningServer server = await Start())
        {
            await Check(server, receiver.Address.ToString());
            await receiver.Await(1);
        }

        receiver.Status = StatusCodes.Status200OK;
        _time.By += TimeSpan.FromHours(1);
        await using RunningServer next = await Start();
        ReceivedCall again = await receiver.Await(2);

        again.Id.ShouldBe(receiver.Calls.First().Id);
        again.Body.ShouldBe(receiver.Calls.First().Body);
    }

    [Fact]
    public async Task The_address_of_the_settings_is_called_for_every_check_and_no_redirection_is_followed()
    {
        await using Receiver receiver = await Receiver.Start();
        receiver.Status = StatusCodes.Status302Found;
        await using RunningServer server = await Start("--callback", receiver.Address.ToString());

        string id = await Check(server, null);
        await receiver.Await(1);
        await SendLater(server);

        receiver.Calls.Select(call => call.Path).Distinct().ShouldBe(["/hook"]);
        (await AwaitState(server, id, "waiting")).GetProperty("problem").GetString().ShouldBe("It answered with HTTP status 302.");
    }

    [OnPostgresFact]
    public async Task With_PostgreSQL_too_a_failed_call_is_repeated()
    {
        await using Receiver receiver = await Receiver.Start();
        receiver.Status = StatusCodes.Status500InternalServerError;
        await using RunningServer server = await Start(await TestDatabase.NewPostgres());
        string id = await Check(server, receiver.Address.ToString());
        await receiver.Await(1);

        receiver.Status = StatusCodes.Status200OK;
        await SendLater(server);

        receiver.Calls.Count.ShouldBe(2);
        await AwaitState(server, id, "delivered");
    }

    [Fact]
    public async Task A_slow_receiver_is_left_after_the_time_limit_and_holds_up_no_check()
    {
        await using Receiver receiver = await Receiver.Start();
        receiver.Delay = TimeSpan.FromSeconds(30);
        await using RunningServer server = await Start();
        await Check(server, receiver.Address.ToString());
        await receiver.Await(1);

        (await server.Client.Check("next.csv", ServerClient.SmallBom)).GetProperty("state").GetString().ShouldBe("done");
        using var client = new CallbackClient(new CallbackTargets(new ServerOptions { DataFolder = _folder.Path, AllowsLocalCallbacks = true }),
            new CallbackSecret(new ServerOptions { DataFolder = _folder.Path, CallbackSecret = Secret }), TimeProvider.System)
        {
            Limit = TimeSpan.FromMilliseconds(200),
        };
        CallbackAnswer answer = await client.Send(receiver.Address, "x", [], CancellationToken.None);

        answer.IsDelivered.ShouldBeFalse();
        answer.IsFinal.ShouldBeFalse();
    }

    [Fact]
    public async Task A_name_that_leads_to_the_local_network_only_when_it_is_called_is_not_called()
    {
        await using Receiver receiver = await Receiver.Start();
        var options = new ServerOptions { DataFolder = _folder.Path, CallbackSecret = Secret };
        using var client = new CallbackClient(new CallbackTargets(options), new CallbackSecret(options), TimeProvider.System);

        CallbackAnswer answer = await client.Send(new Uri(receiver.Address.ToString().Replace("127.0.0.1", "localhost", StringComparison.Ordinal)),
            "x", [], CancellationToken.None);

        answer.Problem.ShouldBe("Its name leads to an address that the server does not call.");
        receiver.Calls.ShouldBeEmpty();
    }

    private async Task<RunningServer> Start(params string[] more) =>
        await RunningServer.Start(_folder.Path, _time, ["--callback-local", "on", "--callback-secret", Secret, .. more]);

    private static async Task<string> Check(RunningServer server, string? callback)
    {
        MultipartFormDataContent form = ServerClient.Form(("bom.csv", Encoding.UTF8.GetBytes(ServerClient.SmallBom)));
        if (callback is not null)
        {
            form.Add(ServerClient.Field("callback", callback));
        }

        using HttpResponseMessage response = await server.Client.Post(form, wait: 60);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return (await ServerClient.JsonOf(response)).GetProperty("id").GetString() ?? "";
    }

    private static async Task<JsonElement> AwaitState(RunningServer server, string id, string state)
    {
        JsonElement callback = default;
        for (int tries = 0; tries < 200; tries++)
        {
            callback = (await server.Client.Await(id)).GetProperty("callbacks")[0];
            if (callback.GetProperty("state").GetString() == state)
            {
                break;
            }

            await Task.Delay(50);
        }

        callback.GetProperty("state").GetString().ShouldBe(state);
        return callback;
    }

    // As if the longest of the delays had passed.
    private async Task SendLater(RunningServer server)
    {
        _time.By += CallbackSender.Delays[^1];
        await server.Parts.GetRequiredService<CallbackSender>().SendDue(CancellationToken.None);
    }

    private sealed class ShiftedTime : TimeProvider
    {
        public TimeSpan By { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + By;
    }
}
