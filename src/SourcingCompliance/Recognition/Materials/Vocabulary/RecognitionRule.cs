using SourcingCompliance.Primitives;

namespace SourcingCompliance.Recognition.Materials.Vocabulary;

/// <summary>A condition over the ideas that a line holds.</summary>
/// <param name="All">Each element asks for one of its ideas.</param>
/// <param name="None">Ideas of which the line may hold none.</param>
/// <param name="Presence">How the line carries the material then; null for a component, whose likelihood says it.</param>
/// <param name="Likelihood">Likelihood that stands in for the component's own; null = its own.</param>
internal sealed record RecognitionRule(int[][] All, int[] None, Presence? Presence, string? Likelihood);

/// <summary>A substance of the vocabulary, covered or not.</summary>
internal sealed class SubstanceEntry(string id)
{
    /// <summary>Its id; that of the covered material when <see cref="Kind"/> is null.</summary>
    public string Id { get; } = id;

    /// <summary>What reports call it.</summary>
    public string Title { get; set; } = id;

    /// <summary>Why it is told although it is not covered; null = it is a covered material.</summary>
    public OtherSubstanceKind? Kind { get; set; }

    /// <summary>The family that a negation strikes out; null = none.</summary>
    public string? Family { get; set; }

    /// <summary>Whether naming it settles what a component's magnet or weight is made of: a "ferrite motor" has no covered magnet.</summary>
    public bool SettlesFamily { get; set; }

    /// <summary>When it is there.</summary>
    public List<RecognitionRule> Rules { get; } = [];
}

/// <summary>A component of the vocabulary and what it usually holds.</summary>
internal sealed class ComponentEntry(string id)
{
    /// <summary>Its id.</summary>
    public string Id { get; } = id;

    /// <summary>What reports call it.</summary>
    public string Title { get; set; } = id;

    /// <summary>The covered material that it may hold.</summary>
    public string Material { get; set; } = MaterialIds.RareEarthMagnet;

    /// <summary>How likely it holds it.</summary>
    public string Likelihood { get; set; } = "possible";

    /// <summary>What its magnet usually is, in words; empty = not known.</summary>
    public string UsualMaterial { get; set; } = "";

    /// <summary>Usual mass of the material in kilograms; null = not known.</summary>
    public (decimal Least, decimal Most)? MassKilograms { get; set; }

    /// <summary>Further covered materials that it may hold, with their likelihood.</summary>
    public List<(string Material, string Likelihood)> OtherMaterials { get; } = [];

    /// <summary>Components that it takes the place of when both are recognized: an induction motor is no "motor, type open".</summary>
    public List<string> InsteadOf { get; } = [];

    /// <summary>Ideas that say that the thing is of another kind, against a part number that stands alone: "ceramic" beside a tantalum capacitor's
    /// number.</summary>
    public int[] OtherKinds { get; set; } = [];

    /// <summary>When a line is one.</summary>
    public List<RecognitionRule> Rules { get; } = [];

    /// <summary>Whether a rule of the component asks for an idea, so that its words name the component rather than another thing.</summary>
    public bool AsksFor(Idea idea) => Rules.Exists(rule => Array.Exists(rule.All, alternatives => Array.IndexOf(alternatives, idea.Index) >= 0));

    /// <summary>Whether a text calls the thing what it is called ("CAP, B CASE"): it names no other thing, whatever else it tells of it.</summary>
    public bool IsCalledIn(TextReading reading) =>
        Array.Exists(reading.Words, word => word.State == WordState.Active && !word.Idea.IsNumber && word.Idea.Weight > 0 && AsksFor(word.Idea));
}
