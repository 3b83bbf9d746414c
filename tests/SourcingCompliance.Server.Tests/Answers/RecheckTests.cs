using System.Net;
using System.Text.RegularExpressions;

namespace SourcingCompliance.Server.Answers;

/// <summary>After an answer no BOM keeps a result that the evidence contradicts without saying so.</summary>
public sealed class RecheckTests
{
    [Fact]
    public async Task An_answer_checks_every_bom_with_its_parts_again_and_one_button_the_others()
    {
        using var folder = new TemporaryFolder();
        await using RunningServer server = await RunningServer.Start(folder.Path);
        var loop = new SupplierLoop(server.Client);
        string check = await loop.Check("Both");
        await loop.Check("Both", "second.csv");
        await server.Client.Check("Other.csv", ServerClient.SmallBom);
        string request = await loop.Ask(check, "Both Magnetics");

        (_, string review) = await loop.Upload(check, [("answer.xlsx", await loop.Fill(request, _ => "Japan"))]);
        review.ShouldContain("Also check the other BOM that contains these parts: second.csv");
        using HttpResponseMessage kept = await loop.PostForm("/evidence/answer/keep",
            [("check", check), ("others", "yes"), .. SupplierLoop.HiddenFields(review)]);
        string page = await loop.FollowAll(kept);

        page.ShouldContain("2 BOMs checked again");
        Regex.Count(page, "2 line items changed").ShouldBe(2);
        page.ShouldContain("One BOM was checked before the newest evidence was stored:</strong> Other.csv");
        using HttpResponseMessage rest = await loop.Send("/evidence", "/evidence/recheck");
        string after = await loop.FollowAll(rest);
        after.ShouldContain("1 BOM checked again");
        after.ShouldContain("no line item changes its verdict");
        (await server.Client.Text("/evidence")).ShouldNotContain("before the newest evidence");
        using HttpResponseMessage nothing = await loop.Send("/evidence", "/evidence/recheck");
        nothing.StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }
}
