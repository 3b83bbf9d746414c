using System.Collections.Immutable;
using System.Globalization;
using SourcingCompliance.Decisions;
using SourcingCompliance.Findings;
using SourcingCompliance.Formats.Tests.Writing;
using SourcingCompliance.Primitives;
using SourcingCompliance.Remediation;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Tests.Pdf;

/// <summary>A report with as many findings and actions as wanted.</summary>
internal static class LargeReport
{
    public static ComplianceReport Of(int findings, int actions)
    {
        ComplianceReport sample = SampleReport.Build();
        Finding model = sample.Files.SelectMany(file => file.Findings).First();
        FileReport file = sample.Files[^1] with
        {
            LineCount = findings * 4,
            Lines = [],
            Findings = [.. Enumerable.Range(0, findings).Select(index => FindingOf(model, index))],
        };
        var counts = new RegimeSummary(SampleReport.Mined, findings / 3, findings / 3, findings - (2 * (findings / 3)), 0, 0, findings * 3);
        return sample with
        {
            Files = [file],
            Actions = [.. Enumerable.Range(0, actions).Select(index => ActionOf(sample.Actions[index % sample.Actions.Length], index))],
            Summary = sample.Summary with { Files = 1, UnreadableFiles = 0, Lines = findings * 4, Regimes = [counts] },
        };
    }

    private static Finding FindingOf(Finding model, int index)
    {
        string part = string.Create(CultureInfo.InvariantCulture, $"MAG-{index:D5}-{index * 7 % 1000:D3}");
        string assembly = string.Create(CultureInfo.InvariantCulture, $"ASM-{index / 12:D4}");
        return model with
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"F-{index:D10}"),
            Verdict = (Verdict)(index % 3),
            PartNumber = part,
            Description = string.Create(CultureInfo.InvariantCulture, $"Magnet, arc segment, sintered, size {index} × 12 mm"),
            Supplier = string.Create(CultureInfo.InvariantCulture, $"Supplier of magnets {index % 60}"),
            Path = ["TOP-1", assembly, part],
            Cell = new CellRef(SampleReport.Workbook, "BOM", index + 5, 6),
            Message = $"{part}: NdFeB magnet, neodymium separated in China (cell F{index + 5} \"CN\"); prohibited for deliveries from January 1, 2027, "
                + $"252.225-7052(b)(2).",
            Missing = [new MissingFact("stage-origin", "melted", null, $"In which country was the alloy of {part} melted?")],
            Actions = [],
        };
    }

    private static RemediationAction ActionOf(RemediationAction model, int index) => model with
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"A-{index}"),
        Title = string.Create(CultureInfo.InvariantCulture, $"{model.Title} and {index} further parts"),
        After = [],
        Parts = [.. Enumerable.Range(0, 20).Select(part => string.Create(CultureInfo.InvariantCulture, $"MAG-{index:D3}-{part:D3}"))],
    };
}
