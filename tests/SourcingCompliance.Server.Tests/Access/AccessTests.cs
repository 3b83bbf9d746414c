using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Configuration;
using SourcingCompliance.Server.Settings;

namespace SourcingCompliance.Server.Access;

/// <summary>Who gets in: whoever has the token of this start, on this machine.</summary>
public sealed class AccessTests(SharedServer shared) : IClassFixture<SharedServer>, IDisposable
{
    private readonly HttpClient _stranger = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = true }) { BaseAddress = shared.Address };

    public void Dispose() => _stranger.Dispose();

    [Theory]
    [InlineData("/")]
    [InlineData("/checks")]
    [InlineData("/deadlines.ics")]
    [InlineData("/api/v1/checks")]
    [InlineData("/api/v1/checks?token=wrong")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/nowhere")]
    public async Task Without_the_token_nothing_is_shown(string path)
    {
        using HttpResponseMessage answer = await _stranger.GetAsync(new Uri(path, UriKind.Relative));

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("needs the access token");
    }

    [Fact]
    public async Task Without_the_token_nothing_is_taken()
    {
        using MultipartFormDataContent form = ServerClient.Form(("bom.csv", "Part Number,Qty\nA,1\n"u8.ToArray()));

        using HttpResponseMessage answer = await _stranger.PostAsync(new Uri("/api/v1/checks", UriKind.Relative), form);

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("SC9911");
    }

    [Theory]
    [InlineData("/api/v1/health")]
    [InlineData("/api/v1/ready")]
    public async Task What_watches_over_the_server_needs_no_token(string path)
    {
        using HttpResponseMessage answer = await _stranger.GetAsync(new Uri(path, UriKind.Relative));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_printed_address_opens_the_pages_and_the_token_leaves_the_address()
    {
        using HttpResponseMessage first = await _stranger.GetAsync(new Uri($"/checks?x=1&token={shared.Token}", UriKind.Relative));
        using HttpResponseMessage then = await _stranger.GetAsync(new Uri("/checks", UriKind.Relative));

        first.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        first.Headers.Location?.OriginalString.ShouldBe("/checks?x=1");
        string cookie = first.Headers.GetValues("Set-Cookie").ShouldHaveSingleItem();
        cookie.ShouldContain("samesite=strict", Case.Insensitive);
        cookie.ShouldContain("httponly", Case.Insensitive);
        then.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_token_leads_to_no_other_host()
    {
        using HttpResponseMessage answer =
            await _stranger.GetAsync(new Uri($"{shared.Address.GetLeftPart(UriPartial.Authority)}//other.example/?token={shared.Token}"));

        answer.Headers.Location?.OriginalString.ShouldBe("/other.example/");
    }

    [Theory]
    [InlineData("/api/v1/checks")]
    [InlineData("/deadlines.ics")]
    public async Task A_program_that_keeps_no_cookie_gets_its_answer_at_once(string path)
    {
        using HttpResponseMessage answer = await _stranger.GetAsync(new Uri($"{path}?token={shared.Token}", UriKind.Relative));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
    }

    [Fact]
    public void Every_start_has_another_token_unless_the_user_names_one()
    {
        AccessToken.NewValue().ShouldNotBe(AccessToken.NewValue());
        Options("--access-token", "0123456789abcdef").AccessToken.ShouldBe("0123456789abcdef");
        Options("--access-token", "off").AccessToken.ShouldBeNull();
        Options().AccessToken?.Length.ShouldBe(40);
        Should.Throw<FormatException>(() => Options("--access-token", "1234")).Message.ShouldContain("at least 16 characters");
    }

    [Fact]
    public async Task Without_a_token_asked_for_everybody_on_the_machine_gets_in()
    {
        using var folder = new TemporaryFolder();
        await using RunningServer server = await RunningServer.Start(folder.Path, "--access-token", "off");

        server.Token.ShouldBeNull();
        (await server.Client.Get("/checks")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task No_file_of_the_working_directory_and_no_variable_adds_an_address()
    {
        using var folder = new TemporaryFolder();
        int[] ports = [FreePort(), FreePort(), FreePort()];
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "appsettings.json"),
            $$"""
                { "Kestrel": { "Endpoints": { "More": { "Url": "http://0.0.0.0:{{ports[0]}}" } } },
                  "urls": "http://0.0.0.0:{{ports[1]}}", "preferHostingUrls": "true" }
                """);

        // The process is started in that folder; the arguments say what variables would.
        using ServerProcess server = await ServerProcess.Start(folder.Path, "--urls", $"http://0.0.0.0:{ports[2]}", "--preferHostingUrls",
            "true", "--Kestrel:Endpoints:Other:Url", $"http://0.0.0.0:{ports[2]}");

        (await server.Client.Get("/checks")).StatusCode.ShouldBe(HttpStatusCode.OK);
        foreach (int port in ports)
        {
            using var knock = new TcpClient();
            await Should.ThrowAsync<SocketException>(() => knock.ConnectAsync(IPAddress.Loopback, port));
        }
    }

    [Fact]
    public void What_leaves_the_machine_is_said_of_the_options_that_send_it()
    {
        Options().Outbound.ShouldBe("nothing leaves this machine");
        Options("--callback", "https://example.com/x").Outbound.ShouldBe("nothing leaves this machine but a call without BOM data when a check has ended");
        Options("--mail-host", "mail.example.com", "--mail-from", "a@example.com", "--database", "Host=db").Outbound
            .ShouldBe("nothing leaves this machine but what is kept in PostgreSQL and reminders by mail");
    }

    private static ServerOptions Options(params string[] args) => ServerOptions.From(new ConfigurationBuilder().AddCommandLine(args).Build());

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
