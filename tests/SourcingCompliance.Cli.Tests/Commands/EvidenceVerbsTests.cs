using System.IO.Compression;

namespace SourcingCompliance.Cli.Commands;

/// <summary>The verbs of the evidence loop, each from end to end.</summary>
public sealed class EvidenceVerbsTests
{
    private const string Bom = "Part Number,Description,Manufacturer,MPN\nMAG-22,NdFeB magnet N42SH,Acme Magnetics,N42-12\nMOT-1,BLDC motor 24V,Motorco,BL24\n";
    private const string KnownParts = "Supplier,Signed by,Date,Maker,MPN,Material,Contains\nMotorco,Ann,2026-11-20,Motorco,BL24,NdFeB,{0}\nMotorco,Ann,2026-11-20,Motorco,BL24,SmCo,{0}\n";

    [Fact]
    public void Request_writes_a_questionnaire_for_each_supplier_and_records_it()
    {
        using var folder = new TemporaryFolder();

        CommandRun run = CommandRun.Of("request", folder.Write("bom.csv", Bom), "--out", folder.Of("requests"), "--as-of", "2026-11-30");

        run.ExitCode.ShouldBe(0, run.Errors);
        folder.ReportsIn("requests").Count(path => path.EndsWith(".xlsx", StringComparison.Ordinal)).ShouldBe(2);
        File.ReadAllText(folder.Of("evidence/requests.json")).ShouldContain("Acme Magnetics");
    }

    [Fact]
    public void Receive_takes_an_answer_once_writes_nothing_when_dry_and_replaces_nothing_unasked()
    {
        using var folder = new TemporaryFolder();
        string bom = folder.Write("bom.csv", Bom);
        string answer = folder.Write("answers/known.csv", KnownParts.Replace("{0}", "No", StringComparison.Ordinal));
        string[] receive = ["receive", answer, "--evidence", folder.Of("evidence"), "--bom", bom, "--as-of", "2026-11-30"];

        CommandRun dry = CommandRun.Of([.. receive, "--dry-run"]);
        dry.ExitCode.ShouldBe(0, dry.Output + dry.Errors);
        Directory.Exists(folder.Of("evidence")).ShouldBeFalse();
        CommandRun first = CommandRun.Of(receive);
        first.Output.ShouldContain("MOT-1: open -> notCovered", customMessage: first.Output + first.Errors);
        CommandRun.Of(receive).Output.ShouldContain("says the same");

        string statement = Directory.GetFiles(folder.Of("evidence/statements"), "*.json", SearchOption.AllDirectories).ShouldHaveSingleItem();
        folder.Replace(statement, "\"Ann\"", "\"Bea\"");
        CommandRun.Of("evidence", "verify", "--accept", "--evidence", folder.Of("evidence")).ExitCode.ShouldBe(0);
        CommandRun.Of(receive).Errors.ShouldContain("SC9533");
        File.ReadAllText(statement).ShouldContain("Bea");
        CommandRun.Of([.. receive, "--replace"]).ExitCode.ShouldBe(0);
        File.ReadAllText(statement).ShouldContain("Ann");
    }

    [Fact]
    public void Receive_says_why_it_takes_nothing_from_a_certificate_and_from_a_blank_answer()
    {
        using var folder = new TemporaryFolder();
        string certificate = folder.Write("coc.txt", "Certificate of Conformance\nSupplier: Acme Magnetics\nPart: MAG-22\nAll parts are DFARS compliant to the best of our knowledge.\n");
        string blank = folder.Write("known.csv", KnownParts.Replace("{0}", "", StringComparison.Ordinal));

        CommandRun run = CommandRun.Of("receive", certificate, blank, "--supplier", "Acme Magnetics", "--evidence", folder.Of("evidence"), "--bom", folder.Write("bom.csv", Bom), "--dry-run", "--as-of", "2026-11-30");

        run.Output.ShouldContain("DFARS compliant");
        run.Output.ShouldContain("neither whether the part contains the material");
    }

    [Fact]
    public void Evidence_verify_names_a_statement_that_was_changed()
    {
        using var folder = new TemporaryFolder();
        string answer = folder.Write("answers/known.csv", KnownParts.Replace("{0}", "Yes", StringComparison.Ordinal));
        CommandRun.Of("receive", answer, "--evidence", folder.Of("evidence"), "--bom", folder.Write("bom.csv", Bom), "--as-of", "2026-11-30").ExitCode.ShouldBe(0);
        CommandRun.Of("evidence", "verify", "--evidence", folder.Of("evidence")).ExitCode.ShouldBe(0);

        folder.Replace(Directory.GetFiles(folder.Of("evidence/statements"), "*.json", SearchOption.AllDirectories).ShouldHaveSingleItem(), "\"contains\": true", "\"contains\": false");

        CommandRun run = CommandRun.Of("evidence", "verify", "--evidence", folder.Of("evidence"));
        run.ExitCode.ShouldNotBe(0);
        run.Errors.ShouldContain("SC9524");
    }

    [Fact]
    public void Bundle_verify_names_an_input_that_was_changed_and_bundle_refuses_what_it_would_leave_out()
    {
        using var folder = new TemporaryFolder();
        string bom = folder.Write("bom.csv", Bom);
        string zip = folder.Of("bundle.zip");
        CommandRun.Of("bundle", bom, "--out", zip, "--as-of", "2026-11-30").ExitCode.ShouldBe(0);
        CommandRun.Of("bundle", "verify", zip).ExitCode.ShouldBe(0);

        using (ZipArchive archive = ZipFile.Open(zip, ZipArchiveMode.Update))
        {
            using Stream entry = archive.Entries.Single(one => one.FullName.EndsWith("bom.csv", StringComparison.Ordinal)).Open();
            entry.WriteByte((byte)'p');
        }

        CommandRun.Of("bundle", "verify", zip).Errors.ShouldContain("bom.csv was changed");
        CommandRun refused = CommandRun.Of("bundle", bom, "--rules", Repository.PathOf("examples", "policies"), "--out", folder.Of("own.zip"), "--as-of", "2026-11-30");
        refused.Errors.ShouldContain("SC9536");
        File.Exists(folder.Of("own.zip")).ShouldBeFalse();
    }

    [Fact]
    public void Lists_under_different_evidence_folders_are_not_checked_in_one_run()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a/evidence/requests.json", "{\"version\": 1, \"requests\": [], \"received\": []}");

        CommandRun run = CommandRun.Of("check", folder.Write("a/bom.csv", Bom), folder.Write("b/bom.csv", Bom), "--as-of", "2026-11-30", "--out", folder.Of("out"));

        (run.Output + run.Errors).ShouldContain("SC9537");
        run.ExitCode.ShouldNotBe(0);
    }
}
