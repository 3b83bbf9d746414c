using System.Collections.Immutable;
using SourcingCompliance.Evidence;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Formats.Reading.Evidence.Rmi;

/// <summary>
/// Takes in a reporting template. Its "covered countries" are the Congo and its neighbors, so nothing in it supports a pass or convicts a part: smelters
/// become leads, and only a list of products touches a part.
/// </summary>
internal static class RmiImporter
{
    // What the clause's materials consist of, by the names that the templates use.
    private static readonly ImmutableArray<(string Name, string Symbol)> Elements =
    [
        ("Tantalum", "Ta"), ("Tungsten", "W"), ("Cobalt", "Co"), ("Samarium", "Sm"), ("Neodymium", "Nd"),
        ("Praseodymium", "Pr"), ("Dysprosium", "Dy"), ("Terbium", "Tb"),
        ("Rare Earth Elements", ""), ("Boron", "B"),
    ];

    /// <summary>What the template is, and why nothing is taken from it if so.</summary>
    public static EvidenceForm GetForm(RmiSheets sheets)
    {
        string name = sheets.Kind switch
        {
            EvidenceKind.Cmrt => "a Conflict Minerals Reporting Template (CMRT)",
            EvidenceKind.Emrt => "an Extended Minerals Reporting Template (EMRT)",
            EvidenceKind.Amrt => "an Additional Minerals Reporting Template (AMRT)",
            _ => "a Cobalt Reporting Template (CRT)",
        };
        return new EvidenceForm(sheets.Kind, $"{name} {sheets.Version}".TrimEnd(), sheets.Version) { RefusedBecause = GetRefusal(sheets) };
    }

    /// <summary>The layout of the template; null when it is refused.</summary>
    public static RmiLayout? GetLayout(RmiSheets sheets) =>
        Version.TryParse(sheets.Version.Contains('.', StringComparison.Ordinal) ? sheets.Version.TrimEnd('a', 'b')
            : sheets.Version + ".0", out Version? version)
            ? RmiLayout.From(sheets.Kind, Comparable(version)) : null;

    /// <summary>Takes the template in.</summary>
    /// <param name="sheets">Its sheets.</param>
    /// <param name="countryOf">Recognizes a country.</param>
    public static ImportedEvidence Import(RmiSheets sheets, Func<string, Country?> countryOf)
    {
        EvidenceForm form = GetForm(sheets);
        if (form.RefusedBecause is not null || GetLayout(sheets) is not { } layout)
        {
            return new ImportedEvidence(form);
        }

        ImmutableArray<UnreadAnswer>.Builder left = ImmutableArray.CreateBuilder<UnreadAnswer>();
        ImmutableArray<string>.Builder contradictions = ImmutableArray.CreateBuilder<string>();
        RmiForm template = RmiReader.Read(sheets, layout, countryOf, left, contradictions);
        contradictions.AddRange(RmiContradictions.Get(template));
        ImmutableArray<SupplyLead> leads = [.. GetLeads(template, left)];
        TellScope(template, left);
        return new ImportedEvidence(form)
        {
            Template = template,
            Leads = leads,
            Taken = [.. GetTaken(template)],
            Left = left.ToImmutable(),
            Contradictions = contradictions.ToImmutable(),
            Statements = RmiStatements.Get(template),
        };
    }

    /// <summary>The symbol of a mineral that the clause's materials consist of; empty for a group of elements, null for one that the clause does not
    /// cover.</summary>
    public static string? GetSymbol(string mineral) =>
        Elements.Where(element => FormText.AreSame(element.Name, mineral)).Select(element => element.Symbol).FirstOrDefault();

    // Editions count 1.11 after 1.1 and 6.22 after 6.2, so "1.11" is 1.1 with a correction: the first digit after the point is what counts.
    private static Version Comparable(Version version) => new(version.Major, version.Minor >= 10 ? version.Minor / 10 : version.Minor);

    private static string? GetRefusal(RmiSheets sheets) =>
        sheets.Kind == EvidenceKind.Crt
            ? "It asks about cobalt alone, which is covered only inside samarium-cobalt magnets, and it was replaced by the EMRT in 2021."
        : GetLayout(sheets) is not null ? null
        : sheets.Version.Length == 0 ? "It shows no revision, so the places of its answers are not known."
        : $"The places of the answers in revision {sheets.Version} are not known. Ask the supplier for the current edition.";

    private static IEnumerable<SupplyLead> GetLeads(RmiForm form, ImmutableArray<UnreadAnswer>.Builder left)
    {
        ImmutableArray<string> parts = form.Scope == RmiScope.Products
            ? [.. form.Products.SelectMany(GetNumbers).Distinct(StringComparer.OrdinalIgnoreCase)] : [];
        foreach (RmiSmelter smelter in form.Smelters.Where(smelter => GetSymbol(smelter.Metal) is not null))
        {
            yield return new SupplyLead(smelter.Metal, smelter.Name, smelter.Place)
            {
                SmelterId = smelter.Id,
                Country = smelter.Country, CountryText = smelter.CountryText, Parts = parts
            };
        }

        foreach (RmiMine mine in form.Mines.Where(mine => GetSymbol(mine.Metal) is not null))
        {
            yield return new SupplyLead(mine.Metal, mine.Name, mine.Place) { Country = mine.Country, CountryText = mine.CountryText, Parts = parts };
        }

        foreach (IGrouping<string, RmiSmelter> other in form.Smelters.Where(smelter => GetSymbol(smelter.Metal) is null)
            .GroupBy(smelter => smelter.Metal, StringComparer.OrdinalIgnoreCase))
        {
            left.Add(new UnreadAnswer(other.First().Place, $"{(other.Key.Length > 0 ? other.Key : "no metal")}: {Wording.FormatCount(other.Count(), "row")}",
                other.Key.Length > 0 ? "The clause does not cover this mineral." : "The row names no metal and its id is not in the list of the file."));
        }
    }

    private static IEnumerable<string> GetNumbers(RmiProduct product) => new[] { product.Number, product.RequesterNumber }.Where(number => number.Length > 0);

    private static void TellScope(RmiForm form, ImmutableArray<UnreadAnswer>.Builder left)
    {
        if (form.Scope == RmiScope.Products && form.Products.IsEmpty)
        {
            left.Add(new UnreadAnswer("Product List", "", "The scope is a list of products and the list is empty, so the form speaks of no part."));
        }
        else if (form.Scope != RmiScope.Products)
        {
            string scope = form.Scope switch
            {
                RmiScope.Company => "The scope is the whole company",
                RmiScope.UserDefined => $"The scope is given in words ({FormText.Shorten(form.ScopeDescription)})",
                _ => "No scope is stated",
            };
            left.Add(new UnreadAnswer("Declaration!D9", "", $"{scope}, so its answers touch no part of a list. Its smelters are leads for questions."));
        }
    }

    private static IEnumerable<TakenEntry> GetTaken(RmiForm form)
    {
        yield return new TakenEntry("Declaration!D8", $"{form.Company}; authorizer {(form.Authorizer.Length > 0 ? form.Authorizer : "not stated")}; "
            + $"{(form.EffectiveDate is { } day ? Wording.FormatDate(day) : "no date")}");
        foreach (RmiAnswer answer in form.Answers.Where(answer => GetSymbol(answer.Mineral) is not null))
        {
            string words = answer.Kind == RmiAnswerKind.Blank ? "blank" : answer.Text;
            yield return new TakenEntry(answer.Place,
                $"{answer.Mineral}, question {answer.Question}: {words}{(answer.Comment.Length > 0 ? $" ({FormText.Shorten(answer.Comment)})" : "")}");
        }

        foreach (RmiSmelter smelter in form.Smelters.Where(smelter => GetSymbol(smelter.Metal) is not null))
        {
            string name = smelter.IsUnidentified ? "smelter not identified" : smelter.Name;
            yield return new TakenEntry(smelter.Place, $"{smelter.Metal}: {name}{(smelter.Id is { } id ? $" ({id})" : "")}, "
                + $"{(smelter.CountryText.Length > 0 ? smelter.CountryText : "country not stated")}");
        }

        foreach (RmiProduct product in form.Products)
        {
            yield return new TakenEntry(product.Place,
                $"Product {product.Number}{(product.RequesterNumber.Length > 0 ? $" (requester's number {product.RequesterNumber})" : "")}: {product.Name}");
        }
    }
}
