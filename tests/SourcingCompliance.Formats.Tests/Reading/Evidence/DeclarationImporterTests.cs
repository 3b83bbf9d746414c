using Shouldly;
using SourcingCompliance.Evidence;
using SourcingCompliance.Formats.Reading.Evidence;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Formats.Tests.Reading.Evidence;

public class DeclarationImporterTests
{
    private const string TantalumBead =
        "<Substance name=\"Ta\"><SubstanceID identity=\"7440-25-7\" authority=\"CAS\"/><Amount value=\"60\" UOM=\"mg\"/></Substance>";

    [Fact]
    public void A_metal_by_its_cas_number_is_contained_with_its_mass()
    {
        PresenceFact fact = FactsOf(Declaration(Material("60", TantalumBead))).ShouldHaveSingleItem();

        (fact.Material, fact.Contains, fact.MassKilograms).ShouldBe((MaterialIds.Tantalum, true, 0.00006m));
    }

    [Theory]
    [InlineData("925000", "ppm", true)]
    [InlineData("92.5", "massPercent", true)]
    [InlineData("55.5", "mg", true)]
    [InlineData("89.9", "massPercent", false)]
    public void Tungsten_of_ninety_percent_in_an_alloy_is_the_heavy_alloy(string value, string unit, bool isHeavyAlloy)
    {
        string substances = $"<Substance name=\"W\"><SubstanceID identity=\"7440-33-7\" authority=\"CAS\"/><Amount value=\"{value}\" UOM=\"{unit}\"/>"
            + $"</Substance><Substance name=\"Ni\"><SubstanceID identity=\"7440-02-0\" authority=\"CAS\"/></Substance>";

        FactsOf(Declaration(Material("60", substances))).Any(fact => fact.Material == MaterialIds.TungstenHeavyAlloy).ShouldBe(isHeavyAlloy);
    }

    [Fact]
    public void What_is_declared_to_the_last_substance_establishes_absence()
    {
        string substances = "<Substance name=\"Cu\"><SubstanceID identity=\"7440-50-8\" authority=\"CAS\"/><Amount value=\"125\" UOM=\"mg\"/></Substance>";

        PresenceFact fact = FactsOf(Declaration(Material("125", substances))).ShouldHaveSingleItem();

        (fact.Material, fact.Contains).ShouldBe((null, false));
    }

    [Theory]
    [InlineData("<Substance name=\"MISC., NOT TO DECLARE\"><SubstanceID identity=\"SYSTEM\" authority=\"CAS\"/>"
        + "<Amount value=\"5\" UOM=\"mg\"/></Substance>", "120", "")]
    [InlineData("", "120", "")]
    [InlineData("", "125", "Substances under 0.1 % are left out.")]
    public void One_substance_that_is_not_declared_leaves_absence_open(string more, string copper, string uncertainty)
    {
        string substances =
            $"<Substance name=\"Cu\"><SubstanceID identity=\"7440-50-8\" authority=\"CAS\"/><Amount value=\"{copper}\" UOM=\"mg\"/></Substance>{more}";

        ImportedEvidence imported = EvidenceRun.Import(Declaration(Material("125", substances), uncertainty));

        imported.Statements.ShouldBeEmpty();
        imported.Left.ShouldContain(left => left.Reason.Contains("stays open", StringComparison.Ordinal));
    }

    [Fact]
    public void Deviating_files_are_read_too()
    {
        const string xml = """
            <MainDeclaration version="2.0"><BusinessInfo mode="Distribute"><Response date="2026-08-03"><SupplyCompany name="Magnets Ltd"/></Response></BusinessInfo>
            <Product><ProductID itemNumber="M-1 "><Amount value="1,95" UOM="G"/></ProductID><SubProduct><MaterialInfo><HomogeneousMaterialList>
            <HomogeneousMaterial name="Body" value="1.95" UOM="g"><SubstanceCategoryList><SubstanceCategory>
            <Substance name="Nd" value="0.6" UOM="g"><UniqueID identity="7440-00-8" authority="CAS"/></Substance>
            <Substance name="Fe" value="1.3" UOM="g"><UniqueID identity="7439-89-6" authority=""/></Substance>
            <Substance name="B" value="0.02" UOM="g"><UniqueID identity="7440428" authority="CAS"/></Substance>
            </SubstanceCategory></SubstanceCategoryList></HomogeneousMaterial></HomogeneousMaterialList></MaterialInfo></SubProduct></Product></MainDeclaration>
            """;

        StatementItem item = EvidenceRun.Import(xml).Statements.ShouldHaveSingleItem().Items.ShouldHaveSingleItem();

        item.Subject.Words.ShouldBe("Magnets Ltd M-1");
        item.Facts.ShouldHaveSingleItem().ShouldBeOfType<PresenceFact>().Material.ShouldBe(MaterialIds.NdFeB);
    }

    [Fact]
    public void A_wrong_check_digit_is_no_cas_number() =>
        EvidenceRun.Import(Declaration(Material("60", TantalumBead.Replace("7440-25-7", "7440-25-8", StringComparison.Ordinal)))).Statements.ShouldBeEmpty();

    [Fact]
    public void A_request_is_no_answer()
    {
        var diagnostics = new DiagnosticBag();

        ImportedEvidence imported = EvidenceRun.Import("<MainDeclaration xmlns=\"http://webstds.ipc.org/175x/2.0\"><BusinessInfo mode=\"Request/Reply\">"
            + "<Request date=\"2026-07-01\"/></BusinessInfo><Product><ProductID itemNumber=\"X\"><Amount value=\"0\" UOM=\"g\"/></ProductID></Product>"
                + "</MainDeclaration>", diagnostics);

        imported.Taken.ShouldBeEmpty();
        diagnostics.Items.ShouldContain(diagnostic => diagnostic.Id == DiagnosticIds.FormRefused);
    }

    [Fact]
    public void Class_c_says_nothing_about_covered_materials()
    {
        ImportedEvidence imported = EvidenceRun.Import("<MainDeclaration version=\"2.0\"><Product><ProductID itemNumber=\"C-1\"/><MaterialInfo>"
            + "<SubstanceCategoryList><SubstanceCategoryListID identity=\"EUROHS-1907\"/></SubstanceCategoryList></MaterialInfo></Product></MainDeclaration>");

        imported.Statements.ShouldBeEmpty();
        imported.Left.ShouldContain(left => left.Reason.Contains("class C", StringComparison.Ordinal));
    }

    [Fact]
    public void A_declaration_never_states_an_origin() =>
        EvidenceRun.Import(Declaration(Material("60", TantalumBead))).Statements.SelectMany(statement => statement.Items)
            .SelectMany(item => item.Facts).OfType<StageFact>().ShouldBeEmpty();

    private static string Material(string mass, string substances) =>
        $"<HomogeneousMaterial name=\"Body\"><Amount value=\"{mass}\" UOM=\"mg\"/><SubstanceCategoryList><SubstanceCategory>{substances}"
            + $"</SubstanceCategory></SubstanceCategoryList></HomogeneousMaterial>";

    private static string Declaration(string material, string uncertainty = "") =>
        $"<MainDeclaration xmlns=\"http://webstds.ipc.org/175x/2.0\" version=\"2.0\"><BusinessInfo mode=\"Distribute\"><Response date=\"2026-08-03\">"
            + $"<SupplyCompany name=\"Capacitors Inc\"/></Response><Declaration uncertaintyStatement=\"{uncertainty}\"/></BusinessInfo><Product>"
                + $"<ProductID itemNumber=\"00123\"><Amount value=\"125\" UOM=\"mg\"/></ProductID><MaterialInfo><HomogeneousMaterialList>"
                    + $"{material}</HomogeneousMaterialList></MaterialInfo></Product></MainDeclaration>";

    private static IEnumerable<PresenceFact> FactsOf(string xml) => EvidenceRun.Import(xml).Statements.SelectMany(statement => statement.Items)
        .SelectMany(item => item.Facts).OfType<PresenceFact>();
}
