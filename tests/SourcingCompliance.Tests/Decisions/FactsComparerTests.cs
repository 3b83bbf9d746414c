using SourcingCompliance.Decisions;
using SourcingCompliance.Items;
using SourcingCompliance.Lines;
using SourcingCompliance.Primitives;
using SourcingCompliance.Recognition.Materials;
using SourcingCompliance.Recognition.Origins;

namespace SourcingCompliance.Tests.Decisions;

/// <summary>Two lines may share a decision only when everything that it rests on is the same.</summary>
public sealed class FactsComparerTests
{
    private static readonly FactsComparer Facts = new(null);
    private static readonly EvidenceRef Letter = new("ST-1", "Acme");

    private static BomItem Magnet(Func<ItemBuilder, ItemBuilder>? change = null) =>
        (change ?? (item => item))(new ItemBuilder().Carrying(MaterialIds.NdFeB, Presence.Contains, 0.9).At(StageIds.Melted, "JP")).Build();

    private static ItemBuilder Bare => new ItemBuilder().Carrying(MaterialIds.NdFeB, Presence.Contains, 0.9);

    [Fact]
    public void Lines_that_differ_in_part_number_and_row_have_the_same_facts()
    {
        BomItem one = new ItemBuilder("P-1").Carrying(MaterialIds.NdFeB).At(StageIds.Melted, "JP").Build();
        BomItem other = new ItemBuilder("P-2").Carrying(MaterialIds.NdFeB).At(StageIds.Melted, "JP").InRow(9).Build();
        BomItem same = other.With([other.Origins[0] with { Origin = one.Origins[0].Origin }]);

        Facts.Equals(one, same).ShouldBeTrue();
        Facts.GetHashCode(one).ShouldBe(Facts.GetHashCode(same));
    }

    [Fact]
    public void Another_material_is_another_fact() =>
        Facts.Equals(Bare.Build(), new ItemBuilder().Carrying(MaterialIds.SmCo, Presence.Contains, 0.9).Build()).ShouldBeFalse();

    [Fact]
    public void Another_presence_is_another_fact() =>
        Facts.Equals(Bare.Build(), new ItemBuilder().Carrying(MaterialIds.NdFeB, Presence.Is, 0.9).Build()).ShouldBeFalse();

    [Fact]
    public void Another_likelihood_is_another_fact() =>
        Facts.Equals(Bare.Build(), new ItemBuilder().Carrying(MaterialIds.NdFeB, Presence.Contains, 0.8).Build()).ShouldBeFalse();

    [Fact]
    public void A_second_material_is_another_fact() =>
        Facts.Equals(Bare.Build(), Bare.Carrying(MaterialIds.Tantalum).Build()).ShouldBeFalse();

    [Fact]
    public void An_origin_more_is_another_fact() => Facts.Equals(Bare.Build(), Magnet()).ShouldBeFalse();

    [Fact]
    public void Another_country_is_another_fact() => Facts.Equals(Bare.At(StageIds.Melted, "CN").Build(), Magnet()).ShouldBeFalse();

    [Theory]
    [InlineData("stage")]
    [InlineData("element")]
    [InlineData("raw")]
    [InlineData("field")]
    [InlineData("column")]
    [InlineData("material")]
    [InlineData("evidence")]
    [InlineData("origin")]
    public void A_statement_that_differs_in_anything_but_its_row_is_another_fact(string what)
    {
        BomItem one = Magnet();
        OriginStatement statement = one.Origins[0];
        OriginStatement changed = what switch
        {
            "stage" => statement with { Stage = StageIds.Sintered },
            "element" => statement with { Element = "Nd" },
            "raw" => statement with { Raw = "Japan" },
            "field" => statement with { Field = BomField.Notes },
            "column" => statement with { Cell = statement.Cell with { Column = 9 } },
            "material" => statement with { Material = MaterialIds.NdFeB },
            "evidence" => statement with { Evidence = Letter },
            _ => statement with { Origin = ItemBuilder.Statement(StageIds.Melted, "KR", OriginCertainty.Definite).Origin },
        };

        Facts.Equals(one, one.With([changed])).ShouldBeFalse();
        Facts.Equals(one, one.With([statement with { Cell = statement.Cell with { Row = 77 } }])).ShouldBeTrue();
    }

    [Fact]
    public void Another_lead_of_a_supplier_is_another_fact()
    {
        var lead = new EvidenceLead("smelter of tantalum in China", null, [new Country("CN")], Letter);
        BomItem without = Bare.Build();

        Facts.Equals(without, Bare.Stated(new StatedFacts { Leads = [lead] }).Build()).ShouldBeFalse();
    }

    [Fact]
    public void A_line_at_the_top_is_not_as_one_in_an_assembly() =>
        Facts.Equals(Bare.Build(), Bare.Under(new ItemBuilder("TOP").Build()).Build()).ShouldBeFalse();

    [Fact]
    public void Which_assembly_holds_a_line_counts_only_where_the_contract_names_parts()
    {
        BomItem one = Bare.Under(new ItemBuilder("A-1").Build()).Build();
        BomItem other = Bare.Under(new ItemBuilder("A-2").Build()).Build();
        var named = new FactsComparer(new ContractContext { Path = "contract.json", EndItems = [new ContractEndItem("A-1", null)] });

        Facts.Equals(one, other).ShouldBeTrue();
        named.Equals(one, other).ShouldBeFalse();
    }

    [Fact]
    public void No_line_is_as_none_but_none_is_as_none()
    {
        Facts.Equals(Bare.Build(), null).ShouldBeFalse();
        Facts.Equals(null, Bare.Build()).ShouldBeFalse();
        Facts.Equals(null, null).ShouldBeTrue();
    }

    [Fact]
    public void A_line_with_a_material_is_shareable() => Facts.IsShareable(Magnet()).ShouldBeTrue();

    [Fact]
    public void A_damaged_line_is_not_shareable() => Facts.IsShareable(Magnet(item => item.Damaged("cut off"))).ShouldBeFalse();

    [Fact]
    public void A_line_without_a_material_is_not_shareable() => Facts.IsShareable(new ItemBuilder().From("CN").Build()).ShouldBeFalse();

    [Fact]
    public void A_line_with_a_mention_that_nothing_explains_is_not_shareable() => Facts.IsShareable(
        Magnet(item => item.Mentioning(new CellMention(new CellRef("bom.csv", "", 2, 8), "Notes", "tantalum", [MaterialIds.Tantalum], [])))).ShouldBeFalse();

    [Fact]
    public void A_line_of_which_a_supplier_claims_an_exception_is_not_shareable() => Facts.IsShareable(
        Magnet(item => item.Stated(new StatedFacts { Claims = [new StatedClaim(ClaimKind.Cots, true, "catalog", Letter)] }))).ShouldBeFalse();

    [Fact]
    public void A_line_of_which_a_supplier_denies_a_material_is_not_shareable()
    {
        BomItem magnet = Magnet();

        Facts.IsShareable(Magnet(item => item.Stated(new StatedFacts { Denied = [new DeniedMaterial(magnet.Materials[0], Letter)] }))).ShouldBeFalse();
    }

    [Fact]
    public void A_line_with_a_statement_of_another_row_is_not_shareable()
    {
        BomItem magnet = Magnet();

        Facts.IsShareable(magnet.With([magnet.Origins[0] with { Cell = magnet.Origins[0].Cell with { Row = 3 } }])).ShouldBeFalse();
    }

    [Theory]
    [InlineData("lineItem")]
    [InlineData("endItem")]
    [InlineData("cots")]
    [InlineData("device")]
    [InlineData("recycled")]
    [InlineData("determination")]
    public void A_line_that_the_contract_names_anywhere_is_not_shareable(string where)
    {
        const string number = " p-1 ";
        var empty = new ContractContext { Path = "contract.json" };
        ContractContext contract = where switch
        {
            "lineItem" => empty with { LineItems = [new ContractLineItem("0001", number, null)] },
            "endItem" => empty with { EndItems = [new ContractEndItem(number, null)] },
            "cots" => empty with { CotsClaims = [new CotsClaim { PartNumber = number }] },
            "device" => empty with { ElectronicDeviceClaims = [new ElectronicDeviceClaim(number, null, null)] },
            "recycled" => empty with { RecycledMagnetClaims = [new RecycledMagnetClaim(number, null, null, null)] },
            _ => empty with { Determinations = [new NonavailabilityDetermination { Id = "D-1", PartNumbers = [number] }] },
        };

        new FactsComparer(contract).IsShareable(Magnet()).ShouldBeFalse();
        new FactsComparer(contract).IsShareable(new ItemBuilder("P-2").Carrying(MaterialIds.NdFeB).Build()).ShouldBeTrue();
    }

    [Fact]
    public void A_line_that_the_contract_names_by_its_makers_number_is_not_shareable() =>
        new FactsComparer(new ContractContext { Path = "contract.json", EndItems = [new ContractEndItem("MPN-7", null)] })
            .IsShareable(Magnet(item => item.MadeAs("MPN-7"))).ShouldBeFalse();

    [Fact]
    public void A_line_with_a_cell_that_was_not_read_is_not_shareable() => Facts.IsShareable(Magnet(item => item.Unread("cell C2 is damaged"))).ShouldBeFalse();

    [Fact]
    public void The_words_that_name_a_material_are_no_fact()
    {
        BomItem one = Bare.Build();
        MaterialOccurrence other = one.Materials[0] with { Signals = [new MaterialSignal(BomField.Notes, "neo", "other")] };

        Facts.Equals(one, Carrying(other)).ShouldBeTrue();
    }

    [Fact]
    public void Another_component_or_usual_mass_is_another_fact()
    {
        BomItem one = Bare.Build();

        Facts.Equals(one, Carrying(one.Materials[0] with { Component = "motor" })).ShouldBeFalse();
        Facts.Equals(one, Carrying(one.Materials[0] with { UsualMassKilograms = (0.1m, 0.2m) })).ShouldBeFalse();
    }

    [Fact]
    public void The_last_of_several_materials_and_origins_counts_as_the_first_does()
    {
        ItemBuilder both() => Bare.Carrying(MaterialIds.Tantalum);

        Facts.Equals(both().Build(), Bare.Carrying(MaterialIds.SmCo).Build()).ShouldBeFalse();
        Facts.Equals(both().At(StageIds.Melted, "JP").At(StageIds.Sintered, "CN").Build(), both().At(StageIds.Melted, "JP").At(StageIds.Sintered, "JP").Build())
            .ShouldBeFalse();
    }

    [Fact]
    public void The_same_lead_of_a_supplier_is_the_same_fact()
    {
        var lead = new EvidenceLead("smelter of tantalum in China", null, [new Country("CN")], Letter);
        var stated = new StatedFacts { Leads = [lead] };

        Facts.Equals(Bare.Stated(stated).Build(), Bare.Stated(stated).Build()).ShouldBeTrue();
    }

    [Theory]
    [InlineData(true, true, "JP", "ST-1", true)]
    [InlineData(true, false, "JP", "ST-1", false)]
    [InlineData(false, true, "JP", "ST-1", false)]
    [InlineData(true, true, "KR", "ST-1", false)]
    [InlineData(true, true, "JP", "", false)]
    public void Clean_statements_of_different_suppliers_are_the_same_fact_where_no_sentence_quotes_them(
        bool isOneQuiet, bool isOtherQuiet, string country, string document, bool isSame)
    {
        OriginStatement one = ItemBuilder.Statement(StageIds.Melted, "JP", OriginCertainty.Definite);
        BomItem first = Bare.With(one with { IsNeverQuoted = isOneQuiet, Evidence = Signed("Acme", "ST-1") }).Build();
        BomItem second = Bare.With(ItemBuilder.Statement(StageIds.Melted, country, OriginCertainty.Definite) with
        {
            Raw = "JP",
            IsNeverQuoted = isOtherQuiet,
            Evidence = Signed("Brick", document),
        }).Build();

        Facts.Equals(first, second).ShouldBe(isSame);
    }

    private static EvidenceRef Signed(string supplier, string document) => new("ST-1", supplier)
    {
        Documents = document.Length == 0 ? [] : [new EvidenceDocument("ab", document, null)],
    };

    private static BomItem Carrying(MaterialOccurrence occurrence)
    {
        BomItem bare = new ItemBuilder().Build();
        return new BomItem
        {
            Line = bare.Line, Parent = null, Level = 0, HasChildren = false, Origins = [], Materials = [occurrence], Stated = StatedFacts.None, Mentions = [],
            OtherSubstances = [],
        };
    }
}
