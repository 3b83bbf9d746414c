namespace SourcingCompliance.Primitives.Diagnostics;

// The ids of forms that suppliers send and of packets that are written: SC9550 to SC9599.
public static partial class DiagnosticIds
{
    /// <summary>A supplier's form was given to be checked as a bill of materials.</summary>
    public const string FormIsNoBom = "SC9550";

    /// <summary>A file to take in is no form that is known.</summary>
    public const string FormUnknown = "SC9551";

    /// <summary>A form is known and of an edition or kind that is not read.</summary>
    public const string FormRefused = "SC9552";

    /// <summary>Entries of a form were not taken; each is listed with its place.</summary>
    public const string FormEntriesLeft = "SC9553";

    /// <summary>A form contradicts itself.</summary>
    public const string FormContradicts = "SC9554";

    /// <summary>A CycloneDX document lists software and no hardware.</summary>
    public const string SoftwareBom = "SC9555";

    /// <summary>A CycloneDX document says that parts are missing from an assembly.</summary>
    public const string BomIncomplete = "SC9556";

    /// <summary>A CycloneDX document follows a draft of version 2.0.</summary>
    public const string BomOfDraft = "SC9557";

    /// <summary>Components of a CycloneDX document are software and were skipped.</summary>
    public const string SoftwareSkipped = "SC9558";

    /// <summary>A CycloneDX document breaks a rule of its format.</summary>
    public const string BomInvalid = "SC9559";
}
