using System.Collections.Immutable;
using SourcingCompliance.Evidence;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Formats.Reading.Evidence.Rmi;

/// <summary>Writes a template as a statement of the ledger. Its kind makes it a lead there; only a list of products gives it subjects.</summary>
internal static class RmiStatements
{
    /// <summary>The statement; none for a form without a company.</summary>
    public static ImmutableArray<Statement> Get(RmiForm form) => form.Company.Length == 0 ? [] :
    [
        new Statement
        {
            Id = "",
            Source = new StatementSource(form.Kind switch { EvidenceKind.Cmrt => StatementKind.Cmrt,
                EvidenceKind.Emrt => StatementKind.Emrt, _ => StatementKind.Amrt })
            {
                Form = $"{form.Kind.ToString().ToUpperInvariant()} {form.Version}",
            },
            Supplier = new StatementSupplier(form.Company) { Contact = form.Contact.Length > 0 ? form.Contact : null,
                Email = form.ContactEmail.Length > 0 ? form.ContactEmail : null },
            Signer = form.Authorizer.Length == 0 ? null
                : new StatementSigner(form.Authorizer, form.AuthorizerTitle.Length > 0 ? form.AuthorizerTitle : null, form.EffectiveDate),
            IssuedOn = form.EffectiveDate,
            Items = form.Scope == RmiScope.Products ? [.. GetItems(form)] : [],
        },
    ];

    private static IEnumerable<StatementItem> GetItems(RmiForm form)
    {
        ImmutableArray<StatementFact> facts = [.. GetFacts(form)];
        if (facts.IsEmpty)
        {
            yield break;
        }

        foreach (RmiProduct product in form.Products.Where(product => product.Number.Length + product.RequesterNumber.Length > 0))
        {
            yield return new StatementItem(new StatementSubject
            {
                Scope = StatementScope.Part,
                PartNumber = product.RequesterNumber.Length > 0 ? product.RequesterNumber : null,
                Manufacturer = product.Number.Length > 0 ? form.Company : null,
                ManufacturerPartNumber = product.Number.Length > 0 ? product.Number : null,
            }, facts);
        }
    }

    private static IEnumerable<StatementFact> GetFacts(RmiForm form)
    {
        // "Used" asks about products and production of the whole list; "no" rules the metal out for each of them.
        if (form.AnswerTo(1, "Tantalum") is { Kind: RmiAnswerKind.No } answer)
        {
            yield return new PresenceFact(MaterialIds.Tantalum, Contains: false) { Place = answer.Place, Note = $"question 1: {answer.Text}" };
        }

        foreach (RmiSmelter smelter in form.Smelters)
        {
            if (RmiImporter.GetSymbol(smelter.Metal) is { Length: > 0 } symbol && smelter.Country is { } country)
            {
                yield return new StageFact(symbol == "Ta" ? MaterialIds.Tantalum : null, StageIds.Refined,
                    [new OriginShare(country) { PerformedBy = smelter.Name.Length > 0 ? smelter.Name : null }])
                {
                    Element = symbol,
                    Place = smelter.Place,
                    IsCertain = false,
                    Note = "One of the smelters in the supply chain of a list of products.",
                };
            }
        }
    }
}
