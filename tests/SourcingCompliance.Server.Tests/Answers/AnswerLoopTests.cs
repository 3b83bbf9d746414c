using System.Net;

namespace SourcingCompliance.Server.Answers;

/// <summary>From an open line item over the question and the answer to another verdict, without a terminal.</summary>
public abstract class AnswerLoopTests(SharedServer shared)
{
    private SupplierLoop Loop => new(shared.Client);

    [Fact]
    public async Task A_filled_questionnaire_closes_the_parts_that_it_answers_and_no_other()
    {
        string check = await Loop.Check("Loop");
        string request = await Loop.Ask(check, "Loop Magnetics");
        byte[] answer = await Loop.Fill(request, part => part == "Loop-1" ? "Japan" : "not known", document: "cert.pdf");
        (_, string review) = await Loop.Upload(check, [("answer.xlsx", answer)], ("cert.pdf", "%PDF-1.4 cert"u8.ToArray()));
        string changes = await Loop.Store(review, check);

        review.ShouldContain("Ada Berg");
        review.ShouldContain("Still missing");
        changes.ShouldContain("1 line item changed");
        SupplierLoop.GetChanged(changes).ShouldContain("Loop-1");
        SupplierLoop.GetChanged(changes).ShouldNotContain("Loop-2");
        SupplierLoop.GetChanged(changes).ShouldNotContain("Loop-3");
        changes[SupplierLoop.GetChanged(changes).Length..].ShouldContain("Loop-2", Case.Sensitive, "what is still to settle is listed with its reason");
        (await Loop.Counts(check)).ShouldBe((3, 0));
        string library = await shared.Client.Text("/evidence?q=Loop-1");
        library.ShouldContain("Loop Magnetics");
        (await shared.Client.Text("/suppliers")).ShouldContain(request);
    }

    [Fact]
    public async Task A_result_that_is_older_than_the_evidence_says_so_until_it_is_checked_again()
    {
        string check = await Loop.Check("Older");
        string request = await Loop.Ask(check, "Older Magnetics");
        (_, string review) = await Loop.Upload(check, [("answer.xlsx", await Loop.Fill(request, _ => "Japan"))]);
        (await Loop.Store(review, check)).ShouldContain("Older-1");
        (await shared.Client.Text($"/checks/{check}")).ShouldContain("Evidence was stored after this check");

        using HttpResponseMessage again = await Loop.Send($"/checks/{check}", $"/checks/{check}/repeat", ("today", "yes"));
        string after = again.Headers.Location?.ToString()["/checks/".Length..] ?? "";

        (await Loop.Counts(after)).ShouldBe((1, 2));
        (await shared.Client.Text($"/checks/{after}")).ShouldNotContain("Evidence was stored after this check");
        using HttpResponseMessage note = await Loop.Type("keep", ("supplier", "Older Magnetics"), ("part", "Older-2"), ("stage-melted", "Japan"));
        note.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await shared.Client.Text($"/checks/{after}")).ShouldContain("Evidence was stored after this check", Case.Sensitive, "a second one of the supplier");
    }

    [Fact]
    public async Task Another_answer_to_the_same_request_is_stored_only_when_that_is_confirmed()
    {
        string check = await Loop.Check("Twice");
        string request = await Loop.Ask(check, "Twice Magnetics");
        (_, string first) = await Loop.Upload(check, [("answer.xlsx", await Loop.Fill(request, _ => "Japan"))]);
        await Loop.Store(first, "");
        (_, string second) = await Loop.Upload(check, [("answer 2.xlsx", await Loop.Fill(request, _ => "Malaysia"))]);

        using HttpResponseMessage refused = await Loop.PostForm("/evidence/answer/keep", SupplierLoop.HiddenFields(second));
        using HttpResponseMessage replaced = await Loop.PostForm("/evidence/answer/keep", [.. SupplierLoop.HiddenFields(second), ("replace", "yes")]);

        second.ShouldContain("says something else");
        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        replaced.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await shared.Client.Text($"/evidence/statements/{request}")).ShouldContain("Malaysia");
    }

    [Fact]
    public async Task A_signed_letter_that_is_typed_in_counts_and_a_call_without_signature_does_not()
    {
        string check = await Loop.Check("Typed");
        (string, string)[] said = [("supplier", "Typed Magnetics"), ("part", "Typed-1"), ("material", "ndfeb-magnet"), ("contains", "no"), ("check", check),
            ("contact", "Ada Berg"), ("basis", "phone call")];
        using HttpResponseMessage call = await Loop.Type("keep", said);
        string afterCall = await Loop.Follow(call);
        using HttpResponseMessage review = await Loop.Type("", [.. said, ("signer", "Ada Berg"), ("signed", SupplierLoop.Today)]);
        using HttpResponseMessage letter = await Loop.Type("keep", [.. said, ("signer", "Ada Berg"), ("signed", SupplierLoop.Today)]);
        string afterLetter = await Loop.Follow(letter);

        afterCall.ShouldContain("No line item changes its verdict");
        WebUtility.HtmlDecode(await review.Content.ReadAsStringAsync()).ShouldNotContain("does not count for a pass");
        SupplierLoop.GetChanged(afterLetter).ShouldNotContain("Typed-2");
        (await shared.Client.Text("/evidence?q=Typed-1&standing=not")).ShouldContain("it is not signed");
    }
}

/// <summary>With SQLite.</summary>
public sealed class AnswerLoopOnSqliteTests(SharedServer shared) : AnswerLoopTests(shared), IClassFixture<SharedServer>;

/// <summary>With PostgreSQL.</summary>
public sealed class AnswerLoopOnPostgresTests(PostgresServer shared) : AnswerLoopTests(shared), IClassFixture<PostgresServer>;
