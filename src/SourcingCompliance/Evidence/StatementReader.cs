using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Primitives.Json;

namespace SourcingCompliance.Evidence;

/// <summary>Reads a statement of the ledger (schema <c>rules/schema/evidence-statement.schema.json</c>).</summary>
public static class StatementReader
{
    /// <summary>Version of the shape that is read and written.</summary>
    public const int Version = 1;

    private const int LongestId = 80;
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");
    private static readonly SearchValues<char> IdLetters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.");


    /// <summary>The statement of a file; null, with diagnostics saying why, when anything in it is wrong: half a statement is none.</summary>
    /// <param name="content">The bytes of the file, UTF-8.</param>
    /// <param name="path">Path from the folder of the ledger, with forward slashes.</param>
    /// <param name="diagnostics">Receives the faults, errors all of them.</param>
    public static Statement? Parse(ReadOnlyMemory<byte> content, string path, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var faults = new DiagnosticBag();
        Statement? statement = JsonObjectReader.Read(content, GetContext(path, faults), root =>
        {
            CheckVersion(root);
            Statement read = Read(root, path);
            root.Finish();
            return read;
        });
        foreach (Diagnostic fault in faults.Items)
        {
            diagnostics.Add(fault);
        }

        return faults.HasErrors ? null : statement;
    }

    /// <summary>Whether a text can be the id of a statement or request, and so the name of its file.</summary>
    public static bool IsId(string? text) =>
        text is { Length: > 0 and <= LongestId } && char.IsAsciiLetterOrDigit(text[0])
            && !text.AsSpan().ContainsAnyExcept(IdLetters)
        && !text.EndsWith('.') && !text.Contains("..", StringComparison.Ordinal);

    /// <summary>The JSON name of a value of an enumeration: its name in camel case.</summary>
    internal static string GetName<TWord>(TWord value)
        where TWord : struct, Enum => WordNames<TWord>.All.GetValueOrDefault(value) ?? value.ToString();

    internal static JsonReadingContext GetContext(string path, DiagnosticBag faults) =>
        new(CellRef.ForFile(path), faults, DiagnosticIds.EvidenceUnreadable, DiagnosticIds.EvidencePropertyUnknown, DiagnosticIds.EvidenceValueInvalid);

    internal static void CheckVersion(JsonObjectReader root)
    {
        if (root.Number("version", isRequired: true) is { } version && version != Version)
        {
            root.Refuse("version", version.ToString(CultureInfo.InvariantCulture), "1");
        }
    }

    /// <summary>A text that is required and not blank.</summary>
    internal static string Stated(JsonObjectReader entry, string name)
    {
        string? text = entry.Text(name, isRequired: true);
        if (text is not null && string.IsNullOrWhiteSpace(text))
        {
            entry.Refuse(name, "blank", "a text");
        }

        return text ?? "";
    }

    /// <summary>An id that is required.</summary>
    internal static string GetId(JsonObjectReader entry, string name)
    {
        string? text = entry.Text(name, isRequired: true);
        if (text is not null && !IsId(text))
        {
            entry.Refuse(name, QuotedText.Quote(text, LongestId), "at most 80 letters, digits, '-', '_' or '.'");
        }

        return text ?? "";
    }

    /// <summary>One of the names of an enumeration; null when it is not stated or not one of them.</summary>
    internal static TWord? GetOne<TWord>(JsonObjectReader entry, string name, bool isRequired = true)
        where TWord : struct, Enum
    {
        if (entry.Text(name, isRequired) is not { } word)
        {
            return null;
        }

        foreach ((TWord value, string known) in WordNames<TWord>.All)
        {
            if (known == word)
            {
                return value;
            }
        }

        entry.Refuse(name, QuotedText.Quote(word, LongestId), $"one of {string.Join(", ", WordNames<TWord>.All.Values)}");
        return null;
    }

    /// <summary>The hash of a document.</summary>
    internal static string ComputeHash(JsonObjectReader entry, string name, bool isRequired = true)
    {
        string? hash = entry.Text(name, isRequired);
        if (hash is not null && !(hash.Length == 64 && !hash.AsSpan().ContainsAnyExcept(HexDigits)))
        {
            entry.Refuse(name, QuotedText.Quote(hash, LongestId), "64 hexadecimal digits");
        }

        return hash?.ToLowerInvariant() ?? "";
    }

    private static Statement Read(JsonObjectReader root, string path)
    {
        var statement = new Statement
        {
            Id = GetId(root, "id"),
            Path = path,
            Source = GetSource(root),
            Supplier = GetSupplier(root),
            Signer = GetSigner(root),
            IssuedOn = root.Date("issuedOn"),
            ValidUntil = root.Date("validUntil"),
            ReceivedOn = root.Date("receivedOn"),
            Request = root.Text("request"),
            Supersedes = root.Texts("supersedes"),
            Documents = root.All("documents", GetDocument),
            Items = root.All("items", StatementFactReader.GetItem, isRequired: true),
            Unread = root.All("unread", GetUnread),
        };
        if (statement.ValidUntil < statement.Day)
        {
            root.Refuse("validUntil", "before the day of the statement", "a later day");
        }

        // A page of a document that the statement does not list would support a fact with nothing.
        if (statement.Items.All(item => item.Facts.All(fact => fact.Documents.IsEmpty)))
        {
            return statement;
        }

        HashSet<string> known = [.. statement.Documents.Select(document => document.Sha256)];
        foreach (DocumentPage page in statement.Items.SelectMany(item => item.Facts).SelectMany(fact => fact.Documents)
            .Where(page => !known.Contains(page.Sha256)).DistinctBy(page => page.Sha256))
        {
            root.Refuse("documents", $"without {page.Sha256}, which a fact names", "every document of the facts");
        }

        return statement;
    }

    private static StatementSource GetSource(JsonObjectReader root)
    {
        if (GetObject(root, "source") is not { } reader)
        {
            return new StatementSource(StatementKind.TypedIn);
        }

        var source = new StatementSource(GetOne<StatementKind>(reader, "kind") ?? default)
        {
            Form = reader.Text("form"),
            Basis = reader.Text("basis"),
            FileName = reader.Text("fileName"),
            Sha256 = reader.Has("sha256") ? ComputeHash(reader, "sha256") : null,
            IsDraft = reader.Flag("draft") ?? false,
        };
        reader.Finish();
        return source;
    }

    private static StatementSupplier GetSupplier(JsonObjectReader root)
    {
        if (GetObject(root, "supplier") is not { } reader)
        {
            return new StatementSupplier("");
        }

        var supplier = new StatementSupplier(Stated(reader, "name"))
        {
            Cage = reader.Text("cage"),
            Contact = reader.Text("contact"), Email = reader.Text("email")
        };
        reader.Finish();
        return supplier;
    }

    private static StatementSigner? GetSigner(JsonObjectReader root)
    {
        if (root.Object("signer") is not { } reader)
        {
            return null;
        }

        var signer = new StatementSigner(Stated(reader, "name"), reader.Text("title"), reader.Date("signedOn"));
        reader.Finish();
        return signer;
    }

    private static JsonObjectReader? GetObject(JsonObjectReader root, string name)
    {
        if (!root.Has(name))
        {
            root.Refuse(name, "not stated", "an object");
        }

        return root.Object(name);
    }

    private static StatementDocument GetDocument(JsonObjectReader reader)
    {
        var document = new StatementDocument(ComputeHash(reader, "sha256"), Stated(reader, "kind"),
            Stated(reader, "fileName"))
        { Title = reader.Text("title") };
        reader.Finish();
        return document;
    }

    private static UnreadAnswer GetUnread(JsonObjectReader reader)
    {
        var unread = new UnreadAnswer(reader.RequiredText("place"), reader.RequiredText("text"), reader.RequiredText("reason"));
        reader.Finish();
        return unread;
    }

    private static class WordNames<TWord>
        where TWord : struct, Enum
    {
        // The values in their own order, so that messages list them as the enumeration does.
        public static readonly OrderedDictionary<TWord, string> All = new(Enum.GetValues<TWord>().Select(value =>
            KeyValuePair.Create(value, char.ToLowerInvariant(value.ToString()[0]) + value.ToString()[1..])));
    }
}
