using System.Collections.Immutable;
using System.Globalization;
using SourcingCompliance.Items;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Decisions;

/// <summary>What an exception rests on, and who claims it.</summary>
/// <param name="Basis">Why it applies, in the words of the claim; what is on file where a claim has no words of its own.</param>
/// <param name="Claimant">Who claims it, and where: <c>J. Doe, contract.json (cots, END-1)</c>.</param>
internal sealed record ExceptionClaim(string Basis, string Claimant)
{
    /// <summary>The claim of an exception; null when nothing on file speaks of it.</summary>
    /// <param name="section">Property of the contract file in which the exception is claimed; null = in none.</param>
    /// <param name="item">The line.</param>
    /// <param name="contract">The contract file; null = none.</param>
    /// <param name="determination">The determination that is looked at; null = none.</param>
    /// <param name="statements">What the list says of the origin of the line.</param>
    /// <param name="nameOfAuthority">Name of an official by id.</param>
    public static ExceptionClaim? From(
        string? section, BomItem item, ContractContext? contract, NonavailabilityDetermination? determination, ImmutableArray<StageStatement> statements,
        Func<string, string> nameOfAuthority)
    {
        switch (section)
        {
            case "cots":
                return Nearest<CotsClaim>(contract?.CotsClaims ?? [], (claim, at) => PartNumbers.Names(claim.PartNumber, claim.Item, at), item) is { } cots
                    ? From(contract, section, cots.PartNumber, cots.Basis, cots.ClaimedBy, cots.Item is not null) : null;
            case "electronicDevices":
                return Nearest<ElectronicDeviceClaim>(
                    contract?.ElectronicDeviceClaims ?? [], (claim, at) => PartNumbers.Names(claim.PartNumber, claim.Item, at), item) is { } device
                    ? From(contract, section, device.PartNumber, device.Basis, device.ClaimedBy, device.Item is not null)
                    : null;
            case "recycledMagnets":
                return Nearest<RecycledMagnetClaim>(
                    contract?.RecycledMagnetClaims ?? [], (claim, at) => PartNumbers.Names(claim.PartNumber, claim.Item, at), item) is { } magnet
                    ? From(contract, section, magnet.PartNumber, magnet.Basis, magnet.ClaimedBy, magnet.Item is not null) is var claim
                        ? claim with { Basis = claim.Basis + GetPlaces(magnet, statements) } : null
                    : Recycled(statements);
            case "determinations":
                return determination is null ? null : From(contract, determination, nameOfAuthority);
            case "contract":
                return contract is null ? null : new ExceptionClaim(GetFacts(contract), contract.Path);
            default:
                return null;
        }
    }

    private static ExceptionClaim From(ContractContext? contract, string section, string partNumber, string? basis, string? claimedBy, bool isStated) => new(
        string.IsNullOrWhiteSpace(basis) ? "none is stated" : $"\"{basis}\"",
        $"{(string.IsNullOrWhiteSpace(claimedBy) ? "claimant not named" : claimedBy)}{(isStated ? "" : $", {contract?.Path} ({section}, {partNumber})")}");

    // The two places that the exception rests on, as claimed and as the list states them, so that a reader sees where they differ.
    private static string GetPlaces(RecycledMagnetClaim claim, ImmutableArray<StageStatement> statements)
    {
        string[] claimed =
        [
            .. claim.MilledIn is { } milled ? [$"milled in {milled.Code}"] : Array.Empty<string>(),
            .. claim.SinteredIn is { } sintered ? [$"sintered in {sintered.Code}"] : Array.Empty<string>(),
        ];
        string[] listed = [.. statements.Where(statement => statement.Stage is StageIds.Milled or StageIds.Sintered or StageIds.Recycled)
            .Select(statement => $"{statement.Stage} \"{AdverseFacts.Shorten(statement.Source.Raw)}\" ({statement.Source.Where})")
            .Distinct(StringComparer.Ordinal)];
        return (claimed.Length == 0 ? "" : $", {string.Join(", ", claimed)} by the claim")
            + (listed.Length == 0 ? "" : $"; by the list {string.Join(", ", listed)}");
    }

    private static ExceptionClaim? Recycled(ImmutableArray<StageStatement> statements) =>
        statements.FirstOrDefault(statement => statement.Stage == StageIds.Recycled) is { } stated
        ? new ExceptionClaim($"the list says that the feedstock is recycled ({stated.Source.Where} \"{stated.Source.Raw}\")", "the list")
        : null;

    private static ExceptionClaim From(ContractContext? contract, NonavailabilityDetermination determination, Func<string, string> nameOfAuthority)
    {
        string kind = determination switch
        {
            { IsNationalSecurityAcceptance: true } => "national-security acceptance",
            { IsClass: true } => "class determination",
            { IsClass: false } => "individual determination",
            _ => "determination",
        };
        string[] parts =
        [
            $"{kind} {determination.Id}",
            .. determination.Status is DeterminationStatus.Requested or DeterminationStatus.Denied
                ? [determination.Status == DeterminationStatus.Denied ? "denied" : "requested, not decided"] : Array.Empty<string>(),
            .. determination.GrantedOn is { } granted
                ? [$"{(determination.Status is DeterminationStatus.Requested or DeterminationStatus.Denied ? "dated" : "granted")} {Iso(granted)}"]
                : Array.Empty<string>(),
            .. determination.ExpiresOn is { } last ? [$"through {Iso(last)}"] : Array.Empty<string>(),
            .. determination.ContractNumber is { Length: > 0 } number ? [$"contract {number}"] : Array.Empty<string>(),
            .. determination.PartNumbers.IsEmpty ? Array.Empty<string>() : [$"end item {string.Join(", ", determination.PartNumbers)}"],
            .. determination.Materials.IsEmpty ? Array.Empty<string>() : [string.Join(", ", determination.Materials)],
            .. determination.Quantity is { } quantity ? [string.Create(CultureInfo.InvariantCulture, $"quantity {quantity:0.###}")] : Array.Empty<string>(),
            .. determination.Document is { } document ? [$"document \"{document.Title}\"{(document.Sha256 is { } hash ? $", sha256 {hash}" : "")}"]
                : Array.Empty<string>(),
        ];
        string decider = determination switch
        {
            { Authority: { } id, DecidedBy: { Length: > 0 } name } => $"decided by the {nameOfAuthority(id)} ({name})",
            { Authority: { } id } => $"decided by the {nameOfAuthority(id)}",
            { DecidedBy: { Length: > 0 } name } => $"decided by {name}",
            _ => "who decided is not stated",
        };
        return new ExceptionClaim(string.Join(", ", parts), $"{contract?.Path} (determinations, {determination.Id}), {decider}");
    }

    private static string GetFacts(ContractContext contract)
    {
        string[] facts =
        [
            .. contract.Value is { } value ? [string.Create(CultureInfo.InvariantCulture, $"value {value:N0} US dollars")] : Array.Empty<string>(),
            .. contract.AwardDate is { } award ? [$"awarded {Iso(award)}"] : Array.Empty<string>(),
            .. contract.IsAcquiredOutsideUnitedStates is { } isAbroad ? [isAbroad ? "acquired outside the United States" : "acquired in the United States"]
                : Array.Empty<string>(),
            .. contract.PlaceOfUse is { } place ? [$"for use in {place.Code}"] : Array.Empty<string>(),
            contract.IsClauseInContract switch
            {
                true => "the clause is in the contract",
                false => "the clause is not in the contract",
                null => "whether the clause is in the contract is not stated",
            },
        ];
        return string.Join(", ", facts);
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static T? Nearest<T>(ImmutableArray<T> claims, Func<T, BomItem, bool> names, BomItem item)
        where T : class
    {
        for (BomItem? at = item; at is not null && !claims.IsEmpty; at = at.Parent)
        {
            if (claims.FirstOrDefault(claim => names(claim, at)) is { } claim)
            {
                return claim;
            }
        }

        return null;
    }
}
