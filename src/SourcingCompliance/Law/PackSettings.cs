namespace SourcingCompliance.Law;

/// <summary>Choices that a pack leaves to its user where the text is silent, by the name of the setting.</summary>
/// <param name="Choices">True or false by name (<c>hong-kong-and-macao</c>); a setting that is not named keeps the pack's default.</param>
public sealed record PackSettings(IReadOnlyDictionary<string, bool> Choices)
{
    /// <summary>Every setting as the pack has it.</summary>
    public static readonly PackSettings Default = new(new Dictionary<string, bool>());

    /// <summary>One setting changed.</summary>
    public static PackSettings With(string name, bool value) =>
        new(new Dictionary<string, bool>(StringComparer.Ordinal) { [name] = value });
}
