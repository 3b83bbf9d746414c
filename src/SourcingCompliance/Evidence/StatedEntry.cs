using System.Collections.Immutable;
using SourcingCompliance.Items;
using SourcingCompliance.Primitives;
using SourcingCompliance.Recognition.Origins;

namespace SourcingCompliance.Evidence;

/// <summary>A fact of a statement, made ready once for all lines of which it speaks, so that these lines share one object.</summary>
internal sealed class StatedEntry
{
    /// <summary>Makes a fact ready.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="subject">About what.</param>
    /// <param name="fact">The fact.</param>
    /// <param name="standing">Why the statement does not count for a pass; null = it does.</param>
    /// <param name="terms">What the run asks.</param>
    /// <param name="evidence">The chain behind it.</param>
    /// <param name="isCovered">Whether a country is a covered country at any time.</param>
    /// <param name="isKnown">Whether a code is that of a country.</param>
    public StatedEntry(
        Statement statement, StatementSubject subject, StatementFact fact, UncountedReason? standing, EvidenceTerms terms,
        EvidenceRef evidence, Func<Country, bool> isCovered, Func<Country, bool> isKnown)
    {
        Statement = statement;
        Subject = subject;
        Fact = fact;
        Evidence = evidence;
        Key = GetKey();
        if (fact is StageFact stage)
        {
            Raw = StatementWords.GetCountries(stage);
            Countries = stage.Countries;
            Covered = Countries is [var only] ? isCovered(only) ? Countries : [] : [.. Countries.Where(isCovered)];
            Origin = GetOrigin(stage, Countries, isSure: stage.IsCertain && (stage.IsWhole || !Covered.IsEmpty));
        }

        Reason = fact is UnknownFact ? UncountedReason.Unknown
            : standing ?? (!Countries.All(isKnown) ? UncountedReason.UnknownCountry
            : fact is StageFact made && IsOfOtherPeriod(made, subject, terms) ? UncountedReason.OtherPeriod
            : terms.RequiresDocuments && !Evidence.IsDocumented ? UncountedReason.NotDocumented : null);
    }

    /// <summary>The statement.</summary>
    public Statement Statement { get; }

    /// <summary>About what.</summary>
    public StatementSubject Subject { get; }

    /// <summary>The fact.</summary>
    public StatementFact Fact { get; }

    /// <summary>The chain behind it.</summary>
    public EvidenceRef Evidence { get; }

    /// <summary>Why it does not count for a pass, whatever the line; null = it does.</summary>
    public UncountedReason? Reason { get; }

    /// <summary>The countries of a stage as text: <c>JP 60%, US 40%</c>; empty for other facts.</summary>
    public string Raw { get; } = "";

    /// <summary>What a stage says of countries; null for other facts.</summary>
    public RecognizedOrigin? Origin { get; }

    /// <summary>The countries that a stage names, in code order; empty for other facts.</summary>
    public ImmutableArray<Country> Countries { get; } = [];

    /// <summary>What it speaks of: facts of one kind about one step have equal ones.</summary>
    public object Key { get; }

    /// <summary>The covered countries that a stage names, in code order; empty for other facts.</summary>
    public ImmutableArray<Country> Covered { get; } = [];

    /// <summary>What is said beside the fact of a covered country; null = nothing.</summary>
    public StatedAside? Aside { get; set; }

    /// <summary>Whether the fact speaks against a line, so that it counts whatever is wrong with the statement.</summary>
    public bool IsAdverse => Fact switch
    {
        StageFact => !Covered.IsEmpty,
        PresenceFact presence => presence.Contains,
        ExceptionFact exception => !exception.Holds,
        _ => false,
    };

    /// <summary>The material of which it speaks; null = of any.</summary>
    public string? Material => Fact switch
    {
        StageFact stage => stage.Material,
        PresenceFact presence => presence.Material,
        UnknownFact unknown => unknown.Material,
        _ => null,
    };

    /// <summary>The fact in words: <c>neodymium melted in JP</c>.</summary>
    public string Words => StatementWords.Format(Fact);

    // A statement on production up to a day says nothing of what is delivered later and may be made later; one on production from a day on nothing of
    // what is there already. That of a lot speaks of the lot whenever it is delivered.
    private static bool IsOfOtherPeriod(StageFact stage, StatementSubject subject, EvidenceTerms terms) => subject.Scope != StatementScope.Lot
        && (stage.To < terms.NeededOn || stage.From > (terms.Delivery ?? terms.AsOf));

    private object GetKey() => Fact switch
    {
        StageFact stage => ("stage", stage.Material, stage.Element, stage.Stage),
        PresenceFact presence => ("presence", presence.Material, (string?)null, ""),
        ExceptionFact exception => ("exception", exception.Exception.ToString(), (string?)null, ""),
        _ => this,
    };

    /// <summary>The chain behind the facts of a statement on one subject.</summary>
    public static EvidenceRef GetChain(Statement statement, StatementSubject subject) =>
        new(statement.Id, statement.Supplier.Name)
        {
            Path = statement.Path,
            Source = (statement.Source.Form ?? Spell(statement.Source.Kind)) + (statement.Source.Basis is { Length: > 0 } basis ? $", {basis}" : ""),
            IsTypedIn = statement.Source.Kind == StatementKind.TypedIn,
            Contact = statement.Supplier.Contact,
            Subject = subject.Words,
            Signer = statement.Signer is { } signer ? signer.Title is { } title ? $"{signer.Name}, {title}" : signer.Name : null,
            Day = statement.Day,
            ValidUntil = statement.ValidUntil,
        };

    /// <summary>The chain behind a fact.</summary>
    /// <param name="chain">That behind all facts of the statement on the subject.</param>
    /// <param name="statement">The statement.</param>
    /// <param name="fact">The fact.</param>
    /// <param name="documents">Hashes of the documents on file.</param>
    public static EvidenceRef GetChain(EvidenceRef chain, Statement statement, StatementFact fact, ImmutableHashSet<string> documents) =>
        fact is { Place: null, Documents.IsEmpty: true } ? chain : chain with
        {
            Place = fact.Place,
            Documents = [.. fact.Documents.Where(page => documents.Contains(page.Sha256))
                .Select(page => new EvidenceDocument(page.Sha256, GetTitle(statement, page.Sha256), page.Page))],
        };

    private static string GetTitle(Statement statement, string hash) =>
        statement.Documents.FirstOrDefault(document => document.Sha256 == hash) is { } document ? document.Title ?? document.FileName : "document";

    private static string Spell(StatementKind kind) => kind switch
    {
        StatementKind.Cmrt => "CMRT",
        StatementKind.Emrt => "EMRT",
        StatementKind.Amrt => "AMRT",
        StatementKind.Ipc1752A => "IPC-1752A",
        StatementKind.CycloneDx => "CycloneDX",
        StatementKind.KnownParts => "list of known parts",
        StatementKind.TypedIn => "typed in",
        _ => StatementReader.GetName(kind),
    };

    // Shares that leave a rest open settle no step, but a covered country among them is certain.
    private static RecognizedOrigin GetOrigin(StageFact stage, ImmutableArray<Country> countries, bool isSure) => new()
    {
        Countries = countries,
        Certainty = isSure ? OriginCertainty.Definite : OriginCertainty.Ambiguous,
        Relation = countries.Length == 1 ? OriginRelation.Single : stage.IsCertain ? OriginRelation.All : OriginRelation.Any,
    };
}
