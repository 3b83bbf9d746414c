namespace SourcingCompliance.Formats.Reading.Evidence;

/// <summary>The kinds of documents with which suppliers answer.</summary>
public enum EvidenceKind
{
    /// <summary>A Conflict Minerals Reporting Template.</summary>
    Cmrt,

    /// <summary>An Extended Minerals Reporting Template.</summary>
    Emrt,

    /// <summary>An Additional Minerals Reporting Template.</summary>
    Amrt,

    /// <summary>A Cobalt Reporting Template, the predecessor of the EMRT.</summary>
    Crt,

    /// <summary>A material declaration of IPC-1752 in XML.</summary>
    Ipc1752,

    /// <summary>A material declaration of IEC 62474 in XML, as chemSHERPA writes it.</summary>
    Iec62474,

    /// <summary>A CycloneDX document.</summary>
    CycloneDx,

    /// <summary>A certificate of EN 10204 as JSON of the EN 10168 schemas.</summary>
    En10168,

    /// <summary>The text of a certificate or letter.</summary>
    CertificateText,

    /// <summary>A full material disclosure as a table: substances with CAS numbers for each part.</summary>
    MaterialDisclosure,

    /// <summary>A list of parts with facts.</summary>
    KnownParts,

    /// <summary>A questionnaire of ours.</summary>
    Questionnaire,

    /// <summary>A JSON schema, which describes documents and is none.</summary>
    Schema,
}
