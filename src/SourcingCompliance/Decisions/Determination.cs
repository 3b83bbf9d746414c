using System.Collections.Immutable;
using SourcingCompliance.Law;
using SourcingCompliance.Primitives;
using SourcingCompliance.Recognition.Materials;
using SourcingCompliance.Recognition.Origins;

namespace SourcingCompliance.Decisions;

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

    /// <summary>What else on file speaks against the line, in the order of the line's statements.</summary>
    public ImmutableArray<AdverseFact> Adverse { get; init; } = [];

    /// <summary>Whether an exception with its basis on file leaves the verdict open until its input is on file.</summary>
    public bool IsExceptionClaimed { get; init; }

    /// <summary>Claims of exceptions that change nothing, each as a sentence with its reason and claimant; they stand among <see cref="Notes"/> too.</summary>
    public ImmutableArray<string> FutileClaims { get; init; } = [];

    /// <summary>Part number of the line below that carries the material; null when the line carries it itself.</summary>
    public string? Through { get; init; }

    /// <summary>What a newer text of the clause would say of the line; null when the newest is applied or says nothing worse.</summary>
    public NewerText? NewerText { get; init; }

    /// <summary>Facts not on file.</summary>
    public required ImmutableArray<MissingFact> Missing { get; init; }

    /// <summary>What would be missing besides if the line contains a material that it only may contain; empty for any other line.</summary>
    public ImmutableArray<MissingFact> MissingIfContained { get; init; } = [];

    /// <summary>The exceptions that were asked, in rule order.</summary>
    public ImmutableArray<ExceptionDetermination> Exceptions { get; init; } = [];

    /// <summary>What the exception rests on and what it excuses; null unless the verdict is exempt.</summary>
    public Exemption? Exemption { get; init; }

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
    OriginStatement? Statement, string Citation)
{
    /// <summary>Whether a pass needs it on file.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether it is the making of a component around the material.</summary>
    public bool IsOfComponent { get; init; }

    /// <summary>Statements of suppliers that show the step outside the covered countries, the deciding one among them; empty = only the list speaks of
    /// it.</summary>
    public ImmutableArray<OriginStatement> Supporting { get; init; } = [];

    /// <summary>Whether a document on file shows the step.</summary>
    public bool IsDocumented => Statement?.Evidence is { IsDocumented: true } || Supporting.Any(statement => statement.Evidence is { IsDocumented: true });

    /// <summary>Other statements of the same step that name other countries; the worst of all decides.</summary>
    public ImmutableArray<OriginStatement> Others { get; init; } = [];
}

/// <summary>A statement on file that speaks against a line and is not the one that decides.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="Stage">Stage id; <c>produced</c> for the part as bought.</param>
/// <param name="Element">Chemical symbol; null = of no single element.</param>
/// <param name="Countries">The countries that it names, a covered one among them, in code order.</param>
/// <param name="Kind">Why it does not decide.</param>
public sealed record AdverseFact(OriginStatement Statement, string Stage, string? Element, ImmutableArray<Country> Countries, AdverseKind Kind);

/// <summary>Why an adverse statement does not decide.</summary>
public enum AdverseKind
{
    /// <summary>Another barred step decides already.</summary>
    AlsoBarred,

    /// <summary>The text is hedged or names alternatives.</summary>
    NotCertain,

    /// <summary>The text of the clause does not name the element.</summary>
    ElementNotNamed,

    /// <summary>The clause does not restrict the step for these deliveries.</summary>
    NotRestricted,

    /// <summary>It is the origin of the part, which is not that of the material in it.</summary>
    OriginOfPart,
}

/// <summary>One exception and whether recorded facts establish it.</summary>
/// <param name="Rule">Id of the exception.</param>
/// <param name="Title">What it is.</param>
/// <param name="Established">True, false, or unknown for lack of an input.</param>
/// <param name="IsClaimed">Whether the contract file claims it.</param>
/// <param name="Missing">Inputs that are not on file.</param>
/// <param name="Citation">Paragraph.</param>
public sealed record ExceptionDetermination(
    string Rule, string Title, Truth Established, bool IsClaimed, ImmutableArray<MissingFact> Missing, string Citation)
{
    /// <summary>Whether the basis of the claim is on file; without it the claim changes no verdict.</summary>
    public bool HasBasis { get; init; }
}

/// <summary>What an established exception rests on and what it excuses.</summary>
/// <param name="Basis">Why it applies, in the words of the claim or of the contract file.</param>
/// <param name="Claimant">Who claims or decided it, and where that stands.</param>
/// <param name="Excuses">The barred step or the missing facts that the line has without it, with cell and paragraph.</param>
public sealed record Exemption(string Basis, string Claimant, string Excuses);

/// <summary>What a newer text of the clause would say of a line.</summary>
/// <param name="Clause">The newer version: <c>MAY 2024</c>.</param>
/// <param name="Verdict">Its verdict, worse than the one that applies.</param>
/// <param name="Reason">The step that is prohibited, with cell and paragraph.</param>
public sealed record NewerText(string Clause, Verdict Verdict, string Reason);
