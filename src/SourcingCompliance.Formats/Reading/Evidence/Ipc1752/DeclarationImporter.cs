using System.Collections.Immutable;
using System.Xml.Linq;
using SourcingCompliance.Evidence;

namespace SourcingCompliance.Formats.Reading.Evidence.Ipc1752;

/// <summary>Takes in a material declaration: which covered materials a part contains and how much of them. It never says where they come from.</summary>
internal static class DeclarationImporter
{
    /// <summary>What the declaration is, and why nothing is taken from it if so.</summary>
    /// <param name="name">Local name of the root.</param>
    /// <param name="ns">Its namespace.</param>
    /// <param name="version">Its version.</param>
    public static EvidenceForm GetForm(string name, string ns, string version)
    {
        if (!DeclarationXml.IsDeclaration(name))
        {
            return new EvidenceForm(EvidenceKind.Iec62474, "a material declaration of IEC 62474 (chemSHERPA)", null)
            {
                RefusedBecause = "The places of its substances are not known. Ask the supplier for IPC-1752A class D, or for an answer to the questionnaire.",
            };
        }

        string edition = DeclarationXml.GetVersion(ns, version);
        return new EvidenceForm(EvidenceKind.Ipc1752, $"a material declaration IPC-{(edition.Length > 0 ? edition : "1752")}",
            edition.Length > 0 ? edition : null)
        {
            RefusedBecause = edition is "1754" or "1755" ? $"Declarations of IPC-{edition} are not read. Ask the supplier for IPC-1752A class D." : null,
        };
    }

    /// <summary>Takes the declaration in.</summary>
    /// <param name="root">Its root.</param>
    public static ImportedEvidence Import(XElement root)
    {
        EvidenceForm form = GetForm(root.Name.LocalName, root.Name.NamespaceName, root.Value("version"));
        if (form.RefusedBecause is not null)
        {
            return new ImportedEvidence(form);
        }

        ImmutableArray<UnreadAnswer>.Builder left = ImmutableArray.CreateBuilder<UnreadAnswer>();
        MaterialDeclaration declaration = new DeclarationXml(left).Read(root);
        if (declaration.IsRequest)
        {
            return new ImportedEvidence(form with
            { RefusedBecause = "It is a request without an answer yet; its amounts are placeholders." })
            { Declaration = declaration };
        }

        if (declaration.Products.Length == 0)
        {
            left.Add(new UnreadAnswer(XmlTree.GetPath(root), "", "The declaration names no product."));
        }

        var materials = new DeclaredMaterials(declaration, left);
        var items = ImmutableArray.CreateBuilder<StatementItem>();
        var taken = ImmutableArray.CreateBuilder<TakenEntry>();
        foreach (DeclaredProduct product in declaration.Products)
        {
            ImmutableArray<StatementFact> facts = materials.GetFacts(product);
            TellCategories(product, left);
            foreach (DeclaredNumber number in product.Numbers)
            {
                string mass = number.MassKilograms is { } kilograms ? $", {DeclaredMaterials.Grams(kilograms)}" : "";
                taken.Add(new TakenEntry(product.Place, $"{(number.Number.Length > 0 ? number.Number : "no part number")} {number.Name}{mass}: "
                    + $"{GetWords(facts)}"));
                if (GetSubject(declaration, number) is { } subject && !facts.IsEmpty)
                {
                    items.Add(new StatementItem(subject, facts));
                }
                else if (!facts.IsEmpty)
                {
                    left.Add(new UnreadAnswer(product.Place, FormText.Shorten(number.Name), "The product has no part number that could be found on a list."));
                }
            }
        }

        return new ImportedEvidence(form)
        {
            Declaration = declaration,
            Taken = taken.ToImmutable(),
            Left = left.ToImmutable(),
            Contradictions = [.. declaration.Products.SelectMany(DeclaredMaterials.GetContradictions)],
            Statements = items.Count == 0 ? [] : [GetStatement(declaration, form, items.ToImmutable())],
        };
    }

    private static void TellCategories(DeclaredProduct product, ImmutableArray<UnreadAnswer>.Builder left)
    {
        if (product.HasCategories && product.Materials.IsEmpty)
        {
            left.Add(new UnreadAnswer(product.Place, "", "It declares substances of concern against thresholds (class C), which says nothing about "
                + "covered materials."));
        }
    }

    private static StatementSubject? GetSubject(MaterialDeclaration declaration, DeclaredNumber number) =>
        number.Number.Length == 0 && number.RequesterNumber.Length == 0 ? null : new StatementSubject
        {
            Scope = StatementScope.Part,
            PartNumber = number.RequesterNumber.Length > 0 ? number.RequesterNumber : null,
            Manufacturer = number.Number.Length > 0 && declaration.Company.Length > 0 ? declaration.Company : null,
            ManufacturerPartNumber = number.Number.Length > 0 ? number.Number : null,
        };

    private static Statement GetStatement(MaterialDeclaration declaration, EvidenceForm form, ImmutableArray<StatementItem> items) => new()
    {
        Id = "",
        Source = new StatementSource(StatementKind.Ipc1752A) { Form = $"IPC-{form.Version ?? "1752"}" },
        Supplier = new StatementSupplier(declaration.Company.Length > 0 ? declaration.Company
            : "")
        { Email = declaration.Email.Length > 0 ? declaration.Email : null },
        Signer = declaration.Authorizer.Length == 0 ? null : new StatementSigner(declaration.Authorizer, null, declaration.Date),
        IssuedOn = declaration.Date,
        Items = items,
    };

    private static string GetWords(ImmutableArray<StatementFact> facts) => facts.IsEmpty ? "nothing about covered materials"
        : string.Join("; ", facts.OfType<PresenceFact>().Select(fact =>
        fact.Contains ? $"contains {fact.Material}{(fact.MassKilograms is { } mass ? $", {DeclaredMaterials.Grams(mass)}" : "")}"
            : "contains no covered material"));
}
