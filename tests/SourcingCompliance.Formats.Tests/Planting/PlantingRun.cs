using SourcingCompliance.Findings;
using SourcingCompliance.Formats.Files;
using SourcingCompliance.Formats.Reading;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Formats.Tests.Planting;

/// <summary>What became of a planted part, best first.</summary>
internal enum Outcome
{
    /// <summary>Its line is suspect, violates, or is open with China among its origins: part and origin were read.</summary>
    Found,

    /// <summary>The file is refused, or a warning names the part or the origin.</summary>
    Reported,

    /// <summary>Its line is open, and the origin was lost without a word.</summary>
    Weak,

    /// <summary>The list came back green, or says nothing of the part.</summary>
    Silent,
}

/// <summary>Plants a part in a list, mistreats the list, checks it and says what became of the part. The seed makes it repeatable.</summary>
internal sealed class PlantingRun
{
    private static readonly Country China = new("CN");

    private readonly ComplianceChecker _checker;

    /// <summary>A run with the shipped rules.</summary>
    public PlantingRun()
    {
        var diagnostics = new DiagnosticBag();
        CheckLibrary library = CheckLibrary.Load([RuleFolders.Shipped()], new DateOnly(2026, 11, 22), diagnostics);
        CheckPlan plan = library.CreatePlan(new CheckRequest
        {
            AsOf = new DateOnly(2026, 11, 22),
            Delivery = new DateOnly(2027, 3, 1),
            Gate = Gate.Open,
            Contract = null,
            AllLines = true,
        }, null, diagnostics);
        _checker = library.CreateChecker(plan);
    }

    /// <summary>A list, mistreated once, or twice where the seed says so.</summary>
    public static (PlantedList List, string Kind) Make(int seed)
    {
        var random = new Random(seed);
        PlantedList list = PlantedList.Make(random, PlantedWords.All[random.Next(PlantedWords.All.Length)]);
        Mistreatment first = Mistreatment.All[seed % Mistreatment.All.Length];
        first.Apply(list);
        return (list, first.Name);
    }

    /// <summary>What becomes of the part that a seed plants.</summary>
    public (Outcome Outcome, string Kind, PlantedList List) Check(int seed)
    {
        (PlantedList list, string kind) = Make(seed);
        (string name, byte[] content) = PlantedFile.Write(list);
        var diagnostics = new DiagnosticBag();
        using var stream = new MemoryStream(content);
        using BomDocument? document = BomDocumentReader.Open(stream, name, ReadLimits.Default, diagnostics);
        return (OutcomeOf(_checker.Check(name, () => null, document, diagnostics, null, CancellationToken.None).Report, list), kind, list);
    }

    private static Outcome OutcomeOf(FileReport report, PlantedList list)
    {
        // A cell with line breaks is reported with them or without.
        string text = list.Text.Split(' ')[0];
        Verdict best = report.Lines.Where(line => IsPlanted(line, list.Text)).Select(line => line.Verdicts[^1].Verdict)
            .DefaultIfEmpty(Verdict.NotCovered).Min();
        bool isKnown = report.Lines.Any(line => IsPlanted(line, list.Text) && line.Origins.Any(statement => statement.Origin.Countries.Contains(China)));
        if (best <= Verdict.Suspect || (best == Verdict.Open && isKnown))
        {
            return Outcome.Found;
        }

        bool isReported = report.Diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error
            || (diagnostic.Severity == DiagnosticSeverity.Warning
                && (diagnostic.Message.Contains(text, StringComparison.Ordinal) || diagnostic.Message.Contains(list.Origin, StringComparison.Ordinal))));
        return report.ExitCode == ExitCodes.Clean ? Outcome.Silent : isReported ? Outcome.Reported : best == Verdict.Open ? Outcome.Weak : Outcome.Silent;
    }

    // A line that is known by another text shows the planted one among the words that made it a carrier.
    private static bool IsPlanted(LineReport line, string text) => line.PartNumber.Contains(PlantedList.Number, StringComparison.Ordinal)
        || line.Description.ReplaceLineEndings(" ").Contains(text, StringComparison.Ordinal)
        || line.PartNumber.ReplaceLineEndings(" ").Contains(text, StringComparison.Ordinal)
        || line.Materials.Any(material =>
            material.Signals.Any(signal => signal.Text.Length > 0 && text.Contains(signal.Text, StringComparison.OrdinalIgnoreCase)));
}
