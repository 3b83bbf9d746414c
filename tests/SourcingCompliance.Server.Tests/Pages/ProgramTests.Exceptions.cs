using System.Net;
using System.Text.Json;

namespace SourcingCompliance.Server.Pages;

/// <content>An exception that rests on the contract of a program is named where the answer is, and so is a program that has changed since.</content>
public abstract partial class ProgramTests
{
    [Fact]
    public async Task A_result_under_an_exception_names_its_basis_and_the_program_that_claims_it()
    {
        string place = await AddProgram(("name", "Threshold"), ("deliveries", "2027-05-03"), ("value", "$100,000"), ("awardDate", "2026-05-01"));

        string id = (await Upload("threshold.csv", ("program", "Threshold"))).GetProperty("id").GetString() ?? "";

        foreach (string path in (string[])[$"/checks/{id}", $"/checks/{id}/print"])
        {
            string page = await Client.Text(path);
            page.ShouldContain("Confirm the exceptions before you rely on this answer", Case.Sensitive, path);
            page.ShouldContain("Acquisition at or below the simplified acquisition threshold (225.7018-3(a)), 2 line items. Basis: value 100,000 US dollars",
                Case.Sensitive, path);
            page.ShouldContain("From: contract of Threshold.", Case.Sensitive, path);
            page.ShouldNotContain("No action is needed", Case.Sensitive, path);
        }

        (await Client.Text($"/checks/{id}")).ShouldContain("Contract details from: contract of Threshold.");
        string program = await Client.Text(place);
        Section(program, "BOMs").ShouldContain("2 exempt");
        program.ShouldContain("$100,000");
    }

    [Fact]
    public async Task A_contract_of_form_and_program_is_named_after_both()
    {
        await AddProgram(("name", "Mixed"), ("awardDate", "2026-05-01"));

        string id = (await Upload("mixed.csv", ("program", "Mixed"), ("value", "100000"))).GetProperty("id").GetString() ?? "";

        (await Client.Text($"/checks/{id}")).ShouldContain("Contract details from: contract form and contract of Mixed.");
    }

    [Fact]
    public async Task A_result_says_that_its_program_changed_also_when_it_is_checked_again_with_the_old_contract()
    {
        string place = await AddProgram(("name", "Changed"), ("deliveries", "2027-05-03"), ("value", "100000"), ("awardDate", "2026-05-01"));
        JsonElement before = await Upload("changed.csv", ("program", "Changed"));
        string id = before.GetProperty("id").GetString() ?? "";
        (await Client.Text($"/checks/{id}")).ShouldNotContain("The program changed after this check");
        (await Post($"{place}/edit", ("name", "Changed"), ("deliveries", "2027-05-03"), ("value", "900000"), ("awardDate", "2026-05-01"))).Dispose();

        using HttpResponseMessage again = await Post($"/checks/{id}/repeat");

        again.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        string after = again.Headers.Location?.ToString()["/checks/".Length..] ?? "";
        (await Client.Await(after)).GetProperty("state").GetString().ShouldBe("done");
        foreach (string check in (string[])[id, after])
        {
            (await Client.Text($"/checks/{check}")).ShouldContain("The program changed after this check");
        }

        Section(await Client.Text(place), "BOMs").ShouldContain("before the program changed");
    }
}
