using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using SourcingCompliance.Evidence;

namespace SourcingCompliance.Formats.Reading.Evidence.Certificates;

/// <summary>Takes in certificates: JSON of the EN 10168 schemas, and the text of certificates and letters. Neither states facts that a program may keep
/// alone.</summary>
internal static class CertificateImporter
{
    private const int MostCharacters = 200_000;

    /// <summary>The form of a certificate as JSON.</summary>
    public static readonly EvidenceForm Json = new(EvidenceKind.En10168, "an EN 10204 certificate (EN 10168 JSON)", null);

    /// <summary>The form of a certificate as text.</summary>
    public static readonly EvidenceForm Text = new(EvidenceKind.CertificateText, "the text of a certificate", null)
    {
        Remedy = "Record what it says with 'sourcing evidence add'. The check covers bills of materials.",
    };

    /// <summary>Whether a JSON document is such a certificate.</summary>
    public static bool IsCertificate(JsonElement root) => root.Member("Certificate").Member("CommercialTransaction").ValueKind == JsonValueKind.Object;

    /// <summary>Takes a JSON certificate in.</summary>
    public static ImportedEvidence Import(JsonElement root)
    {
        JsonElement certificate = root.Member("Certificate");
        ImmutableArray<UnreadAnswer>.Builder left = ImmutableArray.CreateBuilder<UnreadAnswer>();
        MillCertificate read = Read(certificate, left);
        foreach (string part in (string[])["CertificateLanguages", "CommercialTransaction", "ProductDescription", "Validation"])
        {
            if (certificate.Member(part).ValueKind == JsonValueKind.Undefined)
            {
                left.Add(new UnreadAnswer($"$.Certificate.{part}", "", "The schema requires this part and it is missing."));
            }
        }

        CertificateReading wording = CertificateWording.Assess(read.Statement);
        left.Add(new UnreadAnswer("$.Certificate.Validation.Z01", FormText.Shorten(read.Statement), string.Join(' ', wording.Reasons)));
        if (read.WorksCountry.Length > 0)
        {
            left.Add(new UnreadAnswer("$.Certificate.CommercialTransaction.A01.Country", read.WorksCountry, "This is the address of the works. The form has "
                + "no field for the country of melting."));
        }

        if (read.Heat.Length == 0)
        {
            left.Add(new UnreadAnswer("$.Certificate.ProductDescription.B07", "", "No heat or lot is stated, so the certificate cannot be tied to the "
                + "material delivered."));
        }

        return new ImportedEvidence(Json) { Certificate = read, Taken = [.. GetTaken(read)], Left = left.ToImmutable() };
    }

    /// <summary>Says what the paragraphs of a text support.</summary>
    /// <param name="text">The text.</param>
    public static ImportedEvidence Import(string text)
    {
        ImmutableArray<TakenEntry>.Builder taken = ImmutableArray.CreateBuilder<TakenEntry>();
        ImmutableArray<UnreadAnswer>.Builder left = ImmutableArray.CreateBuilder<UnreadAnswer>();
        int line = 0;
        foreach (string paragraph in (text.Length > MostCharacters ? text[..MostCharacters] : text).Split('\n'))
        {
            line++;
            if (paragraph.Count(char.IsLetter) < 12)
            {
                continue;
            }

            CertificateReading reading = CertificateWording.Assess(paragraph);
            string place = string.Create(CultureInfo.InvariantCulture, $"line {line}");
            if (reading.Reasons is [CertificateWording.NoStage])
            {
                continue;
            }

            if (reading.Support == CertificateSupport.Nothing)
            {
                left.Add(new UnreadAnswer(place, FormText.Shorten(paragraph), string.Join(' ', reading.Reasons)));
            }
            else
            {
                taken.Add(new TakenEntry(place, $"{FormText.Shorten(paragraph)} — {string.Join(' ', reading.Reasons)}"));
            }
        }

        if (taken.Count == 0 && left.Count == 0)
        {
            left.Add(new UnreadAnswer("line 1", "", CertificateWording.NoStage));
        }

        return new ImportedEvidence(Text) { Taken = taken.ToImmutable(), Left = left.ToImmutable() };
    }

    private static MillCertificate Read(JsonElement certificate, ImmutableArray<UnreadAnswer>.Builder left)
    {
        JsonElement transaction = certificate.Member("CommercialTransaction");
        JsonElement product = certificate.Member("ProductDescription");
        JsonElement validation = certificate.Member("Validation");
        DateOnly? date = FormText.ReadDate(validation.Text("Z02"), out string reason);
        if (reason.Length > 0)
        {
            left.Add(new UnreadAnswer("$.Certificate.Validation.Z02", FormText.Shorten(validation.Text("Z02")), reason));
        }

        return new MillCertificate(transaction.Text("A03"), transaction.Text("A02"))
        {
            Works = transaction.Member("A01").Text("CompanyName"),
            WorksCountry = transaction.Member("A01").Text("Country"),
            Order = transaction.Text("A07"),
            Article = transaction.Text("A09"),
            Product = product.Text("B01"),
            Heat = product.Text("B07"),
            Analysis = [.. GetAnalysis(certificate.Member("Inspection"))],
            Statement = validation.Text("Z01"),
            Date = date,
            Signer = validation.Text("Z03"),
        };
    }

    // The standard ties no field to an element, so the symbol that stands with the value counts. Older schemas have one inspection, newer ones several.
    private static IEnumerable<(string Symbol, string Actual)> GetAnalysis(JsonElement inspection)
    {
        JsonElement[] inspections = inspection.ValueKind == JsonValueKind.Array ? [.. inspection.EnumerateArray()] : [inspection];
        foreach (JsonElement composition in inspections.Select(one => one.Member("ChemicalComposition")).Where(one => one.ValueKind == JsonValueKind.Object))
        {
            foreach (JsonProperty field in composition.EnumerateObject())
            {
                if (field.Value.Text("Symbol") is { Length: > 0 } symbol)
                {
                    yield return (symbol, field.Value.Text("Actual"));
                }
            }
        }
    }

    private static IEnumerable<TakenEntry> GetTaken(MillCertificate certificate)
    {
        yield return new TakenEntry("$.Certificate.CommercialTransaction",
            $"{certificate.DocumentType} {certificate.Number} of {certificate.Works}, order {certificate.Order}".Trim());
        yield return new TakenEntry("$.Certificate.ProductDescription",
            $"{certificate.Product}{(certificate.Heat.Length > 0 ? $", heat or lot {certificate.Heat}" : "")}");
        if (!certificate.Analysis.IsEmpty)
        {
            yield return new TakenEntry("$.Certificate.Inspection",
                $"Analysis: {string.Join(", ", certificate.Analysis.Select(element => $"{element.Symbol} {element.Actual}"))}");
        }
    }
}
