using SourcingCompliance.Findings;
using SourcingCompliance.Remediation;

namespace SourcingCompliance.Tests.Remediation;

public sealed class MinimumFixListTests
{
    [Fact]
    public void The_part_that_clears_most_comes_first_with_where_it_is_used()
    {
        Finding[] findings =
        [
            .. Enumerable.Range(0, 18).Select(index => Examples.Violation("MAG-1", file: $"bom{index % 3}.csv", row: index + 2)),
            Examples.Violation("MAG-2", file: "bom0.csv", row: 90),
            Examples.Violation("MAG-3", file: "other.csv", row: 91),
            Examples.Open("MAG-4", row: 92),
        ];

        MinimumFixList fixes = MinimumFixList.From(findings);

        fixes.Parts.Select(part => (part.PartNumber, part.Violations, part.ClearedSoFar)).ShouldBe([("MAG-1", 18, 18), ("MAG-2", 1, 19), ("MAG-3", 1, 20)]);
        fixes.Parts[0].UsedIn.ShouldBe([new("bom0.csv", "TOP-1/MAG-1"), new("bom1.csv", "TOP-1/MAG-1"), new("bom2.csv", "TOP-1/MAG-1")]);
        fixes.Sentence.ShouldBe("Replacing 1 part clears 18 of 20 violations in 3 BOMs.");
        (fixes.Violations, fixes.Files).ShouldBe((20, 4));
    }

    [Fact]
    public void The_same_number_of_two_makers_is_two_parts()
    {
        MinimumFixList fixes = MinimumFixList.From([Examples.Violation("MAG-1"), Examples.Violation("MAG-1", supplier: "Borea", row: 6)]);

        fixes.Parts.Select(part => part.Manufacturer).ShouldBe(["Acme", "Borea"]);
        fixes.Sentence.ShouldBe("Replacing 2 parts clears all 2 violations in 1 BOM.");
    }
}
