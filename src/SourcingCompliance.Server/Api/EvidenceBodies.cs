using System.Collections.Immutable;
using SourcingCompliance.Evidence;
using SourcingCompliance.Formats.Writing;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Server.Ledger;

namespace SourcingCompliance.Server.Api;

/// <summary>What a supplier was asked, as the interface gives it.</summary>
public sealed record RequestBody
{
    /// <summary>Its id, which the questionnaire carries.</summary>
    public required string Id { get; init; }

    /// <summary>The supplier.</summary>
    public required string Supplier { get; init; }

    /// <summary>The day on which it was asked, ISO.</summary>
    public required string AskedOn { get; init; }

    /// <summary>The day by which the answer is due, ISO; null = none was named.</summary>
    public string? DueOn { get; init; }

    /// <summary>answered, late, or waiting.</summary>
    public required string State { get; init; }

    /// <summary>Id of the statement that answers it; null = none does.</summary>
    public string? AnsweredBy { get; init; }

    /// <summary>The parts that it asks about, each once.</summary>
    public required IReadOnlyList<string> Parts { get; init; }

    /// <summary>How many facts are asked for.</summary>
    public int Questions { get; init; }

    /// <summary>Where its files are, by format: xlsx, eml, pdf, txt; without those that are not on this server.</summary>
    public required IReadOnlyDictionary<string, string> Files { get; init; }

    /// <summary>A request of the ledger.</summary>
    /// <param name="row">The request.</param>
    /// <param name="requests">Knows its files.</param>
    internal static RequestBody From(RequestRow row, SupplierRequests requests) => new()
    {
        Id = row.Request.Id,
        Supplier = row.Request.Supplier,
        AskedOn = ReportTokens.Format(row.Request.AskedOn),
        DueOn = row.Request.DueOn is { } due ? ReportTokens.Format(due) : null,
        State = row.State,
        AnsweredBy = row.Answer?.Id,
        Parts = row.Parts,
        Questions = row.Questions,
        Files = SupplierRequests.Files.Where(file => requests.Find(row.Request, file.Suffix) is not null)
            .ToDictionary(file => file.Suffix, file => $"/api/v1/requests/{row.Request.Id}/files/{file.Suffix}", StringComparer.Ordinal),
    };
}

/// <summary>Whom to ask.</summary>
public sealed record AskBody
{
    /// <summary>The supplier, as the BOM names it; empty = every one.</summary>
    public string Supplier { get; init; } = "";
}

/// <summary>What a supplier said, in short.</summary>
public sealed record StatementBody
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Who says it.</summary>
    public required string Supplier { get; init; }

    /// <summary>What it was taken from: questionnaire, certificate, cmrt, ipc1752A, cycloneDx, typedIn, and their like.</summary>
    public required string Kind { get; init; }

    /// <summary>Id of the request that it answers; null = none.</summary>
    public string? Request { get; init; }

    /// <summary>Who signed; null = nobody.</summary>
    public string? Signer { get; init; }

    /// <summary>The day of the statement, ISO; null = not stated.</summary>
    public string? Day { get; init; }

    /// <summary>Its last day, ISO; null = no end stated.</summary>
    public string? ValidUntil { get; init; }

    /// <summary>Why it does not count for a pass today; null = it counts. What it says against a part counts in any case.</summary>
    public string? NotCounted { get; init; }

    /// <summary>What it says, subject by subject.</summary>
    public required IReadOnlyList<SaidBody> Items { get; init; }

    /// <summary>A statement.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="notCounted">Why it does not count; null = it counts.</param>
    internal static StatementBody From(Statement statement, string? notCounted) => new()
    {
        Id = statement.Id,
        Supplier = statement.Supplier.Name,
        Kind = System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(statement.Source.Kind.ToString()),
        Request = statement.Request,
        Signer = statement.Signer?.Name,
        Day = statement.Day is { } day ? ReportTokens.Format(day) : null,
        ValidUntil = statement.ValidUntil is { } last ? ReportTokens.Format(last) : null,
        NotCounted = notCounted,
        Items = [.. statement.Items.Select(item => new SaidBody(item.Subject.Words, [.. FactWords.Get(item)]))],
    };
}

/// <summary>What is said of one subject.</summary>
/// <param name="About">The subject in words: a part, a lot, a family, a company.</param>
/// <param name="Says">What is said of it, in words; the file of the statement has it as data.</param>
public sealed record SaidBody(string About, IReadOnlyList<string> Says);

/// <summary>What was understood of an upload with answers, and what was stored.</summary>
public sealed record AnswerBody
{
    /// <summary>Ids of the statements that were stored; empty = none.</summary>
    public required IReadOnlyList<string> Stored { get; init; }

    /// <summary>The files, in the order of the upload.</summary>
    public required IReadOnlyList<AnswerFileBody> Files { get; init; }

    /// <summary>The files that are not taken, each with the reason.</summary>
    public required IReadOnlyList<RefusedFileBody> Refused { get; init; }

    /// <summary>Documents that no answer names; they are not stored.</summary>
    public required IReadOnlyList<string> UnnamedDocuments { get; init; }

    /// <summary>What was understood.</summary>
    /// <param name="review">What was understood.</param>
    /// <param name="stored">Ids of the statements that were stored.</param>
    internal static AnswerBody From(AnswerReview review, IReadOnlyList<string> stored) => new()
    {
        Stored = stored,
        Files = [.. review.Files.Select(AnswerFileBody.From)],
        Refused = [.. review.Refused.Select(file => new RefusedFileBody(file.Name, file.Reason))],
        UnnamedDocuments = review.Unnamed,
    };
}

/// <summary>A file that is not taken.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Reason">Why.</param>
public sealed record RefusedFileBody(string Name, string Reason);

/// <summary>What was understood of one file.</summary>
public sealed record AnswerFileBody
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What it is, in words; null = nothing that is known.</summary>
    public string? Form { get; init; }

    /// <summary>What it says.</summary>
    public required IReadOnlyList<AnswerStatementBody> Statements { get; init; }

    /// <summary>What is wrong with it.</summary>
    public required IReadOnlyList<ProblemBody> Problems { get; init; }

    /// <summary>What a person must know of it.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>Cells that were not read, each with place, text, and reason.</summary>
    public required IReadOnlyList<string> Unread { get; init; }

    /// <summary>Documents that it names and that did not come with it.</summary>
    public required IReadOnlyList<string> MissingDocuments { get; init; }

    /// <summary>Questions that it leaves open, by part.</summary>
    public required IReadOnlyList<SaidBody> StillMissing { get; init; }

    /// <summary>A file.</summary>
    /// <param name="file">The file.</param>
    internal static AnswerFileBody From(AnswerFile file) => new()
    {
        Name = file.Name,
        Form = file.Receipt.Form,
        Statements = [.. file.Statements.Select(answer => new AnswerStatementBody(
            System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(answer.State.ToString()),
            StatementBody.From(answer.Statement, answer.NotCounted is { } reason ? EvidenceReport.GetWords(reason) : null)))],
        Problems = [.. file.Problems.Select(problem => new ProblemBody(problem.Id, problem.Message, problem.Severity == DiagnosticSeverity.Error))],
        Warnings = file.Receipt.Warnings,
        Unread = [.. file.Statements.SelectMany(answer => answer.Statement.Unread).Select(unread => $"{unread.Place}: {unread.Text} ({unread.Reason})")],
        MissingDocuments = file.Receipt.Questionnaire?.MissingDocuments ?? ImmutableArray<string>.Empty,
        StillMissing = [.. (file.Receipt.Questionnaire?.Missing ?? []).GroupBy(one => one.Item.PartNumber, StringComparer.Ordinal)
            .Select(part => new SaidBody(part.Key, [FactWords.Format(part.Select(one => one.Question))]))],
    };
}

/// <summary>One statement of an answer.</summary>
/// <param name="State">new, same = on file already, different = on file and says something else.</param>
/// <param name="Statement">The statement.</param>
public sealed record AnswerStatementBody(string State, StatementBody Statement);

/// <summary>Something that is wrong with a file.</summary>
/// <param name="Id">Id of the diagnostic, explained under /rules/diagnostics.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="IsError">Whether it keeps the file, or a part of it, from being read.</param>
public sealed record ProblemBody(string Id, string Message, bool IsError);

/// <summary>A check that is repeated.</summary>
/// <param name="Before">Id of the earlier check.</param>
/// <param name="After">Id of the one that repeats it.</param>
public sealed record RecheckBody(string Before, string After);
