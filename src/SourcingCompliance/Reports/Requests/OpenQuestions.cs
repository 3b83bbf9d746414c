using System.Collections.Immutable;
using SourcingCompliance.Decisions;
using SourcingCompliance.Evidence;
using SourcingCompliance.Findings;
using SourcingCompliance.Items;
using SourcingCompliance.Law;
using SourcingCompliance.Primitives;
using SourcingCompliance.Remediation;

namespace SourcingCompliance.Reports.Requests;

/// <summary>Turns what a report lacks into requests: one for each supplier, with its parts only and with the facts only that are missing.</summary>
public static class OpenQuestions
{
    /// <summary>The requests of a report, by supplier. Lines that name nobody are in the request to the supplier with the empty name.</summary>
    /// <param name="report">The report.</param>
    /// <param name="supplier">Only this supplier, whatever the spelling; null = all.</param>
    public static ImmutableArray<EvidenceRequest> Get(ComplianceReport report, string? supplier = null)
    {
        ArgumentNullException.ThrowIfNull(report);
        var rows = new Dictionary<(string Supplier, string Part, string Number, string? Material), Row>();
        foreach (LineReport line in report.Files.SelectMany(file => file.Lines))
        {
            foreach (Determination determination in line.Determinations.Where(one => one.Regime == report.Run.GateRegime
                && one.Verdict is Verdict.Open or Verdict.Suspect && one.Through is null))
            {
                foreach (MissingFact fact in determination.Missing)
                {
                    if (GetQuestion(fact, determination.Material) is { } question)
                    {
                        Add(rows, line, determination.Material, question, question.Stage);
                    }
                }

                // The steps go to whoever is asked whether the part contains the material.
                foreach (MissingFact fact in determination.MissingIfContained)
                {
                    if (GetQuestion(fact, determination.Material) is { } question)
                    {
                        Add(rows, line, determination.Material, question, null);
                    }
                }
            }
        }

        string? wanted = supplier is null ? null : NameKey.Compute(supplier);
        return
        [
            .. rows.Values.GroupBy(row => NameKey.Compute(row.Supplier), StringComparer.Ordinal).Where(group => wanted is null || group.Key == wanted)
                .OrderBy(group => group.First().Supplier, StringComparer.Ordinal).Select(group => GetRequest(report, [.. group])),
        ];
    }

    private static void Add(
        Dictionary<(string, string, string, string?), Row> rows, LineReport line, string? material, RequestedFact question, string? stageOfReferral)
    {
        // Who says that it does not know and names somebody else is not asked again: the other is.
        UncountedFact? referral = line.Stated.Uncounted.FirstOrDefault(fact => fact is { Reason: UncountedReason.Unknown, NextSupplier: not null }
            && fact.Stage == stageOfReferral && (fact.Element is null || fact.Element == question.Element)
            && (fact.Material is null || fact.Material == material));
        string own = line.Supplier.Length > 0 ? line.Supplier : line.Manufacturer;
        string supplier = referral?.NextSupplier ?? own;
        (string, string, string, string?) key =
            (NameKey.Compute(supplier), NameKey.OfPart(line.PartNumber), NameKey.OfPart(line.ManufacturerPartNumber), material);
        if (!rows.TryGetValue(key, out Row? row))
        {
            rows.Add(key, row = new Row(supplier, line, material, referral is null ? null : own));
        }

        if (!row.Questions.Contains(question))
        {
            row.Questions.Add(question);
        }
    }

    // Facts of the contract are no supplier's business; those of exceptions have columns of their own in every questionnaire.
    private static RequestedFact? GetQuestion(MissingFact fact, string? material) => fact.Fact switch
    {
        MissingFactIds.StageOrigin when fact.Stage is { } stage => new RequestedFact(material, stage, fact.Element),
        MissingFactIds.UnnamedElement when fact.Stage is { } stage => new RequestedFact(material, stage, fact.Element),
        MissingFactIds.CountryOfOrigin => new RequestedFact(material, StageIds.Produced, null),
        MissingFactIds.MaterialIdentity => new RequestedFact(material, null, null),
        _ => null,
    };

    private static EvidenceRequest GetRequest(ComplianceReport report, Row[] rows)
    {
        string supplier = rows[0].Supplier;
        Row[] ordered = [.. rows.OrderBy(row => row.Line.PartNumber, StringComparer.Ordinal)
            .ThenBy(row => row.Line.ManufacturerPartNumber, StringComparer.Ordinal).ThenBy(row => row.Material, StringComparer.Ordinal)];
        string content = string.Join('\n',
            ordered.Select(row => $"{row.Line.PartNumber}|{row.Line.ManufacturerPartNumber}|{row.Material}|"
                + $"{string.Join(',', row.Questions.Select(question => question.Code))}")
            .Prepend($"{NameKey.Compute(supplier)} {report.Run.AsOf:yyyyMMdd}"));
        string id = RowKeys.GetId(content);
        SupplierRequest[] letters = [.. (report.Plan?.Requests ?? []).Where(letter => NameKey.Compute(letter.Supplier) == NameKey.Compute(supplier))];
        return new EvidenceRequest(id, supplier, report.Run.AsOf, letters.Length == 0 ? null : letters.Min(letter => letter.AnswerBy))
        {
            ReferredBy = rows.Select(row => row.ReferredBy).OfType<string>().FirstOrDefault(),
            Items = [.. ordered.Select((row, at) => new RequestedItem(RowKeys.GetKey(id, at + 1), row.Line.PartNumber, [.. row.Questions])
            {
                Manufacturer = row.Line.Manufacturer.Length > 0 ? row.Line.Manufacturer : null,
                ManufacturerPartNumber = row.Line.ManufacturerPartNumber.Length > 0 ? row.Line.ManufacturerPartNumber : null,
                Description = row.Line.Description,
            })],
        };
    }

    /// <summary>A row of a questionnaire under way: one part, one material.</summary>
    private sealed record Row(string Supplier, LineReport Line, string? Material, string? ReferredBy)
    {
        public List<RequestedFact> Questions { get; } = [];
    }
}
