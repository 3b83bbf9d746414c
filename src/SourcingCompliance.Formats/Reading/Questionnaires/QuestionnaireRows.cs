using System.Collections.Immutable;
using SourcingCompliance.Evidence;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Formats.Reading.Questionnaires;

/// <summary>Reads the rows of one questionnaire.</summary>
internal sealed class QuestionnaireRows(QuestionnaireSheet sheet, EvidenceRequest request, AnswerCells cells,
    Func<string, StatementDocument?> documentOf, DiagnosticBag diagnostics)
{
    private const int LongestText = 200;
    private const int MostNamed = 10;
    private readonly List<UnreadAnswer> _unread = [];
    private readonly List<string> _warnings = [];
    private readonly List<StatementDocument> _documents = [];
    private readonly List<string> _missingDocuments = [];
    private readonly HashSet<(string Row, string Code)> _answered = [];
    private readonly Dictionary<string, string> _rows = new(StringComparer.Ordinal);
    private readonly HashSet<string> _twice = [];
    private readonly HashSet<string> _codes = [.. request.Items.SelectMany(item => item.Questions).Select(question => question.Code)];

    /// <summary>Everything that was understood.</summary>
    public QuestionnaireReading Read(string name, string sha256)
    {
        var asked = new AskedQuestions(sheet, request, name.Replace('\\', '/'), diagnostics);
        TellColumns(asked.LeaveOutChanged());
        TellCells();
        StatementItem[] items = [.. sheet.Rows.Select(row => ReadRow(row, asked)).OfType<StatementItem>().Where(item => !item.Facts.IsEmpty)];
        items = [.. items.Select(item => item.RowKey is { } key && _twice.Contains(key) ? Unsettle(item) : item).Where(item => !item.Facts.IsEmpty)];
        _answered.RemoveWhere(answer => _twice.Contains(answer.Row));
        Statement statement = ReadSigner() with
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

    // Of two rows that answer one question differently nobody knows which one counts.
    private StatementItem Unsettle(StatementItem item)
    {
        var facts = ImmutableArray.CreateBuilder<StatementFact>();
        foreach (StatementFact fact in item.Facts)
        {
            if (fact is PresenceFact { Contains: false } or ExceptionFact { Holds: true })
            {
                _unread.Add(new UnreadAnswer(fact.Place ?? "", StatementWords.Format(fact), "the row stands twice with different answers"));
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
        Tell([.. sheet.HiddenRows.Select(row => row.ToString(System.Globalization.CultureInfo.InvariantCulture))], "hidden row", "read like the others");
        if (sheet.IsHidden)
        {
            _warnings.Add($"The sheet \"{QuotedText.Quote(sheet.Name)}\" is hidden and was read.");
        }
    }

    private Statement ReadSigner()
    {
        string Text(string code) => sheet.Signer.GetValueOrDefault(code).Text ?? "";
        DateOnly? Day(string code)
        {
            string text = Text(code);
            DateOnly? day = AnswerCells.Day(text);
            if (text.Length == 0 || day is not null)
            {
                return day;
            }

            _unread.Add(new UnreadAnswer(sheet.Signer[code].Place, Shorten(text), "the date is not plain: write it as 2026-12-31"));
            return null;
        }

        DateOnly? signed = Day(QuestionnaireTerms.Signed);
        DateOnly? valid = Day(QuestionnaireTerms.ValidUntil);
        if (valid < signed)
        {
            _warnings.Add("It says that it ended before it was signed. The end is not taken.");
            _unread.Add(new UnreadAnswer(sheet.Signer[QuestionnaireTerms.ValidUntil].Place, Text(QuestionnaireTerms.ValidUntil), "before the signature"));
            valid = null;
        }

        string signer = Text(QuestionnaireTerms.Signer);
        if (signer.Length == 0 || signed is null)
        {
            _warnings.Add($"{(signer.Length == 0 ? "It is not signed" : "It is not dated")}: it is kept, and nothing in it counts for a pass until "
                + $"it is signed.");
        }

        string company = Text(QuestionnaireTerms.Company);
        bool isOfOther = company.Length > 0 && !CompanyNames.AreSame(company, request.Supplier);
        if (isOfOther)
        {
            _warnings.Add($"It comes from \"{QuotedText.Quote(company)}\", and \"{QuotedText.Quote(request.Supplier)}\" was asked. It is kept as a "
                + $"statement of \"{QuotedText.Quote(company)}\", and counts for a pass only where the list names that company.");
        }

        return new Statement
        {
            Id = request.Id,
            Source = new StatementSource(StatementKind.Questionnaire),
            Supplier = new StatementSupplier(isOfOther ? Shorten(company) : request.Supplier)
            {
                Cage = Text(QuestionnaireTerms.Cage) is { Length: > 0 } cage ? cage : null,
                Email = Text(QuestionnaireTerms.Email) is { Length: > 0 } email ? email : request.Email,
                Contact = signer.Length > 0 ? signer : null,
            },
            Signer = signer.Length > 0 && signed is not null
                ? new StatementSigner(signer, Text(QuestionnaireTerms.Title) is { Length: > 0 } title ? title : null, signed) : null,
            IssuedOn = signed,
            ValidUntil = valid,
            Request = request.Id,
        };
    }

    private StatementItem? ReadRow((int Row, string[] Cells) row, AskedQuestions asked)
    {
        string key = RowKeys.Normalize(sheet.GetText(row.Cells, QuestionnaireTerms.Row)) ?? "";
        RequestedItem? item = request.Items.FirstOrDefault(one => one.RowKey == key);
        string? refused = key.Length == 0 ? "the row has no key of ours, or one that was mistyped"
            : item is null ? $"the key {key} is of another request"
            : asked.GetChange(row, item);
        if (refused is not null || item is null)
        {
            string text = string.Join(" | ", row.Cells.Where(cell => cell.Length > 0));
            _unread.Add(new UnreadAnswer(sheet.GetPlace(row.Row, 0), Shorten(text), refused ?? ""));
            return null;
        }

        // Rows for different lots may say different things.
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

    internal static string Shorten(string text) => text.Length <= LongestText ? text : text[..LongestText];
}
