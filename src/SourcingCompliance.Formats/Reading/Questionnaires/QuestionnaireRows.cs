using System.Collections.Immutable;
using SourcingCompliance.Evidence;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Formats.Reading.Questionnaires;

/// <summary>Reads the rows of one questionnaire.</summary>
internal sealed partial class QuestionnaireRows(QuestionnaireSheet sheet, EvidenceRequest request, AnswerCells cells,
    Func<string, StatementDocument?> documentOf, DiagnosticBag diagnostics)
{
    private const int LongestText = 200;
    private const int LongestRemark = 4000;
    private const int MostNamed = 10;
    private readonly List<UnreadAnswer> _unread = [];
    private readonly List<string> _warnings = [];
    private readonly List<StatementDocument> _documents = [];
    private readonly List<string> _missingDocuments = [];
    private readonly HashSet<(string Row, string Code)> _answered = [];
    private readonly Dictionary<string, string> _rows = new(StringComparer.Ordinal);
    private readonly HashSet<string> _twice = [];
    private readonly List<int> _keyless = [];
    private readonly List<int> _nameless = [];
    private readonly HashSet<string> _codes = [.. request.Items.SelectMany(item => item.Questions).Select(question => question.Code)];

    /// <summary>Everything that was understood.</summary>
    public QuestionnaireReading Read(string name, string sha256)
    {
        var asked = new AskedQuestions(sheet, request, name.Replace('\\', '/'), diagnostics);
        TellColumns(asked.LeaveOutChanged());
        StatementItem[] items = [.. sheet.Rows.Select(row => ReadRow(row, asked)).OfType<StatementItem>().Where(item => !item.Facts.IsEmpty)];
        TellCells();
        items = [.. items.Select(item => item.RowKey is { } key && _twice.Contains(key) ? Unsettle(item, "the row stands twice with different answers") : item)
            .Where(item => !item.Facts.IsEmpty)];
        _answered.RemoveWhere(answer => _twice.Contains(answer.Row));
        Statement signed = ReadSigner();
        if (_isEndUnclear)
        {
            items = [.. items.Select(item => Unsettle(item, "until when the answer is valid is not plain")).Where(item => !item.Facts.IsEmpty)];
            _answered.Clear();
        }

        Statement statement = signed with
        {
            Source = new StatementSource(StatementKind.Questionnaire) { FileName = Path.GetFileName(name), Sha256 = sha256 },
            Items = [.. items],
            Documents = [.. _documents.DistinctBy(document => document.Sha256)],
            Unread = [.. _unread],
        };
        return new QuestionnaireReading(request, statement)
        {
            Warnings = [.. _warnings],
            MissingDocuments = [.. _missingDocuments.Distinct(StringComparer.OrdinalIgnoreCase)],
            Missing = [.. request.Items.SelectMany(item => item.Questions.Where(question => !_answered.Contains((item.RowKey, question.Code)))
                .Select(question => (item, question)))],
        };
    }

    // Of two rows that answer one question differently nobody knows which one counts, and of an answer that ends on a day that cannot be read, whether
    // it has ended.
    private StatementItem Unsettle(StatementItem item, string reason)
    {
        var facts = ImmutableArray.CreateBuilder<StatementFact>();
        foreach (StatementFact fact in item.Facts)
        {
            if (fact is PresenceFact { Contains: false } or ExceptionFact { Holds: true })
            {
                _unread.Add(new UnreadAnswer(fact.Place ?? "", StatementWords.Format(fact), reason));
            }
            else
            {
                facts.Add(fact is StageFact stage ? stage with { IsCertain = false } : fact);
            }
        }

        return item with { Facts = facts.ToImmutable() };
    }

    private void TellColumns(IReadOnlyCollection<string> leftOut)
    {
        string[] lost = [.. _codes.Where(code => !sheet.Columns.ContainsKey(code) && !leftOut.Contains(code, StringComparer.OrdinalIgnoreCase))];
        if (lost.Length > 0)
        {
            _warnings.Add($"Columns of {Wording.FormatCount(lost.Length, "question")} are gone or have another code: {string.Join(", ", lost)}. They count "
                + $"as not answered.");
        }

        string[] changed = [.. sheet.Columns.Keys.Where(code => !_codes.Contains(code)
            && !QuestionnaireTerms.OfRows.Contains(code, StringComparer.OrdinalIgnoreCase))];
        if (changed.Length > 0)
        {
            _warnings.Add($"Questions that we did not ask, or whose code was changed, are not read: {string.Join(", ", changed)}.");
        }
    }

    // Their values are read like others; a person should look at them.
    private void TellCells()
    {
        static string[] GetNumbers(IEnumerable<int> rows) => [.. rows.Select(row => row.ToString(System.Globalization.CultureInfo.InvariantCulture))];
        void Tell(IReadOnlyCollection<string> found, string one, string what)
        {
            if (found.Count > 0)
            {
                _warnings.Add($"{Wording.FormatCount(found.Count, one)} {what}: "
                    + $"{string.Join(", ", found.Take(MostNamed))}{(found.Count > MostNamed ? ", and others" : "")}.");
            }
        }

        Tell(sheet.Formulas, "cell", "with a formula; the stored result was read");
        Tell(sheet.Merged, "cell", "of a merged cell that begins in a row above; its value was read for each row");
        Tell(GetNumbers(sheet.HiddenRows), "hidden row", "read like the others");
        Tell(GetNumbers(_keyless), "row", "without a key; the part that it names was the only one asked about that it can be");
        Tell(GetNumbers(_nameless), "row", "whose part is not named; the key alone says which question each answers");
        if (sheet.IsHidden)
        {
            _warnings.Add($"The sheet \"{QuotedText.Quote(sheet.Name)}\" is hidden and was read.");
        }
    }

    private StatementItem? ReadRow((int Row, string[] Cells) row, AskedQuestions asked)
    {
        (RequestedItem? item, string? refused) = FindItem(row, asked);
        if (refused is not null || item is null)
        {
            string text = string.Join(" | ", row.Cells.Where(cell => cell.Length > 0));
            _unread.Add(new UnreadAnswer(sheet.GetPlace(row.Row, 0), Shorten(text), refused ?? ""));
            return null;
        }

        // Rows for different lots may say different things.
        string key = item.RowKey;
        string lot = sheet.GetText(row.Cells, QuestionnaireTerms.Lot);
        string cellsOfRow = string.Join('|', row.Cells).TrimEnd('|');
        string keyOfLot = lot.Length > 0 ? $"{key}|{lot.ToUpperInvariant()}" : key;
        if (!_rows.TryAdd(keyOfLot, cellsOfRow))
        {
            if (_rows[keyOfLot] == cellsOfRow)
            {
                return null;
            }

            if (_twice.Add(key))
            {
                _warnings.Add($"Row {key} ({item.PartNumber}) stands twice with different answers. Neither settles anything; what they say against the "
                    + $"part counts.");
            }
        }

        var facts = new RowFacts(sheet, row, item, cells, _codes);
        ImmutableArray<StatementFact> read = facts.Read(GetPages(row));
        _unread.AddRange(facts.Unread);
        _warnings.AddRange(facts.Warnings);
        if (lot.Length > 0)
        {
            _warnings.Add($"Row {key} ({item.PartNumber}) answers for lot {Shorten(lot)} alone. It does not count for the part, and the part is asked "
                + $"about again.");
        }
        else
        {
            _answered.UnionWith(facts.Answered.Select(code => (key, code)));
        }

        return new StatementItem(new StatementSubject
        {
            Scope = lot.Length > 0 ? StatementScope.Lot : StatementScope.Part, Lot = lot.Length > 0 ? Shorten(lot)
            : null, PartNumber = item.PartNumber, Manufacturer = item.Manufacturer, ManufacturerPartNumber = item.Manufacturer is null
                ? null : item.ManufacturerPartNumber
        }, read)
        {
            RowKey = key,
        };
    }

    // A row is about what its key says, unless its part says otherwise. Where the key is gone, the part that the row names must be the only one it can be.
    private (RequestedItem? Item, string? Refused) FindItem((int Row, string[] Cells) row, AskedQuestions asked)
    {
        string text = sheet.GetText(row.Cells, QuestionnaireTerms.Row);
        if (text.Length == 0)
        {
            RequestedItem[] found = [.. asked.Find(row)];
            if (found is not [var only])
            {
                return (null, found.Length == 0 ? "the row has no key, and names no part that we asked about"
                    : $"the row has no key, and {Wording.FormatCount(found.Length, "question")} fit what it says of its part");
            }

            _keyless.Add(row.Row);
            return (only, null);
        }

        string key = RowKeys.Normalize(text) ?? "";
        RequestedItem? item = request.Items.FirstOrDefault(one => one.RowKey == key);
        string? refused = key.Length == 0 ? "the row has no key of ours, or one that was mistyped"
            : item is null ? $"the key {key} is of another request"
            : asked.GetChange(row, item);
        if (item is not null && refused is null && !asked.Names(row, item))
        {
            _nameless.Add(row.Row);
        }

        return (item, refused);
    }

    private ImmutableArray<DocumentPage> GetPages((int Row, string[] Cells) row)
    {
        var pages = ImmutableArray.CreateBuilder<DocumentPage>();
        string page = sheet.GetText(row.Cells, QuestionnaireTerms.Page);
        string lot = sheet.GetText(row.Cells, QuestionnaireTerms.Lot);
        foreach (string file in sheet.GetText(row.Cells, QuestionnaireTerms.Certificate)
            .Split([';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (documentOf(file) is { } document)
            {
                _documents.Add(lot.Length > 0 ? document with { Title = $"{document.FileName}, lot {Shorten(lot)}" } : document);
                pages.Add(new DocumentPage(document.Sha256, page.Length > 0 ? Shorten(page) : null));
            }
            else
            {
                _missingDocuments.Add(file);
                _unread.Add(new UnreadAnswer(sheet.GetPlace(row.Row, sheet.Columns[QuestionnaireTerms.Certificate]),
                    Shorten(file), "no file of this name came with the answer"));
            }
        }

        return pages.ToImmutable();
    }

    /// <summary>A remark or a name that is kept, for it may say at its end where a step was done.</summary>
    internal static string Keep(string text) => text.Length <= LongestRemark ? text : text[..LongestRemark];

    internal static string Shorten(string text) => text.Length <= LongestText ? text : text[..LongestText];
}
