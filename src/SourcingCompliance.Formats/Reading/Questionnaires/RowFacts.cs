using System.Collections.Immutable;
using SourcingCompliance.Evidence;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Formats.Reading.Questionnaires;

/// <summary>Reads the answers of one row.</summary>
internal sealed class RowFacts(QuestionnaireSheet sheet, (int Row, string[] Cells) row, RequestedItem item, AnswerCells cells, HashSet<string> codes)
{
    private readonly string? _material = item.Questions[0].Material;

    // What the row says besides its answers: the remark, and what stands in cells that could not be read as an answer. It may name a country.
    private readonly List<string> _asides = [];

    /// <summary>What was not understood.</summary>
    public List<UnreadAnswer> Unread { get; } = [];

    /// <summary>What a person must know of the row.</summary>
    public List<string> Warnings { get; } = [];

    /// <summary>Codes of the questions that are answered; "not known" is no answer.</summary>
    public List<string> Answered { get; } = [];

    /// <summary>The facts of the row.</summary>
    /// <param name="pages">The pages that support them.</param>
    public ImmutableArray<StatementFact> Read(ImmutableArray<DocumentPage> pages)
    {
        var facts = ImmutableArray.CreateBuilder<StatementFact>();
        AddPresence(facts);
        foreach (string code in codes.Where(code => code != QuestionnaireTerms.Contains && sheet.Columns.ContainsKey(code)).Order(StringComparer.Ordinal))
        {
            AddStage(code, facts);
        }

        bool isDenied = facts.OfType<PresenceFact>().Any(fact => !fact.Contains);
        if (isDenied && facts.OfType<StageFact>().Any())
        {
            Warnings.Add($"Row {item.RowKey} ({item.PartNumber}) says that the part contains no {QuestionnaireTerms.GetName(_material)} and names countries "
                + $"of it. Both are kept, and the worse one counts.");
        }
        else if (isDenied)
        {
            // Who says that there is none owes no countries of it.
            Answered.AddRange(item.Questions.Select(question => question.Code));
        }

        AddException(QuestionnaireTerms.Cots, StatedException.Cots, facts);
        AddException(QuestionnaireTerms.ElectronicDevice, StatedException.ElectronicDevice, facts);
        AddException(QuestionnaireTerms.Recycled, StatedException.Recycled, facts);
        TellRest();
        KeepRest(QuestionnaireTerms.NextSupplier, facts.OfType<UnknownFact>().Any(), facts.Count);
        KeepRest(QuestionnaireTerms.Basis, facts.OfType<ExceptionFact>().Any(), facts.Count);
        KeepRest(QuestionnaireTerms.PerformedBy, facts.OfType<StageFact>().Any(), facts.Count);
        string note = Text(QuestionnaireTerms.Note);
        if (note.Length > 0 && facts.Count == 0)
        {
            AddUnread(GetPlace(QuestionnaireTerms.Note), note, "it comes with no answer");
        }
        else if (note.Length > 0)
        {
            _asides.Insert(0, note);
        }

        return [.. facts.Select(fact => fact with
        {
            Documents = fact is UnknownFact ? [] : pages,
            Note = _asides.Count > 0 ? QuestionnaireRows.Keep(string.Join("; ", _asides.Distinct(StringComparer.Ordinal))) : null,
        })];
    }

    private void AddPresence(ImmutableArray<StatementFact>.Builder facts)
    {
        string text = Text(QuestionnaireTerms.Contains);
        if (text.Length == 0)
        {
            return;
        }

        string place = GetPlace(QuestionnaireTerms.Contains);
        if (AnswerCells.IsUnknown(text))
        {
            facts.Add(GetUnknown(null, null, place));
        }
        else if (AnswerCells.YesOrNo(text) is { } contains && _material is not null)
        {
            facts.Add(new PresenceFact(_material, contains) { Place = place });
            Answered.Add(QuestionnaireTerms.Contains);
        }
        else
        {
            AddUnread(place, text, "neither Yes, No nor Unknown");
        }
    }

    private void AddStage(string code, ImmutableArray<StatementFact>.Builder facts)
    {
        string text = Text(code);
        if (text.Length == 0)
        {
            return;
        }

        int dot = code.IndexOf('.', StringComparison.Ordinal);
        (string stage, string? element) = dot < 0 ? (code, null) : (code[..dot], code[(dot + 1)..]);
        string place = GetPlace(code);
        if (AnswerCells.IsUnknown(text))
        {
            facts.Add(GetUnknown(stage, element, place));
        }
        else if (cells.Countries(text, out string why) is { } read)
        {
            string performer = Text(QuestionnaireTerms.PerformedBy);
            facts.Add(new StageFact(_material, stage, performer.Length == 0 ? read.Shares
                : [.. read.Shares.Select(share => share with { PerformedBy = QuestionnaireRows.Keep(performer) })])
            {
                Element = element, IsCertain = read.IsCertain, Place = place,
            });
            Answered.Add(code);
        }
        else
        {
            AddUnread(place, text, why);
        }
    }

    private UnknownFact GetUnknown(string? stage, string? element, string place)
    {
        string next = Text(QuestionnaireTerms.NextSupplier);
        return new UnknownFact(_material)
        {
            Stage = stage, Element = element, Place = place, NextSupplier = next.Length > 0 ? QuestionnaireRows.Shorten(next)
                : null, ExpectedOn = AnswerCells.Day(Text(QuestionnaireTerms.ExpectedOn)),
        };
    }

    private void AddException(string code, StatedException exception, ImmutableArray<StatementFact>.Builder facts)
    {
        string text = Text(code);
        if (text.Length == 0 || AnswerCells.IsUnknown(text))
        {
            return;
        }

        if (AnswerCells.YesOrNo(text) is not { } holds)
        {
            AddUnread(GetPlace(code), text, "neither Yes, No nor Unknown");
            return;
        }

        string basis = Text(QuestionnaireTerms.Basis);
        facts.Add(new ExceptionFact(exception, holds, basis.Length > 0 ? QuestionnaireRows.Shorten(basis) : null) { Place = GetPlace(code) });
        if (holds && basis.Length == 0)
        {
            Warnings.Add($"Row {item.RowKey} ({item.PartNumber}) claims an exception without a basis; it establishes nothing.");
        }
    }

    // Nothing is lost: what stands in columns that are not ours, or whose question was changed, is listed.
    private void TellRest()
    {
        if (Text(QuestionnaireTerms.ExpectedOn) is { Length: > 0 } day && AnswerCells.Day(day) is null)
        {
            Unread.Add(new UnreadAnswer(GetPlace(QuestionnaireTerms.ExpectedOn), QuestionnaireRows.Shorten(day),
                "the date is not plain: write it as 2026-12-31"));
        }

        foreach ((int column, string reason) in sheet.Others.Where(other => other.Key < row.Cells.Length && row.Cells[other.Key].Length > 0))
        {
            AddUnread(sheet.GetPlace(row.Row, column), row.Cells[column], reason);
        }

        foreach ((string code, int column) in sheet.Columns.Where(one => !codes.Contains(one.Key) && !QuestionnaireTerms.OfRows.Contains(one.Key,
            StringComparer.OrdinalIgnoreCase) && one.Value < row.Cells.Length && row.Cells[one.Value].Length > 0))
        {
            AddUnread(sheet.GetPlace(row.Row, column), row.Cells[column], $"the question [{code}] was not asked");
        }
    }

    // A text that none of the facts takes may still say where a step was done: "our melter in Ningbo, China" as the one who would know.
    private void KeepRest(string code, bool isTaken, int factCount)
    {
        string text = Text(code);
        if (text.Length == 0 || isTaken)
        {
            return;
        }

        if (factCount == 0)
        {
            AddUnread(GetPlace(code), text, "it comes with no answer");
        }
        else
        {
            _asides.Add(text);
        }
    }

    private void AddUnread(string place, string text, string reason)
    {
        Unread.Add(new UnreadAnswer(place, QuestionnaireRows.Shorten(text), reason));
        _asides.Add(text);
    }

    private string Text(string code) => sheet.GetText(row.Cells, code);

    private string GetPlace(string code) => sheet.GetPlace(row.Row, sheet.Columns.GetValueOrDefault(code));
}
