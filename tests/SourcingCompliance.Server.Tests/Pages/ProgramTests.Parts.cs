using System.Net;
using System.Text.Json;

namespace SourcingCompliance.Server.Pages;

/// <content>The search for parts over all checks.</content>
public abstract partial class ProgramTests
{
    [Fact]
    public async Task A_part_is_found_by_number_makers_number_and_maker_however_it_is_spelled()
    {
        string id = (await Upload("spelled.csv")).GetProperty("id").GetString() ?? "";

        foreach (string text in (string[])["MAG-22", "mag 22", "am22n42", "ACME MAGNETS"])
        {
            string page = await Client.Text($"/parts?q={Uri.EscapeDataString(text)}");
            JsonElement found = JsonDocument.Parse(await Client.Text($"/api/v1/parts?q={Uri.EscapeDataString(text)}")).RootElement;

            page.ShouldContain($"/checks/{id}/lines/0", Case.Sensitive, text);
            page.ShouldContain("AM 22/N42", Case.Sensitive, text);
            JsonElement line = found.EnumerateArray().Single(part => part.GetProperty("checkId").GetString() == id);
            line.GetProperty("part").GetString().ShouldBe("MAG-22", text);
            line.GetProperty("file").GetString().ShouldBe("spelled.csv", text);
            line.GetProperty("row").GetInt32().ShouldBe(2, text);
            line.GetProperty("origin").GetString().ShouldBe("China", text);
        }

        (await Client.Text($"/checks/{id}/lines/0")).ShouldContain("MAG-22");
    }

    [Fact]
    public async Task The_newest_check_of_a_bom_comes_first_and_the_earlier_one_is_called_so()
    {
        const string renamed = "Part Number,Description,Qty,Country of Origin\nRENAMED-7,NdFeB magnet N42,2,";
        await (await Client.Post(Form("renamed.csv", renamed + "China\n"), wait: 100)).Content.ReadAsStringAsync();
        await (await Client.Post(Form("renamed.csv", renamed + "Germany\n"), wait: 100)).Content.ReadAsStringAsync();

        string page = await Client.Text("/parts?q=renamed7");

        page.IndexOf("<td>Germany</td>", StringComparison.Ordinal).ShouldBeLessThan(page.IndexOf("<td>China</td>", StringComparison.Ordinal));
        page.Split("earlier check").Length.ShouldBe(2);
        page.ShouldContain("<dd>Germany</dd>", Case.Sensitive, "what is known comes from the newest check");
    }

    [Fact]
    public async Task What_was_deleted_is_not_found()
    {
        string id = (await (await Client.Post(Form("erased.csv", "Part Number,Description,Qty,Country of Origin\nERASED-9,NdFeB magnet,2,China\n"), wait: 100))
            .Content.ReadAsStringAsync()).Split("\"id\":\"")[1].Split('"')[0];
        (await Client.Text("/parts?q=erased9")).ShouldContain(id);

        using HttpResponseMessage deleted = await Client.Http.DeleteAsync(new Uri($"/api/v1/checks/{id}/data", UriKind.Relative));

        deleted.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await Client.Text("/parts?q=erased9")).ShouldNotContain(id);
    }

    [Fact]
    public async Task A_search_without_a_letter_or_digit_is_refused_by_the_interface()
    {
        using HttpResponseMessage response = await Client.Get("/api/v1/parts?q=-.-");

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await Client.Text("/parts?q=-.-")).ShouldContain("No line item");
    }
}
