using System.Net;
using System.Text;
using SourcingCompliance.Server.Settings;

namespace SourcingCompliance.Server.Callbacks;

/// <summary>The address of a stranger must not make the server speak to what only the server can reach.</summary>
public sealed class CallbackTargetTests(SharedServer shared) : IClassFixture<SharedServer>
{
    [Theory]
    [InlineData("https://127.0.0.1/hook")]
    [InlineData("https://localhost/hook")]
    [InlineData("https://[::1]:8443/hook")]
    [InlineData("https://2130706433/hook")]
    [InlineData("https://0x7f.1/hook")]
    [InlineData("https://[::ffff:10.0.0.1]/hook")]
    [InlineData("https://169.254.169.254/latest/meta-data")]
    [InlineData("http://203.0.114.1/hook")]
    [InlineData("ftp://203.0.114.1/hook")]
    [InlineData("https://user:password@203.0.114.1/hook")]
    [InlineData("/hook")]
    public async Task An_address_that_must_not_be_called_is_refused_with_the_upload(string callback)
    {
        MultipartFormDataContent form = ServerClient.Form(("bom.csv", Encoding.UTF8.GetBytes(ServerClient.SmallBom)));
        form.Add(ServerClient.Field("callback", callback));

        using HttpResponseMessage response = await shared.Client.Post(form);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await ServerClient.JsonOf(response)).GetProperty("id").GetString().ShouldBe("SC9915");
    }

    [Theory]
    [InlineData("8.8.8.8", AddressKind.Public)]
    [InlineData("2606:4700::1111", AddressKind.Public)]
    [InlineData("127.8.8.8", AddressKind.Local)]
    [InlineData("10.1.2.3", AddressKind.Local)]
    [InlineData("172.31.255.255", AddressKind.Local)]
    [InlineData("172.32.0.0", AddressKind.Public)]
    [InlineData("192.168.1.1", AddressKind.Local)]
    [InlineData("100.64.0.1", AddressKind.Local)]
    [InlineData("::1", AddressKind.Local)]
    [InlineData("fd00::1", AddressKind.Local)]
    [InlineData("::ffff:192.168.1.1", AddressKind.Local)]
    [InlineData("64:ff9b::7f00:1", AddressKind.Local)]
    [InlineData("2002:a00:1::1", AddressKind.Local)]
    [InlineData("0.0.0.0", AddressKind.Unusable)]
    [InlineData("169.254.169.254", AddressKind.Unusable)]
    [InlineData("::", AddressKind.Unusable)]
    [InlineData("::7f00:1", AddressKind.Unusable)]
    [InlineData("fe80::1%1", AddressKind.Unusable)]
    [InlineData("ff02::1", AddressKind.Unusable)]
    [InlineData("224.0.0.1", AddressKind.Unusable)]
    [InlineData("255.255.255.255", AddressKind.Unusable)]
    public void An_address_is_public_local_or_unusable(string address, AddressKind kind) => AddressKinds.Find(IPAddress.Parse(address)).ShouldBe(kind);

    [Fact]
    public void One_local_address_among_public_ones_refuses_the_name()
    {
        var targets = new CallbackTargets(new ServerOptions { DataFolder = "" });
        var target = new Uri("https://plm.example.com/");

        targets.AreAllowed([IPAddress.Parse("8.8.8.8")], target).ShouldBeTrue();
        targets.AreAllowed([IPAddress.Parse("8.8.8.8"), IPAddress.Loopback], target).ShouldBeFalse();
    }

    [Fact]
    public void Where_the_local_network_is_allowed_a_public_address_still_needs_TLS_and_metadata_stay_refused()
    {
        var targets = new CallbackTargets(new ServerOptions { DataFolder = "", AllowsLocalCallbacks = true });

        targets.AreAllowed([IPAddress.Loopback], new Uri("http://localhost/")).ShouldBeTrue();
        targets.AreAllowed([IPAddress.Parse("8.8.8.8")], new Uri("http://plm.example.com/")).ShouldBeFalse();
        targets.AreAllowed([IPAddress.Parse("169.254.169.254")], new Uri("http://metadata/")).ShouldBeFalse();
    }

    [Fact]
    public async Task The_description_holds_the_call()
    {
        using var description = System.Text.Json.JsonDocument.Parse(await shared.Client.Text("/openapi/v1.json"));

        System.Text.Json.JsonElement call = description.RootElement.GetProperty("webhooks").GetProperty("checkFinished").GetProperty("post");
        call.GetProperty("parameters").EnumerateArray().Select(header => header.GetProperty("name").GetString())
            .ShouldBe(["webhook-id", "webhook-timestamp", "webhook-signature"]);
        call.GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("schema")
            .GetProperty("$ref").GetString().ShouldBe("#/components/schemas/CheckEvent");
        description.RootElement.GetProperty("components").GetProperty("schemas").GetProperty("CheckEvent").GetProperty("properties")
            .GetProperty("data").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Object);
    }
}
