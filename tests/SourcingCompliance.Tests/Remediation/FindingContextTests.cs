using System.Collections.Immutable;
using SourcingCompliance.Decisions;
using SourcingCompliance.Findings;
using SourcingCompliance.Primitives;
using SourcingCompliance.Recognition.Materials;
using SourcingCompliance.Remediation;

namespace SourcingCompliance.Tests.Remediation;

public sealed class FindingContextTests
{
    [Fact]
    public void A_finding_learns_presence_and_open_exceptions_from_the_determination_of_its_row()
    {
        Finding finding = Examples.Violation("MAG-1");

        FindingContext context = FindingContext.From(FileOf(finding, finding.Cell.Row)).ShouldHaveSingleItem();

        context.Presence.ShouldBe(Presence.Contains);
        context.OpenExceptions.Select(exception => exception.Rule).ShouldBe(["SC2004"]);
    }

    [Fact]
    public void When_the_deciding_cell_stands_in_another_row_the_path_finds_the_line()
    {
        Finding finding = Examples.Violation("MAG-1");

        FindingContext context = FindingContext.From(FileOf(finding, finding.Cell.Row + 7)).ShouldHaveSingleItem();

        context.Presence.ShouldBe(Presence.Contains);
    }

    [Fact]
    public void A_determination_of_another_material_says_nothing()
    {
        Finding finding = Examples.Violation("MAG-1", material: MaterialIds.Tantalum);

        FindingContext context = FindingContext.From(FileOf(finding, finding.Cell.Row)).ShouldHaveSingleItem();

        context.Presence.ShouldBeNull();
        context.OpenExceptions.ShouldBeEmpty();
    }

    private static FileReport FileOf(Finding finding, int row) => new()
    {
        Path = finding.Cell.File,
        Sha256 = null,
        ExitCode = 1,
        Sheets = [],
        LineCount = 1,
        Findings = [finding],
        Regimes = [],
        Diagnostics = [],
        Lines =
        [
            new LineReport
            {
                Row = new CellRef(finding.Cell.File, "BOM", row, 0), Level = 1, PartNumber = finding.PartNumber,
                Description = "", Manufacturer = "", Supplier = "",
                Path = finding.Path, Quantity = null, Origins = [], Materials = [], OtherSubstances = [], Verdicts = [], RolledUp = [],
                Determinations = [DeterminationOf("melted-or-produced", "SC2001"), DeterminationOf("mined-to-produced", "SC2004")],
            },
        ],
    };

    private static Determination DeterminationOf(string regime, string exception) => new()
    {
        Pack = "dfars-252.225-7052", Rule = "SC1001", Regime = regime, Material = MaterialIds.NdFeB, Presence = Presence.Contains,
        Verdict = Verdict.Violation, Citation = "", Basis = "", Steps = [], Missing = [],
        Exceptions =
        [
            new ExceptionDetermination(exception, "An exception", Truth.Unknown, false, [], ""),
            new ExceptionDetermination("SC2005", "Ruled out", Truth.False, false, [], ""),
        ],
    };
}
