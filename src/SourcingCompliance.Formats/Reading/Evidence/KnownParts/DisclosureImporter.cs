using System.Collections.Immutable;
using System.Globalization;
using SourcingCompliance.Evidence;
using SourcingCompliance.Formats.Reading.Evidence.Ipc1752;
using SourcingCompliance.Recognition.Quantities;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Formats.Reading.Evidence.KnownParts;

/// <summary>
/// Takes in full material disclosures as tables: one row for each substance, with the part in a column or above the table. What they say is what a
/// material declaration says, so the same rules read it.
/// </summary>
internal static class DisclosureImporter
{
    private const int HeaderRows = 12;

    /// <summary>What such a table is.</summary>
    public static readonly EvidenceForm Form = new(EvidenceKind.MaterialDisclosure, "a full material disclosure", null);

    /// <summary>The header of a disclosure: a column of CAS numbers and one of substances; null when the sheet has none.</summary>
    /// <param name="table">A sheet.</param>
    public static DisclosureColumns? GetHeader(BomTable table)
    {
        foreach (BomRow row in table.Rows.TakeWhile(row => row.Number <= HeaderRows))
        {
            if (DisclosureColumns.From(row) is { } columns)
            {
                return columns;
            }
        }

        return null;
    }

    /// <summary>Takes the disclosure in.</summary>
    /// <param name="document">The document.</param>
    /// <param name="table">The sheet.</param>
    /// <param name="header">Its header.</param>
    public static ImportedEvidence Import(BomDocument document, BomTable table, DisclosureColumns header)
    {
        ImmutableArray<UnreadAnswer>.Builder left = ImmutableArray.CreateBuilder<UnreadAnswer>();
        var products = new List<DisclosedPart>();
        DisclosedPart? above = null;
        string material = "";
        foreach (BomRow row in table.Rows)
        {
            if (row.Number < header.Row)
            {
                above = DisclosedPart.FromLabels(row) ?? above;
                continue;
            }

            if (row.Number == header.Row || row.IsBlankAt(header.Cas))
            {
                continue;
            }

            DisclosedPart part = header.PartNumber > 0 ? DisclosedPart.From(row, header, products) : above ??= new DisclosedPart("", "", null);
            if (!products.Contains(part))
            {
                products.Add(part);
            }

            material = header.Material > 0 && !row.IsBlankAt(header.Material) ? row.TrimmedAt(header.Material).ToString() : material;
            part.Add(row, header, material, document.GetRef(table).Sheet, left);
        }

        return Import(products, left);
    }

    private static ImportedEvidence Import(List<DisclosedPart> parts, ImmutableArray<UnreadAnswer>.Builder left)
    {
        var taken = ImmutableArray.CreateBuilder<TakenEntry>();
        var statements = ImmutableArray.CreateBuilder<Statement>();
        var contradictions = ImmutableArray.CreateBuilder<string>();
        foreach (IGrouping<string, DisclosedPart> maker in parts.GroupBy(part => part.Manufacturer, StringComparer.OrdinalIgnoreCase))
        {
            var declaration = new MaterialDeclaration("", "") { Company = maker.Key, Products = [.. maker.Select(part => part.ToProduct())] };
            var materials = new DeclaredMaterials(declaration, left);
            var items = ImmutableArray.CreateBuilder<StatementItem>();
            foreach (DeclaredProduct product in declaration.Products)
            {
                contradictions.AddRange(DeclaredMaterials.GetContradictions(product));
                ImmutableArray<StatementFact> facts = materials.GetFacts(product);
                string number = product.Numbers[0].Number;
                taken.Add(new TakenEntry(product.Place, $"{(number.Length > 0 ? number : "no part number")}: {Wording(facts)}"));
                if (!facts.IsEmpty && number.Length > 0)
                {
                    bool hasMaker = maker.Key.Length > 0;
                    items.Add(new StatementItem(new StatementSubject
                    {
                        Scope = StatementScope.Part,
                        PartNumber = hasMaker ? null : number,
                        Manufacturer = hasMaker ? maker.Key : null,
                        ManufacturerPartNumber = hasMaker ? number : null,
                    }, facts));
                }
            }

            if (items.Count > 0)
            {
                statements.Add(new Statement
                {
                    Id = "",
                    Source = new StatementSource(StatementKind.KnownParts) { Form = "full material disclosure" },
                    Supplier = new StatementSupplier(maker.Key),
                    Items = items.ToImmutable(),
                });
            }
        }

        return new ImportedEvidence(Form)
        {
            Taken = taken.ToImmutable(), Left = left.ToImmutable(),
            Contradictions = contradictions.ToImmutable(), Statements = statements.ToImmutable()
        };
    }

    private static string Wording(ImmutableArray<StatementFact> facts) => facts.IsEmpty ? "nothing about covered materials"
        : string.Join("; ", facts.OfType<PresenceFact>().Select(fact => fact.Contains ? $"contains {fact.Material}" : "contains no covered material"));
}

/// <summary>A part of a disclosure while its rows are read.</summary>
/// <param name="manufacturer">Name of its maker; empty = not stated.</param>
/// <param name="number">Its number; empty = not stated.</param>
/// <param name="mass">Its mass in kilograms; null = not stated.</param>
internal sealed class DisclosedPart(string manufacturer, string number, decimal? mass)
{
    private readonly List<(string Name, decimal? Mass, List<DeclaredSubstance> Substances)> _materials = [];
    private string _place = "";

    /// <summary>Name of its maker; empty = not stated.</summary>
    public string Manufacturer => manufacturer;

    /// <summary>The part of a row that names it in labelled cells: <c>Part: | EX-1 | Weight (g): | 1.95</c>; null = the row does not.</summary>
    public static DisclosedPart? FromLabels(BomRow row)
    {
        string part = "";
        string maker = "";
        decimal? mass = null;
        for (int column = 1; column < row.Width; column++)
        {
            string label = row.TrimmedAt(column).TrimEnd(':').ToString().ToLower(CultureInfo.InvariantCulture);
            string value = row.TrimmedAt(column + 1).ToString();
            part = label is "part" or "part number" or "part no" or "mpn" or "item" ? value : part;
            maker = label is "manufacturer" or "supplier" or "company" ? value : maker;
            mass = label.StartsWith("weight", StringComparison.Ordinal) || label.StartsWith("mass", StringComparison.Ordinal)
                ? MassParser.Parse(value, DisclosureColumns.GetUnit(label)) : mass;
        }

        return part.Length > 0 ? new DisclosedPart(maker, part, mass) : null;
    }

    /// <summary>The part that a row names in its columns, one of those known where it is.</summary>
    public static DisclosedPart From(BomRow row, DisclosureColumns header, List<DisclosedPart> known)
    {
        string maker = row.TrimmedAt(header.Manufacturer).ToString();
        string part = row.TrimmedAt(header.PartNumber).ToString();
        string unit = header.PartMassUnit.Length > 0 ? header.PartMassUnit : row.TrimmedAt(header.Unit).ToString();
        return known.Find(one => one.Is(maker, part)) ?? new DisclosedPart(maker, part, MassParser.Parse(row.TrimmedAt(header.PartMass).ToString(), unit));
    }

    /// <summary>Adds the substance of a row.</summary>
    public void Add(BomRow row, DisclosureColumns header, string material, string sheet, ImmutableArray<UnreadAnswer>.Builder left)
    {
        string place = FormSheet.GetPlace(sheet, row.Number, 0);
        _place = _place.Length == 0 ? place : _place;
        if (_materials.Count == 0 || _materials[^1].Name != material)
        {
            _materials.Add((material, MassParser.Parse(row.TrimmedAt(header.MaterialMass).ToString(), header.MaterialMassUnit), []));
        }

        (_, decimal? materialMass, List<DeclaredSubstance> substances) = _materials[^1];
        string name = row.TrimmedAt(header.Substance).ToString();
        string? cas = CasNumber.Read(row.TrimmedAt(header.Cas).ToString());
        if (cas is null)
        {
            left.Add(new UnreadAnswer(place, FormText.Shorten($"{name} {row.TrimmedAt(header.Cas)}"), "The substance is not declared by a CAS number, so it "
                + "may be anything."));
        }

        decimal? percent = MassParser.Parse(row.TrimmedAt(header.Percent).ToString(), "kg") is { } number and <= 100 ? number / 100 : null;
        if (percent is null && !row.IsBlankAt(header.Percent))
        {
            left.Add(new UnreadAnswer(place, FormText.Shorten($"{name} {row.TrimmedAt(header.Percent)}"), "This share is not a number; that the substance "
                + "is contained counts."));
        }

        substances.Add(new DeclaredSubstance(place, name, cas, MassParser.Parse(row.TrimmedAt(header.SubstanceMass).ToString(), header.SubstanceMassUnit)
            ?? (percent * materialMass), percent));
    }

    /// <summary>The part as a product of a declaration.</summary>
    public DeclaredProduct ToProduct() => new(_place, [new DeclaredNumber(number, "", "", mass)],
        [.. _materials.Select(material => new HomogeneousMaterial(_place, material.Name, material.Mass, [.. material.Substances]))]);

    private bool Is(string maker, string part) => FormText.AreSame(maker, manufacturer) && FormText.AreSame(part, number);
}
