using SourcingCompliance.Findings;
using SourcingCompliance.Formats.Files;
using SourcingCompliance.Formats.Reading;
using SourcingCompliance.Formats.Tests.Reading.Xls;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Formats.Tests.Damage;

/// <summary>Checks damaged files and compares them with the sound one: fewer violations without an error or a warning is a silent loss.</summary>
internal sealed class DamageRun
{
    private readonly ComplianceChecker _checker;

    /// <summary>A run with the shipped rules.</summary>
    public DamageRun()
    {
        var day = new DateOnly(2026, 11, 22);
        var diagnostics = new DiagnosticBag();
        CheckLibrary library = CheckLibrary.Load([RuleFolders.Shipped()], day, diagnostics);
        CheckPlan plan = library.CreatePlan(
            new CheckRequest { AsOf = day, Delivery = new DateOnly(2027, 3, 1), Gate = Gate.Open, Contract = null, AllLines = true }, null, diagnostics);
        _checker = library.CreateChecker(plan);
    }

    /// <summary>How many violations the sound files have.</summary>
    public const int Violations = 2;

    /// <summary>Whether the damaged file of a seed lost a violation without a word, and what was done to it.</summary>
    public (bool IsSilent, string Kind) Check(int seed)
    {
        (string kind, string name, byte[] content) = DamagedFile.Make(seed);
        (int violations, bool isTold) = Answer(name, content);
        return (violations < Violations && !isTold, kind);
    }

    /// <summary>The violations of a file, and whether an error or a warning stands in its report.</summary>
    public (int Violations, bool IsTold) Answer(string name, byte[] content)
    {
        var diagnostics = new DiagnosticBag();
        using var stream = new MemoryStream(content);
        using BomDocument? document = BomDocumentReader.Open(stream, name, ReadLimits.Default, diagnostics);
        FileReport report = _checker.Check(name, () => null, document, diagnostics, null, CancellationToken.None).Report;
        return (report.Lines.Count(line => line.Verdicts[^1].Verdict == Verdict.Violation),
            report.Diagnostics.Any(diagnostic => diagnostic.Severity != DiagnosticSeverity.Note));
    }

    /// <summary>The old workbook, sound.</summary>
    public static byte[] SoundXls() => OldWorkbookFile.OfRecords([SoundFile.Texts], SoundFile.Records);
}
