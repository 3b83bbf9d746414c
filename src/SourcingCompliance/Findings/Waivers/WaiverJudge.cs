using System.Collections.Immutable;
using System.Globalization;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Findings.Waivers;

/// <summary>Applies the waivers of one file to the findings of a check, as of the day of the check.</summary>
public sealed class WaiverJudge
{
    private const int SoonDays = 30;
    private const int LaterDays = 60;

    /// <summary>Days before its end from which on a waiver is told of.</summary>
    public const int FarDays = 90;

    private readonly WaiverList _list;
    private readonly RunParameters _run;
    private readonly Func<string, string> _relativePath;
    private readonly ImmutableArray<Standing> _standings;

    /// <summary>A judge for one check.</summary>
    /// <param name="list">The waivers.</param>
    /// <param name="run">What the check was asked.</param>
    /// <param name="contractNumber">Number of the check's contract; null = not stated.</param>
    /// <param name="relativePath">The path of a list from the folder of the waiver file, with forward slashes.</param>
    public WaiverJudge(WaiverList list, RunParameters run, string? contractNumber, Func<string, string> relativePath)
    {
        ArgumentNullException.ThrowIfNull(list);
        ArgumentNullException.ThrowIfNull(run);
        _list = list;
        _run = run;
        _relativePath = relativePath;
        _standings = [.. list.Waivers.Select(waiver => new Standing(waiver, GetState(waiver, contractNumber), contractNumber is not null))];
    }

    /// <summary>The file with the marks of the waivers that are applied to its findings; the first that fits wins, one that lifts before one that does
    /// not.</summary>
    public FileReport Mark(FileReport file)
    {
        ArgumentNullException.ThrowIfNull(file);
        string path = _relativePath(file.Path);
        return file with { Findings = [.. file.Findings.Select(finding => Mark(finding, path))] };
    }

    /// <summary>What became of the waivers. Call it when every file has been marked.</summary>
    /// <param name="findings">The findings with their marks.</param>
    /// <param name="diagnostics">Receives the WVR ids.</param>
    public WaiverReport Report(IEnumerable<Finding> findings, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        Finding[] gated = [.. findings.Where(finding => finding.Regimes.Any(_run.Gates))];
        foreach (Standing standing in _standings)
        {
            Tell(standing, diagnostics);
        }

        return new WaiverReport(
            _list.Path, [.. _standings.Select(standing => new WaiverUse(standing.Waiver, standing.Outcome, DaysLeft(standing.Waiver), [.. standing.Findings]))],
            GetCounts(gated), GetCounts(gated.Where(finding => finding.Waiver is not { StillGates: false })));
    }

    private Finding Mark(Finding finding, string path)
    {
        FindingWaiver? mark = null;
        foreach (Standing standing in _standings.Where(standing => Fits(standing.Waiver, finding, path)))
        {
            standing.Findings.Add(finding.Id);
            if (standing.State == WaiverState.Applied)
            {
                bool gates = standing.Waiver.Basis == LegalBasis.RiskAcceptedInternally && finding.Verdict == Verdict.Violation && !_list.AllowsInternalRisk;
                standing.StillGates |= gates;
                mark = mark is null || (mark.StillGates && !gates) ? new FindingWaiver(standing.Waiver, gates) : mark;
            }
        }

        return finding with { Waiver = mark };
    }

    // 225.7018-3(c)(3): the exception for recycled material speaks of neodymium-iron-boron magnets only.
    private static bool Fits(Waiver waiver, Finding finding, string path) =>
        waiver.Match.Fits(finding, path)
        && (waiver.Basis != LegalBasis.RecycledNdFeBUnitedStates || finding.Material is MaterialIds.NdFeB or MaterialIds.RareEarthMagnet);

    private WaiverState GetState(Waiver waiver, string? contractNumber) => waiver switch
    {
        _ when waiver.Expires < _run.AsOf => WaiverState.Expired,
        _ when waiver.ApprovedOn > _run.AsOf => WaiverState.NotYetGiven,
        { Match.ReachesSeveralParts: true, IsBroad: false } => WaiverState.TooBroad,
        { Contract: { } contract } when contractNumber is not null && !SameContract(contract, contractNumber) => WaiverState.OtherContract,
        _ => WaiverState.Applied,
    };

    // A contract number is written with and without hyphens: N00024-26-C-0001, N0002426C0001.
    private static bool SameContract(string one, string other) =>
        string.Equals(one.Replace("-", "", StringComparison.Ordinal).Trim(), other.Replace("-", "", StringComparison.Ordinal)
            .Trim(), StringComparison.OrdinalIgnoreCase);

    private int DaysLeft(Waiver waiver) => waiver.Expires.DayNumber - _run.AsOf.DayNumber;

    private void Tell(Standing standing, DiagnosticBag diagnostics)
    {
        Waiver waiver = standing.Waiver;
        var place = CellRef.ForFile(_list.Path);
        switch (standing.Outcome)
        {
            case WaiverState.Expired:
                diagnostics.Warn(DiagnosticIds.WaiverExpired, place,
                    $"Waiver {waiver.Id} ended on {Wording.FormatDate(waiver.Expires)}; "
                        + $"{(standing.Findings.Count == 0 ? "it fits no finding any more" : $"{Wording.FormatCount(standing.Findings.Count, "finding")} that it waived {(standing.Findings.Count == 1 ? "stands" : "stand")} again")}.",
                    "Have it renewed, or take it out of the file.");
                break;
            case WaiverState.NotYetGiven:
                diagnostics.Warn(DiagnosticIds.WaiverNotYetGiven, place, $"Waiver {waiver.Id} was approved on {Wording.FormatDate(waiver.ApprovedOn)}, "
                    + $"after the day of the check; it is not applied.", "Check the date, or the day given with --as-of.");
                break;
            case WaiverState.TooBroad:
                diagnostics.Warn(DiagnosticIds.WaiverBroad, place,
                    $"Waiver {waiver.Id} names no single part or place in the tree, so it could reach more than one part "
                        + $"({Wording.FormatCount(standing.Findings.Count, "finding")} here); it is not applied.",
                    "Name the part, or write \"broad\": true when it is meant to reach further.");
                break;
            case WaiverState.OtherContract:
                diagnostics.Warn(DiagnosticIds.WaiverContract, place, $"Waiver {waiver.Id} was given for contract {waiver.Contract}, which is not the "
                    + $"contract of the check; it is not applied.", "Check with that contract, or take the waiver out.");
                break;
            case WaiverState.Unused:
                diagnostics.Warn(DiagnosticIds.WaiverUnused, place, $"Waiver {waiver.Id} fits no finding of this check.",
                    "Correct its match, or take it out of the file.");
                TellEnd(waiver, diagnostics, place);
                break;
            case WaiverState.Applied:
                TellEnd(waiver, diagnostics, place);
                TellDoubts(standing, diagnostics, place);
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private void TellEnd(Waiver waiver, DiagnosticBag diagnostics, CellRef place)
    {
        int left = DaysLeft(waiver);
        string delivery = _run.Delivery is { } day && waiver.Expires < day ? $", before the delivery on {Wording.FormatDate(day)}" : "";
        int? within = left <= SoonDays ? SoonDays : left <= LaterDays ? LaterDays : left <= FarDays ? FarDays : null;
        if (within is null && delivery.Length == 0)
        {
            return;
        }

        string near = within is { } days ? string.Create(CultureInfo.InvariantCulture, $" (within {days} days)") : "";
        string message = $"Waiver {waiver.Id} ends on {Wording.FormatDate(waiver.Expires)}, in {Wording.FormatCount(left, "day")}{near}{delivery}.";
        bool isNear = within is SoonDays or LaterDays || delivery.Length > 0;
        diagnostics.Add(new Diagnostic(DiagnosticIds.WaiverExpiring, isNear ? DiagnosticSeverity.Warning : DiagnosticSeverity.Note,
            place, message, "Have it renewed in time, or close what it waives."));
    }

    private static void TellDoubts(Standing standing, DiagnosticBag diagnostics, CellRef place)
    {
        Waiver waiver = standing.Waiver;
        if (waiver.Basis == LegalBasis.NonavailabilityIndividual && !standing.HasContract)
        {
            diagnostics.Warn(DiagnosticIds.WaiverContract, place, $"Waiver {waiver.Id} was given for contract {waiver.Contract}; the check knows no "
                + $"contract number, so nothing shows that it applies here.", "Give the contract with --contract, with its contractNumber.");
        }

        if (standing.StillGates)
        {
            diagnostics.Warn(DiagnosticIds.WaiverInternalRisk, place, $"Waiver {waiver.Id} accepts a risk internally, which does not clear a violation: it "
                + $"is shown, and the violation still counts.", "Have a waiver or determination given, or set allowInternalRiskAcceptance in sourcing.json.");
        }
    }

    private static FindingCounts GetCounts(IEnumerable<Finding> findings)
    {
        Finding[] all = [.. findings];
        return new FindingCounts(
            all.Count(finding => finding.Verdict == Verdict.Violation), all.Count(finding => finding.Verdict == Verdict.Suspect),
            all.Count(finding => finding.Verdict == Verdict.Open));
    }

    // A waiver while the findings go by.
    private sealed class Standing(Waiver waiver, WaiverState state, bool hasContract)
    {
        public Waiver Waiver { get; } = waiver;

        public WaiverState State { get; } = state;

        public bool HasContract { get; } = hasContract;

        public List<string> Findings { get; } = [];

        public bool StillGates { get; set; }

        public WaiverState Outcome => State == WaiverState.Applied && Findings.Count == 0 ? WaiverState.Unused : State;
    }
}
