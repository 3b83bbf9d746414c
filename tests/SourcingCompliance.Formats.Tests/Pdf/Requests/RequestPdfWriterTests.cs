using System.Collections.Immutable;
using SourcingCompliance.Decisions;
using SourcingCompliance.Findings;
using SourcingCompliance.Formats.Pdf.Fonts;
using SourcingCompliance.Formats.Pdf.Layout;
using SourcingCompliance.Formats.Pdf.Requests;
using SourcingCompliance.Formats.Tests.Writing;
using SourcingCompliance.Law;
using SourcingCompliance.Primitives;
using SourcingCompliance.Remediation;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Tests.Pdf.Requests;

public class RequestPdfWriterTests
{
    private static readonly ComplianceReport Sample = SampleReport.Build();
    private static readonly ImmutableArray<SupplierRequest> Requests = SampleRequests.Of(Sample);

    [Fact]
    public void A_letter_names_its_own_supplier_and_parts_and_nobody_else()
    {
        foreach (SupplierRequest request in Requests)
        {
            string text = TextOf(Lay(Sample, request));

            text.ShouldContain(request.Supplier);
            request.Parts.ShouldAllBe(part => text.Contains(part.PartNumber, StringComparison.Ordinal));
            Requests.Where(other => other.Supplier != request.Supplier).ShouldAllBe(other => !text.Contains(other.Supplier, StringComparison.Ordinal));
            Sample.Files.ShouldAllBe(file => !text.Contains(file.Name, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_letter_has_the_letterhead_of_the_settings_and_gives_no_legal_disclaimer()
    {
        ComplianceReport report = Sample with
        {
            Settings = new ReportSettings
            {
                Company = "Acme Motion", Address = ["1200 Harbor Drive"], Cage = "1ABC2", Contact = "Dana Reyes", Marking = "CUI",
                PurchaseOrders = [new PurchaseOrder(Requests[0].Supplier, "4500012345")],
            },
        };

        LaidOutDocument laid = Lay(report, Requests[0]);

        string text = TextOf(laid);
        new[] { "Acme Motion", "1200 Harbor Drive", "CAGE 1ABC2", "Dana Reyes",
            "4500012345" }.ShouldAllBe(words => text.Contains(words, StringComparison.Ordinal));
        text.ShouldNotContain("legal advice", Case.Insensitive);
        laid.Pages.ShouldAllBe(page => page.Foot.OfType<PlacedText>().Any(placed => placed.Piece.Text == "CUI"));
    }

    [Fact]
    public void A_letter_asks_for_the_steps_of_a_material_that_a_part_may_contain()
    {
        bool IsOpenable(LineReport line) => line.Determinations.Any(one => one.Regime == Sample.Run.GateRegime);
        HashSet<string> parts = [.. Sample.Files.SelectMany(file => file.Lines).Where(IsOpenable).Select(line => line.PartNumber)];
        SupplierRequest request = Requests.First(one => one.Parts.Any(part => parts.Contains(part.PartNumber)));
        ComplianceReport report = Sample with
        {
            Files = [.. Sample.Files.Select(file => file with
            {
                Lines = [.. file.Lines.Select(line => line with
                {
                    Determinations = [.. line.Determinations.Select(one => one with
                    {
                        Verdict = Verdict.Open,
                        MissingIfContained = [new MissingFact(MissingFactIds.StageOrigin, StageIds.Calcined, null, "In which country was it calcined?")],
                    })],
                })],
            })],
        };

        TextOf(Lay(Sample, request)).ShouldNotContain("calcined", Case.Insensitive);
        TextOf(Lay(report, request)).ShouldContain("calcined", Case.Insensitive);
    }

    [Fact]
    public void A_letter_says_to_whom_it_is_returned()
    {
        ComplianceReport report = Sample with { Settings = new ReportSettings { Company = "Acme Motion", Contact = "Dana Reyes, dana@example.com" } };

        TextOf(Lay(report, Requests[0])).ShouldContain("return it by January 4, 2027 to Dana Reyes, dana@example.com.");
        TextOf(Lay(Sample, Requests[0])).ShouldContain("return it by January 4, 2027.");
    }

    [Fact]
    public void A_letter_asks_for_the_part_of_a_facility_only_where_it_has_several()
    {
        RequestedPart part = Requests[0].Parts[0];

        TextOf(Lay(Sample, Requests[0] with { Parts = [part, part with { PartNumber = "MAG-2" }] })).ShouldContain("name the part with each facility");
        TextOf(Lay(Sample, Requests[0] with { Parts = [part] })).ShouldNotContain("name the part with each facility");
    }

    [Fact]
    public void The_signature_stands_on_the_page_of_the_last_question()
    {
        foreach (SupplierRequest request in Requests)
        {
            LaidOutDocument laid = Lay(Sample, request);
            Page page = laid.Pages.Single(one => TextOf(one.Contents).Contains("Signature", StringComparison.Ordinal));

            TextOf(page.Contents).ShouldContain("If you do not know a step");
            page.Contents.OfType<PlacedField>().Select(field => field.Field.Name)
                .ShouldBeSubsetOf(laid.Pages.SelectMany(one => one.Contents).OfType<PlacedField>().Select(field => field.Field.Name));
            new[] { "Signature", "Date", "Name", "Title" }.ShouldBeSubsetOf(page.Contents.OfType<PlacedField>().Select(field => field.Field.Name));
        }
    }

    [Fact]
    public void Every_page_repeats_the_supplier_and_the_parts_and_each_letter_has_its_own_numbers()
    {
        LaidOutDocument laid = DocumentLayout.Lay(RequestDocument.Get(Sample, Requests), new FontSet(new SystemFonts([])));

        string[] feet = [.. laid.Pages.Select(page => TextOf(page.Foot))];
        feet.Count(foot => foot.Contains("Page 1 of ", StringComparison.Ordinal)).ShouldBe(Requests.Length);
        feet.ShouldAllBe(foot => Requests.Any(request => foot.Contains(request.Supplier, StringComparison.Ordinal)
            && foot.Contains(request.Parts[0].PartNumber, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_supplier_of_many_parts_gets_rows_to_share_and_not_a_hundred_pages()
    {
        RequestedPart model = Requests[0].Parts[0];
        SupplierRequest large = Requests[0] with { Parts = [.. Enumerable.Range(0, 400).Select(index => model with { PartNumber = $"MAG-{index:D4}" })] };

        LaidOutDocument laid = Lay(Sample, large);

        laid.Pages.Count.ShouldBeLessThan(6);
        large.Parts.ShouldAllBe(part => TextOf(laid).Contains(part.PartNumber, StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_request_gives_the_same_bytes() => SampleRequests.Write().ShouldBe(SampleRequests.Write());

    private static LaidOutDocument Lay(ComplianceReport report, SupplierRequest request) =>
        DocumentLayout.Lay(RequestDocument.Get(report, [request]), new FontSet(new SystemFonts([])));

    private static string TextOf(LaidOutDocument laid) => string.Concat(laid.Pages.Select(page => TextOf(page.Contents) + TextOf(page.Foot)));

    private static string TextOf(IEnumerable<Placed> placed) => string.Concat(placed.OfType<PlacedText>().Select(text => text.Piece.Text));
}
