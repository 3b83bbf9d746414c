using System.Collections.Immutable;
using SourcingCompliance.Boms;
using SourcingCompliance.Materials;
using SourcingCompliance.Normalization;

namespace SourcingCompliance.Determinations;

/// <summary>What one pack says about one material of one line under one regime, with its reasons.</summary>
public sealed record Determination
{
    /// <summary>Id of the pack.</summary>
    public required string Pack { get; init; }

    /// <summary>Id of the rule that decides.</summary>
    public required string Rule { get; init; }

    /// <summary>Id of the regime.</summary>
    public required string Regime { get; init; }

    /// <summary>Id of the material; null for a row that could not be read.</summary>
    public required string? Material { get; init; }

    /// <summary>How the line carries the material; null for a row that could not be read.</summary>
    public required Presence? Presence { get; init; }

    /// <summary>The verdict.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>Paragraph of the law.</summary>
    public required string Citation { get; init; }

    /// <summary>Why, in words without cell addresses: the middle of a finding's sentence.</summary>
    public required string Basis { get; init; }

    /// <summary>The restricted steps that were looked at, in the order of production.</summary>
    public required ImmutableArray<StepDetermination> Steps { get; init; }

    /// <summary>The step that decides a violation or suspicion; null when none does.</summary>
    public StepDetermination? Deciding { get; init; }

    /// <summary>Facts not on file.</summary>
    public required ImmutableArray<MissingFact> Missing { get; init; }

    /// <summary>The exceptions that were asked, in rule order.</summary>
    public ImmutableArray<ExceptionDetermination> Exceptions { get; init; } = [];

    /// <summary>Conditions asked, with their truth, for explanation.</summary>
    public ImmutableArray<ConditionTrace> Trace { get; init; } = [];

    /// <summary>What still binds although an exception is established, or how an unclear sentence was read; empty when nothing.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];
}

/// <summary>One restricted step of production and what is on file for it.</summary>
/// <param name="Requirement">Id of the row in the pack's restricted stages.</param>
/// <param name="Stages">Stage ids, any one of which on file satisfies the requirement.</param>
/// <param name="Element">Chemical symbol; null = of no single element.</param>
/// <param name="InCoveredCountry">Whether the step was in a covered country: unknown when nothing, or nothing definite, is on file.</param>
/// <param name="Countries">The countries on file, in code order.</param>
/// <param name="Statement">The statement that says so; null = none on file.</param>
/// <param name="Citation">Paragraph that restricts the step.</param>
public sealed record StepDetermination(
    string Requirement, ImmutableArray<string> Stages, string? Element, Truth InCoveredCountry, ImmutableArray<Country> Countries,
    OriginStatement? Statement, string Citation);

/// <summary>One exception and whether recorded facts establish it.</summary>
/// <param name="Rule">Id of the exception.</param>
/// <param name="Title">What it is.</param>
/// <param name="Established">True, false, or unknown for lack of an input.</param>
/// <param name="IsClaimed">Whether the contract file claims it.</param>
/// <param name="Missing">Inputs that are not on file.</param>
/// <param name="Citation">Paragraph.</param>
public sealed record ExceptionDetermination(
    string Rule, string Title, Truth Established, bool IsClaimed, ImmutableArray<MissingFact> Missing, string Citation);

/// <summary>A condition of a rule and what came of it.</summary>
/// <param name="Rule">Id of the rule.</param>
/// <param name="Condition">Text of the condition.</param>
/// <param name="Truth">What came of it.</param>
/// <param name="Facts">The facts that it read, each as <c>name = value</c>, in the order read.</param>
public sealed record ConditionTrace(string Rule, string Condition, Truth Truth, ImmutableArray<string> Facts);
