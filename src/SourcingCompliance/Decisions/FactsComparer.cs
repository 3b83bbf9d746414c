using System.Collections.Immutable;
using SourcingCompliance.Items;
using SourcingCompliance.Recognition.Materials;
using SourcingCompliance.Recognition.Origins;

namespace SourcingCompliance.Decisions;

/// <summary>
/// Compares lines of one sheet by everything that a decision rests on: materials and how the line carries them, the statements of origin by
/// column and text, and whether an assembly holds it, or which one where the contract file names parts. A line that the contract file names,
/// one that could not be read whole, one with a mention that nothing explains, and one with statements of another row have facts of their
/// own: see <see cref="IsShareable"/>.
/// </summary>
internal sealed class FactsComparer : IEqualityComparer<BomItem>
{
    private readonly HashSet<string> _named;

    /// <summary>Compares the lines of a contract.</summary>
    /// <param name="contract">The contract; null = none.</param>
    public FactsComparer(ContractContext? contract) =>
        _named = new HashSet<string>(contract is null ? [] : NamedBy(contract), StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the decision of a line can be that of others.</summary>
    public bool IsShareable(BomItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        if (item.Line.Damage is not null || item.Line.UnreadCell is not null || !item.Mentions.IsEmpty || item.Materials.IsEmpty
            || !item.Stated.Claims.IsEmpty || !item.Stated.Denied.IsEmpty)
        {
            return false;
        }

        foreach (OriginStatement statement in item.Origins)
        {
            if (statement.Cell.Row != item.Line.Row)
            {
                return false;
            }
        }

        return _named.Count == 0 || !PartNumbers.Get(item).Any(number => _named.Contains(number.Trim()));
    }

    /// <inheritdoc/>
    public bool Equals(BomItem? x, BomItem? y)
    {
        if (x is null || y is null || !IsSamePlace(x, y) || x.Materials.Length != y.Materials.Length || x.Origins.Length != y.Origins.Length)
        {
            return ReferenceEquals(x, y);
        }

        for (int at = 0; at < x.Materials.Length; at++)
        {
            if (!AreSame(x.Materials[at], y.Materials[at]))
            {
                return false;
            }
        }

        for (int at = 0; at < x.Origins.Length; at++)
        {
            if (!AreSame(x.Origins[at], y.Origins[at]))
            {
                return false;
            }
        }

        return x.Stated.Leads.SequenceEqual(y.Stated.Leads);
    }

    /// <inheritdoc/>
    public int GetHashCode(BomItem obj)
    {
        ArgumentNullException.ThrowIfNull(obj);
        var hash = new HashCode();
        foreach (MaterialOccurrence material in obj.Materials)
        {
            hash.Add(material.Material, StringComparer.Ordinal);
            hash.Add(material.Presence);
        }

        foreach (OriginStatement statement in obj.Origins)
        {
            hash.Add(statement.Cell.Column);
            hash.Add(statement.Raw, StringComparer.Ordinal);
        }

        return hash.ToHashCode();
    }

    // Only a contract file that names parts speaks of assemblies; without one it counts whether there is any.
    private bool IsSamePlace(BomItem one, BomItem other) => _named.Count > 0 ? ReferenceEquals(one.Parent, other.Parent)
        : one.Parent is null == other.Parent is null;

    // The words that name a material decide nothing.
    private static bool AreSame(MaterialOccurrence one, MaterialOccurrence other) => ReferenceEquals(one, other)
        || (one.Material == other.Material && one.Presence == other.Presence && one.Likelihood.Equals(other.Likelihood) && one.Component == other.Component
            && one.UsualMassKilograms == other.UsualMassKilograms);

    // A text is read once for all its cells, so what it says is the same object.
    private static bool AreSame(OriginStatement one, OriginStatement other) => one.Cell.Column == other.Cell.Column && one.Field == other.Field
        && one.Stage == other.Stage && one.Element == other.Element && one.Raw == other.Raw && (ReferenceEquals(one.Origin, other.Origin)
            || one.Origin == other.Origin || (one.IsNeverQuoted && other.IsNeverQuoted && one.Origin.Countries.SequenceEqual(other.Origin.Countries)))
        && one.Material == other.Material && (ReferenceEquals(one.Evidence, other.Evidence)
            || (one.IsNeverQuoted && other.IsNeverQuoted && one.Evidence?.IsDocumented == other.Evidence?.IsDocumented));

    private static IEnumerable<string> NamedBy(ContractContext contract) => contract.LineItems.Select(line => line.PartNumber)
        .Concat(contract.EndItems.Select(item => item.PartNumber)).Concat(contract.CotsClaims.Select(claim => claim.PartNumber))
        .Concat(contract.ElectronicDeviceClaims.Select(claim => claim.PartNumber)).Concat(contract.RecycledMagnetClaims.Select(claim => claim.PartNumber))
        .Concat(contract.Determinations.SelectMany(determination => determination.PartNumbers))
        .OfType<string>().Select(number => number.Trim());
}
