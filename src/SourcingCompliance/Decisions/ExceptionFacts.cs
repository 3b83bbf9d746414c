using System.Collections.Immutable;
using SourcingCompliance.Items;
using SourcingCompliance.Law;
using SourcingCompliance.Primitives;
using SourcingCompliance.Recognition.Materials;
using SourcingCompliance.Recognition.Origins;

namespace SourcingCompliance.Decisions;

/// <summary>
/// Works out the facts that exceptions ask for, from the contract file and the list. It decides nothing: what a fact is good for stands in
/// the pack. Whatever is not stated stays unknown.
/// </summary>
internal sealed partial class ExceptionFacts
{
    private readonly LawEdition _edition;
    private readonly ContractContext? _contract;
    private readonly FactFrame _facts;
    private readonly List<(Fact Fact, Country Country)> _places = [];
    private DisputedMasses? _masses;

    public ExceptionFacts(LawEdition edition, ContractContext? contract, FactFrame facts)
    {
        _edition = edition;
        _contract = contract;
        _facts = facts;
    }

    /// <summary>Sets every fact but those of a determination.</summary>
    public void Set(BomItem item, MaterialOccurrence occurrence, ImmutableArray<StageStatement> statements)
    {
        _facts.Set(Vocabulary.Material, occurrence.Material);
        _facts.Set(Vocabulary.Presence, StepAssessor.GetName(occurrence.Presence));
        _facts.Set(Vocabulary.Likelihood, (decimal)occurrence.Likelihood);
        SetContract();
        SetCots(item, occurrence);
        SetElectronicDevice(item, occurrence);
        SetRecycled(item, statements);
    }

    /// <summary>
    /// The deliveries of an item that a regime governs; one of an unknown day when none is known. Where the contract delivers in another period
    /// only, the regime is asked as if the item were delivered on its last day, or its first: nothing is missing that the file could tell.
    /// </summary>
    public ImmutableArray<DateOnly?> GetDeliveries(BomItem item, Regime regime)
    {
        ImmutableArray<DateOnly?> dates = _contract?.GetDeliveryDates(item) ?? [];
        ImmutableArray<DateOnly?> governed = [.. dates.Where(date => date is not { } day || regime.Governs(day))];
        return !governed.IsEmpty ? governed : [dates.IsEmpty ? null : regime.To ?? regime.From];
    }

    /// <summary>
    /// What comes of a condition when list and contract file disagree: two plain places, and the worse of them counts; two masses, and what
    /// the worse of them would undo is not settled.
    /// </summary>
    /// <param name="outcome">What came of it as the facts stand.</param>
    /// <param name="evaluate">Evaluates the condition over the frame.</param>
    /// <returns>The outcome that counts, and what must be said of the masses; null = nothing.</returns>
    public (RuleOutcome Outcome, DisputedMasses? Masses) GetWorst(RuleOutcome outcome, Func<RuleOutcome> evaluate)
    {
        foreach ((Fact fact, Country country) in _places)
        {
            (ImmutableArray<Country> all, OriginCertainty certainty) = _facts.GetOrigin(fact);
            _facts.Set(fact, [country], OriginCertainty.Definite);
            outcome = evaluate() is { Truth: Truth.False } worse ? worse : outcome;
            _facts.Set(fact, all, certainty);
        }

        if (outcome.Truth != Truth.True || _masses is not { } masses)
        {
            return (outcome, null);
        }

        // Each edition of the law weighs one of the two, so only what undoes the exception is asked for.
        _facts.Set(Vocabulary.TungstenFraction, masses.WorstTungsten);
        bool isUndoneByTungsten = evaluate().Truth != Truth.True;
        _facts.Set(Vocabulary.CoveredFraction, masses.WorstCovered);
        bool isUndone = isUndoneByTungsten || evaluate().Truth != Truth.True;
        _facts.Set(Vocabulary.TungstenFraction, masses.Tungsten);
        _facts.Set(Vocabulary.CoveredFraction, masses.Covered);
        Fact disputed = isUndoneByTungsten ? Vocabulary.TungstenFraction : Vocabulary.CoveredFraction;
        return isUndone ? (new RuleOutcome(Truth.Unknown, 1UL << disputed.Index), masses) : (outcome, null);
    }

    /// <summary>Sets the day of the delivery that is asked about; null = not known.</summary>
    public void Set(DateOnly? delivery) => _facts.Set(Vocabulary.DeliveryDate, delivery);

    /// <summary>Sets the facts of one determination; null = there is none.</summary>
    public void Set(NonavailabilityDetermination? determination, BomItem item, CoveredMaterial material, DateOnly? delivery)
    {
        bool? coversMaterial = determination switch
        {
            null => null,
            // 10 U.S.C. 4872(e)(2)(B): an acceptance specifies end items and time, and no material.
            { Materials.IsEmpty: true } => determination.IsNationalSecurityAcceptance ? true : null,
            _ => determination.Materials.Contains(material.Id)
                || (!material.Kinds.IsEmpty && material.Kinds.All(kind => determination.Materials.Contains(kind))),
        };
        DateOnly? granted = determination?.GrantedOn;
        _facts.Set(Vocabulary.IsDeterminationOnFile, determination is not null && coversMaterial != false);
        _facts.Set(Vocabulary.IsAcceptance, determination?.IsNationalSecurityAcceptance ?? false);
        _facts.Set(Vocabulary.IsDeterminationGranted, IsGranted(determination));
        _facts.Set(Vocabulary.IsDeterminationAuthorized, IsAuthorized(determination));
        _facts.Set(Vocabulary.DeterminationCoversMaterial, coversMaterial);
        _facts.Set(Vocabulary.DeterminationCoversItem, determination is null || determination.PartNumbers.IsEmpty
            ? null
            : determination.PartNumbers.Any(number => PartNumbers.NamesOrHolds(number, item)));
        _facts.Set(Vocabulary.DeterminationCoversContract, determination is null ? null : CoversContract(determination));
        _facts.Set(Vocabulary.DeterminationCoversQuantity, determination is null ? null : CoversQuantity(determination, item));
        _facts.Set(Vocabulary.HasDeterminationDocument, determination?.Document is { Sha256: not null });
        _facts.Set(Vocabulary.DeterminationGrantedOn, granted);
        _facts.Set(Vocabulary.DeterminationExpiresOn, determination?.ExpiresOn);
        _facts.Set(Vocabulary.MitigationPlanAcceptedOn, determination?.MitigationPlanAcceptedOn);
        _facts.Set(Vocabulary.DeterminationMonths, granted is { } from && determination?.ExpiresOn is { } expires ? MonthsBetween(from, expires) : null);
        _facts.Set(Vocabulary.DeterminationMonthsAtDelivery, granted is { } first && delivery is { } day ? Math.Max(0, MonthsBetween(first, day)) : null);
    }

    /// <summary>Months from one day to another, a begun month counted whole.</summary>
    internal static decimal MonthsBetween(DateOnly first, DateOnly last)
    {
        int months = ((last.Year - first.Year) * 12) + last.Month - first.Month;
        return first.AddMonths(months) < last ? months + 1 : months;
    }

    private bool? CoversContract(NonavailabilityDetermination determination) => determination switch
    {
        { IsClass: true } => true,
        { ContractNumber: { Length: > 0 } number } when _contract?.ContractNumber is { Length: > 0 } own => PartNumbers.AreSame(number, own),
        _ => null,
    };

    // A day of grant without a status says that it was granted; a request is no grant.
    private static bool? IsGranted(NonavailabilityDetermination? determination) => determination switch
    {
        null => null,
        { Status: DeterminationStatus.Granted } => true,
        { Status: DeterminationStatus.Requested or DeterminationStatus.Denied } => false,
        _ => determination.GrantedOn is null ? null : true,
    };

    // Who may decide what is the pack's to say; an official whom it does not know is as good as none.
    private bool? IsAuthorized(NonavailabilityDetermination? determination)
    {
        if (determination?.Authority is not { } id || _edition.FindAuthority(id) is not { } authority)
        {
            return null;
        }

        string? kind = determination.IsNationalSecurityAcceptance ? "national-security"
            : determination.IsClass switch { true => "class", false => "individual", null => null };
        return kind is null || authority.IsUnsettledFor.Contains(kind, StringComparer.Ordinal) ? null
            : authority.MayDecide.Contains(kind, StringComparer.Ordinal);
    }

    private bool? CoversQuantity(NonavailabilityDetermination determination, BomItem item)
    {
        if (determination.Quantity is not { } limit)
        {
            return determination.IsNationalSecurityAcceptance ? null : true;
        }

        decimal?[] delivered = [.. _contract?.GetQuantities(item) ?? []];
        return delivered.Length == 0 || delivered.Contains(null) ? null : delivered.Sum() <= limit;
    }

    private void SetContract()
    {
        _facts.Set(Vocabulary.IsClauseOnFile, _contract?.IsClauseInContract is true);
        _facts.Set(Vocabulary.ContractValue, _contract?.Value);
        _facts.Set(Vocabulary.SimplifiedAcquisitionThreshold, ThresholdOnAward());
        _facts.Set(Vocabulary.AcquiredOutside, _contract?.IsAcquiredOutsideUnitedStates);
        _facts.Set(Vocabulary.PlaceOfUse, _contract?.PlaceOfUse is { } place ? [place] : [], OriginCertainty.Definite);
        _facts.Set(Vocabulary.HasSpecialtyMetalsClause, _contract?.HasSpecialtyMetalsClause);
    }

    // The threshold is that of the day of award. Without that day it is known only where every threshold there was gives the same answer.
    private decimal? ThresholdOnAward()
    {
        const string threshold = "simplifiedAcquisitionThreshold";
        if (_edition.Pack.Thresholds is not { } thresholds || _contract?.Value is not { } value)
        {
            return null;
        }

        if (_contract.AwardDate is { } award)
        {
            return thresholds.On(award).FirstOrDefault(entry => entry.Id == threshold)?.Value;
        }

        decimal[] all = [.. thresholds.Periods.SelectMany(period => period.Values).Where(entry => entry.Id == threshold).Select(entry => entry.Value)];
        return all.Length == 0 ? null : value <= all.Min() ? all.Min() : value > all.Max() ? all.Max() : null;
    }

    private static (T? Claim, BomItem? Subject) Nearest<T>(ImmutableArray<T> claims, Func<T, BomItem, bool> names, BomItem item)
        where T : class
    {
        for (BomItem? at = item; at is not null && !claims.IsEmpty; at = at.Parent)
        {
            if (claims.FirstOrDefault(claim => names(claim, at)) is { } claim)
            {
                return (claim, at);
            }
        }

        return (null, null);
    }

    private static decimal? Share(decimal? part, decimal? whole) => part is { } some && whole is > 0 and { } all ? some / all : null;
}
