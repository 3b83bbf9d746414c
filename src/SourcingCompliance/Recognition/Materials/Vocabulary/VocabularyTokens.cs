namespace SourcingCompliance.Recognition.Materials.Vocabulary;

/// <summary>The fixed words of a vocabulary file, as its schema lists them.</summary>
internal static class VocabularyTokens
{
    /// <summary>How a line carries a material; null = no such token.</summary>
    public static Presence? GetPresence(string? text) => text switch
    {
        "is" => Presence.Is,
        "contains" => Presence.Contains,
        "possible" => Presence.Possible,
        _ => null,
    };

    /// <summary>The part that an idea plays; null = no such token.</summary>
    public static IdeaRole? GetRole(string text) => text switch
    {
        "plain" => IdeaRole.Plain,
        "thing" => IdeaRole.Thing,
        "magnet" => IdeaRole.Magnet,
        "accessory" => IdeaRole.Accessory,
        "joining-accessory" => IdeaRole.JoiningAccessory,
        "genitive" => IdeaRole.Genitive,
        "leading-accessory" => IdeaRole.LeadingAccessory,
        "trailing-accessory" => IdeaRole.TrailingAccessory,
        "short-accessory" => IdeaRole.ShortAccessory,
        "compound-accessory" => IdeaRole.CompoundAccessory,
        "use" => IdeaRole.Use,
        "content" => IdeaRole.Content,
        "content-behind" => IdeaRole.ContentBehind,
        "conjunction" => IdeaRole.Conjunction,
        "negates-next" => IdeaRole.NegatesNext,
        "negates-next-material" => IdeaRole.NegatesNextMaterial,
        "negates-previous" => IdeaRole.NegatesPrevious,
        "negation" => IdeaRole.Negation,
        "neutral" => IdeaRole.Neutral,
        "decoy" => IdeaRole.Decoy,
        _ => null,
    };
}
