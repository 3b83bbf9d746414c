using System.Collections.Frozen;
using System.Globalization;
using System.Xml.Linq;
using SourcingCompliance.Findings;
using SourcingCompliance.Formats.Writing.Ci;
using SourcingCompliance.Primitives;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Tests.Writing;

public sealed class JUnitReportWriterTests
{
    // The elements, their children and attributes (* = required) of junit-10.xsd of Jenkins' xUnit plugin that we may use.
    private static readonly FrozenDictionary<string, (string[] Attributes, string[] Children)> Allowed =
        new Dictionary<string, (string[], string[])>(StringComparer.Ordinal)
        {
            ["testsuites"] = (["name", "time", "tests", "failures", "errors"], ["testsuite"]),
            ["testsuite"] = (["name*", "tests*", "failures*", "errors*", "group", "time", "skipped", "timestamp", "hostname", "id", "package", "file",
            "log", "url"], ["testsuite", "properties", "testcase", "system-out", "system-err"]),
            ["testcase"] = (["name*", "time", "classname", "group"], ["skipped", "error", "failure", "system-out", "system-err"]),
            ["failure"] = (["type", "message"], []),
            ["error"] = (["type", "message"], []),
            ["skipped"] = (["type", "message"], []),
            ["system-out"] = ([], []),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    [Fact]
    public void The_sample_report() => new JUnitReportWriter().Text().ShouldMatchGolden("xml");

    [Fact]
    public void Elements_and_attributes_are_those_that_Jenkins_reads()
    {
        XElement root = Parse(SampleReport.Build());

        root.Name.LocalName.ShouldBe("testsuites");
        foreach (XElement element in root.DescendantsAndSelf())
        {
            (string[] attributes, string[] children) = Allowed[element.Name.LocalName];
            element.Attributes().Select(attribute => attribute.Name.LocalName).Except(attributes.Select(name => name.TrimEnd('*'))).ShouldBeEmpty();
            attributes.Where(name => name.EndsWith('*')).Select(name => name[..^1])
                .Except(element.Attributes().Select(attribute => attribute.Name.LocalName)).ShouldBeEmpty();
            element.Elements().Select(child => child.Name.LocalName).Except(children).ShouldBeEmpty();
        }
    }

    [Fact]
    public void Counts_are_those_of_the_tests_inside()
    {
        foreach (XElement suite in Parse(SampleReport.Build()).Elements("testsuite"))
        {
            Count(suite, "tests").ShouldBe(suite.Elements("testcase").Count());
            Count(suite, "failures").ShouldBe(suite.Descendants("failure").Count());
            Count(suite, "errors").ShouldBe(suite.Descendants("error").Count());
            Count(suite, "skipped").ShouldBe(suite.Descendants("skipped").Count());
        }
    }

    [Fact]
    public void No_two_tests_of_a_suite_share_a_name()
    {
        ComplianceReport report = SampleReport.Build();
        FileReport file = report.Files[2];
        file = file with { Findings = [.. Enumerable.Repeat(file.Findings[0], 3), file.Findings[0] with { PartNumber = "x" }] };

        string[] names = [.. Parse(report with { Files = [file] }).Descendants("testcase").Select(test => test.Attribute("name")?.Value ?? "")];

        names.ShouldBeUnique();
        names.Count(name => name.EndsWith(" (2)", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Theory]
    [InlineData(Gate.None, 0)]
    [InlineData(Gate.Violation, 1)]
    [InlineData(Gate.Suspect, 2)]
    [InlineData(Gate.Open, 6)]
    public void A_test_fails_exactly_when_its_finding_turns_the_exit_code_red(Gate gate, int failures)
    {
        ComplianceReport report = SampleReport.Build();
        report = report with { Run = report.Run with { Gate = gate } };

        XElement root = Parse(report);

        root.Descendants("failure").Count().ShouldBe(failures);
        (root.Descendants("failure").Any() ? 1 : 0).ShouldBe(Math.Min(1, ExitCodes.Compute(gate, report.Summary.Regimes[1])));
        root.Descendants("failure").Concat(root.Descendants("skipped")).Count().ShouldBe(report.Findings.Count());
    }

    [Fact]
    public void A_finding_under_another_regime_than_the_gates_is_skipped_and_keeps_its_verdict()
    {
        ComplianceReport report = SampleReport.Build();
        FileReport file = report.Files[2];
        Finding later = file.Findings[0] with { Regimes = [SampleReport.Mined.Id] };
        report = report with { Run = report.Run with { GateRegime = SampleReport.Melted.Id }, Files = [file with { Findings = [later] }] };

        XElement skipped = Parse(report).Descendants("skipped").ShouldHaveSingleItem();

        skipped.Attribute("type")?.Value.ShouldBe(nameof(Verdict.Violation).ToLowerInvariant());
    }

    [Fact]
    public void Characters_that_xml_cannot_hold_are_replaced()
    {
        ComplianceReport report = SampleReport.Build();
        FileReport file = report.Files[2];
        Finding damaged = file.Findings[0] with { Message = "a\u0000b\u001Bc\uFFFEd]]>" };

        XElement failure = Parse(report with { Files = [file with { Findings = [damaged] }] }).Descendants("failure").ShouldHaveSingleItem();

        failure.Attribute("message")?.Value.ShouldBe("a<U+0000>b<U+001B>c\uFFFDd]]>");
    }

    private static int Count(XElement element, string attribute) => int.Parse(element.Attribute(attribute)?.Value ?? "", CultureInfo.InvariantCulture);

    private static XElement Parse(ComplianceReport report) => XDocument.Parse(new JUnitReportWriter().Text(report)).Root
        ?? throw new InvalidOperationException("The file is empty.");
}
