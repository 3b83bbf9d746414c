using SourcingCompliance.Evidence;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Formats.Reading.Questionnaires;

/// <content>The block of the signer: who answers, when, and until when the answer holds.</content>
internal sealed partial class QuestionnaireRows
{
    private bool _isEndUnclear;

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
        string end = Text(QuestionnaireTerms.ValidUntil);
        DateOnly? valid = AnswerCells.IsNoEnd(end) ? null : Day(QuestionnaireTerms.ValidUntil);
        if (valid < signed)
        {
            _unread.Add(new UnreadAnswer(sheet.Signer[QuestionnaireTerms.ValidUntil].Place, end, "before the signature"));
            valid = null;
        }

        _isEndUnclear = valid is null && !AnswerCells.IsNoEnd(end);
        if (_isEndUnclear)
        {
            _warnings.Add($"It says that it is valid until \"{QuotedText.Quote(Shorten(end))}\", which is no plain day after the signature. It is kept, and "
                + $"nothing in it counts for a pass. Ask for an answer that states its last day as 2027-12-31, or leaves that blank.");
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
}
