namespace SourcingCompliance.Recognition.Origins;

/// <summary>Choices about origins that the law leaves to the reader. They are told in reports; the rules apply them.</summary>
public sealed record OriginSettings
{
    /// <summary>The settings that apply when nothing else is said.</summary>
    public static readonly OriginSettings Default = new();

    /// <summary>
    /// Whether Hong Kong and Macao count as China where a rule names China. They keep their codes HK and MO in every set; only the
    /// rules look at this choice. The default is true: goods of Hong Kong must be marked "China" since 2020 (Executive Order 13936).
    /// Taiwan is never China.
    /// </summary>
    public bool HongKongAndMacaoAreChina { get; init; } = true;

    /// <summary>How many distinct texts a recognizer remembers. The default is 20,000; beyond it texts are read anew.</summary>
    public int MaximumRememberedTexts { get; init; } = 20_000;

    /// <summary>How many characters of one text are read. The default is 4,000; a longer text is read up to there and is ambiguous.</summary>
    public int MaximumTextLength { get; init; } = 4_000;
}
