namespace SourcingCompliance.Recognition.Materials.Vocabulary;

/// <summary>The steps of likelihood that the vocabulary uses, as rough priors.</summary>
internal static class Likelihoods
{
    /// <summary>The step of a component that holds none; it is known so that it can carry a material that the line names.</summary>
    public const string None = "none";

    /// <summary>The prior of a step, 0..1; null when the vocabulary has no such step.</summary>
    public static double? Get(string step) => step switch
    {
        "certain" => 0.99,
        "very-likely" => 0.9,
        "likely" => 0.7,
        "possible" => 0.4,
        "unlikely" => 0.1,
        None => 0,
        _ => null,
    };

    /// <summary>From here on a component counts as containing the material, below as perhaps containing it.</summary>
    public const double Contains = 0.85;
}
