using System.Collections.Immutable;
using SourcingCompliance.Evidence;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Reports;
using SourcingCompliance.Reports.Requests;
using SourcingCompliance.Running.Evidence;
using SourcingCompliance.Running.Exchange;
using SourcingCompliance.Running.Tests.Evidence;

namespace SourcingCompliance.Running.Tests.Exchange;

/// <summary>Question, answer, verdict: what a supplier fills in closes what it answers, and nothing else.</summary>
public sealed class AnswerRoundTripTests
{
    private static readonly (string, string)[] Signed = [("signer", "Ann Example"), ("title", "Quality"), ("signed", "2026-11-20")];

    [Theory]
    [InlineData("csv")]
    [InlineData("ods")]
    [InlineData("xls")]
    public void An_answer_saved_by_LibreOffice_closes_what_it_answers_and_the_next_request_asks_the_rest(string format)
    {
        if (!FilledAnswer.HasOffice)
        {
            return;
        }

        using var folder = new LedgerOnDisk();
        EvidenceRequest request = Ask(folder, "Acme Magnetics");
        string blank = FilledAnswer.Convert(FilledAnswer.Workbook(request, folder.Root), "csv", folder.Root);
        string filled = Path.Combine(folder.Root, "renamed by the supplier.csv");
        File.WriteAllLines(filled, File.ReadLines(blank).Select(line => FillLine(line, request)));

        Receipt receipt = Receive(folder, format == "csv" ? filled : FilledAnswer.Convert(filled, format, folder.Root));

        receipt.Warnings.ShouldBeEmpty();
        receipt.Questionnaire.ShouldNotBeNull().Missing.Select(missing => missing.Question.Code).ShouldBe(["finished", "magnetized"], ignoreOrder: true);
        EvidenceRequest rest = OpenQuestions.Get(folder.Check(), "Acme Magnetics").Single();
        rest.Items.Single().Questions.Select(question => question.Code).ShouldBe(["finished", "magnetized"], ignoreOrder: true);
        LedgerOnDisk.VerdictOf(folder.Check(), "MOT-1").ShouldBe(Verdict.Open, "nobody answered for the motor");
    }

    [Fact]
    public void A_full_answer_makes_the_line_pass()
    {
        using var folder = new LedgerOnDisk();

        Receive(folder, Put(folder, Ask(folder, "Acme Magnetics"), (_, code) => IsStage(code) ? "Japan" : null, Signed));

        LedgerOnDisk.VerdictOf(folder.Check(), "MAG-22").ShouldBe(Verdict.Pass);
        OpenQuestions.Get(folder.Check(), "Acme Magnetics").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Loudspeaker, 28 mm, 8 ohm", "contains finished magnetized melted mined powder pressed reduced refined separated sintered")]
    [InlineData("Penetrator core", "calcined consolidated contains finished mined.W produced reduced refined.W")]
    [InlineData("Capacitor, fixed, electrolytic", "contains finished mined.Ta reduced refined.Ta")]
    public void A_part_that_may_contain_a_material_passes_by_one_letter(string description, string asked)
    {
        using var folder = new LedgerOnDisk($"Part Number,Description,Manufacturer\nP-1,\"{description}\",Maker Co\n");
        EvidenceRequest request = Ask(folder, "Maker Co");
        LedgerOnDisk.VerdictOf(folder.Check(), "P-1").ShouldBe(Verdict.Open);

        Receive(folder, Put(folder, request, (_, code) => code == QuestionnaireTerms.Contains ? "Yes" : IsStage(code) ? "Japan" : null, Signed));

        request.Items.ShouldHaveSingleItem().Questions.Select(question => question.Code).Order(StringComparer.Ordinal)
            .ShouldBe(asked.Split(' '));
        LedgerOnDisk.VerdictOf(folder.Check(), "P-1").ShouldBe(Verdict.Pass);
        OpenQuestions.Get(folder.Check()).ShouldBeEmpty();
    }

    [Fact]
    public void Who_cannot_say_whether_a_part_contains_a_material_and_names_another_sends_all_of_it_to_the_other()
    {
        using var folder = new LedgerOnDisk("Part Number,Description,Manufacturer\nSPK-1,Loudspeaker 8 ohm,Maker Co\n");
        Receive(folder, Put(folder, Ask(folder, "Maker Co"), (_, code) => code switch { "ask" => "Magnet Co", "contains" => "Unknown", _ => null }, Signed));

        EvidenceRequest next = OpenQuestions.Get(folder.Check()).ShouldHaveSingleItem();

        next.Supplier.ShouldBe("Magnet Co");
        next.Items.ShouldHaveSingleItem().Questions.Length.ShouldBe(11);
    }

    [Fact]
    public void An_answer_without_a_signature_is_kept_and_passes_nothing()
    {
        using var folder = new LedgerOnDisk();

        Receipt receipt = Receive(folder, Put(folder, Ask(folder, "Acme Magnetics"), (_, code) => IsStage(code) ? "Japan" : null));

        receipt.Warnings.ShouldContain(warning => warning.Contains("signed", StringComparison.Ordinal));
        LedgerOnDisk.VerdictOf(folder.Check(), "MAG-22").ShouldBe(Verdict.Open);
    }

    [Fact]
    public void What_is_not_plain_is_listed_with_its_cell_and_not_guessed()
    {
        using var folder = new LedgerOnDisk();

        Receipt receipt = Receive(folder, Put(folder, Ask(folder, "Acme Magnetics"), (_, code) => code switch
        {
            "melted" => "Elbonia",
            "sintered" => "not China",
            "pressed" => "see attachment",
            "contains" => "maybe",
            "expected" => "01/02/2027",
            _ => null,
        }, Signed));

        Statement statement = receipt.Statements.Single();
        statement.Items.ShouldBeEmpty();
        statement.Unread.Select(unread => unread.Text).ShouldBe(["Elbonia", "not China", "see attachment", "maybe", "01/02/2027"], ignoreOrder: true);
        statement.Unread.ShouldAllBe(unread => unread.Place.Length > 1);
    }

    [Fact]
    public void A_row_whose_key_or_part_was_changed_is_not_read()
    {
        using var folder = new LedgerOnDisk();
        EvidenceRequest request = Ask(folder, "Acme Magnetics");

        Receipt mistyped = Receive(folder, Put(folder, request, (item, code) => code == "row" ? item.RowKey[..^1]
            + (item.RowKey[^1] == '2' ? '3' : '2') : "Japan", ("response", request.Id)), isKept: false);
        Receipt moved = Receive(folder, Put(folder, request, (_, code) => code == "part" ? "OTHER-1" : IsStage(code) ? "Japan" : null, Signed), isKept: false);

        mistyped.Statements.ShouldBeEmpty();
        moved.Statements.Single().Items.ShouldBeEmpty();
        moved.Statements.Single().Unread.ShouldContain(unread => unread.Reason.Contains("MAG-22", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("US 60 %, JP 20 %")]
    [InlineData("US 60 %; JP 20 %")]
    [InlineData("US 60 %, unknown 40 %")]
    [InlineData("US 160 %")]
    [InlineData("60 % US")]
    public void Shares_that_leave_a_rest_pass_nothing(string melted)
    {
        using var folder = new LedgerOnDisk();

        Receive(folder, Put(folder, Ask(folder, "Acme Magnetics"), (_, code) => code == "melted" ? melted : IsStage(code) ? "Japan" : null, Signed));

        LedgerOnDisk.VerdictOf(folder.Check(), "MAG-22").ShouldBe(Verdict.Open);
    }

    [Fact]
    public void A_row_that_stands_twice_with_different_answers_passes_nothing()
    {
        using var folder = new LedgerOnDisk();
        string path = Put(folder, Ask(folder, "Acme Magnetics"), (_, code) => IsStage(code) ? "Japan" : null, Signed);
        string row = File.ReadLines(path).Last();
        File.AppendAllText(path, row.Replace("Japan", "not known", StringComparison.Ordinal) + "\n");

        Receipt receipt = Receive(folder, path);

        receipt.Warnings.ShouldContain(warning => warning.Contains("twice", StringComparison.Ordinal));
        LedgerOnDisk.VerdictOf(folder.Check(), "MAG-22").ShouldBe(Verdict.Open);
    }

    [Fact]
    public void A_second_column_of_a_question_is_listed_and_not_read()
    {
        using var folder = new LedgerOnDisk();
        string path = Put(folder, Ask(folder, "Acme Magnetics"), (_, code) => IsStage(code) ? "Japan" : null, Signed);
        string[] lines = File.ReadAllLines(path);
        lines[^2] += ",Country where it was melted (neodymium) [melted]";
        lines[^1] += ",China";
        File.WriteAllLines(path, lines);

        Receive(folder, path, isKept: false).Statements.Single().Unread.ShouldContain(unread => unread.Text == "China");
    }

    [Fact]
    public void A_key_that_was_typed_over_is_found_again()
    {
        string key = RowKeys.GetKey(RowKeys.GetId("anything"), 7);

        RowKeys.Normalize($" {key.ToLowerInvariant().Replace('-', '–').Replace('0', 'o')} ").ShouldBe(key);
        RowKeys.Normalize(key.Replace("-07-", "-70-", StringComparison.Ordinal)).ShouldBeNull();
    }

    [Fact]
    public void Who_does_not_know_and_names_another_makes_a_request_to_the_other()
    {
        using var folder = new LedgerOnDisk();
        Receive(folder,
            Put(folder, Ask(folder, "Acme Magnetics"), (_, code) => code switch { "ask" => "Ore Co", "mined.Nd" => "not known", _ => null }, Signed));

        EvidenceRequest next = OpenQuestions.Get(folder.Check(), "Ore Co").Single();

        next.ReferredBy.ShouldBe("Acme Magnetics");
        next.Items.Single().Questions.Select(question => question.Code).ShouldBe(["mined.Nd"]);
        OpenQuestions.Get(folder.Check(), "Acme Magnetics").Single().Items.Single().Questions.ShouldNotContain(question => question.Code == "mined.Nd");
    }

    [Fact]
    public async Task Two_people_who_receive_at_once_lose_nothing()
    {
        using var folder = new LedgerOnDisk();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(at => Task.Run(() =>
        {
            using EvidenceStore store = EvidenceStore.Open(folder.Evidence);
            store.Put(LedgerOnDisk.Of($"R-{at}", "MAG-22"), LedgerOnDisk.Today);
        })));

        EvidenceLedger ledger = EvidenceFolder.Read(folder.Evidence, new DiagnosticBag()).ShouldNotBeNull();
        ledger.Statements.Length.ShouldBe(8);
        ledger.Log.Received.Length.ShouldBe(8);
    }

    [Fact]
    public void The_same_request_gives_the_same_bytes()
    {
        using var folder = new LedgerOnDisk();
        EvidenceRequest request = OpenQuestions.Get(folder.Check())[0];
        Directory.CreateDirectory(Path.Combine(folder.Root, "a"));
        Directory.CreateDirectory(Path.Combine(folder.Root, "b"));

        File.ReadAllBytes(FilledAnswer.Workbook(request, Path.Combine(folder.Root, "a")))
            .ShouldBe(File.ReadAllBytes(FilledAnswer.Workbook(request, Path.Combine(folder.Root, "b"))));
    }

    [Fact]
    public void A_bundle_verifies_and_one_byte_more_does_not()
    {
        using var folder = new LedgerOnDisk();
        folder.Put(LedgerOnDisk.Of("R-1", "MAG-22", LedgerOnDisk.Full(MaterialIds.NdFeB, "JP")));
        string path = Path.Combine(folder.Root, "bundle.zip");
        using var key = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256);
        ComplianceReport Check(SourcingCompliance.Running.Jobs.CheckJob job) =>
            CheckRunner.Run(job with { SecondOpinion = false }, null, CancellationToken.None);
        Bundle.Write(new SourcingCompliance.Running.Jobs.CheckJob { Paths = [folder.BomPath], AsOf = LedgerOnDisk.Today, EvidenceFolder = folder.Evidence },
            path, key, Check);

        BundleVerification sound = Bundle.Verify(path, key, Check);
        sound.Problems.ShouldBeEmpty();
        sound.IsSameReport.ShouldBeTrue();
        sound.IsSignatureChecked.ShouldBeTrue();
        using (System.IO.Compression.ZipArchive zip = System.IO.Compression.ZipFile.Open(path, System.IO.Compression.ZipArchiveMode.Update))
        {
            using Stream entry = zip.Entries.Single(one => one.FullName.EndsWith("R-1.json", StringComparison.Ordinal)).Open();
            entry.Seek(0, SeekOrigin.End);
            entry.WriteByte((byte)' ');
        }

        Bundle.Verify(path, key, Check).Problems.ShouldContain(problem => problem.Contains("R-1.json was changed", StringComparison.Ordinal));
    }

    internal static bool IsStage(string code) => !QuestionnaireTerms.OfRows.Contains(code);

    internal static EvidenceRequest Ask(LedgerOnDisk folder, string supplier)
    {
        ImmutableArray<EvidenceRequest> requests = OpenQuestions.Get(folder.Check(), supplier);
        using EvidenceStore store = EvidenceStore.Open(folder.Evidence);
        store.Put(requests);
        return requests.Single();
    }

    internal static string Put(LedgerOnDisk folder, EvidenceRequest request, Func<RequestedItem, string, string?> answers, params (string, string)[] signer)
    {
        string path = Path.Combine(folder.Root, "answer.csv");
        File.WriteAllText(path, FilledAnswer.Csv(request, answers, signer));
        return path;
    }

    internal static Receipt Receive(LedgerOnDisk folder, string path, bool isKept = true, DiagnosticBag? told = null)
    {
        DiagnosticBag diagnostics = told ?? new DiagnosticBag();
        EvidenceLedger ledger = EvidenceFolder.Read(folder.Evidence, diagnostics).ShouldNotBeNull();
        Receipt receipt = new AnswerReceiver((string?)null, diagnostics).Read(path, null, ledger, diagnostics);
        using EvidenceStore store = EvidenceStore.Open(folder.Evidence);
        foreach (Statement statement in isKept ? receipt.Statements : [])
        {
            foreach ((byte[] content, string name, string kind) in receipt.Documents.Values)
            {
                store.PutDocument(content, name, kind);
            }

            store.Put(statement, LedgerOnDisk.Today);
        }

        return receipt;
    }

    // Country titles come in the order of the codes; everything but the last two steps is answered.
    private static string FillLine(string line, EvidenceRequest request)
    {
        if (line.Contains("[signer]", StringComparison.Ordinal))
        {
            return FillSecond(line, "Ann Example");
        }

        if (line.Contains("[signed]", StringComparison.Ordinal))
        {
            return FillSecond(line, "2026-11-20");
        }

        if (!line.StartsWith(request.Id + "-", StringComparison.Ordinal))
        {
            return line;
        }

        string[] codes = [.. request.Items.SelectMany(item => item.Questions).Where(question => question.Stage is not null)
            .DistinctBy(question => question.Code).Select(question => question.Code)];
        string[] cells = line.Split(',');
        for (int at = 0; at < codes.Length; at++)
        {
            cells[7 + at] = codes[at] is "magnetized" or "finished" ? "" : "Japan";
        }

        return string.Join(',', cells);
    }

    private static string FillSecond(string line, string text)
    {
        string[] cells = line.Split(',');
        cells[1] = text;
        return string.Join(',', cells);
    }
}
