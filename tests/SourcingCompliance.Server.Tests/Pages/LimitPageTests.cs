using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SourcingCompliance.Server.Pages;

/// <summary>What a result does not contain is said wherever its counts are.</summary>
public sealed class LimitPageTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private const string NothingCovered = "Part Number,Description,Qty,Country of Origin\nSCR-1,Screw M3 steel,8,Germany\n";

    private ServerClient Client => shared.Client;

    [Fact]
    public async Task A_skipped_row_that_names_a_magnet_is_no_pass_in_any_list()
    {
        string id = await Check(("skipped.csv", NothingCovered + ",Note: fitted with NdFeB magnet from China,,\n"));

        string history = await Client.Text("/checks");
        string row = history[history.IndexOf($"/checks/{id}", StringComparison.Ordinal)..];
        row[..row.IndexOf("</tr>", StringComparison.Ordinal)].ShouldContain("1 skipped");
        row[..row.IndexOf("</tr>", StringComparison.Ordinal)].ShouldNotContain("v pass");
        foreach (string path in (string[])[$"/checks/{id}", $"/checks/{id}?tab=plan", $"/checks/{id}/print"])
        {
            string page = await Client.Text(path);
            page.ShouldContain("Not in these counts", Case.Sensitive, path);
            page.ShouldContain("fitted with NdFeB magnet", Case.Sensitive, path);
            page.ShouldNotContain("No action is needed", Case.Sensitive, path);
        }
    }

    [Fact]
    public async Task A_file_that_was_not_read_is_named_next_to_the_counts()
    {
        string id = await Check(("clean.csv", NothingCovered), ("letter.csv", "hello world\nthis is no list\n"));

        foreach (string path in (string[])[$"/checks/{id}", $"/checks/{id}/print"])
        {
            string page = await Client.Text(path);
            page.ShouldContain("letter.csv was not read: nothing in it was checked.", Case.Sensitive, path);
            page.ShouldContain("■ Error</span> ", Case.Sensitive, path);
        }

        (await Client.Text("/checks")).ShouldContain("not all read");
    }

    [Fact]
    public async Task A_part_that_is_not_installed_is_named_next_to_the_counts()
    {
        string id =
            await Check(("dnp.csv", "Part Number,Description,Qty,Country of Origin,Status\nMAG-1,NdFeB magnet N42,2,China,DNP\nSCR-1,Screw,8,Germany,\n"));

        (await Client.Text($"/checks/{id}")).ShouldContain("Not installed, listed and not counted");
    }

    [Fact]
    public async Task A_check_that_is_not_there_is_no_proof_that_findings_are_gone()
    {
        string id = await Check(("bom.csv", ServerClient.SmallBom));

        using HttpResponseMessage missing = await Client.Get($"/compare?before={id}&after=0123");
        string partly = await Client.Text($"/compare?before={id}&after={await Check(("bom.csv", "no list at all\n"))}");

        missing.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        partly.ShouldContain("Not everything was read.");
    }

    [Fact]
    public async Task The_effect_of_other_columns_counts_every_file_and_names_what_is_no_longer_used()
    {
        string id = await Check(("one.csv", ServerClient.SmallBom), ("two.csv", "Part Number,Description,Qty,Made In\nMAG-2,NdFeB magnet,1,China\n"));
        string page = await Client.Text($"/checks/{id}/columns?sheet=0");
        using var form = new FormUrlEncodedContent(
        [
            new("forgery", Match(page, "name=\"forgery\" value=\"([^\"]+)\"")), new("sheet", "0"), new("header", "1"), new("action", "see"),
            new("c_A", "partNumber"), new("c_B", "description"), new("c_C", "quantity"), new("c_D", ""),
        ]);

        using HttpResponseMessage response = await Client.Http.PostAsync(new Uri($"/checks/{id}/columns", UriKind.Relative), form);
        string effect = Regex.Replace(await response.Content.ReadAsStringAsync(), @"\s*</?t[dhr][^>]*>\s*", " ", RegexOptions.None, TimeSpan.FromSeconds(5));

        effect.ShouldContain("Now  3  2  0  0");
        effect.ShouldContain("With these columns  3  1  0  1");
        effect.ShouldContain("Column D, “Country of Origin”, is no longer the country of origin (China · Germany).");
    }

    [Theory]
    [InlineData("kept", "no ticket of ours", false, "no longer on the server")]
    [InlineData("value", "5", true, "not both")]
    public async Task What_would_be_left_out_in_silence_is_refused(string field, string value, bool hasContract, string reason)
    {
        using MultipartFormDataContent form = ServerClient.Form(("bom.csv", Encoding.UTF8.GetBytes(ServerClient.SmallBom)));
        form.Add(ServerClient.Field(field, value));
        if (hasContract)
        {
            form.Add(ServerClient.Beside("contract", "contract.json", """{"contractNumber": "N1"}"""));
        }

        using HttpResponseMessage response = await Client.Http.PostAsync(new Uri("/api/v1/checks", UriKind.Relative), form);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync()).ShouldContain(reason);
    }

    private async Task<string> Check(params (string Name, string Content)[] files)
    {
        JsonElement status = await Client.Check([.. files.Select(file => (file.Name, Encoding.UTF8.GetBytes(file.Content)))]);
        return status.GetProperty("id").GetString() ?? "";
    }

    private static string Match(string page, string pattern) => Regex.Match(page, pattern, RegexOptions.None, TimeSpan.FromSeconds(5)).Groups[1].Value;
}
