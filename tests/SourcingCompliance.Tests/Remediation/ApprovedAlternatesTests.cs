using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Remediation;

namespace SourcingCompliance.Tests.Remediation;

public sealed class ApprovedAlternatesTests
{
    private readonly DiagnosticBag _diagnostics = new();

    [Fact]
    public void Columns_are_found_by_name_in_any_order_and_parts_without_regard_to_case()
    {
        ApprovedAlternates alternates = Parse(
            ["Notes", "Approved On", "Alternate Part", "PART", "Manufacturer", "approved_by"],
            ["same flange", "2026-05-04", "MAG-22B", "MAG-22", "Borea", "J. Ortiz"]);

        alternates.For(" mag-22 ").ShouldBe([new ApprovedAlternate("MAG-22", "MAG-22B", "Borea", "J. Ortiz", new DateOnly(2026, 5, 4), "same flange")]);
        alternates.For("MAG-23").ShouldBeEmpty();
        _diagnostics.Items.ShouldBeEmpty();
    }

    [Fact]
    public void A_list_without_the_needed_columns_is_refused_by_name()
    {
        Parse(["part", "maker"], ["MAG-22", "Borea"]).All.ShouldBeEmpty();

        Diagnostic diagnostic = _diagnostics.Items.ShouldHaveSingleItem();
        (diagnostic.Id, diagnostic.Severity).ShouldBe((DiagnosticIds.AlternatesUnusable, DiagnosticSeverity.Error));
        diagnostic.Message.ShouldContain("'alternate part'");
    }

    [Fact]
    public void An_empty_list_is_refused()
    {
        Parse().All.ShouldBeEmpty();

        _diagnostics.Items.ShouldHaveSingleItem().Id.ShouldBe(DiagnosticIds.AlternatesUnusable);
    }

    [Fact]
    public void A_row_without_an_alternate_is_left_out_with_its_cell_and_a_blank_row_silently()
    {
        ApprovedAlternates alternates = Parse(["part", "alternate part"], ["MAG-22"], ["", " "], ["MAG-23", "MAG-23B"]);

        alternates.All.Length.ShouldBe(1);
        _diagnostics.Items.ShouldHaveSingleItem().Cell.Address.ShouldBe("B2");
    }

    [Fact]
    public void A_date_of_another_form_is_told_and_taken_as_not_stated()
    {
        ApprovedAlternates alternates = Parse(["part", "alternate part", "approvedOn"], ["MAG-22", "MAG-22B", "05/04/2026"]);

        alternates.All[0].ApprovedOn.ShouldBeNull();
        alternates.All[0].ToString().ShouldBe("MAG-22B (approval not dated)");
        _diagnostics.Items.ShouldHaveSingleItem().Cell.Address.ShouldBe("C2");
    }

    private ApprovedAlternates Parse(params IReadOnlyList<string>[] rows) => ApprovedAlternates.Parse(rows, "alternates.csv", _diagnostics);
}
