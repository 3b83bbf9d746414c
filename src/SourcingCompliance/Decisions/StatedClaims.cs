using System.Collections.Immutable;
using SourcingCompliance.Items;

namespace SourcingCompliance.Decisions;

/// <summary>Puts the facts of exceptions that suppliers state beside the claims of the contract file.</summary>
internal static class StatedClaims
{
    /// <summary>The contract with the claims of a sheet; the contract itself where no statement speaks of exceptions.</summary>
    /// <param name="contract">The contract; null = none.</param>
    /// <param name="items">The items of the sheet.</param>
    public static ContractContext? AddTo(ContractContext? contract, IReadOnlyList<BomItem> items)
    {
        (BomItem Item, StatedClaim Claim)[] stated = [.. items.SelectMany(item => item.Stated.Claims.Select(claim => (item, claim)))];
        if (stated.Length == 0)
        {
            return contract;
        }

        contract ??= new ContractContext { Path = "evidence" };

        // A statement that an exception does not hold goes before the claims of the contract file and establishes nothing; one that it holds goes after them.
        return contract with
        {
            CotsClaims = Around(contract.CotsClaims, stated, ClaimKind.Cots, (item, claim) => new CotsClaim
            {
                PartNumber = item.Line.PartNumber, Item = item, Basis = GetBasis(claim), ClaimedBy = claim.Evidence.Chain,
                MassKilograms = claim.MassKilograms, TungstenMassKilograms = claim.TungstenMassKilograms,
                CoveredMaterialMassKilograms = claim.CoveredMaterialMassKilograms,
            }),
            ElectronicDeviceClaims = Around(contract.ElectronicDeviceClaims, stated, ClaimKind.ElectronicDevice,
                (item, claim) => new ElectronicDeviceClaim(item.Line.PartNumber, GetBasis(claim), null) { Item = item, ClaimedBy = claim.Evidence.Chain }),
            RecycledMagnetClaims = Around(contract.RecycledMagnetClaims, stated, ClaimKind.Recycled,
                (item, claim) => new RecycledMagnetClaim(item.Line.PartNumber, GetBasis(claim), claim.MilledIn,
                    claim.SinteredIn)
                { Item = item, ClaimedBy = claim.Evidence.Chain }),
        };
    }

    private static string? GetBasis(StatedClaim claim) => claim.Holds ? claim.Basis : null;

    private static ImmutableArray<TClaim> Around<TClaim>(
        ImmutableArray<TClaim> ofContract, (BomItem Item, StatedClaim Claim)[] stated, ClaimKind kind, Func<BomItem, StatedClaim, TClaim> create) =>
    [
        .. stated.Where(one => one.Claim.Exception == kind && !one.Claim.Holds).Select(one => create(one.Item, one.Claim)),
        .. ofContract,
        .. stated.Where(one => one.Claim.Exception == kind && one.Claim.Holds).Select(one => create(one.Item, one.Claim)),
    ];
}
