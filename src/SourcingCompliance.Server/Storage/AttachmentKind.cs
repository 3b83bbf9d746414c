namespace SourcingCompliance.Server.Storage;

/// <summary>The files that may come with the lists, as form, interface and store spell them; all but the last are options of the command of that
/// name.</summary>
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

    /// <summary>A PNG or JPEG for the head of reports and supplier requests.</summary>
    public const string Logo = "logo";

    /// <summary>The report settings of the form; the server writes this file itself.</summary>
    public const string Report = "report";

    /// <summary>Whether a field of the form is one of them.</summary>
    public static bool Is(string field) => field is Contract or Waivers or Baseline or Alternates or Logo;
}
