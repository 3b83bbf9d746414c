using System.Collections.Immutable;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Formats.Reading.Evidence.Rmi;

/// <summary>
/// A reporting template of the Responsible Minerals Initiative (CMRT, EMRT, AMRT) as it was filled in, with the cell of every answer. Its answers are
/// read by position: its labels are formulas in the sender's language and are missing in files that a library saved.
/// </summary>
/// <param name="Kind">Which template.</param>
/// <param name="Version">Its version: <c>6.5</c>.</param>
/// <param name="Scope">What it speaks of.</param>
public sealed record RmiForm(EvidenceKind Kind, string Version, RmiScope Scope)
{
    /// <summary>Name of the company; empty = blank.</summary>
    public string Company { get; init; } = "";

    /// <summary>The scope in words, for <see cref="RmiScope.UserDefined"/>; empty = blank.</summary>
    public string ScopeDescription { get; init; } = "";

    /// <summary>Whom to ask back; empty = blank.</summary>
    public string Contact { get; init; } = "";

    /// <summary>The address for mail of the contact; empty = blank.</summary>
    public string ContactEmail { get; init; } = "";

    /// <summary>Who authorized the answers; empty = blank.</summary>
    public string Authorizer { get; init; } = "";

    /// <summary>Title of the authorizer; empty = blank.</summary>
    public string AuthorizerTitle { get; init; } = "";

    /// <summary>The effective date; null = blank or not readable.</summary>
    public DateOnly? EffectiveDate { get; init; }

    /// <summary>The minerals and metals that the questions ask about, in the order of their rows.</summary>
    public ImmutableArray<string> Minerals { get; init; } = [];

    /// <summary>The answers by question and mineral, blank ones too.</summary>
    public ImmutableArray<RmiAnswer> Answers { get; init; } = [];

    /// <summary>The rows of the list of smelters, all of them, repeated ones too.</summary>
    public ImmutableArray<RmiSmelter> Smelters { get; init; } = [];

    /// <summary>The rows of the list of mines.</summary>
    public ImmutableArray<RmiMine> Mines { get; init; } = [];

    /// <summary>The rows of the list of products.</summary>
    public ImmutableArray<RmiProduct> Products { get; init; } = [];

    /// <summary>The answer to a question for a mineral; null when the template does not ask it.</summary>
    /// <param name="question">Number of the question, from 1.</param>
    /// <param name="mineral">The mineral.</param>
    public RmiAnswer? AnswerTo(int question, string mineral) =>
        Answers.FirstOrDefault(answer => answer.Question == question && FormText.AreSame(answer.Mineral, mineral));
}

/// <summary>What a template speaks of. Only a list of products touches a part.</summary>
public enum RmiScope
{
    /// <summary>The cell is blank or cannot be read.</summary>
    NotStated,

    /// <summary>A. Company.</summary>
    Company,

    /// <summary>B. Product, or a list of products.</summary>
    Products,

    /// <summary>C. Defined in words.</summary>
    UserDefined,
}

/// <summary>What an answer says. Unknown, not declaring, did not survey and blank are four answers, and none of them settles anything.</summary>
public enum RmiAnswerKind
{
    /// <summary>The cell is empty.</summary>
    Blank,

    /// <summary>Yes, also with an addition.</summary>
    Yes,

    /// <summary>No.</summary>
    No,

    /// <summary>Unknown.</summary>
    Unknown,

    /// <summary>Not declaring.</summary>
    NotDeclaring,

    /// <summary>Did not survey.</summary>
    DidNotSurvey,

    /// <summary>A share of suppliers, a country or another choice of the list.</summary>
    Other,
}

/// <summary>The answer to a question for one mineral.</summary>
/// <param name="Question">Number of the question, from 1.</param>
/// <param name="Mineral">The mineral.</param>
/// <param name="Kind">What it says.</param>
/// <param name="Text">The words of the cell; empty = blank.</param>
/// <param name="Comment">The comment next to it; empty = none.</param>
/// <param name="Place">Its cell.</param>
public sealed record RmiAnswer(int Question, string Mineral, RmiAnswerKind Kind, string Text, string Comment, string Place);

/// <summary>A row of the list of smelters.</summary>
/// <param name="Place">Its row.</param>
/// <param name="Row">1-based number of the row.</param>
/// <param name="Metal">The metal, by the list of the file where the row gives only an id; empty = not known.</param>
/// <param name="Name">Name of the smelter by the list of the file, else as typed; empty = not identified.</param>
public sealed record RmiSmelter(string Place, int Row, string Metal, string Name)
{
    /// <summary>Id in the publisher's list: <c>CID002044</c>; null = not stated and not found.</summary>
    public string? Id { get; init; }

    /// <summary>Whether id, metal and name were found in the list that the file carries.</summary>
    public bool IsResolved { get; init; }

    /// <summary>Whether the sender says that the smelter is not identified yet.</summary>
    public bool IsUnidentified { get; init; }

    /// <summary>The country in words: by the list of the file, else as typed; empty = not stated.</summary>
    public string CountryText { get; init; } = "";

    /// <summary>The country; null = not stated or not recognized.</summary>
    public Country? Country { get; init; }

    /// <summary>Names of mines, or that the material is recycled; empty = blank.</summary>
    public string Mines { get; init; } = "";

    /// <summary>Country of the mines in words; empty = blank.</summary>
    public string MineCountry { get; init; } = "";

    /// <summary>Whether all of it is recycled or scrap, in the words of the cell; empty = blank.</summary>
    public string Recycled { get; init; } = "";

    /// <summary>The comment; empty = none.</summary>
    public string Comment { get; init; } = "";
}

/// <summary>A row of the list of mines.</summary>
/// <param name="Place">Its row.</param>
/// <param name="Metal">The metal.</param>
/// <param name="Smelter">Name of the smelter that the mine supplies.</param>
/// <param name="Name">Name of the mine.</param>
/// <param name="CountryText">The country in words; empty = blank.</param>
/// <param name="Country">The country; null = not stated or not recognized.</param>
public sealed record RmiMine(string Place, string Metal, string Smelter, string Name, string CountryText, Country? Country);

/// <summary>A row of the list of products.</summary>
/// <param name="Place">Its row.</param>
/// <param name="Number">Number of the company that answers; empty = blank.</param>
/// <param name="Name">Name of the product; empty = blank.</param>
/// <param name="RequesterNumber">Number of the company that asked; empty = blank, or not asked by the edition.</param>
/// <param name="Comment">The comment; empty = none.</param>
public sealed record RmiProduct(string Place, string Number, string Name, string RequesterNumber, string Comment);
