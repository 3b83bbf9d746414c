using System.Collections.Immutable;
using SourcingCompliance.Lines;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Recognition.Origins;

/// <summary>Reads everything that a line says about origin, cell by cell. One instance belongs to one thread at a time.</summary>
public sealed class OriginReader
{
    private const int MostUnderstood = 65_536;

    private readonly OriginRecognizer _recognizer;
    private readonly HashSet<(string Text, OriginCodeScheme Scheme)> _understood = [];

    /// <summary>A reader over a recognizer.</summary>
    public OriginReader(OriginRecognizer recognizer)
    {
        ArgumentNullException.ThrowIfNull(recognizer);
        _recognizer = recognizer;
    }

    /// <summary>The statements of one line, all its origin columns under one scheme of codes.</summary>
    /// <param name="line">The line.</param>
    /// <param name="scheme">The list that its codes come from.</param>
    /// <param name="diagnostics">Receives SC9303, SC9305 and SC9306 for every origin or stage text that is not understood.</param>
    public ImmutableArray<OriginStatement> Read(BomLine line, OriginCodeScheme scheme, DiagnosticBag diagnostics) => Read(line, _ => scheme, diagnostics);

    /// <summary>
    /// The statements of one line: the country-of-origin columns first, then the stage columns in the order of the sheet, then the stages
    /// that are named inside those texts, then labelled origins in name, description and notes. An origin or stage cell with text always
    /// gives a statement; when it names no country, its set is empty and its certainty unknown, and what was not understood is told in
    /// <see cref="RecognizedOrigin.Unread"/>.
    /// </summary>
    /// <param name="line">The line.</param>
    /// <param name="schemeOf">The list that a column's codes come from.</param>
    /// <param name="diagnostics">Receives SC9303, SC9305 and SC9306 for every origin or stage text that is not understood; null = the user was told
    /// already.</param>
    public ImmutableArray<OriginStatement> Read(BomLine line, Func<MappedColumn, OriginCodeScheme> schemeOf, DiagnosticBag? diagnostics)
    {
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(schemeOf);
        ImmutableArray<OriginStatement>.Builder? bought = null;
        List<OriginStatement>? staged = null;
        List<OriginStatement>? parts = null;
        List<OriginStatement>? labelled = null;
        foreach ((MappedColumn column, string text) in line.Texts)
        {
            if (column.Field == BomField.CountryOfOrigin)
            {
                OriginStatement statement = ReadCell(line, column, text, null, schemeOf(column), diagnostics);
                (bought ??= ImmutableArray.CreateBuilder<OriginStatement>()).Add(statement);
                AddParts(statement, ref parts);
            }
            else if (StageIds.OfField(column.Field) is string stage)
            {
                OriginStatement statement = ReadCell(line, column, text, stage, schemeOf(column), diagnostics);
                (staged ??= []).Add(statement);
                AddParts(statement, ref parts);
            }
            else if (column.Field is BomField.Description or BomField.Notes or BomField.Name)
            {
                AddLabelled(line, column, text, ref labelled);
            }
        }

        if (bought is null && staged is null && labelled is null)
        {
            return [];
        }

        bought ??= ImmutableArray.CreateBuilder<OriginStatement>();
        bought.AddRange(staged ?? []);
        bought.AddRange(parts ?? []);
        bought.AddRange(labelled ?? []);
        return bought.ToImmutable();
    }

    /// <summary>Whether the text of an origin or stage column is blank or understood, so that there is nothing to warn of.</summary>
    internal bool Understands(string text, OriginCodeScheme scheme)
    {
        if (text.Length == 0 || _understood.Contains((text, scheme)))
        {
            return true;
        }

        bool isUnderstood = _recognizer.RecognizeCell(text, scheme).Unread is null;
        if (isUnderstood && _understood.Count < MostUnderstood)
        {
            _understood.Add((text, scheme));
        }

        return isUnderstood;
    }

    /// <summary>Warns of the text of an origin or stage column that is not understood.</summary>
    /// <param name="line">The first line with the text.</param>
    /// <param name="at">0-based place of the column among the mapped columns.</param>
    /// <param name="scheme">The list that the column's codes come from.</param>
    /// <param name="more">A sentence about other cells with the same text, with a blank before it; empty = there are none.</param>
    /// <param name="diagnostics">Receives SC9303, SC9305 or SC9306.</param>
    internal void Warn(BomLine line, int at, OriginCodeScheme scheme, string more, DiagnosticBag diagnostics)
    {
        string text = line.TextAt(at);
        WarnOf(line, line.Map.Columns[at], text, _recognizer.RecognizeCell(text, scheme), more, diagnostics);
    }

    private OriginStatement ReadCell(BomLine line, MappedColumn column, string text, string? stage, OriginCodeScheme scheme, DiagnosticBag? diagnostics)
    {
        RecognizedOrigin origin = _recognizer.RecognizeCell(text, scheme);
        if (diagnostics is not null && origin.Unread is not null)
        {
            WarnOf(line, column, text, origin, "", diagnostics);
        }

        return new OriginStatement(line.GetCell(column), column.Field, text, stage, column.Element, origin);
    }

    private static void WarnOf(BomLine line, MappedColumn column, string text, RecognizedOrigin origin, string more, DiagnosticBag diagnostics)
    {
        string quote = QuotedText.Quote(text);
        CellRef cell = line.GetCell(column);
        if (!origin.Countries.IsEmpty)
        {
            diagnostics.Warn(
                DiagnosticIds.OriginPartlyRead,
                cell,
                $"'{QuotedText.Quote(origin.Unread ?? "")}' in '{quote}' is not recognized; it may be another origin, so the line cannot pass on the "
                    + $"countries next to it.{more}",
                "Write names or ISO codes, and nothing else.");
        }
        else if (origin.IsOfCompany)
        {
            diagnostics.Warn(
                DiagnosticIds.OriginNamesCompany,
                cell,
                $"'{quote}' names a company and no country; the origin of the line is unknown.{more}",
                "Ask the company in which country it made the part, and write that country.");
        }
        else
        {
            diagnostics.Warn(
                DiagnosticIds.CountryNotRecognized,
                cell,
                origin.Suggestion is string suggestion
                    ? $"country '{quote}' not recognized; did you mean {suggestion}? Treated as unknown.{more}"
                    : $"country '{quote}' not recognized. Treated as unknown.{more}",
                "Write the country's name or its ISO code.");
        }
    }

    private static void AddParts(OriginStatement statement, ref List<OriginStatement>? parts)
    {
        foreach (StagePart part in statement.Origin.Stages)
        {
            (parts ??= []).Add(Get(statement, part));
        }
    }

    private void AddLabelled(BomLine line, MappedColumn column, string text, ref List<OriginStatement>? labelled)
    {
        RecognizedOrigin origin = _recognizer.RecognizeLabelled(text);
        if (origin.Countries.IsEmpty && origin.Excluded.IsEmpty)
        {
            return;
        }

        labelled ??= [];
        var statement = new OriginStatement(line.GetCell(column), column.Field, text, null, null, origin);

        // "sintered in China" in a description speaks of the sintering alone.
        bool isAllStaged = !origin.Stages.IsEmpty && origin.Countries.All(country => origin.Stages.Any(part => part.Countries.Contains(country)));
        if (!isAllStaged)
        {
            labelled.Add(statement);
        }

        labelled.AddRange(origin.Stages.Select(part => Get(statement, part)));
    }

    private static OriginStatement Get(OriginStatement statement, StagePart part) => statement with
    {
        Stage = part.Stage,
        Element = part.Element ?? statement.Element,
        Origin = new RecognizedOrigin
        {
            Countries = part.Countries,
            Certainty = part.Certainty,
            Relation = part.Countries.Length == 1 ? OriginRelation.Single : OriginRelation.Any,
            Why = statement.Origin.Why,
        },
    };
}
