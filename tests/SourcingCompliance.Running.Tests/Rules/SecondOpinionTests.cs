using System.Text;
using SourcingCompliance.Decisions;
using SourcingCompliance.Findings;
using SourcingCompliance.Formats.Files;
using SourcingCompliance.Formats.Reading;
using SourcingCompliance.Law;
using SourcingCompliance.Law.Opinions;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Reports;
using SourcingCompliance.Running.Configuration;
using SourcingCompliance.Running.Jobs;
using SourcingCompliance.Running.Rules;
using SourcingCompliance.Running.Rules.Engine;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Running.Tests.Rules;

/// <summary>Two engines evaluate what a verdict rests on; a difference is an error, and no verdict rests on it.</summary>
public class SecondOpinionTests
{
    private const string List = """
        Part Number,Description,Qty,Material,Country of Origin,Country of Melt
        MAG-1,Magnet,1,SmCo,China,China
        MAG-2,Magnet,1,SmCo,Japan,Japan
        SCR-1,Screw,4,Steel,China,
        """;

    private static readonly DateOnly Day = new(2026, 11, 22);

    [Fact]
    public void Both_engines_agree_on_a_list_with_a_violation_and_more()
    {
        ComplianceReport report = Check(export => export);

        SecondOpinionReport opinion = report.SecondOpinion.ShouldNotBeNull();
        opinion.Counts.Asked.ShouldBeGreaterThan(10);
        opinion.Counts.Agreed.ShouldBe(opinion.Counts.Asked);
        opinion.Sentence.ShouldBe($"Two engines agree on {opinion.Counts.Asked} of {opinion.Counts.Asked} rule outcomes");
        VerdictOf(report, "MAG-1").ShouldBe(Verdict.Violation);
    }

    [Fact]
    public void A_workflow_that_forgets_the_country_is_an_error_and_leaves_the_line_open()
    {
        ComplianceReport report = Check(export => export.Replace("stage.country.possible.All(country => "
            + "coveredCountries.Contains(country))", "stage.country.possible.All(country => false)", StringComparison.Ordinal));

        report.Files[0].Diagnostics.ShouldContain(diagnostic => diagnostic.Id == DiagnosticIds.RuleEnginesDiffer
            && diagnostic.Message.Contains("SC1001", StringComparison.Ordinal));
        report.Summary.ExitCode.ShouldBe(ExitCodes.Defect);
        VerdictOf(report, "MAG-1").ShouldBe(Verdict.Open);
        report.Findings.ShouldContain(finding => finding.PartNumber == "MAG-1" && finding.Verdict == Verdict.Open);
        report.SecondOpinion.ShouldNotBeNull().Counts.Disputed.ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("stage.country.isDefinite", "stage.country.isDefinitive")]
    [InlineData("coveredCountries.Contains(country)", "coveredCountriez.Contains(country)")]
    [InlineData("\"RuleName\": \"SC1001 excluded\"", "\"RuleName\": \"SC1001 not\"")]
    public void A_workflow_that_fails_agrees_with_nothing(string right, string wrong)
    {
        ComplianceReport report = Check(export => export.Replace(right, wrong, StringComparison.Ordinal));

        report.Summary.ExitCode.ShouldBe(ExitCodes.Defect);
        VerdictOf(report, "MAG-1").ShouldBe(Verdict.Open);
    }

    [Fact]
    public void An_expression_that_does_not_parse_is_a_difference_even_where_the_answer_is_unknown()
    {
        ComplianceReport report = Check(export => export.Replace("item.isCots", "item.isKotz", StringComparison.Ordinal)
            .Replace("stage.id", "stage.", StringComparison.Ordinal));

        report.Files[0].Diagnostics.Where(diagnostic => diagnostic.Id == DiagnosticIds.RuleEnginesDiffer)
            .ShouldContain(diagnostic => diagnostic.Message.Contains("unknown here", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("SC2004 claimedWhen")]
    [InlineData("SC2004 basisWhen")]
    [InlineData("SC2001 stillBinds 1")]
    public void What_a_claim_rests_on_is_evaluated_again_as_well(string condition)
    {
        var contract = new ContractContext
        {
            Path = "contract.json", IsClauseInContract = false, Value = 1000, AwardDate = new DateOnly(2026, 3, 2),
            ElectronicDeviceClaims = [new ElectronicDeviceClaim("MAG-1", "embedded in an assembly", false)]
        };

        ComplianceReport sound = Check(export => export, contract: contract);
        ComplianceReport broken = Check(export => export.Replace($"\"{condition} excluded\"", "\"other\"", StringComparison.Ordinal), contract: contract);

        SecondOpinion counts = sound.SecondOpinion.ShouldNotBeNull().Counts;
        counts.Agreed.ShouldBe(counts.Asked);
        broken.Summary.ExitCode.ShouldBe(ExitCodes.Defect);
        broken.Files[0].Diagnostics.ShouldContain(diagnostic =>
            diagnostic.Message.StartsWith($"Two rule engines differ on {condition} (law of ", StringComparison.Ordinal));
    }

    [Fact]
    public void What_was_not_evaluated_in_time_is_counted_and_said()
    {
        ComplianceReport report = Check(export => export, TimeSpan.FromTicks(-1));

        SecondOpinion counts = report.SecondOpinion.ShouldNotBeNull().Counts;
        counts.Late.ShouldBe(counts.Asked);
        report.Files[0].Diagnostics.ShouldContain(diagnostic => diagnostic.Id == DiagnosticIds.SecondOpinionLate
            && diagnostic.Severity == DiagnosticSeverity.Warning);
        VerdictOf(report, "MAG-1").ShouldBe(Verdict.Violation);
    }

    [Fact]
    public void The_configuration_turns_it_off_and_the_report_says_so()
    {
        var diagnostics = new DiagnosticBag();
        SourcingConfig? config = ConfigReader.Parse("""{"secondOpinion": "off"}"""u8.ToArray(), "sourcing.json", diagnostics);
        CheckJob job = SettingsMerge.Merge(new CheckFlags { Paths = [] }, config, null, Day, []).Job;

        ComplianceReport report = CheckRunner.Run(job, null, CancellationToken.None);

        diagnostics.Items.ShouldBeEmpty();
        report.SecondOpinion.ShouldNotBeNull().Status.ShouldBe(SecondOpinionStatus.Off);
    }

    private static Verdict VerdictOf(ComplianceReport report, string part) =>
        report.Files[0].Lines.Single(line => line.PartNumber == part).Verdicts[^1].Verdict;

    private static ComplianceReport Check(Func<string, string> change, TimeSpan? limit = null, ContractContext? contract = null)
    {
        var diagnostics = new DiagnosticBag();
        CheckLibrary library = CheckLibrary.Load([RuleFolders.Shipped()], Day, diagnostics);
        RulePack pack = library.DecidingPack.ShouldNotBeNull();
        var engine = new RulesEngineOpinion(day =>
            Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(RulesEngineWriter.WriteEdition(pack, day, PackSettings.Default)))), limit);
        CheckPlan plan = library.CreatePlan(
            new CheckRequest { AsOf = Day, Gate = Gate.Suspect, SecondOpinion = SecondOpinionSource.From(engine) }, contract, diagnostics);
        using BomDocument document = BomDocumentReader.Open(new MemoryStream(Encoding.UTF8.GetBytes(List)), "list.csv", ReadLimits.Default, diagnostics)
            .ShouldNotBeNull();
        var told = new DiagnosticBag();
        FileResult result = library.CreateChecker(plan).Check("list.csv", () => null, document, told, null, CancellationToken.None);
        return library.Compose(CheckRunner.Tool, plan, [result], diagnostics, isConfigured: true);
    }
}
