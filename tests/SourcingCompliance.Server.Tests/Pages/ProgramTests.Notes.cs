using System.Net;

namespace SourcingCompliance.Server.Pages;

/// <content>Notes and assignees.</content>
public abstract partial class ProgramTests
{
    [Fact]
    public async Task A_note_and_an_assignee_live_on_when_the_bom_is_checked_again_and_change_no_result()
    {
        string place = await AddProgram(("name", "Noted"));
        string first = (await Upload("noted.csv", ("program", "Noted"))).GetProperty("id").GetString() ?? "";
        using HttpResponseMessage noted = await Post($"/checks/{first}/lines/0/notes", ("note", "Second source <in Ohio>"), ("author", "Jo Doe"));
        using HttpResponseMessage assigned = await Post($"/checks/{first}/lines/0/assignee", ("assignee", "Sam Roe"), ("author", "Jo Doe"));
        string before = await Client.Text($"/api/v1/checks/{first}/reports/csv");

        string second = (await Upload("noted.csv", ("program", "Noted"))).GetProperty("id").GetString() ?? "";

        noted.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        assigned.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        string line = await Client.Text($"/checks/{second}/lines/0");
        line.ShouldContain("Second source &lt;in Ohio&gt;");
        line.ShouldContain("Assigned to Sam Roe");
        line.ShouldContain("change no result");
        string today = TimeProvider.System.GetUtcNow().ToString("MMM d, yyyy", System.Globalization.CultureInfo.InvariantCulture);
        line.ShouldContain($"Jo Doe, {today}");
        (await Client.Text($"/checks/{second}")).ShouldContain("→ Sam Roe · 1 note");
        Section(await Client.Text(place), "Notes and assignees").ShouldContain("Sam Roe");
        (await Client.Text($"/api/v1/checks/{second}/reports/csv")).ShouldBe(before);
    }

    [Fact]
    public async Task A_note_of_one_program_is_not_shown_in_another_and_can_be_deleted()
    {
        await AddProgram(("name", "Mine"));
        string mine = (await Upload("mine.csv", ("program", "Mine"))).GetProperty("id").GetString() ?? "";
        string other = (await Upload("other.csv")).GetProperty("id").GetString() ?? "";
        (await Post($"/checks/{mine}/lines/0/notes", ("note", "for us alone"), ("author", "Jo"))).Dispose();
        string page = await Client.Text($"/checks/{mine}/lines/0");

        (await Client.Text($"/checks/{other}/lines/0")).ShouldNotContain("for us alone");
        string delete = System.Text.RegularExpressions.Regex.Match(page, "action=\"([^\"]+/delete)\"", System.Text.RegularExpressions.RegexOptions.None,
            TimeSpan.FromSeconds(5)).Groups[1].Value;
        (await Post(delete)).Dispose();
        (await Client.Text($"/checks/{mine}/lines/0")).ShouldNotContain("for us alone");
    }

    [Fact]
    public async Task A_note_without_a_name_or_a_text_is_refused()
    {
        string id = (await Upload("unsigned.csv")).GetProperty("id").GetString() ?? "";

        using HttpResponseMessage unsigned = await Post($"/checks/{id}/lines/0/notes", ("note", "unsigned"));
        using HttpResponseMessage empty = await Post($"/checks/{id}/lines/0/notes", ("author", "Jo"));

        unsigned.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        empty.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await Client.Text($"/checks/{id}/lines/0")).ShouldNotContain("unsigned</");
    }
}
