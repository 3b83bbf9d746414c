using System.Collections.Immutable;
using SourcingCompliance.Items;
using SourcingCompliance.Law;
using SourcingCompliance.Primitives;
using SourcingCompliance.Recognition.Materials;
using SourcingCompliance.Recognition.Origins;

namespace SourcingCompliance.Decisions;

/// <content>The facts of each claim.</content>
internal sealed partial class ExceptionFacts
{
    private void SetCots(BomItem item, MaterialOccurrence occurrence)
    {
        (CotsClaim? claim, BomItem? subject) =
            Nearest<CotsClaim>(_contract?.CotsClaims ?? [], (candidate, at) => PartNumbers.Names(candidate.PartNumber, candidate.Item, at), item);
        bool isMaterialItself = ReferenceEquals(subject, item) && occurrence.Presence == Presence.Is;
        bool isTungsten = occurrence.Material is MaterialIds.TungstenPowder or MaterialIds.TungstenHeavyAlloy;
        _facts.Set(Vocabulary.IsClaimedCots, claim is not null);
        _facts.Set(Vocabulary.IsCots, string.IsNullOrWhiteSpace(claim?.Basis) ? null : true);
        _facts.Set(Vocabulary.IsMillProduct, claim?.IsMillProduct);
        _facts.Set(Vocabulary.IsIncorporated, claim?.IsIncorporated ?? (item.Parent is null ? null : true));

        // A claim does not outweigh what the line is: tungsten powder and heavy alloy are tungsten by more than half, whatever mass is claimed.
        decimal? whole = claim?.MassKilograms ?? subject?.MassKilograms;
        decimal? claimedTungsten = Share(claim?.TungstenMassKilograms, whole);
        decimal? tungsten = !isMaterialItself ? claimedTungsten : isTungsten ? 1m : claimedTungsten ?? 0m;
        decimal? covered = isMaterialItself ? 1m : Share(claim?.CoveredMaterialMassKilograms, whole);
        _facts.Set(Vocabulary.TungstenFraction, tungsten);
        _facts.Set(Vocabulary.CoveredFraction, covered);
        _masses = claim is null || subject is null || isMaterialItself
            ? null
            : DisputedMasses.From(claim, subject, (_contract?.Listed ?? ListedMasses.From([item], [claim])).Within(subject), tungsten, covered);
    }

    private void SetElectronicDevice(BomItem item, MaterialOccurrence occurrence)
    {
        (ElectronicDeviceClaim? claim, BomItem? subject) =
            Nearest<ElectronicDeviceClaim>(
                _contract?.ElectronicDeviceClaims ?? [], (candidate, at) => PartNumbers.Names(candidate.PartNumber, candidate.Item, at), item);
        _facts.Set(Vocabulary.IsMaterialItself, ReferenceEquals(subject, item) && occurrence.Presence == Presence.Is);
        _facts.Set(Vocabulary.IsClaimedElectronicDevice, claim is not null);
        _facts.Set(Vocabulary.IsElectronicDevice, string.IsNullOrWhiteSpace(claim?.Basis) ? null : true);
        _facts.Set(Vocabulary.ContractSpecifiesOtherwise, claim?.ContractSpecifiesOtherwise);
    }

    private void SetRecycled(BomItem item, ImmutableArray<StageStatement> statements)
    {
        (RecycledMagnetClaim? claim, _) =
            Nearest<RecycledMagnetClaim>(
                _contract?.RecycledMagnetClaims ?? [], (candidate, at) => PartNumbers.Names(candidate.PartNumber, candidate.Item, at), item);

        // A column that says where recycled feedstock came from shows that it is recycled; one that names a covered country helps nobody.
        bool isShown = !string.IsNullOrWhiteSpace(claim?.Basis) || statements.Any(statement => statement.Stage == StageIds.Recycled
            && statement.Certainty == OriginCertainty.Definite && _edition.CoveredCountries.GetCount(statement.Countries) == 0);
        _facts.Set(Vocabulary.IsClaimedRecycled, claim is not null);
        _facts.Set(Vocabulary.IsRecycled, isShown ? true : null);
        SetPlaces(Vocabulary.MilledIn, StageIds.Milled, claim?.MilledIn, statements);
        SetPlaces(Vocabulary.SinteredIn, StageIds.Sintered, claim?.SinteredIn, statements);
    }

    // Everything on file together: a claim does not outweigh a cell of the list that says otherwise. "US?" beside a plain "US" takes nothing
    // away from it; "US or JP" does, for nothing on file says JP plainly. Where plain statements differ, each of them is a reading of its own.
    private void SetPlaces(Fact fact, string stage, Country? claimed, ImmutableArray<StageStatement> statements)
    {
        StageStatement[] stated = [.. statements.Where(statement => statement.Stage == stage)];
        ImmutableArray<Country> countries =
            [.. stated.SelectMany(statement => statement.Countries).Concat(claimed is { } place ? [place] : []).Distinct().Order()];
        StageStatement[] plain = [.. stated.Where(statement => statement.Certainty == OriginCertainty.Definite)];
        bool isDefinite = !stated.Any(statement => statement.IsUnread)
            && countries.All(country => country == claimed || plain.Any(statement => statement.Countries.Contains(country)));
        _facts.Set(fact, countries, isDefinite ? OriginCertainty.Definite : OriginCertainty.Ambiguous);
        ImmutableArray<Country> sure = [.. plain.Where(statement => statement.Countries.Length == 1).SelectMany(statement => statement.Countries)
            .Concat(claimed is { } own ? [own] : []).Distinct().Order()];
        if (sure.Length > 1)
        {
            _places.AddRange(sure.Select(country => (fact, country)));
        }
    }
}
