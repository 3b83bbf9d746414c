using Shouldly;
using SourcingCompliance.Evidence;
using SourcingCompliance.Formats.Reading.Evidence;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Formats.Tests.Reading.Evidence;

public class KnownPartsTests
{
    private const string Header = "Part Number,Manufacturer,MPN,Material,Contains,Stage,Country,Share,Lot,Stated by,Date\n";

    [Fact]
    public void Rows_of_one_stage_are_one_fact_with_shares()
    {
        ImportedEvidence imported = EvidenceRun.Import(Header + "P-1,,,SmCo,,melted,US,60,,Ann,2026-08-03\nP-1,,,SmCo,,melted,China,40,,Ann,2026-08-03\n");

        StageFact fact = imported.Statements.ShouldHaveSingleItem().Items.ShouldHaveSingleItem().Facts.ShouldHaveSingleItem().ShouldBeOfType<StageFact>();
        fact.Distribution.Select(share => (share.Country.Code, share.Percent)).ShouldBe([("US", 60m), ("CN", 40m)]);
    }

    [Fact]
    public void A_row_that_says_neither_yes_nor_no_answers_nothing() =>
        EvidenceRun.Import(Header + "P-1,,,tantalum,see CMRT,,,,,,\n").Left.ShouldHaveSingleItem().Reason.ShouldContain("neither yes nor no");

    [Fact]
    public void Rows_that_contradict_one_another_are_both_kept()
    {
        ImportedEvidence imported = EvidenceRun.Import(Header + "P-1,,,WHA,Yes,,,,,Ann,2026-08-03\nP-1,,,WHA,No,,,,,Ben,2026-08-04\n");

        imported.Contradictions.ShouldHaveSingleItem();
        imported.Statements.SelectMany(statement => statement.Items).SelectMany(item => item.Facts).Count().ShouldBe(2);
    }

    [Fact]
    public void A_disclosure_names_the_material_by_its_substances()
    {
        ImportedEvidence imported = EvidenceRun.Import("Full Material Disclosure,,,,\nPart:,M-1,Weight (g):,1.95,\nComponent,Material,Substance,CAS "
            + "No.,Weight %\nBody,N42,Neodymium,7440-00-8,29.5\n,,Iron,7439-89-6,balance\n,,Boron,7440-42-8,1.0\n");

        imported.Statements.ShouldHaveSingleItem().Items[0].Facts[0].ShouldBeOfType<PresenceFact>().Material.ShouldBe(MaterialIds.NdFeB);
    }
}
