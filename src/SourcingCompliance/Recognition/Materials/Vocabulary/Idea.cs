namespace SourcingCompliance.Recognition.Materials.Vocabulary;

/// <summary>What part an idea plays in a text. The choice is closed: the code that reads a text knows each of them.</summary>
internal enum IdeaRole
{
    /// <summary>A word that rules ask for and that nothing else happens to.</summary>
    Plain,

    /// <summary>A thing or its kind (motor, magnet, NdFeB): what is said of an accessory of it is not said of it.</summary>
    Thing,

    /// <summary>A component of the vocabulary, named outright.</summary>
    Component,

    /// <summary>The noun "magnet".</summary>
    Magnet,

    /// <summary>A belonging (bracket, cable, driver): it takes the part of the thing that it stands beside.</summary>
    Accessory,

    /// <summary>A belonging of a motor, but of a magnet the thing that holds it: "magnet connector".</summary>
    JoiningAccessory,

    /// <summary>A belonging that takes the part of what follows it only, as in languages whose noun stands first: "eje bomba", but not "bomba eje
    /// libre".</summary>
    LeadingAccessory,

    /// <summary>A belonging only when it follows the thing: "fan filter", but not "filter fan".</summary>
    TrailingAccessory,

    /// <summary>An abbreviation of a belonging, which is one only right behind the thing: "MTR BRKT", but not "MOTOR BALL BRG".</summary>
    ShortAccessory,

    /// <summary>The last part of a compound word: <c>Schrittmotorhalter</c> is a belonging whatever it begins with. No word by itself.</summary>
    CompoundAccessory,

    /// <summary>Opens what the line is meant for: "for", "für".</summary>
    Use,

    /// <summary>Opens what the line holds: "with", "mit".</summary>
    Content,

    /// <summary>Joins a thing to what it belongs to, the thing first: "magnet of drive", "soporte de motor".</summary>
    Genitive,

    /// <summary>Closes what the line holds: "cable included", "driver integrated".</summary>
    ContentBehind,

    /// <summary>Joins what is of equal rank: "motor and mount" is no mount of a motor.</summary>
    Conjunction,

    /// <summary>Negates what follows: "without".</summary>
    NegatesNext,

    /// <summary>Negates a material or magnet that follows: "no" (but not "NO relay").</summary>
    NegatesNextMaterial,

    /// <summary>Negates what stands right before: "-free".</summary>
    NegatesPrevious,

    /// <summary>Says by itself that a family of materials is absent: "magnet-free", 无稀土.</summary>
    Negation,

    /// <summary>A phrase in which a belonging is none: "panel mount", "direct drive".</summary>
    Neutral,

    /// <summary>A phrase whose words would be misread: "magnet wire".</summary>
    Decoy,

    /// <summary>The name of a maker.</summary>
    Maker,
}

/// <summary>A meaning with all the words that carry it.</summary>
/// <param name="Index">Its place among the ideas.</param>
/// <param name="Id">Its id in the vocabulary.</param>
internal sealed record Idea(int Index, string Id)
{
    /// <summary>What its words say, for the reader of a report.</summary>
    public string Says { get; set; } = Id;

    /// <summary>The part that it plays.</summary>
    public IdeaRole Role { get; set; }

    /// <summary>The family of materials that a negation of it speaks of; null = none.</summary>
    public string? Family { get; set; }

    /// <summary>Whether its words are part numbers: by themselves they never outweigh a description that names another thing.</summary>
    public bool IsNumber { get; set; }

    /// <summary>How much it weighs as a signal, 0..3; strongest first in a report.</summary>
    public int Weight { get; set; } = 1;
}

/// <summary>What the grammar asks of roles.</summary>
internal static class IdeaRoles
{
    /// <summary>Whether a word of the role is a belonging wherever it stands.</summary>
    public static bool IsBelonging(this IdeaRole role) => role is IdeaRole.Accessory or IdeaRole.JoiningAccessory
        or IdeaRole.LeadingAccessory or IdeaRole.CompoundAccessory;

    /// <summary>Whether a word of the role may be a belonging.</summary>
    public static bool MayBelong(this IdeaRole role) => role.Trails() || role.IsBelonging();

    /// <summary>Whether a word is a belonging only behind the thing, or as the noun before a comma.</summary>
    public static bool Trails(this IdeaRole role) => role is IdeaRole.TrailingAccessory or IdeaRole.ShortAccessory;

    /// <summary>Whether a word of the role joins or denies others and names nothing itself.</summary>
    public static bool IsFunction(this IdeaRole role) => role is IdeaRole.Use or IdeaRole.Content or IdeaRole.ContentBehind or IdeaRole.Conjunction
        or IdeaRole.Genitive or IdeaRole.NegatesNext or IdeaRole.NegatesNextMaterial or IdeaRole.NegatesPrevious or IdeaRole.Negation;

    /// <summary>Whether a word of the role names what a belonging can belong to.</summary>
    public static bool NamesThing(this IdeaRole role) => role is IdeaRole.Thing or IdeaRole.Component or IdeaRole.Magnet;
}
