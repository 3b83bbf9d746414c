using System.Collections.Immutable;
using SourcingCompliance.Evidence;

namespace SourcingCompliance.Formats.Reading.Evidence.Rmi;

/// <summary>Reads the declaration of a template by position.</summary>
/// <param name="sheet">The declaration.</param>
/// <param name="layout">Where the edition has its answers.</param>
/// <param name="shift">How many rows were inserted at the top.</param>
/// <param name="left">Receives what cannot be used.</param>
internal sealed class DeclarationReader(FormSheet sheet, RmiLayout layout, int shift, ImmutableArray<UnreadAnswer>.Builder left)
{
    private const int AnswerColumn = 4;
    private const int CommentColumn = 7;
    private const int LabelColumn = 2;
    private const string Other = "Other [specify below]";

    // D, E, G, H, I: F belongs to the merged cell of E.
    private static readonly int[] MineralColumns = [4, 5, 7, 8, 9];

    /// <summary>The form without its lists.</summary>
    public RmiForm Read(EvidenceKind kind, string version)
    {
        int id = layout.IdRow;
        ImmutableArray<string> minerals = ReadMinerals();
        DateOnly? date = FormText.ReadDate(Text(id + 10), out string reason);
        if (reason.Length > 0)
        {
            left.Add(new UnreadAnswer(GetPlace(id + 10), FormText.Shorten(Text(id + 10)), reason + " The form counts as undated."));
        }

        return new RmiForm(kind, version, ReadScope())
        {
            Company = Text(8),
            ScopeDescription = Text(10),
            Contact = Text(id + 3),
            ContactEmail = Text(id + 4),
            Authorizer = Text(id + 6),
            AuthorizerTitle = Text(id + 7),
            EffectiveDate = date,
            Minerals = minerals,
            Answers = [.. ReadAnswers(minerals)],
        };
    }

    private string Text(int row) => sheet.Text(row + shift, AnswerColumn);

    private string GetPlace(int row) => sheet.GetPlace(row + shift, AnswerColumn);

    private RmiScope ReadScope()
    {
        string text = Text(9);
        RmiScope scope = text.Length == 0 ? RmiScope.NotStated : char.ToUpperInvariant(text[0]) switch
        {
            'A' => RmiScope.Company,
            'B' => RmiScope.Products,
            'C' => RmiScope.UserDefined,
            _ => RmiScope.NotStated,
        };
        if (scope == RmiScope.NotStated && text.Length > 0)
        {
            left.Add(new UnreadAnswer(GetPlace(9), FormText.Shorten(text), "The scope is none of the choices A, B and C, so the form speaks of no part."));
        }

        return scope;
    }

    private ImmutableArray<string> ReadMinerals()
    {
        if (!layout.FixedMinerals.IsEmpty)
        {
            return layout.FixedMinerals;
        }

        var chosen = new List<string>();
        var deleted = new List<string>();
        foreach (int row in (ReadOnlySpan<int>)[12, 13])
        {
            foreach (int column in MineralColumns)
            {
                string name = sheet.Text(row + shift, column);
                if (name.StartsWith('('))
                {
                    deleted.Add(name.Trim('(', ')'));
                }
                else if (layout.HasOtherMinerals && FormText.AreSame(name, Other))
                {
                    AddOther(row + 3, column, chosen);
                }
                else if (name.Length > 0)
                {
                    chosen.Add(name);
                }
            }
        }

        if (deleted.Count > 0)
        {
            left.Add(new UnreadAnswer(GetPlace(12), string.Join(", ", deleted),
                "Minerals were deleted from the form. Its rows move up then, while answers given before stay where they are: an answer may have been given "
                    + "for another mineral."));
        }

        // The rows of the questions list the chosen minerals from A to Z, each once.
        return [.. chosen.Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase)];
    }

    private void AddOther(int row, int column, List<string> chosen)
    {
        string name = sheet.Text(row + shift, column);
        if (name.Length > 0)
        {
            chosen.Add(name);
        }
        else
        {
            left.Add(new UnreadAnswer(sheet.GetPlace(row + shift, column), "", "An additional mineral was chosen and its name was not given."));
        }
    }

    private IEnumerable<RmiAnswer> ReadAnswers(ImmutableArray<string> minerals)
    {
        for (int question = 0; question < layout.Questions.Length; question++)
        {
            for (int at = 0; at < layout.RowsPerQuestion; at++)
            {
                int row = layout.Questions[question] + at;
                string text = Text(row);
                if (at < minerals.Length && IsLabelOf(row, minerals[at], minerals))
                {
                    yield return new RmiAnswer(question + 1, minerals[at], GetKind(text), text, sheet.Text(row + shift, CommentColumn), GetPlace(row));
                }
                else if (text.Length > 0 && layout.FixedMinerals.IsEmpty)
                {
                    left.Add(new UnreadAnswer(GetPlace(row), FormText.Shorten(text), "It is not clear which mineral this row asks about."));
                }
            }
        }
    }

    // A label is shown only by files that a spreadsheet program saved. Where it names another chosen mineral, one of the two is wrong.
    private bool IsLabelOf(int row, string mineral, ImmutableArray<string> minerals)
    {
        string label = sheet.Text(row + shift, LabelColumn).Replace("(*)", "", StringComparison.Ordinal).Trim();
        return layout.FixedMinerals.IsEmpty is false || FormText.AreSame(label, mineral) || !minerals.Any(other => FormText.AreSame(other, label));
    }

    private static RmiAnswerKind GetKind(string text) => text.ToUpperInvariant() switch
    {
        "" => RmiAnswerKind.Blank,
        "NO" => RmiAnswerKind.No,
        "UNKNOWN" or "UNCERTAIN OR UNKNOWN" => RmiAnswerKind.Unknown,
        "NOT DECLARING" => RmiAnswerKind.NotDeclaring,
        "DID NOT SURVEY" => RmiAnswerKind.DidNotSurvey,
        "YES" => RmiAnswerKind.Yes,
        string other when other.StartsWith("YES,", StringComparison.Ordinal) => RmiAnswerKind.Yes,
        _ => RmiAnswerKind.Other,
    };
}
