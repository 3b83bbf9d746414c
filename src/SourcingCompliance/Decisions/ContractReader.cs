using System.Collections.Immutable;
using System.Globalization;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Primitives.Json;

namespace SourcingCompliance.Decisions;

/// <summary>Reads a contract file (<c>contract.json</c>, schema <c>rules/schema/contract.schema.json</c>).</summary>
public static class ContractReader
{
    /// <summary>
    /// Reads a contract file. A file that is no JSON object gives null and SC9511; a property that is not known SC9512; a value that
    /// cannot be used SC9513, and the fact stays not stated.
    /// </summary>
    /// <param name="content">The bytes of the file, UTF-8.</param>
    /// <param name="path">Path as given, with forward slashes.</param>
    /// <param name="diagnostics">Receives the faults.</param>
    public static ContractContext? Parse(ReadOnlyMemory<byte> content, string path, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(diagnostics);
        if (JsonObjectReader.Open(content, JsonReadingContext.ForContract(path, diagnostics)) is not { } root)
        {
            return null;
        }

        ClauseDate? clause = ClauseDate.From(root);
        bool? isInContract = root.Flag("clauseInContract");
        if (clause is not null && isInContract is false)
        {
            root.Refuse("clauseInContract", "false", "true, or no clauseDate next to it,");
        }

        var contract = new ContractContext
        {
            Path = path,
            ContractNumber = root.Text("contractNumber"),
            ClauseMonth = clause?.Month,
            ClauseDateText = clause?.Text,
            ClauseDeviation = clause?.Deviation,
            IsClauseInContract = clause is not null ? true : isInContract,
            AwardDate = root.Date("awardDate"),
            Value = NotNegative(root, "value"),
            IsAcquiredOutsideUnitedStates = root.Flag("acquiredOutsideUnitedStates"),
            PlaceOfUse = GetCountry(root, "placeOfUse"),
            HasSpecialtyMetalsClause = root.Flag("specialtyMetalsClause"),
            LineItems = Each(root, "lineItems", GetLineItem),
            EndItems = Each(root, "endItems", entry => new ContractEndItem(entry.RequiredText("partNumber"), GetCountry(entry, "placeOfManufacture"))),
            CotsClaims = Each(root, "cots", GetCots),
            ElectronicDeviceClaims = Each(root, "electronicDevices", entry =>
                new ElectronicDeviceClaim(entry.RequiredText("partNumber"), entry.Text("basis"), entry.Flag("contractSpecifiesOtherwise"))
                {
                    ClaimedBy = entry.Text("claimedBy"),
                }),
            RecycledMagnetClaims = Each(root, "recycledMagnets", entry =>
                new RecycledMagnetClaim(entry.RequiredText("partNumber"), entry.Text("basis"), GetCountry(entry, "milledIn"), GetCountry(entry, "sinteredIn"))
                {
                    ClaimedBy = entry.Text("claimedBy"),
                }),
            Determinations = Each(root, "determinations", DeterminationReader.Get),
        };
        root.Finish();
        return contract;
    }

    private static ImmutableArray<T> Each<T>(JsonObjectReader root, string name, Func<JsonObjectReader, T> read)
    {
        var all = ImmutableArray.CreateBuilder<T>();
        foreach (JsonObjectReader entry in root.Objects(name))
        {
            all.Add(read(entry));
            entry.Finish();
        }

        return all.ToImmutable();
    }

    private static ContractLineItem GetLineItem(JsonObjectReader entry) =>
        new(entry.RequiredText("id"), entry.Text("partNumber"), entry.Date("deliveryDate")) { Quantity = NotNegative(entry, "quantity") };

    private static CotsClaim GetCots(JsonObjectReader entry) => new()
    {
        PartNumber = entry.RequiredText("partNumber"),
        Basis = entry.Text("basis"),
        MassKilograms = NotNegative(entry, "massKilograms"),
        TungstenMassKilograms = NotNegative(entry, "tungstenMassKilograms"),
        CoveredMaterialMassKilograms = NotNegative(entry, "coveredMaterialMassKilograms"),
        IsMillProduct = entry.Flag("millProduct"),
        IsIncorporated = entry.Flag("incorporated"),
        ClaimedBy = entry.Text("claimedBy"),
    };

    internal static decimal? NotNegative(JsonObjectReader entry, string name)
    {
        decimal? number = entry.Number(name);
        if (number is >= 0 or null)
        {
            return number;
        }

        entry.Refuse(name, string.Create(CultureInfo.InvariantCulture, $"{number}"), "a number not below 0");
        return null;
    }

    private static Country? GetCountry(JsonObjectReader entry, string name)
    {
        if (entry.Text(name) is not { } code)
        {
            return null;
        }

        if (code is [>= 'A' and <= 'Z', >= 'A' and <= 'Z'])
        {
            return new Country(code);
        }

        entry.Refuse(name, $"\"{code}\"", "an ISO 3166-1 alpha-2 code in capital letters, such as US,");
        return null;
    }
}
