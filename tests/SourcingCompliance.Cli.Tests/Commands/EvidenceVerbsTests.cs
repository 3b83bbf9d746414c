using System.IO.Compression;
using System.Text.Json;

namespace SourcingCompliance.Cli.Commands;

/// <summary>The verbs of the evidence loop, each from end to end.</summary>
public sealed class EvidenceVerbsTests
{
    private const string Bom = "Part Number,Description,Manufacturer,MPN\nMAG-22,NdFeB magnet N42SH,Acme Magnetics,N42-12\nMOT-1,BLDC motor 24V,Motorco,BL24\n";
    private const string KnownParts =
        "Supplier,Signed by,Date,Maker,MPN,Material,Contains\nMotorco,Ann,2026-11-20,Motorco,BL24,NdFeB,{0}\nMotorco,Ann,2026-11-20,Motorco,BL24,SmCo,{0}\n";

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
        string certificate = folder.Write("coc.txt",
            "Certificate of Conformance\nSupplier: Acme Magnetics\nPart: MAG-22\nAll parts are DFARS compliant to the best of our knowledge.\n");
        string blank = folder.Write("known.csv", KnownParts.Replace("{0}", "", StringComparison.Ordinal));

        CommandRun run = CommandRun.Of("receive", certificate, blank, "--supplier", "Acme Magnetics", "--evidence", folder.Of("evidence"),
            "--bom", folder.Write("bom.csv", Bom), "--dry-run", "--as-of", "2026-11-30");

        run.Output.ShouldContain("DFARS compliant");
        run.Output.ShouldContain("neither whether the part contains the material");
    }

    [Fact]
    public void Evidence_verify_names_a_statement_that_was_changed()
    {
        using var folder = new TemporaryFolder();
        string answer = folder.Write("answers/known.csv", KnownParts.Replace("{0}", "Yes", StringComparison.Ordinal));
        CommandRun.Of("receive", answer, "--evidence", folder.Of("evidence"), "--bom", folder.Write("bom.csv", Bom),
            "--as-of", "2026-11-30").ExitCode.ShouldBe(0);
        CommandRun.Of("evidence", "verify", "--evidence", folder.Of("evidence")).ExitCode.ShouldBe(0);

        folder.Replace(Directory.GetFiles(folder.Of("evidence/statements"), "*.json", SearchOption.AllDirectories)
            .ShouldHaveSingleItem(), "\"contains\": true", "\"contains\": false");

        CommandRun run = CommandRun.Of("evidence", "verify", "--evidence", folder.Of("evidence"));
        run.ExitCode.ShouldNotBe(0);
        run.Errors.ShouldContain("SC9524");
    }

    [Fact]
    public void Bundle_verify_names_an_input_that_was_changed()
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
    }

    [Fact]
    public void A_bundle_contains_rules_waivers_baseline_and_profile_of_the_user_and_verifies_with_them()
    {
        using var folder = new TemporaryFolder();
        folder.Write("lists/bom.csv", "PN,Description,Qty,Where it comes from\nMAG-22,NdFeB magnet N42SH,4,China\nMAG-23,NdFeB magnet N42SH,4,Japan\n");
        folder.Write("profile.json", """{ "columns": { "countryOfOrigin": "Where it comes from" } }""");
        folder.Write(".sourcing-waivers.json", """
            { "version": 1, "waivers": [{ "id": "W-1", "match": { "part": "MAG-22", "file": "lists/bom.csv" }, "legalBasis": "risk-accepted-internal",
              "justification": "Prototype only.", "approvedBy": "Ann Example", "approvedOn": "2026-11-01", "expires": "2027-01-15" }] }
            """);
        string config = folder.Write("sourcing.json", $$"""
            { "waivers": ".sourcing-waivers.json", "baseline": "baseline.json", "map": ["profile.json"], "allowInternalRiskAcceptance": true,
              "rules": ["{{Repository.PathOf("examples", "policies")}}"], "leadTimes": [{ "part": "MAG-23", "businessDays": 7, "source": "quotation 17" }] }
            """);
        string zip = folder.Of("bundle.zip");
        CommandRun.Of("baseline", "write", folder.Of("lists"), "--map", folder.Of("profile.json"), "--out", folder.Of("baseline.json"), "--no-config",
            "--as-of", "2026-11-30").ExitCode.ShouldBe(0);

        CommandRun written = CommandRun.Of("bundle", folder.Of("lists"), "--config", config, "--out", zip, "--as-of", "2026-11-30");

        written.ExitCode.ShouldBe(0, written.Errors);
        CommandRun verified = CommandRun.Of("bundle", "verify", zip);
        verified.ExitCode.ShouldBe(0, verified.Errors);
        using ZipArchive archive = ZipFile.OpenRead(zip);
        using JsonDocument report = JsonDocument.Parse(archive.GetEntry("report.json").ShouldNotBeNull().Open());
        report.RootElement.GetProperty("waivers").GetProperty("entries")[0].GetProperty("state").GetString().ShouldBe("applied");
        report.RootElement.GetProperty("baseline").GetProperty("unchanged").GetInt32().ShouldBe(2);
        archive.Entries.ShouldContain(entry => entry.FullName.StartsWith("own-rules/1/", StringComparison.Ordinal));
    }

    [Fact]
    public void A_bundle_whose_check_would_give_other_findings_is_not_written()
    {
        using var folder = new TemporaryFolder();
        folder.Write("first/bom.csv", Bom);
        folder.Write("copy/bom.csv", Bom);
        string config = folder.Write("sourcing.json", """{ "baseline": "baseline.json" }""");
        CommandRun.Of("baseline", "write", folder.Of("first"), "--out", folder.Of("baseline.json"), "--no-config", "--as-of", "2026-11-30")
            .ExitCode.ShouldBe(0);

        CommandRun run = CommandRun.Of("bundle", folder.Of("copy"), "--config", config, "--out", folder.Of("bundle.zip"), "--as-of", "2026-11-30");

        run.Errors.ShouldContain("error SC9536");
        run.ExitCode.ShouldNotBe(0);
        File.Exists(folder.Of("bundle.zip")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("open", "WARNED")]
    [InlineData("none", "PASSED")]
    public void A_bundle_says_passed_as_the_settings_do_and_its_report_keeps_the_letterhead(string failOn, string result)
    {
        using var folder = new TemporaryFolder();
        byte[] logo = [0x89, (byte)'P', (byte)'N', (byte)'G', 1, 2, 3];
        File.WriteAllBytes(folder.Of("logo.png"), logo);
        string config = folder.Write("sourcing.json", $$"""
            { "failOn": "{{failOn}}", "report": { "company": "Example Corp", "contact": "Ann, 555-0100", "address": ["1 Main St"], "cage": "1ABC2",
              "logo": "logo.png", "replyBy": "2026-12-15", "paper": "a4" } }
            """);
        string zip = folder.Of("bundle.zip");

        CommandRun written = CommandRun.Of("bundle", folder.Write("bom.csv", Bom), "--config", config, "--out", zip, "--as-of", "2026-11-30");

        written.ExitCode.ShouldBe(0, written.Errors);
        using (ZipArchive archive = ZipFile.OpenRead(zip))
        {
            using JsonDocument report = JsonDocument.Parse(archive.GetEntry("report.json").ShouldNotBeNull().Open());
            report.RootElement.GetProperty("report").GetProperty("address")[0].GetString().ShouldBe("1 Main St");
            report.RootElement.GetProperty("report").GetProperty("replyBy").GetString().ShouldBe("2026-12-15");
            using var kept = new MemoryStream();
            using Stream entry = archive.GetEntry("logo.png").ShouldNotBeNull().Open();
            entry.CopyTo(kept);
            kept.ToArray().ShouldBe(logo);
            using JsonDocument envelope = JsonDocument.Parse(archive.GetEntry("statement.dsse.json").ShouldNotBeNull().Open());
            System.Text.Encoding.UTF8.GetString(envelope.RootElement.GetProperty("payload").GetBytesFromBase64()).ShouldContain(result);
        }

        CommandRun verified = CommandRun.Of("bundle", "verify", zip);
        verified.ExitCode.ShouldBe(0, verified.Errors);
    }

    [Fact]
    public void Lists_under_different_evidence_folders_are_not_checked_in_one_run()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a/evidence/requests.json", "{\"version\": 1, \"requests\": [], \"received\": []}");

        CommandRun run = CommandRun.Of("check", folder.Write("a/bom.csv", Bom), folder.Write("b/bom.csv", Bom),
            "--as-of", "2026-11-30", "--out", folder.Of("out"));

        (run.Output + run.Errors).ShouldContain("SC9537");
        run.ExitCode.ShouldNotBe(0);
    }

    [Theory]
    [InlineData("missing", "SC9528")]
    [InlineData("", "--evidence is blank")]
    public void An_evidence_folder_that_does_not_exist_is_refused_by_every_verb_that_checks(string name, string expected)
    {
        using var folder = new TemporaryFolder();
        string bom = folder.Write("bom.csv", Bom);
        string evidence = name.Length > 0 ? folder.Of(name) : "";

        foreach (string[] verb in (string[][])[["request", bom, "--out", folder.Of("requests")],
            ["evidence", "coverage", bom], ["bundle", bom, "--out", folder.Of("bundle.zip")]])
        {
            CommandRun run = CommandRun.Of([.. verb, "--evidence", evidence, "--as-of", "2026-11-30"]);

            run.Errors.ShouldContain(expected, customMessage: verb[0]);
            run.ExitCode.ShouldNotBe(0, verb[0]);
        }

        Directory.Exists(folder.Of("missing")).ShouldBeFalse();
        File.Exists(folder.Of("bundle.zip")).ShouldBeFalse();
    }

    [Fact]
    public void An_empty_evidence_folder_is_refused_by_a_check_and_begun_by_a_request()
    {
        using var folder = new TemporaryFolder();
        string bom = folder.Write("bom.csv", Bom);
        string evidence = Directory.CreateDirectory(folder.Of("ledger")).FullName;

        CommandRun.Of("evidence", "coverage", bom, "--evidence", evidence, "--as-of", "2026-11-30").Errors.ShouldContain("SC9528");
        CommandRun.Of("request", bom, "--evidence", evidence, "--out", folder.Of("requests"), "--as-of", "2026-11-30").ExitCode.ShouldBe(0);
        CommandRun.Of("evidence", "coverage", bom, "--evidence", evidence, "--as-of", "2026-11-30").ExitCode.ShouldBe(0);
    }

    [Fact]
    public void An_evidence_folder_below_a_folder_that_is_checked_leaves_no_answer_without_it_unless_it_is_left_out_on_purpose()
    {
        using var folder = new TemporaryFolder();
        folder.Write("all/a/evidence/requests.json", "{\"version\": 1, \"requests\": [], \"received\": []}");
        folder.Write("all/a/bom.csv", Bom);
        folder.Write("all/b/bom.csv", Bom);

        string[] check = ["check", folder.Of("all"), "--as-of", "2026-11-30", "--out", folder.Of("out"), "--fail-on", "none"];
        CommandRun run = CommandRun.Of(check);

        run.ExitCode.ShouldBe(3);
        (run.Output + run.Errors).ShouldContain("SC9540");
        (run.Output + run.Errors).ShouldContain("a/evidence");
        CommandRun.Of([.. check, "--no-evidence"]).ExitCode.ShouldBe(0);
    }

    [Fact]
    public void Evidence_list_and_add_judge_by_the_delivery_of_the_contract_or_the_command_line_and_say_so()
    {
        using var folder = new TemporaryFolder();
        string contract = folder.Write("contract.json", """{ "lineItems": [{ "id": "0001", "deliveryDate": "2027-03-01" }] }""");
        string[] evidence = ["--evidence", folder.Of("evidence"), "--as-of", "2026-11-30", "--no-config"];
        CommandRun added = CommandRun.Of(["evidence", "add", "--supplier", "Motorco", "--part", "MOT-1", "--contains", "no", "--signer", "Ann", "--signed",
            "2026-11-20", "--basis", "letter of November 20", "--valid-until", "2027-02-01", "--contract", contract, .. evidence]);

        added.Output.ShouldContain("does not count for a pass: it ends");
        added.Output.ShouldContain("Judged for March 1, 2027, the last delivery.");
        CommandRun.Of(["evidence", "list", "--contract", contract, .. evidence]).Output.ShouldContain("expiresBeforeDelivery");
        CommandRun sooner = CommandRun.Of(["evidence", "list", "--delivery", "2027-01-15", .. evidence]);
        sooner.Output.ShouldContain("  counts  ");
        sooner.Output.ShouldContain("Judged for January 15, 2027");
        CommandRun.Of(["evidence", "list", .. evidence]).Output.ShouldContain("Judged for January 1, 2027, the first day of the rule");
    }

    [Fact]
    public void Evidence_add_records_an_answer_on_paper_and_says_when_it_does_not_count()
    {
        using var folder = new TemporaryFolder();
        string bom = folder.Write("bom.csv", Bom);
        string evidence = folder.Of("evidence");
        string[] add = ["evidence", "add", "--supplier", "Motorco", "--part", "MOT-1", "--contains", "no", "--evidence", evidence, "--as-of", "2026-11-30"];
        string[] check = ["check", bom, "--as-of", "2026-11-30", "--format", "json", "--out", folder.Of("out"), "--fail-on", "none"];

        CommandRun.Of([.. add, "--contact", "Bea", "--basis", "phone call of November 20"]).Output.ShouldContain("does not count for a pass: it is not signed");
        CommandRun.Of(check);
        File.ReadAllText(Directory.GetFiles(folder.Of("out"), "*.json").First()).ShouldContain("notSigned");
        CommandRun signed = CommandRun.Of([.. add, "--signer", "Ann", "--signed", "2026-11-20", "--document", folder.Write("scan.pdf", "scan"), "--page", "1"]);
        signed.ExitCode.ShouldBe(0, signed.Errors);
        signed.Output.ShouldNotContain("does not count");
        CommandRun.Of(check);
        File.ReadAllText(Directory.GetFiles(folder.Of("out"), "*.json").First()).ShouldContain("not covered by statement");
        CommandRun.Of("evidence", "show", "MOT-1", "--evidence", evidence).Output.ShouldContain("scan.pdf p. 1");
        CommandRun.Of([.. add, "--stage", "melted=Elbonia"]).ExitCode.ShouldNotBe(0);
    }
}
