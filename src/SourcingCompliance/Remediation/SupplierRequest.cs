using System.Collections.Immutable;

namespace SourcingCompliance.Remediation;

/// <summary>
/// The letter to one supplier, ready to print on a page. It names the supplier's own parts only: no file, no assembly and no
/// programme, because a list of what goes into what may not leave the house.
/// </summary>
public sealed record SupplierRequest
{
    /// <summary>Id of the action that it belongs to.</summary>
    public required string ActionId { get; init; }

    /// <summary>The supplier.</summary>
    public required string Supplier { get; init; }

    /// <summary>The day by which the answer is needed, the same as that of the action: see <see cref="RemediationAction.DueBy"/>.</summary>
    public required DateOnly AnswerBy { get; init; }

    /// <summary>Whether a bad answer comes too late for a backup plan. It is for the sender and does not stand in the letter.</summary>
    public bool IsLate { get; init; }

    /// <summary>The subject line.</summary>
    public required string Subject { get; init; }

    /// <summary>Who asks, and why.</summary>
    public required string Opening { get; init; }

    /// <summary>The parts asked about, in ordinal order.</summary>
    public required ImmutableArray<RequestedPart> Parts { get; init; }

    /// <summary>What counts as an answer, one sentence each.</summary>
    public required ImmutableArray<string> Evidence { get; init; }

    /// <summary>The last paragraph; empty when there is none.</summary>
    public required string Closing { get; init; }
}

/// <summary>One part that a supplier is asked about.</summary>
/// <param name="PartNumber">The part.</param>
/// <param name="Description">What it is.</param>
/// <param name="Manufacturer">Who makes it; empty when not stated.</param>
/// <param name="Materials">What the materials are called, in the order of the list.</param>
/// <param name="Stages">The steps asked about, in the order asked: <c>separated (Nd)</c>.</param>
/// <param name="Questions">The questions.</param>
public sealed record RequestedPart(
    string PartNumber, string Description, string Manufacturer, ImmutableArray<string> Materials, ImmutableArray<string> Stages,
    ImmutableArray<string> Questions)
{
    private readonly ImmutableArray<string> _questions = Questions;

    /// <summary>The questions.</summary>
    public ImmutableArray<string> Questions
    {
        get => Asked is null && More.IsEmpty ? _questions
            : [.. (Asked?.Questions ?? []).Concat(More.Select(text => TemplateText.Fill(text, name => name is "part" or "parts" ? PartNumber : "")))
                .Distinct(StringComparer.Ordinal)];
        init => (_questions, Asked, More) = (value, null, []);
    }

    // Parts that are asked the same share these; the questions are written when somebody asks for them.
    internal PartQuestions? Asked { get; init; }

    internal ImmutableArray<string> More { get; init; } = [];
}
