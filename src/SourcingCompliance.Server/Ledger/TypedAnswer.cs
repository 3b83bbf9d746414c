using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using SourcingCompliance.Evidence;
using SourcingCompliance.Formats.Writing;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Running.Exchange;
using SourcingCompliance.Server.Uploads;

namespace SourcingCompliance.Server.Ledger;

/// <summary>Reads the form in which someone records what a supplier said on the telephone or on paper.</summary>
/// <param name="form">The form.</param>
/// <param name="today">The day.</param>
public sealed class TypedAnswer(UploadForm form, DateOnly today)
{
    private readonly FieldReader _fields = new(form);

    /// <summary>The steps that can be stated, in the order of production, each with what the form calls it.</summary>
    public static IReadOnlyList<(string Stage, string Name)> Stages { get; } =
    [
        (StageIds.Mined, "Mined in"), (StageIds.Recycled, "Feedstock recycled in"), (StageIds.Milled, "Recycled material milled in"),
        (StageIds.Refined, "Refined in"), (StageIds.Separated, "Separated in"), (StageIds.Calcined, "Calcined in"),
        (StageIds.Reduced, "Reduced to metal in"), (StageIds.Melted, "Melted in"), (StageIds.Atomized, "Atomized in"),
        (StageIds.Powder, "Formed into powder in"), (StageIds.Pressed, "Pressed in"), (StageIds.Sintered, "Sintered in"),
        (StageIds.Consolidated, "Consolidated in"), (StageIds.Bonded, "Bonded in"), (StageIds.Magnetized, "Magnetized in"),
        (StageIds.Finished, "Finished in"), (StageIds.Produced, "Finished part made in"), (StageIds.Assembled, "Assembled in"),
    ];

    /// <summary>The steps that most answers say nothing of: those of recycled feedstock, of tungsten, and of bonded magnets.</summary>
    public static IReadOnlySet<string> RareStages { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        StageIds.Recycled, StageIds.Milled, StageIds.Calcined, StageIds.Atomized, StageIds.Consolidated, StageIds.Bonded, StageIds.Assembled,
    };

    /// <summary>The name of the field for the countries of a step.</summary>
    /// <param name="stage">The step.</param>
    public static string GetField(string stage) => "stage-" + stage;

    /// <summary>The materials as choices of a field.</summary>
    public static IReadOnlyList<(string Value, string Text)> Materials { get; } =
    [
        ("", "none, or not known"),
        .. new[] { MaterialIds.NdFeB, MaterialIds.SmCo, MaterialIds.RareEarthMagnet, MaterialIds.Tantalum, MaterialIds.TungstenPowder,
            MaterialIds.TungstenHeavyAlloy }.Select(id => (id, QuestionnaireTerms.GetName(id))),
    ];

    /// <summary>The statement of the form.</summary>
    /// <param name="documents">The documents that came with it.</param>
    /// <exception cref="UploadRefusedException">A field cannot be used; it names every one of them.</exception>
    public Statement Read(IReadOnlyList<StatementDocument> documents)
    {
        ArgumentNullException.ThrowIfNull(documents);
        string? part = GetText("part");
        string? maker = GetText("maker");
        string? makerPart = GetText("makerPart");
        string? lot = GetText("lot");
        string? signer = GetText("signer");
        DateOnly? signed = _fields.ReadDay("signed");
        DateOnly? valid = _fields.ReadDay("validUntil");
        Require("supplier", "Enter who says it.");
        if (part is null && makerPart is null)
        {
            _fields.Refuse("part", "Enter the part number, yours or the manufacturer’s.");
        }

        if (makerPart is not null && maker is null)
        {
            _fields.Refuse("maker", "Enter whose part number that is.");
        }

        if (signer is null && signed is not null)
        {
            _fields.Refuse("signer", "Enter who signed.");
        }

        if (valid < signed)
        {
            _fields.Refuse("validUntil", "This is before the day of the signature.");
        }

        if (signed > today)
        {
            _fields.Refuse("signed", "This day is yet to come.");
        }

        ImmutableArray<DocumentPage> pages = [.. documents.Select(document => new DocumentPage(document.Sha256, GetText("page")))];
        ImmutableArray<StatementFact> facts = [.. new TypedFacts(_fields, GetText).Read().Select(fact => fact with { Documents = pages })];
        _fields.EnsureUsable();
        var statement = new Statement
        {
            Id = "T-",
            Source = new StatementSource(StatementKind.TypedIn) { Basis = GetText("basis") },
            Supplier = new StatementSupplier(GetText("supplier") ?? "") { Contact = GetText("contact") ?? signer },
            Signer = signer is null ? null : new StatementSigner(signer, GetText("title"), signed),
            IssuedOn = signed,
            ValidUntil = valid,
            Supersedes = GetText("supersedes") is { } older ? [older] : [],
            Documents = [.. documents],
            Items = [new StatementItem(new StatementSubject
            {
                Scope = lot is null ? StatementScope.Part : StatementScope.Lot, PartNumber = part, Manufacturer = maker,
                ManufacturerPartNumber = makerPart, Lot = lot,
            }, facts)],
        };
        string hash = Convert.ToHexString(SHA256.HashData(StatementWriter.ToBytes(statement)))[..8];
        statement = statement with { Id = $"T{today.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}-{hash}" };
        // A statement that could not be read back would damage the ledger for everyone.
        var faults = new DiagnosticBag();
        if (StatementReader.Parse(StatementWriter.ToBytes(statement), statement.Id, faults) is null)
        {
            _fields.Refuse("supplier", $"This cannot be recorded: {faults.Items[0].Message}");
            _fields.EnsureUsable();
        }

        return statement;
    }

    private void Require(string name, string message)
    {
        if (GetText(name) is null)
        {
            _fields.Refuse(name, message);
        }
    }

    private string? GetText(string name)
    {
        string text = string.Concat(form[name].Where(letter => !char.IsControl(letter))).Trim();
        return text.Length == 0 ? null : text.Length <= MaximumCharacters ? text : text[..MaximumCharacters];
    }

    private const int MaximumCharacters = 300;
}
