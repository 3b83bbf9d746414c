using System.Net;
using System.Text;
using System.Text.Json;

namespace SourcingCompliance.Server.Api;

/// <summary>What an upload says about its reports.</summary>
public sealed class ReportSettingsTests(SharedServer shared) : IClassFixture<SharedServer>
{
    [Fact]
    public async Task Report_settings_of_an_upload_reach_its_reports()
    {
        MultipartFormDataContent form = Form(("company", "Example Aerospace, Inc."), ("preparedBy", "Compliance Office"), ("marking", "CUI"), ("paper", "a4"),
            ("address", "1 Main Street; Dayton, OH"), ("purchaseOrders", "Acme: Magnets: PO-17"));
        using HttpResponseMessage response = await shared.Client.Post(form, wait: 60);
        string id = (await ServerClient.JsonOf(response)).GetProperty("id").GetString() ?? "";

        JsonElement settings = JsonDocument.Parse(await shared.Client.Text($"/api/v1/checks/{id}/reports/json")).RootElement.GetProperty("report");
        string pdf = Encoding.Latin1.GetString(await shared.Client.Bytes($"/api/v1/checks/{id}/reports/pdf"));

        settings.GetProperty("company").GetString().ShouldBe("Example Aerospace, Inc.");
        settings.GetProperty("preparedBy").GetString().ShouldBe("Compliance Office");
        settings.GetProperty("marking").GetString().ShouldBe("CUI");
        pdf.ShouldContain("/MediaBox [0 0 595", Case.Sensitive, "A4");
    }

    [Theory]
    [InlineData("paper", "legal")]
    [InlineData("company", "two\nlines")]
    [InlineData("purchaseOrders", "no number")]
    [InlineData("replyBy", "soon")]
    public async Task A_report_setting_that_cannot_be_used_is_refused_by_name(string field, string value)
    {
        using HttpResponseMessage response = await shared.Client.Post(Form((field, value)));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await ServerClient.JsonOf(response)).GetProperty("errors").TryGetProperty(field, out _).ShouldBeTrue();
    }

    [Fact]
    public async Task A_logo_that_is_no_picture_is_refused()
    {
        MultipartFormDataContent form = Form();
        form.Add(ServerClient.Beside("logo", "logo.png", "<svg/>"));

        using HttpResponseMessage response = await shared.Client.Post(form);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await ServerClient.JsonOf(response)).GetProperty("errors").GetProperty("logo").GetString().ShouldNotBeNull().ShouldContain("PNG or JPEG");
    }

    private static MultipartFormDataContent Form(params (string Name, string Value)[] fields)
    {
        MultipartFormDataContent form = ServerClient.Form(("bom.csv", Encoding.UTF8.GetBytes(ServerClient.SmallBom)));
        foreach ((string name, string value) in fields)
        {
            form.Add(ServerClient.Field(name, value));
        }

        return form;
    }
}
