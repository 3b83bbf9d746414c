using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using SourcingCompliance.Server.Settings;
using SourcingCompliance.Server.Storage;

namespace SourcingCompliance.Server.Uploads;

/// <summary>Receives a multipart form as a stream: files go to disk buffer by buffer, so that memory does not depend on their size or number.</summary>
/// <param name="uploads">Where contents are kept.</param>
/// <param name="kept">Files of forms that had to be corrected.</param>
/// <param name="options">The limits.</param>
public sealed class UploadReader(UploadFolder uploads, KeptFiles kept, ServerOptions options)
{
    private const int MaximumFieldCharacters = 8192;
    private const int MaximumFields = 200;
    private const int MaximumNameCharacters = 180;
    private const long MaximumAttachmentBytes = 4 << 20;
    private const long MaximumAnswerBytes = 64 << 20;
    private const string DocumentField = "documents";

    /// <summary>Receives a form with BOMs.</summary>
    /// <param name="request">The request.</param>
    /// <param name="onField">Told of each field as it comes, before what follows it is received; may refuse.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="UploadRefusedException">The form is malformed or passes a limit, or has no BOM.</exception>
    public Task<UploadForm> Read(HttpRequest request, Func<string, string, Task>? onField, CancellationToken cancellation) =>
        Read(request, onField, isAnswer: false, cancellation);

    /// <summary>Receives a form with answers of suppliers and the documents that came with them; it may have none of either.</summary>
    /// <param name="request">The request.</param>
    /// <param name="onField">Told of each field as it comes, before what follows it is received; may refuse.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="UploadRefusedException">The form is malformed or passes a limit.</exception>
    public Task<UploadForm> ReadAnswer(HttpRequest request, Func<string, string, Task>? onField, CancellationToken cancellation) =>
        Read(request, onField, isAnswer: true, cancellation);

    private async Task<UploadForm> Read(HttpRequest request, Func<string, string, Task>? onField, bool isAnswer, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? type) || type.MediaType != "multipart/form-data"
            || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= 200 } boundary)
        {
            throw new UploadRefusedException(StatusCodes.Status415UnsupportedMediaType, ServerDiagnosticIds.UploadMalformed,
                "The request is not a form with files. Send multipart/form-data with one part named 'files' for each BOM.");
        }

        try
        {
            return await Read(new MultipartReader(boundary, request.Body) { HeadersCountLimit = 16, HeadersLengthLimit = 16_384 }, onField, isAnswer,
                cancellation);
        }
        catch (BadHttpRequestException large) when (large.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw TooLarge();
        }
        catch (Exception full) when (StorageProblem.From(full) is { } storage)
        {
            throw new UploadRefusedException(storage.Status, storage.Id, storage.Sentence);
        }
        catch (Exception problem) when (problem is InvalidDataException or IOException and not BadHttpRequestException)
        {
            cancellation.ThrowIfCancellationRequested();
            throw new UploadRefusedException(StatusCodes.Status400BadRequest, ServerDiagnosticIds.UploadMalformed,
                "The form ends early or is damaged. Send it again.");
        }
    }

    private async Task<UploadForm> Read(MultipartReader reader, Func<string, string, Task>? onField, bool isAnswer, CancellationToken cancellation)
    {
        var files = new List<(string Name, StoredContent Content)>();
        var attachments = new Dictionary<string, (string Name, StoredContent Content)>(StringComparer.Ordinal);
        var documents = new List<(string Name, StoredContent Content)>();
        var fields = new List<(string Name, string Value)>();
        long left = isAnswer ? Math.Min(options.MaximumUploadBytes, MaximumAnswerBytes) : options.MaximumUploadBytes;
        int parts = 0;
        while (await reader.ReadNextSectionAsync(cancellation) is { } section)
        {
            if (++parts > MaximumFields + options.MaximumFiles || files.Count + documents.Count > options.MaximumFiles)
            {
                throw new UploadRefusedException(StatusCodes.Status413PayloadTooLarge, ServerDiagnosticIds.UploadTooMany,
                    FormattableString.Invariant($"The upload has more than {options.MaximumFiles} files or too many fields. Send fewer at a time."));
            }

            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out ContentDispositionHeaderValue? disposition)
                || !disposition.DispositionType.Equals("form-data", StringComparison.OrdinalIgnoreCase))
            {
                throw new UploadRefusedException(StatusCodes.Status400BadRequest, ServerDiagnosticIds.UploadMalformed,
                    "A part of the form has no name. Send each BOM as a part named 'files'.");
            }

            string field = HeaderUtilities.RemoveQuotes(disposition.Name).Value ?? "";
            if (disposition.FileName.HasValue || disposition.FileNameStar.HasValue)
            {
                string sent = HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).Value ?? "";
                bool isAttachment = !isAnswer && AttachmentKind.Is(field);
                StoredContent content = await uploads.Receive(section.Body, isAttachment ? Math.Min(left, MaximumAttachmentBytes) : left, cancellation)
                    ?? throw TooLarge();
                left -= content.Bytes;
                // A browser sends an empty nameless part for a file box in which nothing was chosen.
                if (sent.Length == 0 && content.Bytes == 0)
                {
                    continue;
                }

                if (isAttachment)
                {
                    attachments[field] = (CleanName(sent), content);
                }
                else
                {
                    List<(string Name, StoredContent Content)> to = isAnswer && field == DocumentField ? documents : files;
                    to.Add((UniqueName(CleanName(sent), to), content));
                }
            }
            else
            {
                string value = await GetText(section.Body, cancellation);
                fields.Add((field, value));
                await (onField?.Invoke(field, value) ?? Task.CompletedTask);
            }
        }

        foreach ((string field, string ticket) in fields.Where(field => field.Name == "kept" || (isAnswer && field.Name == "keptDocument")))
        {
            // A BOM that the page lists must not be left out of the check in silence.
            (string name, StoredContent content) = kept.Find(ticket)
                ?? throw Refuse("A file chosen earlier is no longer on the server. Choose all files again.", new UploadForm([], attachments, fields));
            List<(string Name, StoredContent Content)> to = field == "keptDocument" ? documents : files;
            to.Add((UniqueName(name, to), content));
            left -= content.Bytes;
            if (files.Count > options.MaximumFiles || left < 0)
            {
                throw TooLarge();
            }
        }

        var form = new UploadForm(files, attachments, fields) { Documents = documents };
        return files.Count > 0 || isAnswer ? form : throw Refuse("Choose at least one BOM file.", form);
    }

    private static UploadRefusedException Refuse(string sentence, UploadForm form) =>
        new(StatusCodes.Status400BadRequest, ServerDiagnosticIds.UploadEmpty, sentence)
        {
            Errors = new Dictionary<string, string> { ["files"] = sentence },
            Form = form,
        };

    /// <summary>A name without folders and without what does not print; it is shown and compared, never opened.</summary>
    internal static string CleanName(string sent)
    {
        string name = sent[(sent.LastIndexOfAny(['/', '\\']) + 1)..];
        var clean = new StringBuilder();
        foreach (Rune rune in name.EnumerateRunes())
        {
            UnicodeCategory category = Rune.GetUnicodeCategory(rune);
            bool isUnseen = category is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
            if (!isUnseen && rune != Rune.ReplacementChar)
            {
                clean.Append(rune);
            }
        }

        string text = clean.ToString().Trim(' ', '.');
        if (text.Length > MaximumNameCharacters)
        {
            string extension = Path.GetExtension(text);
            text = text[..(MaximumNameCharacters - Math.Min(extension.Length, 10))] + extension[..Math.Min(extension.Length, 10)];
        }

        return text.Length == 0 ? "unnamed" : text;
    }

    // Reports speak of a file by its name, so no two may share one.
    private static string UniqueName(string name, List<(string Name, StoredContent Content)> files)
    {
        string unique = name;
        for (int number = 2; files.Exists(file => string.Equals(file.Name, unique, StringComparison.OrdinalIgnoreCase)); number++)
        {
            unique = FormattableString.Invariant($"{Path.GetFileNameWithoutExtension(name)} ({number}){Path.GetExtension(name)}");
        }

        return unique;
    }

    private static async Task<string> GetText(Stream body, CancellationToken cancellation)
    {
        using var reader = new StreamReader(body, new UTF8Encoding(false), detectEncodingFromByteOrderMarks: false);
        char[] buffer = new char[MaximumFieldCharacters + 1];
        int length = await reader.ReadBlockAsync(buffer, cancellation);
        return length <= MaximumFieldCharacters
            ? new string(buffer, 0, length)
            : throw new UploadRefusedException(StatusCodes.Status413PayloadTooLarge, ServerDiagnosticIds.UploadTooLarge,
                FormattableString.Invariant($"A field of the form has more than {MaximumFieldCharacters} characters."));
    }

    private UploadRefusedException TooLarge() => new(StatusCodes.Status413PayloadTooLarge, ServerDiagnosticIds.UploadTooLarge,
        FormattableString.Invariant(
            $"The upload is larger than {options.MaximumUploadBytes >> 20} MiB (waivers and other attachments: {MaximumAttachmentBytes >> 20} MiB). Send fewer files at a time, or start the server with a larger --maximum-upload-mebibytes."));
}
