using System.Collections.Immutable;
using SourcingCompliance.Decisions;
using SourcingCompliance.Evidence;
using SourcingCompliance.Findings;
using SourcingCompliance.Findings.Identity;
using SourcingCompliance.Findings.Policies;
using SourcingCompliance.Items;
using SourcingCompliance.Items.Accounting;
using SourcingCompliance.Items.Trees;
using SourcingCompliance.Law.Opinions;
using SourcingCompliance.Lines;
using SourcingCompliance.Lines.Storage;
using SourcingCompliance.Mapping;
using SourcingCompliance.Mapping.Accounting;
using SourcingCompliance.Mapping.Rows;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Recognition.Origins;
using SourcingCompliance.Tables;

namespace SourcingCompliance;

/// <summary>
/// The straight line, for one file after another: read it and you have read the program. It remembers what it has recognized,
/// so one checker serves one thread; <see cref="CheckLibrary.CreateChecker"/> makes them.
/// </summary>
public sealed partial class ComplianceChecker
{
    private const int LinesBetweenReports = 4096;

    private readonly CheckPlan _plan;
    private readonly BomMapper _mapper;
    private readonly LineReader _lines;
    private readonly CodeSchemeDetector _codeSchemes;
    private readonly LineRecognizer _recognizer;
    private readonly SkippedRowCheck _skippedRows;
    private readonly AsideCheck _asides;
    private readonly InstallationMarks _marks;
    private readonly LineDecider _decider;
    private readonly AdvisoryEngine _advisories;
    private readonly FindingSentences _sentences;
    private readonly SupplierNames _suppliers;
    private readonly LineBlocks _blocks = new();
    private readonly bool _readsAhead;
    private readonly OpinionReview? _opinion;
    private readonly PolicyReview? _policies;

    internal ComplianceChecker(
        CheckPlan plan, BomMapper mapper, LineReader lines, CodeSchemeDetector codeSchemes, LineRecognizer recognizer,
        SkippedRowCheck skippedRows, AsideCheck asides, InstallationMarks marks, LineDecider decider,
        AdvisoryEngine advisories, FindingSentences sentences, SupplierNames suppliers, bool readsAhead, OpinionReview? opinion,
        PolicyReview? policies)
    {
        _plan = plan;
        _mapper = mapper;
        _lines = lines;
        _codeSchemes = codeSchemes;
        _recognizer = recognizer;
        _skippedRows = skippedRows;
        _asides = asides;
        _marks = marks;
        _decider = decider;
        _advisories = advisories;
        _sentences = sentences;
        _suppliers = suppliers;
        _readsAhead = readsAhead;
        _opinion = opinion;
        _policies = policies;
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
        _opinion?.BeginFile();
        var collector = new FileCollector(_plan, new FindingComposer(_plan.References, _sentences, _suppliers));
        ImmutableArray<SheetMapping> sheets = document is null ? [] : _mapper.Map(document, diagnostics);
        var identity = new BomIdentityReader();
        PartNotes? notes = sheets.Any(sheet => sheet is { IsMapped: false, IsRefused: false }) ? new PartNotes(_skippedRows) : null;
        if (document is not null)
        {
            identity.AddProperties(document);
        }

        for (int at = 0; at < sheets.Length; at++)
        {
            if (document is null || !sheets[at].IsMapped)
            {
                collector.AddUnmapped(sheets[at]);
                identity.Add(sheets[at], document?.Tables[at].Asides ?? []);
                if (document is not null && !sheets[at].IsRefused)
                {
                    if (_skippedRows.ReportSheet(document.Tables[at], sheets[at].Map.Sheet, diagnostics))
                    {
                        collector.AddUnaccounted(1);
                    }
                    else
                    {
                        notes?.Add(document.Tables[at], sheets[at].Map.Sheet);
                    }
                }

                continue;
            }

            var books = new SheetBooks(_skippedRows);
            foreach (SkippedRow above in sheets[at].RowsAbove)
            {
                books.Skip(above);
            }

            var carriers = new List<int>();
            var origins = new OriginTexts();
            PackedLines lines = ReadLines(document.Tables[at], sheets[at], books, carriers, origins, diagnostics, progress, cancellation);
            BomItem[] items = Recognize(lines, carriers, origins, diagnostics, cancellation);
            notes?.Add(items);
            collector.AddUnaccounted(_skippedRows.ReportRows(books.Skipped, sheets[at].Map, diagnostics));
            collector.AddUnaccounted(Array.Exists(items, item => !item.Materials.IsEmpty)
                ? _skippedRows.ReportOrigins(books.Skipped, sheets[at].Map, diagnostics) : 0);
            BomAside[] asides = [.. document.Tables[at].Asides];
            collector.AddUnaccounted(_asides.Report(asides, sheets[at].Map.Sheet, items, diagnostics));
            identity.Add(sheets[at], asides);
            identity.Add(books.Markings);
            MentionReport.Write(items, books, diagnostics);
            OriginConflicts.Write(items, _recognizer.IsCovered, diagnostics);
            EvidenceReport.Write(items, diagnostics);
            var bom = new BillOfMaterials(
                sheets[at].Map, items, lines.Count - items.Count(item => !item.IsImplied), books.Skipped, Close(books, sheets[at], diagnostics));
            DecidedLines decided = _decider.Decide(bom, cancellation);

            // No verdict rests on a rule outcome on which two engines differ: the lines that used one are open.
            if (_opinion?.Review(sheets[at].Map.Sheet, diagnostics) is true)
            {
                decided = _decider.Decide(bom, cancellation);
            }

            NewerTextReader.Warn(bom, decided, diagnostics);
            collector.Add(bom, decided);
            collector.Add(_policies?.Evaluate(bom, decided, diagnostics, cancellation) ?? []);
            HashSet<BomItem> brokenDown = LineDecider.BrokenDown(items);
            var advised = new Dictionary<(SharedDecision, bool), ImmutableArray<Advisory>>();
            for (int item = 0; item < items.Length; item++)
            {
                if (items[item].NotInstalled is null)
                {
                    collector.Advise(items[item], Advise(items[item], decided.SharedBy(item), brokenDown.Contains(items[item]), advised));
                }
            }
        }

        collector.AddUnaccounted(notes?.Report(diagnostics) ?? 0);

        // What is unknown is no pass: a list of bare numbers clears no part.
        collector.AddUnaccounted(diagnostics.Items.Count(diagnostic => diagnostic.Id == DiagnosticIds.NothingDescribesParts));
        if (document is not null && !collector.HasLines && !diagnostics.HasErrors)
        {
            diagnostics.Error(DiagnosticIds.NoBomInFile, CellRef.ForFile(path), "No sheet of the file contains item lines under a header row.",
                "Add a header row with at least a part number or description, or give a mapping profile.");
        }

        BomIdentity own = identity.ToIdentity(_plan.Request.Report.Marking, diagnostics);
        return collector.ToResult(path, sha256(), own, diagnostics, _opinion?.Result ?? SecondOpinion.None,
            document?.Tables.Select(table => table.Lines).FirstOrDefault(lines => lines is not null));
    }

    // What decides of a line decides of advisories too, but for substances that the clause does not cover.
    private ImmutableArray<Advisory> Advise(BomItem item, SharedDecision? shared, bool isBrokenDown,
        Dictionary<(SharedDecision, bool), ImmutableArray<Advisory>> known)
    {
        if (shared is null || !item.OtherSubstances.IsEmpty)
        {
            return _advisories.Get(item, _plan.Contract, isBrokenDown);
        }

        if (!known.TryGetValue((shared, isBrokenDown), out ImmutableArray<Advisory> advisories))
        {
            known.Add((shared, isBrokenDown), advisories = _advisories.Get(item, _plan.Contract, isBrokenDown));
        }

        return advisories;
    }

    // A row that is neither a line nor skipped for a reason would be a part that nobody looked at.
    private static SheetAccounts Close(SheetBooks books, SheetMapping sheet, DiagnosticBag diagnostics)
    {
        SheetAccounts accounts = books.Close(sheet.Map.HeaderRow > 0 ? 1 : 0);
        if (accounts.RowsLost != 0)
        {
            diagnostics.Error(
                DiagnosticIds.RowsNotAccountedFor,
                sheet.Map.Sheet,
                FormattableString.Invariant(
                    $"{accounts.RowsRead} rows were read, but {accounts.Lines} lines and the skipped rows do not add up to them ({accounts.RowsLost} missing). The answer for this sheet is incomplete."),
                "This is a defect of the program. Report it with the file, or with its rows replaced by made-up ones.");
        }

        return accounts;
    }
}
