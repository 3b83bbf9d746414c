using System.Collections.Immutable;
using SourcingCompliance.Decisions;
using SourcingCompliance.Findings;
using SourcingCompliance.Law;
using SourcingCompliance.Lines;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Tests.Writing;

/// <summary>
/// A report made by hand that holds one of everything: three files (a workbook with a tree, a csv, one that cannot be read), every
/// verdict, texts in Chinese and Cyrillic, texts that would break HTML, XML, Markdown or a spreadsheet, alternates, and a plan.
/// </summary>
internal static class SampleReport
{
    public const string Workbook = "boms/gimbal.xlsx";
    public const string Csv = "boms/Датчик & <co>, rev %2.csv";
    public const string Damaged = "boms/damaged.xls";

    public static readonly RegimeReference Melted = new("melted-or-produced", "melted or produced", null, new DateOnly(2026, 12, 31));
    public static readonly RegimeReference Mined = new("mined-to-produced", "mined, refined, separated, melted or produced", new DateOnly(2027, 1, 1), null);

    /// <summary>The sample as a check without --lines all writes it.</summary>
    public static ComplianceReport BuildCompact() => Build() is var report ? report with { Run = report.Run with { AllLines = false } } : report;

    public static ComplianceReport Build()
    {
        ImmutableArray<FileReport> files = [CsvFile(), DamagedFile(), WorkbookFile()];
        return new ComplianceReport
        {
            Tool = new ToolIdentity("SourcingCompliance", "0.0.0-sample"),
            Run = new RunParameters
            {
                AsOf = new DateOnly(2026, 11, 23), Delivery = new DateOnly(2027, 2, 15), Gate = Gate.Suspect, GateRegime = Mined.Id,
                Clause = new AppliedClause("AUG 2022", "252.225-7052 (AUG 2022)", "87 FR 52342", "AUG 2022", "MAY 2024", true),
                Contract = "contracts/N00024-26-C-0001.json", AllLines = true,
            },
            Packs =
            [
                new PackReference("dfars-252.225-7052", "Restricted magnets, tantalum and tungsten", "May 2024",
                    "active", new DateOnly(2027, 1, 4), new string('a', 64)),
                new PackReference("draft-gallium", "Gallium & germanium <scenario>", "proposal", "draft", null, new string('b', 64)),
            ],
            Files = files,
            Advisories =
            [
                new AdvisoryReport
                {
                    Pack = "supply & stock", Rule = "SC1299", Title = "One mine <feeds> the world",
                    Substance = "ndfeb-magnet", Citation = "supply figures, no law",
                    Figures = [new RuleFigure("Nine tenths | of it are refined in one place.", "2025", "A survey & its annex", "C")],
                    Lines = [new AdvisedLine(new CellRef(Workbook, "BOM", 5, 0), "MAG-1", "Magnet"),
                        new AdvisedLine(new CellRef(Csv, "", 2, 0), "MAG-<2>", "Magnet")],
                },
            ],
            Summary = new ReportSummary
            {
                Files = 3, UnreadableFiles = 1, Lines = files.Sum(file => file.LineCount), ExitCode = 3,
                Regimes = [Sum(files, 0), Sum(files, 1)],
                Coverage = new Coverage(8, 6, 3) { StepsRequired = 40, StepsOnFile = 30 },
            },
            Actions = SamplePlan.Actions,
            Plan = SamplePlan.Plan,
            Diagnostics =
            [
                new Diagnostic("SC9001", DiagnosticSeverity.Error, CellRef.ForFile("boms/old/*.csv"), "No file matches the pattern.",
                    "Check the pattern; ** stands for any depth of folders."),
            ],
        };
    }

    private static FileReport WorkbookFile() => FileOf(Workbook, 1, SampleLines.Workbook, SampleFindings.Workbook) with
    {
        Sheets =
        [
            new SheetReport("BOM", 4,
                [
                    new MappedColumn(BomField.Level, 1, "Lvl", MappingBasis.ExactAlias, "The header is a name of the field."),
                    new MappedColumn(BomField.PartNumber, 2, "P/N", MappingBasis.ExactAlias, "The header is a name of the field."),
                    new MappedColumn(BomField.Description, 3, "Description <long>", MappingBasis.Tokens, "The header's words are those of the field."),
                    new MappedColumn(BomField.Manufacturer, 4, "Mfr", MappingBasis.ExactAlias, "The header is a name of the field."),
                    new MappedColumn(BomField.CountryOfOrigin, 6, "原产国", MappingBasis.ExactAlias, "The header is a name of the field."),
                    new MappedColumn(BomField.OriginMined, 7, "Nd mined in", MappingBasis.Tokens, "The header names the stage.") { Element = "Nd" },
                    new MappedColumn(BomField.OriginSintered, 8, "Sintered", MappingBasis.Profile, "Your mapping says so."),
                    new MappedColumn(BomField.Manufacturer, 9, "Mfr 2", MappingBasis.Tokens, "The header is numbered.") { Alternate = 2 },
                    new MappedColumn(BomField.CountryOfOrigin, 28, "Country", MappingBasis.Content, "The column holds countries."),
                ],
                [new SkippedRow(1, "A title above the list."), new SkippedRow(15, "A row of totals.")]),
            new SheetReport("Notes | history", null, [], []),
        ],
        Diagnostics = [new Diagnostic("SC9301", DiagnosticSeverity.Warning, new CellRef(Workbook, "BOM", 10, 6), "Country 'Chnia' is not recognised; it is "
            + "treated as unknown.", "Did you mean China (CN)?")],
    };

    private static FileReport CsvFile() => FileOf(Csv, 1, SampleLines.Csv, SampleFindings.Csv) with
    {
        Sheets =
        [
            new SheetReport("", 1,
                [
                    new MappedColumn(BomField.PartNumber, 1, "Обозначение", MappingBasis.ExactAlias, "The header is a name of the field."),
                    new MappedColumn(BomField.Description, 2, "Наименование", MappingBasis.ExactAlias, "The header is a name of the field."),
                    new MappedColumn(BomField.CountryOfOrigin, 3, "Страна", MappingBasis.ExactAlias, "The header is a name of the field."),
                ],
                []),
        ],
        Diagnostics = [new Diagnostic("SC9310", DiagnosticSeverity.Note, new CellRef(Csv, "", 3, 3), "Two countries stand in the cell.", null)],
    };

    private static FileReport DamagedFile() => FileOf(Damaged, 3, [], []) with
    {
        Sha256 = null,
        Diagnostics = [new Diagnostic("SC9101", DiagnosticSeverity.Error, CellRef.ForFile(Damaged), "The file ends in the middle of a record.",
            "Open it in the program that made it and save it anew.")],
    };

    private static FileReport FileOf(string path, int exitCode, ImmutableArray<LineReport> lines, ImmutableArray<Finding> findings) => new()
    {
        Path = path,
        Sha256 = new string('c', 64),
        ExitCode = exitCode,
        Sheets = [],
        LineCount = lines.Length,
        Lines = lines,
        Findings = findings,
        Regimes = [Count(Melted, lines, 0), Count(Mined, lines, 1)],
        Diagnostics = [],
    };

    private static RegimeSummary Count(RegimeReference regime, ImmutableArray<LineReport> lines, int at)
    {
        int Of(Verdict verdict) => lines.Count(line => line.Verdicts[at].Verdict == verdict);
        return new RegimeSummary(regime, Of(Verdict.Violation), Of(Verdict.Suspect), Of(Verdict.Open),
            Of(Verdict.Exempt), Of(Verdict.Pass), Of(Verdict.NotCovered));
    }

    private static RegimeSummary Sum(ImmutableArray<FileReport> files, int at)
    {
        int Of(Verdict verdict) => files.Sum(file => file.Regimes[at][verdict]);
        return new RegimeSummary(files[0].Regimes[at].Regime, Of(Verdict.Violation), Of(Verdict.Suspect), Of(Verdict.Open),
            Of(Verdict.Exempt), Of(Verdict.Pass), Of(Verdict.NotCovered));
    }
}
