namespace SourcingCompliance.Remediation;

/// <summary>The kinds of remediation action, as the templates spell them.</summary>
public static class ActionKinds
{
    /// <summary>Ask a supplier for facts that are not on file.</summary>
    public const string RequestEvidence = "request-evidence";

    /// <summary>Find out whether an exception applies, and put the proof on file.</summary>
    public const string ShowException = "show-exception";

    /// <summary>Buy the part or have it made elsewhere.</summary>
    public const string ReSource = "re-source";

    /// <summary>Change the design so that it needs no covered material.</summary>
    public const string Redesign = "redesign";

    /// <summary>Ask the Government for a nonavailability determination.</summary>
    public const string RequestDetermination = "request-determination";

    /// <summary>Tell the contracting officer about goods that were delivered already. It settles no finding.</summary>
    public const string Disclose = "disclose";

    /// <summary>All kinds, cheapest first.</summary>
    public static IReadOnlyList<string> All { get; } = [RequestEvidence, ShowException, ReSource, Redesign, RequestDetermination, Disclose];

    /// <summary>Whether it changes what is delivered: re-sourcing and redesign do; evidence, exceptions and determinations do not.</summary>
    public static bool ChangesSupply(string kind) => kind is ReSource or Redesign;

    /// <summary>Whether it waits for an answer, after which a backup plan may have to start: evidence and exceptions do.</summary>
    public static bool IsAnswer(string kind) => kind is RequestEvidence or ShowException;

    /// <summary>The kind as the head of a row.</summary>
    public static string GetName(string kind)
    {
        string words = GetWords(kind);
        return words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
    }

    /// <summary>The kind in the middle of a sentence.</summary>
    public static string GetWords(string kind) => kind switch
    {
        RequestEvidence => "evidence from the supplier",
        ShowException => "an exception",
        ReSource => "re-sourcing",
        Redesign => "a redesign",
        RequestDetermination => "a nonavailability determination",
        Disclose => "disclosure",
        _ => kind,
    };
}
