using SourcingCompliance.Evidence;
using SourcingCompliance.Findings;
using SourcingCompliance.Items;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Reports;
using SourcingCompliance.Running.Evidence;
using SourcingCompliance.Running.Ledger;

namespace SourcingCompliance.Running.Tests.Evidence;

public sealed class EvidenceCheckTests
{
    [Fact]
    public void A_full_statement_turns_an_open_line_into_a_pass_with_its_chain()
    {
        using var folder = new LedgerOnDisk();
        LedgerOnDisk.VerdictOf(folder.Check(), "MAG-22").ShouldBe(Verdict.Open);
        folder.Put(LedgerOnDisk.Of("R-1", "MAG-22", LedgerOnDisk.Full(MaterialIds.NdFeB, "JP")));

        ComplianceReport report = folder.Check();

        LedgerOnDisk.VerdictOf(report, "MAG-22").ShouldBe(Verdict.Pass);
        LedgerOnDisk.LineOf(report, "MAG-22").Origins[0].Evidence.ShouldNotBeNull().Chain.ShouldBe($"statement R-1 of Acme Magnetics → signed by Ann "
            + $"Example, Quality, {Wording.FormatDate(new DateOnly(2026, 11, 1))}");
    }

    [Fact]
    public void A_denial_makes_a_motor_not_covered_by_statement_and_the_line_stays_in_the_report()
    {
        using var folder = new LedgerOnDisk();
        folder.Put(LedgerOnDisk.Of("R-1", "MOT-1", new PresenceFact(null, false)) with { Supplier = new StatementSupplier("Motorco") });

        ComplianceReport report = folder.Check();

        LedgerOnDisk.VerdictOf(report, "MOT-1").ShouldBe(Verdict.NotCovered);
        LedgerOnDisk.LineOf(report, "MOT-1").Stated.Denied.ShouldNotBeEmpty();
        LedgerOnDisk.LineOf(report, "MOT-1").Determinations.ShouldContain(determination =>
            determination.Basis.StartsWith("not covered by statement", StringComparison.Ordinal));
    }

    [Fact]
    public void A_denial_of_what_the_list_says_in_plain_words_is_a_contradiction_and_the_list_counts()
    {
        using var folder = new LedgerOnDisk();
        folder.Put(LedgerOnDisk.Of("R-1", "MAG-22", new PresenceFact(MaterialIds.NdFeB, false)));

        ComplianceReport report = folder.Check();

        LedgerOnDisk.VerdictOf(report, "MAG-22").ShouldBe(Verdict.Open);
        report.Files[0].Diagnostics.ShouldContain(diagnostic => diagnostic.Id == "SC9530");
    }

    [Fact]
    public void A_statement_finds_a_material_in_a_part_whose_words_say_nothing()
    {
        using var folder = new LedgerOnDisk();
        folder.Put(LedgerOnDisk.Of("R-1", "WID-1", new StageFact(MaterialIds.TungstenHeavyAlloy, StageIds.Reduced, [new OriginShare(new Country("CN"))])));

        LedgerOnDisk.VerdictOf(folder.Check(), "WID-1").ShouldBe(Verdict.Violation);
    }

    [Fact]
    public void An_expired_statement_does_not_count_and_is_named()
    {
        using var folder = new LedgerOnDisk();
        folder.Put(LedgerOnDisk.Of("R-1", "MAG-22", LedgerOnDisk.Full(MaterialIds.NdFeB, "JP")) with { ValidUntil = new DateOnly(2026, 11, 29) });

        ComplianceReport report = folder.Check();

        LedgerOnDisk.VerdictOf(report, "MAG-22").ShouldBe(Verdict.Open);
        LedgerOnDisk.LineOf(report, "MAG-22").Stated.Uncounted.ShouldAllBe(fact => fact.Reason == UncountedReason.Expired);
        report.Files[0].Diagnostics.ShouldContain(diagnostic => diagnostic.Id == "SC9529");
    }

    [Fact]
    public void A_superseding_statement_counts_alone_and_one_that_does_not_say_so_counts_beside()
    {
        using var folder = new LedgerOnDisk();
        folder.Put(LedgerOnDisk.Of("R-1", "MAG-22", LedgerOnDisk.Full(MaterialIds.NdFeB, "CN")));
        folder.Put(LedgerOnDisk.Of("R-2", "MAG-22", LedgerOnDisk.Full(MaterialIds.NdFeB, "JP")));
        LedgerOnDisk.VerdictOf(folder.Check(), "MAG-22").ShouldBe(Verdict.Violation);

        folder.Put(LedgerOnDisk.Of("R-2", "MAG-22", LedgerOnDisk.Full(MaterialIds.NdFeB, "JP")) with { Supersedes = ["R-1"] });

        LedgerOnDisk.VerdictOf(folder.Check(), "MAG-22").ShouldBe(Verdict.Pass);
    }

    [Fact]
    public void Where_documents_are_required_only_a_document_on_file_makes_a_pass()
    {
        using var folder = new LedgerOnDisk();
        string hash = folder.PutDocument("melt certificate");
        folder.Put(LedgerOnDisk.Of("R-1", "MAG-22", LedgerOnDisk.Full(MaterialIds.NdFeB, "JP", new DocumentPage(hash, "1"))) with
        { Documents = [new StatementDocument(hash, "melt-certificate", "melt.pdf")] });
        LedgerOnDisk.VerdictOf(folder.Check(job => job with { RequiresDocuments = true }), "MAG-22").ShouldBe(Verdict.Pass);

        File.AppendAllText(Directory.GetFiles(Path.Combine(folder.Evidence, "documents"))[0], "changed");
        ComplianceReport report = folder.Check(job => job with { RequiresDocuments = true });

        LedgerOnDisk.VerdictOf(report, "MAG-22").ShouldBe(Verdict.Open);
        report.Diagnostics.ShouldContain(diagnostic => diagnostic.Id == "SC9525");
    }

    [Fact]
    public void A_form_that_answers_another_question_neither_passes_nor_convicts_and_keeps_a_pass_open()
    {
        using var folder = new LedgerOnDisk();
        folder.Put(LedgerOnDisk.Of("R-1", "MAG-22", LedgerOnDisk.Full(MaterialIds.NdFeB, "JP")));
        folder.Put(LedgerOnDisk.Of("R-2", "MAG-22", new StageFact(MaterialIds.NdFeB, "smelted", [new OriginShare(new Country("CN"))])) with
        { Source = new StatementSource(StatementKind.Cmrt) { Form = "CMRT 6.5" } });

        LedgerOnDisk.VerdictOf(folder.Check(), "MAG-22").ShouldBe(Verdict.Open);
    }

    [Fact]
    public void Coverage_tells_documented_stated_expired_and_unknown_steps_apart()
    {
        using var folder = new LedgerOnDisk();
        string hash = folder.PutDocument("melt certificate");
        StageFact[] full = LedgerOnDisk.Full(MaterialIds.NdFeB, "JP");
        folder.Put(LedgerOnDisk.Of("R-1", "MAG-22", full[0] with { Documents = [new DocumentPage(hash, null)] }, full[4]) with
        { Documents = [new StatementDocument(hash, "mill", "mill.pdf")] });
        folder.Put(LedgerOnDisk.Of("R-2", "MAG-22", full[7]) with { ValidUntil = new DateOnly(2026, 11, 2) });

        EvidenceCoverage coverage = folder.Check().Summary.Coverage.Evidence;

        CoverageGroup magnets = coverage.ByMaterial.Single(group => group.Name == MaterialIds.NdFeB);
        magnets.Steps.Documented.ShouldBe(3, "one document shows where neodymium, iron and boron were mined");
        magnets.Steps.Stated.ShouldBe(1);
        magnets.Steps.Expired.ShouldBe(1);
        magnets.Steps.Unknown.ShouldBeGreaterThan(0);
        coverage.BySupplier.ShouldContain(group => group.Name == "Acme Magnetics" && group.Steps.Documented == 3);
    }

    [Fact]
    public void A_damaged_file_fails_the_run_and_is_named()
    {
        using var folder = new LedgerOnDisk();
        File.WriteAllText(folder.Put(LedgerOnDisk.Of("R-1", "MAG-22")), "{ \"version\": 1");

        ComplianceReport report = folder.Check();

        report.Summary.ExitCode.ShouldBe(ExitCodes.Configuration);
        report.Diagnostics.ShouldContain(diagnostic => diagnostic.Id == "SC9520"
            && diagnostic.Cell.File.EndsWith("statements/acme/R-1.json", StringComparison.Ordinal));
    }

    [Fact]
    public void A_statement_that_was_received_and_is_missing_or_changed_fails_the_run()
    {
        using var folder = new LedgerOnDisk();
        string path = folder.Put(LedgerOnDisk.Of("R-1", "MAG-22", LedgerOnDisk.Full(MaterialIds.NdFeB, "CN")));
        string hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(path)));
        File.WriteAllBytes(Path.Combine(folder.Evidence, "requests.json"),
            RequestLogFile.ToBytes(new RequestLog([], [new ReceivedStatement("R-1", "statements/acme/R-1.json", hash, LedgerOnDisk.Today)])));
        folder.Check().Diagnostics.ShouldNotContain(diagnostic => diagnostic.Id == "SC9523" || diagnostic.Id == "SC9524");

        File.WriteAllText(path, File.ReadAllText(path).Replace("\"CN\"", "\"JP\"", StringComparison.Ordinal));
        folder.Check().Diagnostics.ShouldContain(diagnostic => diagnostic.Id == "SC9524");
        File.Delete(path);
        ComplianceReport report = folder.Check();

        report.Diagnostics.ShouldContain(diagnostic => diagnostic.Id == "SC9523");
        report.Summary.ExitCode.ShouldNotBe(ExitCodes.Clean);
    }

    [Fact]
    public void Lines_with_the_same_statement_share_a_decision_and_one_with_another_does_not()
    {
        using var folder =
            new LedgerOnDisk("Part Number,Description,Manufacturer\nA,NdFeB magnet,Acme Magnetics\nB,NdFeB magnet,Acme Magnetics\nC,NdFeB magnet,Other\n");
        folder.Put(LedgerOnDisk.Of("R-1", "x", []) with
        {
            Items = [new StatementItem(new StatementSubject { Scope = StatementScope.Company, Manufacturer = "Acme Magnetics" },
                [.. LedgerOnDisk.Full(MaterialIds.NdFeB, "JP")])],
        });

        ComplianceReport report = folder.Check();

        LedgerOnDisk.LineOf(report, "A").SameFacts.ShouldNotBeNull().ShouldBeSameAs(LedgerOnDisk.LineOf(report, "B").SameFacts);
        LedgerOnDisk.VerdictOf(report, "B").ShouldBe(Verdict.Pass);
        LedgerOnDisk.VerdictOf(report, "C").ShouldBe(Verdict.Open);
    }

    [Fact]
    public void Lines_that_share_a_decision_each_keep_their_own_chain()
    {
        using var folder = new LedgerOnDisk("Part Number,Description,Manufacturer\nA,NdFeB magnet,One\nB,NdFeB magnet,Two\n");
        folder.Put(LedgerOnDisk.Of("R-1", "A", LedgerOnDisk.Full(MaterialIds.NdFeB, "JP")) with { Supplier = new StatementSupplier("One") });
        folder.Put(LedgerOnDisk.Of("R-2", "B", LedgerOnDisk.Full(MaterialIds.NdFeB, "JP")) with { Supplier = new StatementSupplier("Two") });

        ComplianceReport report = folder.Check();
        using var json = new MemoryStream();
        new SourcingCompliance.Formats.Writing.Json.JsonReportWriter().Write(report, json);

        LedgerOnDisk.LineOf(report, "A").SameFacts.ShouldBeSameAs(LedgerOnDisk.LineOf(report, "B").SameFacts.ShouldNotBeNull());
        LedgerOnDisk.LineOf(report, "A").Determinations[^1].Steps.First(step => step.Statement is not null).Statement?.Evidence?.Statement.ShouldBe("R-1");
        LedgerOnDisk.LineOf(report, "B").Determinations[^1].Steps.First(step => step.Statement is not null).Statement?.Evidence?.Statement.ShouldBe("R-2");
        string text = System.Text.Encoding.UTF8.GetString(json.ToArray());
        text.ShouldContain("\"R-1\"");
        text.ShouldContain("\"R-2\"");
    }

    [Fact]
    public void A_questionnaire_that_is_given_to_be_checked_is_named()
    {
        using var folder = new LedgerOnDisk();
        string path = Exchange.FilledAnswer.Workbook(SourcingCompliance.Reports.Requests.OpenQuestions.Get(folder.Check())[0], folder.Root);

        ComplianceReport report = folder.Check(job => job with { Paths = [path] });

        report.Files[0].Diagnostics.ShouldContain(diagnostic => diagnostic.Message.Contains("questionnaire", StringComparison.Ordinal));
        report.Files[0].LineCount.ShouldBe(0);
    }

    [Fact]
    public void A_change_in_the_ledger_makes_another_key_of_kept_results()
    {
        using var folder = new LedgerOnDisk();
        var job = new SourcingCompliance.Running.Jobs.CheckJob { Paths = [folder.BomPath], AsOf = LedgerOnDisk.Today, EvidenceFolder = folder.Evidence };
        string before = RunKey.Compute(job, []);

        folder.Put(LedgerOnDisk.Of("R-1", "MAG-22"));

        RunKey.Compute(job, []).ShouldNotBe(before);
    }

    [Fact]
    public void A_ledger_has_the_hash_of_its_files_as_they_were_read()
    {
        using var folder = new LedgerOnDisk();
        folder.Put(LedgerOnDisk.Of("R-1", "MAG-22"));
        string statement = Directory.GetFiles(Path.Combine(folder.Evidence, "statements"), "*.json", SearchOption.AllDirectories)[0];
        File.WriteAllText(statement, File.ReadAllText(statement).ReplaceLineEndings("\r\n"));
        Directory.CreateDirectory(Path.Combine(folder.Evidence, "documents"));
        File.WriteAllText(Path.Combine(folder.Evidence, "documents", "certificate.pdf"), "a certificate");

        string read = EvidenceFolder.Read(folder.Evidence, new DiagnosticBag()).ShouldNotBeNull().Sha256;

        read.ShouldBe(EvidenceFolder.ContentHash(folder.Evidence));
        File.AppendAllText(Path.Combine(folder.Evidence, "documents", "certificate.pdf"), "!");
        EvidenceFolder.Read(folder.Evidence, new DiagnosticBag()).ShouldNotBeNull().Sha256.ShouldNotBe(read);
    }

    [Theory]
    [InlineData("statements/acme/R-1.JSON")]
    [InlineData("statements/acme/answer.xlsx")]
    [InlineData("R-1.json")]
    public void A_file_that_is_not_read_as_a_statement_is_named(string name)
    {
        using var folder = new LedgerOnDisk();
        folder.Put(LedgerOnDisk.Of("R-2", "MAG-22"));
        File.WriteAllText(Path.Combine(folder.Evidence, name), "{}");

        folder.Check().Diagnostics.ShouldContain(diagnostic => diagnostic.Id == "SC9541" && diagnostic.Cell.File.EndsWith(name, StringComparison.Ordinal));
    }

    [Fact]
    public void The_workbook_lists_what_each_statement_says_whether_it_counts_and_its_chain()
    {
        using var folder = new LedgerOnDisk();
        string hash = folder.PutDocument("melt certificate");
        folder.Put(LedgerOnDisk.Of("R-1", "MAG-22", LedgerOnDisk.Full(MaterialIds.NdFeB, "JP", new DocumentPage(hash, "2"))) with
        { Documents = [new StatementDocument(hash, "melt-certificate", "melt.pdf")] });
        folder.Put(LedgerOnDisk.Of("R-2", "MOT-1", new PresenceFact(null, false)) with
        { Supplier = new StatementSupplier("Motorco"), ValidUntil = new DateOnly(2026, 11, 2) });
        ComplianceReport report = folder.Check();
        using var output = new MemoryStream();

        SourcingCompliance.Formats.Writing.Workbooks.WorkbookFiles.Write(report, report.Files[0], output);

        using var workbook = new ClosedXML.Excel.XLWorkbook(output);
        string document = $"melt.pdf, page 2 (sha256 {hash[..12]})";
        string[] rows = [.. workbook.Worksheet("Statements").RowsUsed().Select(row => string.Join(" | ", row.CellsUsed().Select(cell => cell.GetString())))];
        rows.Length.ShouldBe(3, "a header, and one row for each statement");
        rows.ShouldContain(row => row.Contains("MAG-22", StringComparison.Ordinal) && row.Contains("sintered in JP", StringComparison.Ordinal)
            && row.Contains("| counts | statement R-1 of Acme Magnetics | Ann Example, Quality | ", StringComparison.Ordinal)
            && row.Contains(document, StringComparison.Ordinal));
        rows.ShouldContain(row => row.Contains("MOT-1", StringComparison.Ordinal)
            && row.Contains("does not count: it has expired on November 2, 2026", StringComparison.Ordinal));
        string reason = workbook.Worksheet(2).CellsUsed(cell => cell.GetString().Contains("On file: ", StringComparison.Ordinal))
            .ShouldHaveSingleItem().GetString();
        reason.ShouldContain("statement R-1 of Acme Magnetics → signed by Ann Example, Quality, November 1, 2026 → melt.pdf");
    }
}
