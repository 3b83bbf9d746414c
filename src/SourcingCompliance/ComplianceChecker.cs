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

    // Where carriers are rarer than this, they take their texts with them, so that the texts of a thousand lists need not be kept for a few of each.
    private const int LinesOfCarrier = 8;

    private readonly CheckPlan _plan;
    private readonly BomMapper _mapper;
    private readonly LineReader _lines;
    private readonly CodeSchemeDetector _codeSchemes;
    private readonly LineRecognizer _recognizer;
    private readonly LeftOutMaterials _leftOut;
    private readonly LineDecider _decider;
    private readonly AdvisoryEngine _advisories;
    private readonly FindingSentences _sentences;
    private readonly SupplierNames _suppliers;
    private readonly TextBlocks _blocks = new();
    private readonly bool _readsAhead;

    internal ComplianceChecker(
        CheckPlan plan, BomMapper mapper, LineReader lines, CodeSchemeDetector codeSchemes, LineRecognizer recognizer, LeftOutMaterials leftOut, LineDecider decider,
        AdvisoryEngine advisories, FindingSentences sentences, SupplierNames suppliers, bool readsAhead)
    {
        _plan = plan;
        _mapper = mapper;
        _lines = lines;
        _codeSchemes = codeSchemes;
        _recognizer = recognizer;
        _leftOut = leftOut;
        _decider = decider;
        _advisories = advisories;
        _sentences = sentences;
        _suppliers = suppliers;
        _readsAhead = readsAhead;
    }

    /// <summary>Checks one file.</summary>
    /// <param name="path">Path as given, with forward slashes.</param>
    /// <param name="sha256">Gives the hash of the content, null when the file could not be read; asked when everything else is done.</param>
    /// <param name="document">The opened file; null when it could not be, and then the diagnostics say why.</param>
    /// <param name="diagnostics">The file's own diagnostics.</param>
    /// <param name="progress">Told of the number of lines read, now and then; null = nobody listens.</param>
    /// <param name="cancellation">Stops the check.</param>
    public FileResult Check(
        string path, Func<string?> sha256, BomDocument? document, DiagnosticBag diagnostics, Action<int>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        var collector = new FileCollector(_plan, new FindingComposer(_plan.References, _sentences, _suppliers));
        ImmutableArray<SheetMapping> sheets = document is null ? [] : _mapper.Map(document, diagnostics);
        for (int at = 0; at < sheets.Length; at++)
        {
            if (document is null || !sheets[at].IsMapped)
            {
                collector.AddUnmapped(sheets[at]);
                if (document is not null && !sheets[at].IsRefused)
                {
                    _leftOut.WarnOfSheet(document.Tables[at], sheets[at].Map.Sheet, diagnostics);
                }

                continue;
            }

            var skipped = new List<SkippedRow>(sheets[at].RowsAbove);
            var carriers = new List<int>();
            var origins = new OriginTexts();
            PackedLines lines = ReadLines(document.Tables[at], sheets[at], skipped, carriers, origins, diagnostics, progress, cancellation);
            BomItem[] items = Recognize(lines, carriers, origins, diagnostics, cancellation);
            _leftOut.WarnOfRows(skipped, sheets[at].Map, diagnostics);
            var bom = new BillOfMaterials(sheets[at].Map, items, lines.Count - items.Length, skipped);
            collector.Add(bom, _decider.Decide(bom, cancellation));
            HashSet<BomItem> brokenDown = LineDecider.BrokenDown(items);
            foreach (BomItem item in items)
            {
                collector.Advise(item, _advisories.Of(item, _plan.Contract, brokenDown.Contains(item)));
            }
        }

        if (document is not null && !collector.HasLines && !diagnostics.HasErrors)
        {
            diagnostics.Error(DiagnosticIds.NoBomInFile, CellRef.ForFile(path), "No sheet of the file holds item lines under a header row.",
                "Add a header row with at least a part number or description, or give a mapping profile.");
        }

        return collector.ToResult(path, sha256(), diagnostics, document?.Tables.Select(table => table.Lines).FirstOrDefault(lines => lines is not null));
    }

    private PackedLines ReadLines(
        BomTable table, SheetMapping sheet, List<SkippedRow> skipped, List<int> carriers, OriginTexts origins, DiagnosticBag diagnostics, Action<int>? progress, CancellationToken cancellation)
    {
        var lines = new PackedLines();
        IEnumerable<BomLine> read = _lines.Read(table, sheet, _blocks, skipped, diagnostics);
        foreach (BomLine line in _readsAhead ? ReadAhead.Of(read, _blocks, cancellation) : _blocks.Recycle(read))
        {
            lines.Add(line);
            origins.Gather(line, lines);
            if (_plan.Run.AllLines || _recognizer.IsCarrier(line, lines))
            {
                carriers.Add(lines.Count - 1);
            }

            if (lines.Count % LinesBetweenReports == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                progress?.Invoke(lines.Count);
            }
        }

        return lines;
    }

    // Most lines of a list are screws: items are made of those that carry a material and of the assemblies above them.
    private BomItem[] Recognize(PackedLines lines, List<int> carriers, OriginTexts origins, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        IReadOnlyList<TreePlace> places = TreeBuilder.Place(lines, diagnostics);
        Dictionary<MappedColumn, OriginCodeScheme> schemes = ReadSchemes(lines, origins, diagnostics, cancellation);
        bool areFew = carriers.Count <= lines.Count / LinesOfCarrier;
        var items = new SortedDictionary<int, BomItem>();
        var waiting = new Stack<int>();
        foreach (int at in carriers)
        {
            cancellation.ThrowIfCancellationRequested();
            for (int next = at; next >= 0 && !items.ContainsKey(next); next = places[next].Parent)
            {
                waiting.Push(next);
            }

            while (waiting.TryPop(out int ready))
            {
                TreePlace place = places[ready];
                items.Add(ready, _recognizer.Recognize(areFew ? lines.Detach(ready) : lines[ready], place.Parent < 0 ? null : items[place.Parent], place, schemes));
            }
        }

        return [.. items.Values];
    }

    // FIPS "CH" is China and ISO "CH" is Switzerland: the whole column tells which list its codes come from.
    private Dictionary<MappedColumn, OriginCodeScheme> ReadSchemes(PackedLines lines, OriginTexts origins, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        var schemes = new Dictionary<MappedColumn, OriginCodeScheme>(ReferenceEqualityComparer.Instance);
        foreach ((int first, int last, ColumnMap map) in lines.Tables)
        {
            cancellation.ThrowIfCancellationRequested();
            var doubtful = new List<(int At, OriginCodeScheme Scheme)>();
            foreach ((int at, HashSet<string> texts) in origins.Of(map))
            {
                MappedColumn mapped = map.Columns[at];
                CellRef cell = map.Sheet with { Row = map.HeaderRow ?? 0, Column = mapped.Column };
                OriginCodeScheme scheme = schemes[mapped] = _codeSchemes.Detect(mapped.Header, texts, cell, diagnostics);
                if (!texts.All(text => _recognizer.Understands(text, scheme)))
                {
                    doubtful.Add((at, scheme));
                }
            }

            for (int line = first; doubtful.Count > 0 && line <= last; line++)
            {
                foreach ((int at, OriginCodeScheme scheme) in doubtful)
                {
                    _recognizer.Warn(lines[line], at, scheme, diagnostics);
                }
            }
        }

        return schemes;
    }
}
