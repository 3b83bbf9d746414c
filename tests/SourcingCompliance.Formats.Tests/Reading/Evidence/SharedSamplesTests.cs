using Shouldly;
using SourcingCompliance.Formats.Reading;
using SourcingCompliance.Formats.Reading.Evidence;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Formats.Tests.Reading.Evidence;

/// <summary>What suppliers really send, as far as it lies next to the checkout; nothing of it is part of the project.</summary>
public class SharedSamplesTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "..", "shared", "evidence");

    [Fact]
    public void Every_sample_is_taken_in_refused_with_a_reason_or_named_as_something_else()
    {
        foreach ((string file, string kind) in Samples().Where(sample => !sample.File.Contains("blank_", StringComparison.Ordinal)))
        {
            var diagnostics = new DiagnosticBag();

            ImportedEvidence imported = EvidenceRun.Import(File.ReadAllBytes(Path.Combine(Folder, file)), diagnostics);

            (imported.Form is { RefusedBecause: null } ? imported.Taken.Length + imported.Left.Length > 0 : diagnostics.HasErrors).ShouldBeTrue(file);
            if (imported.Form is { } form && KindsOf(kind) is { Length: > 0 } expected)
            {
                expected.ShouldContain(form.Kind, file);
            }
        }
    }

    [Fact]
    public void No_form_passes_as_a_list()
    {
        foreach ((string file, _) in Samples()
            .Where(sample => (sample.Kind is "emrt" or "amrt" or "crt" or "ipc1752" or "fmd" || sample.File.Contains("cmrt/old", StringComparison.Ordinal))))
        {
            using BomDocument? document = BomDocumentReader.Open(Path.Combine(Folder, file), ReadLimits.Default, new DiagnosticBag());

            document.ShouldBeNull(file);
        }
    }

    [Fact]
    public void Copies_of_one_answer_by_other_programs_say_the_same()
    {
        if (!Directory.Exists(Folder))
        {
            return;
        }

        string[] files = ["cmrt/invented_A_6.5_company_ids-only_no-cached-values.xlsx", "cmrt/invented_A_6.5_company_saved-by-LibreOffice.xlsx",
            "cmrt/invented_A_6.5_company_saved-by-LibreOffice.ods"];

        IEnumerable<string>[] leads = [.. files.Select(file => EvidenceRun.Import(File.ReadAllBytes(Path.Combine(Folder, file))).Leads.Select(
            lead => $"{lead.Place} {lead.Element} {lead.Company} {lead.SmelterId} {lead.Country}"))];

        leads[1].ShouldBe(leads[0]);
        leads[2].ShouldBe(leads[0]);
    }

    private static IEnumerable<(string File, string Kind)> Samples() => !Directory.Exists(Folder) ? []
        : File.ReadLines(Path.Combine(Folder, "index.csv")).Skip(1).Select(line => line.Split(',')).Select(cells => (cells[0], cells[1]));

    private static EvidenceKind[] KindsOf(string kind) => kind switch
    {
        "cmrt" => [EvidenceKind.Cmrt],
        "emrt" => [EvidenceKind.Emrt],
        "amrt" => [EvidenceKind.Amrt],
        "crt" => [EvidenceKind.Crt],
        "ipc1752" => [EvidenceKind.Ipc1752, EvidenceKind.Iec62474],
        "cyclonedx" => [EvidenceKind.CycloneDx, EvidenceKind.Schema],
        "certificates" => [EvidenceKind.En10168, EvidenceKind.CertificateText, EvidenceKind.Schema],
        "fmd" => [EvidenceKind.MaterialDisclosure],
        _ => [],
    };
}
