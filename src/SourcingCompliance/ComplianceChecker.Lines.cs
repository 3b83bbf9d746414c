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

/// <content>How the lines of one table are read and recognized.</content>
public sealed partial class ComplianceChecker
{
    private PackedLines ReadLines(
        BomTable table, SheetMapping sheet, SheetBooks books, List<int> carriers, OriginTexts origins,
        DiagnosticBag diagnostics, Action<int>? progress, CancellationToken cancellation)
    {
        var lines = new PackedLines();
        bool isItemCarrier = false;
        bool areAllWanted = _plan.Run.AllLines || _policies is { ReadsEveryLine: true };
        IEnumerable<BomLine> read = _lines.Read(table, sheet, _blocks, books, diagnostics);
        foreach (BomLine line in _readsAhead ? ReadAhead.Start(read, _blocks, cancellation) : _blocks.Recycle(read))
        {
            lines.Add(line);
            origins.Gather(line, lines);
            bool isCarrier = _recognizer.IsCarrier(line, lines, books) || areAllWanted;

            // Another source is of what the item is, whatever its own row says.
            isItemCarrier = isCarrier || (line.IsAlternate && isItemCarrier);
            if (isItemCarrier)
            {
                if (isCarrier && carriers.Count == 0)
                {
                    _opinion?.Prepare();
                }

                carriers.Add(lines.Count - 1);
            }

            cancellation.ThrowIfCancellationRequested();
            if (lines.Count % LinesBetweenReports == 0)
            {
                progress?.Invoke(lines.Count);
            }
        }

        return lines;
    }

    // Most lines of a list are screws: items are made of those that carry a material and of the assemblies above them.
    private BomItem[] Recognize(PackedLines lines, List<int> carriers, OriginTexts origins, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        TreePlaces places = TreeBuilder.PlaceAll(lines, diagnostics);
        Dictionary<MappedColumn, OriginCodeScheme> schemes = ReadSchemes(lines, origins, diagnostics, cancellation);
        var assembler = new ItemAssembler(_recognizer, lines, places, schemes, _plan.Run.CountsNotInstalled ? null : _marks);
        BomItem[] items = assembler.Assemble(carriers, cancellation);
        if (assembler.LeftOutOfSome.MinBy(mark => (mark.Cell.Row, mark.Cell.Column)) is { } first)
        {
            int count = assembler.LeftOutOfSome.Count;
            diagnostics.Note(
                DiagnosticIds.InstalledInSomeVariant,
                first.Cell,
                $"{(count == 1 ? "1 line item is" : FormattableString.Invariant($"{count} line items are"))} left out of some variants of the product only, "
                    + $"the first by '{first.Words}'. A part that any variant has counts as installed.",
                "To check one variant, delete the columns of the others.");
        }

        return items;
    }

    // FIPS "CH" is China and ISO "CH" is Switzerland: the whole column tells which list its codes come from.
    private Dictionary<MappedColumn, OriginCodeScheme> ReadSchemes(PackedLines lines, OriginTexts origins,
        DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        var schemes = new Dictionary<MappedColumn, OriginCodeScheme>(ReferenceEqualityComparer.Instance);
        foreach ((int first, int last, ColumnMap map) in lines.Tables)
        {
            cancellation.ThrowIfCancellationRequested();
            var doubtful = new List<UnreadOrigins>();
            foreach ((int at, HashSet<string> texts) in origins.Get(map))
            {
                MappedColumn mapped = map.Columns[at];
                if (schemes.ContainsKey(mapped))
                {
                    continue;
                }

                CellRef cell = map.Sheet with { Row = map.HeaderRow ?? 0, Column = mapped.Column };
                OriginCodeScheme scheme = schemes[mapped] = _codeSchemes.Detect(mapped.Header, texts, cell, diagnostics);
                if (!texts.All(text => _recognizer.Understands(text, scheme)))
                {
                    doubtful.Add(new UnreadOrigins(at, scheme));
                }
            }

            for (int line = first; doubtful.Count > 0 && line <= last; line++)
            {
                doubtful.ForEach(column => column.Add(line, lines, _recognizer));
            }

            doubtful.ForEach(column => column.Report(lines, _recognizer, diagnostics));
        }

        return schemes;
    }
}
