namespace SourcingCompliance.Server.Storage;

/// <summary>The files that may come with the lists, as form, interface and store spell them; each is the option of the command of that name.</summary>
public static class AttachmentKind
{
    /// <summary>A contract.json.</summary>
    public const string Contract = "contract";

    /// <summary>A file of waivers.</summary>
    public const string Waivers = "waivers";

    /// <summary>A baseline of known findings.</summary>
    public const string Baseline = "baseline";

    /// <summary>A list of approved alternates.</summary>
    public const string Alternates = "alternates";

    /// <summary>Whether a field of the form is one of them.</summary>
    public static bool Is(string field) => field is Contract or Waivers or Baseline or Alternates;
}
