using System.Text;
using SourcingCompliance.Formats.Files;
using SourcingCompliance.Formats.Reading.Evidence;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Recognition.Origins;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Formats.Tests.Reading.Evidence;

/// <summary>Takes documents in with the shipped countries.</summary>
internal static class EvidenceRun
{
    private static readonly Lazy<CountryVocabulary> Countries = new(() => CountryVocabulary.Load(RuleFolders.Shipped(), new DiagnosticBag()));

    public static ImportedEvidence Import(byte[] content, DiagnosticBag? diagnostics = null, ReadLimits? limits = null) =>
        new EvidenceImporter(Countries.Value).Import(new MemoryStream(content), "answer.bin", limits ?? ReadLimits.Default, diagnostics ?? new DiagnosticBag());

    public static ImportedEvidence Import(string content, DiagnosticBag? diagnostics = null) => Import(Encoding.UTF8.GetBytes(content), diagnostics);
}
