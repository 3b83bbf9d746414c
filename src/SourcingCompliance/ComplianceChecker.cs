using System.Collections.Immutable;
using SourcingCompliance.Boms;
using SourcingCompliance.Boms.Mapping;
using SourcingCompliance.Boms.Trees;
using SourcingCompliance.Determinations;
using SourcingCompliance.Diagnostics;
using SourcingCompliance.Normalization;
using SourcingCompliance.Normalization.Countries;
using SourcingCompliance.Reports;

namespace SourcingCompliance;

/// <summary>
/// The straight line, for one file after another: read it and you have read the program. It remembers what it has recognised,
/// so one checker serves one thread; <see cref="CheckLibrary.CreateChecker"/> makes them.
/// </summary>
public sealed class ComplianceChecker
{
    private const int LinesBetweenReports = 4096;

    private readonly CheckPlan _plan;
    private readonly BomMapper _mapper;
    private readonly LineReader _lines;
    private readonly CodeSchemeDetector _codeSchemes;
    private readonly LineRecognizer _recognizer;
    private readonly LineDecider _decider;
    private readonly AdvisoryEngine _advisories;
    private readonly FindingSentences _sentences;

    internal ComplianceChecker(
        CheckPlan plan, BomMapper mapper, LineReader lines, CodeSchemeDetector codeSchemes, LineRecognizer recognizer, LineDecider decider,
        AdvisoryEngine advisories, FindingSentences sentences)
    {
        _plan = plan;
        _mapper = mapper;
        _lines = lines;
        _codeSchemes = codeSchemes;
        _recognizer = recognizer;
        _decider = decider;
        _advisories = advisories;
        _sentences = sentences;
    }

    /// <summary>Checks one file.</summary>
    /// <param name="path">Path as given, with forward slashes.</param>
    /// <param name="sha256">Hash of the content; null when the file could not be read.</param>
    /// <param name="document">The opened file; null when it could not be, and then the diagnostics say why.</param>
    /// <param name="diagnostics">The file's own diagnostics.</param>
    /// <param name="progress">Told of the number of lines read, now and then; null = nobody listens.</param>
    /// <param name="cancellation">Stops the check.</param>
    public FileResult Check(
        string path, string? sha256, BomDocument? document, DiagnosticBag diagnostics, Action<int>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        var collector = new FileCollector(_plan, new FindingComposer(_plan.References, _sentences));
        ImmutableArray<SheetMapping> sheets = document is null ? [] : _mapper.Map(document, diagnostics);
        for (int at = 0; at < sheets.Length; at++)
        {
            if (document is null || !sheets[at].IsMapped)
            {
                collector.AddUnmapped(sheets[at]);
                continue;
            }

            var skipped = new List<SkippedRow>(sheets[at].RowsAbove);
            List<BomLine> lines = ReadLines(document.Tables[at], sheets[at], skipped, diagnostics, progress, cancellation);
            IReadOnlyList<BomItem> items = Recognize(lines, sheets[at], diagnostics, cancellation);
            var bom = new BillOfMaterials(sheets[at].Map, items, skipped);
            collector.Add(bom, _decider.Decide(bom, cancellation));
            foreach (BomItem item in items)
            {
                collector.Advise(item, _advisories.Of(item, _plan.Contract));
            }
        }

        if (document is not null && !collector.HasLines && !diagnostics.HasErrors)
        {
            diagnostics.Error(DiagnosticIds.NoBomInFile, CellRef.ForFile(path), "No sheet of the file holds item lines under a header row.",
                "Add a header row with at least a part number or description, or give a mapping profile.");
        }

        return collector.ToResult(path, sha256, diagnostics);
    }

    private List<BomLine> ReadLines(
        BomTable table, SheetMapping sheet, List<SkippedRow> skipped, DiagnosticBag diagnostics, Action<int>? progress, CancellationToken cancellation)
    {
        var lines = new List<BomLine>();
        foreach (BomLine line in _lines.Read(table, sheet, skipped, diagnostics))
        {
            lines.Add(line);
            if (lines.Count % LinesBetweenReports == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                progress?.Invoke(lines.Count);
            }
        }

        return lines;
    }

    private BomItem[] Recognize(List<BomLine> lines, SheetMapping sheet, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        IReadOnlyList<TreePlace> places = TreeBuilder.Place(lines, diagnostics);
        Dictionary<MappedColumn, OriginCodeScheme> schemes = SchemesOf(lines, diagnostics);
        var items = new BomItem?[lines.Count];
        var waiting = new Stack<int>();
        for (int at = 0; at < items.Length; at++)
        {
            cancellation.ThrowIfCancellationRequested();
            // An assembly may stand below its parts (parent references), so an item waits for the assembly above it.
            for (int next = at; next >= 0 && items[next] is null; next = places[next].Parent)
            {
                waiting.Push(next);
            }

            while (waiting.TryPop(out int ready))
            {
                TreePlace place = places[ready];
                BomItem? parent = place.Parent < 0 ? null : items[place.Parent];
                items[ready] = _recognizer.Recognize(lines[ready], parent, place, schemes, diagnostics);
            }
        }

        return [.. items.OfType<BomItem>()];
    }

    // FIPS "CH" is China and ISO "CH" is Switzerland: the whole column tells which list its codes come from.
    private Dictionary<MappedColumn, OriginCodeScheme> SchemesOf(List<BomLine> lines, DiagnosticBag diagnostics)
    {
        var schemes = new Dictionary<MappedColumn, OriginCodeScheme>(ReferenceEqualityComparer.Instance);
        foreach (ColumnMap map in lines.Select(line => line.Map).Distinct(ReferenceEqualityComparer.Instance).OfType<ColumnMap>())
        {
            foreach (MappedColumn column in map.Columns.Where(column => column.Field == BomField.CountryOfOrigin || StageIds.OfField(column.Field) is not null))
            {
                int at = map.Columns.IndexOf(column);
                IEnumerable<string> texts = lines.Where(line => ReferenceEquals(line.Map, map)).Select(line => line.TextAt(at)).Distinct(StringComparer.Ordinal);
                schemes[column] = _codeSchemes.Detect(column.Header, texts, map.Sheet with { Row = map.HeaderRow ?? 0, Column = column.Column }, diagnostics);
            }
        }

        return schemes;
    }
}
