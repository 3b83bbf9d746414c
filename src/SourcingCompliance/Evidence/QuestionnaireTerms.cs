using SourcingCompliance.Primitives;

namespace SourcingCompliance.Evidence;

/// <summary>
/// The codes by which a questionnaire is read again, whatever becomes of its titles, columns and file format. They stand in brackets behind the titles:
/// <c>Country where it was melted [melted]</c>.
/// </summary>
public static class QuestionnaireTerms
{
    /// <summary>Column of the row's key.</summary>
    public const string Row = "row";

    /// <summary>Column of the buyer's part number.</summary>
    public const string Part = "part";

    /// <summary>Column of the maker's name.</summary>
    public const string Maker = "maker";

    /// <summary>Column of the maker's part number.</summary>
    public const string MakerPart = "maker-part";

    /// <summary>Column of the description.</summary>
    public const string Description = "description";

    /// <summary>Column of the material that the row asks about.</summary>
    public const string Material = "material";

    /// <summary>Column of the answer yes, no or unknown.</summary>
    public const string Contains = "contains";

    /// <summary>Column of the company and facility that did the steps.</summary>
    public const string PerformedBy = "performed-by";

    /// <summary>Column of the lot or heat of the certificate.</summary>
    public const string Lot = "lot";

    /// <summary>Column of the certificate's file name.</summary>
    public const string Certificate = "certificate";

    /// <summary>Column of the page in the certificate.</summary>
    public const string Page = "page";

    /// <summary>Column of who would know.</summary>
    public const string NextSupplier = "ask";

    /// <summary>Column of the day by which an answer is expected.</summary>
    public const string ExpectedOn = "expected";

    /// <summary>Columns of exceptions: whether it is off the shelf, and why.</summary>
    public const string Cots = "cots";

    /// <summary>Whether it is an electronic device.</summary>
    public const string ElectronicDevice = "device";

    /// <summary>Whether the magnet is of recycled material.</summary>
    public const string Recycled = "recycled-material";

    /// <summary>What an exception rests on.</summary>
    public const string Basis = "basis";

    /// <summary>Column of remarks.</summary>
    public const string Note = "note";

    /// <summary>Fields of the block of the signer, each in a row of its own.</summary>
    public const string Company = "company";

    /// <summary>CAGE code.</summary>
    public const string Cage = "cage";

    /// <summary>Name of the signer.</summary>
    public const string Signer = "signer";

    /// <summary>Title of the signer.</summary>
    public const string Title = "title";

    /// <summary>Day of the signature.</summary>
    public const string Signed = "signed";

    /// <summary>Last day on which the answers hold.</summary>
    public const string ValidUntil = "valid-until";

    /// <summary>Address for mail of the signer.</summary>
    public const string Email = "email";

    /// <summary>Id of the request.</summary>
    public const string Response = "response";

    /// <summary>Codes of the signer's block.</summary>
    public static IReadOnlyList<string> OfSigner { get; } = [Response, Company, Cage, Signer, Title, Email, Signed, ValidUntil];

    /// <summary>Codes of columns that are no stages.</summary>
    public static IReadOnlyList<string> OfRows { get; } = [Row, Part, Maker, MakerPart, Description, Material, Contains, PerformedBy, Lot,
        Certificate, Page, NextSupplier, ExpectedOn, Cots, ElectronicDevice, Recycled, Basis, Note];

    /// <summary>The title of a question about a stage, with its code.</summary>
    public static string GetTitle(RequestedFact question)
    {
        ArgumentNullException.ThrowIfNull(question);
        string element = question.Element is { } symbol ? $" ({Wording.GetElement(symbol)})" : "";
        return question.Stage is null or StageIds.Produced
            ? $"Country where the finished part was made [{question.Code}]"
            : $"Country where it was {Wording.DoneAt(question.Stage)}{element} [{question.Code}]";
    }

    /// <summary>
    /// The titles of the columns that are no stages, by their code, in the order of the sheet. A title is part of what is asked: a column whose title
    /// was changed is not read, so a title that is changed here makes questionnaires unreadable that suppliers have already.
    /// </summary>
    public static IReadOnlyDictionary<string, string> Titles { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        [Row] = "Row key",
        [Part] = "Part number",
        [Maker] = "Manufacturer",
        [MakerPart] = "Manufacturer's part number",
        [Description] = "Description",
        [Material] = "Material asked about",
        [Contains] = "Contains?",
        [PerformedBy] = "Company or facility that did it",
        [Lot] = "Lot or heat",
        [Certificate] = "Certificate: file name",
        [Page] = "Page",
        [NextSupplier] = "Who would know?",
        [ExpectedOn] = "Answer expected on",
        [Cots] = "Off the shelf (COTS)?",
        [ElectronicDevice] = "Electronic device?",
        [Recycled] = "Magnet of recycled material?",
        [Basis] = "Basis of the exception",
        [Note] = "Remarks",
    };

    /// <summary>The whole title of a column that is no stage, with its code: <c>Contains? [contains]</c>.</summary>
    /// <param name="code">The code, one of <see cref="OfRows"/>.</param>
    public static string GetTitle(string code) => $"{Titles[code]} [{code}]";

    /// <summary>Whether two titles ask the same: letters and digits are, whatever a program did to line breaks, spaces, signs, and case.</summary>
    /// <param name="one">A title, with or without its code.</param>
    /// <param name="other">The other one.</param>
    public static bool AskTheSame(string one, string other) => NameKey.Compute(WithoutCode(one)) == NameKey.Compute(WithoutCode(other));

    private static string WithoutCode(string title) => CodeIn(title) is null ? title : title[..title.LastIndexOf('[')];

    /// <summary>The code in the brackets at the end of a title; null when there is none.</summary>
    public static string? CodeIn(string title)
    {
        ArgumentNullException.ThrowIfNull(title);
        string text = title.Trim();
        int begin = text.LastIndexOf('[');
        return begin >= 0 && text.EndsWith(']') && text[(begin + 1)..^1].Trim() is { Length: > 0 and <= 40 } code
            && !code.Contains(' ', StringComparison.Ordinal) ? code : null;
    }

    /// <summary>What the law calls a covered material, in a few words.</summary>
    public static string GetName(string? material) => material switch
    {
        MaterialIds.SmCo => "samarium-cobalt magnet",
        MaterialIds.NdFeB => "neodymium-iron-boron magnet",
        MaterialIds.Tantalum => "tantalum metal or alloy",
        MaterialIds.TungstenPowder => "tungsten metal powder",
        MaterialIds.TungstenHeavyAlloy => "tungsten heavy alloy",
        MaterialIds.RareEarthMagnet => "rare-earth magnet (SmCo or NdFeB)",
        _ => "covered material",
    };

    /// <summary>The material of a name or id in a questionnaire; null when it is none.</summary>
    public static string? GetMaterial(string text) =>
        new[] { MaterialIds.SmCo, MaterialIds.NdFeB, MaterialIds.Tantalum, MaterialIds.TungstenPowder,
            MaterialIds.TungstenHeavyAlloy, MaterialIds.RareEarthMagnet }
            .FirstOrDefault(id => string.Equals(GetName(id), text.Trim(), StringComparison.OrdinalIgnoreCase)
                || string.Equals(id, text.Trim(), StringComparison.OrdinalIgnoreCase));
}
