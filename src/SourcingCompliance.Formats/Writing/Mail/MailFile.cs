using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace SourcingCompliance.Formats.Writing.Mail;

/// <summary>A file that comes with a mail.</summary>
/// <param name="Name">Name of the file.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Content">Its content.</param>
public sealed record MailAttachment(string Name, string MediaType, byte[] Content);

/// <summary>Writes a mail as <c>.eml</c> (RFC 5322, RFC 2045), to be opened, looked at and sent from a mail program. The same mail gives the same
/// bytes.</summary>
public static class MailFile
{
    private const int LineLength = 76;
    private const string Boundary = "=_sourcing-compliance-part";

    /// <summary>The bytes of a mail.</summary>
    /// <param name="to">Address of the one who gets it; null = to be filled in.</param>
    /// <param name="subject">Subject.</param>
    /// <param name="text">Text.</param>
    /// <param name="day">Date of the mail.</param>
    /// <param name="attachments">Files that come with it.</param>
    public static byte[] Write(string? to, string subject, string text, DateOnly day, ImmutableArray<MailAttachment> attachments)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(text);
        var mail = new StringBuilder();
        // Outlook opens a mail with this line for editing instead of reading.
        mail.Append("X-Unsent: 1\r\n");
        mail.Append(CultureInfo.InvariantCulture, $"Date: {day.ToString("ddd, dd MMM yyyy", CultureInfo.InvariantCulture)} 00:00:00 +0000\r\n");
        if (to is { Length: > 0 } && to.All(letter => letter is > ' ' and < (char)127 and not ('<' or '>' or ',' or ';'))
            && to.Contains('@', StringComparison.Ordinal))
        {
            mail.Append(CultureInfo.InvariantCulture, $"To: {to}\r\n");
        }

        mail.Append(CultureInfo.InvariantCulture,
            $"Subject: {Word(subject)}\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"{Boundary}\"\r\n\r\n");
        mail.Append(CultureInfo.InvariantCulture, $"--{Boundary}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: "
            + $"base64\r\n\r\n{Base64(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n")))}");
        foreach (MailAttachment attachment in attachments)
        {
            string name = Uri.EscapeDataString(attachment.Name);
            mail.Append(CultureInfo.InvariantCulture, $"--{Boundary}\r\nContent-Type: {attachment.MediaType}\r\nContent-Disposition: attachment; "
                + $"filename*=utf-8''{name}\r\nContent-Transfer-Encoding: base64\r\n\r\n{Base64(attachment.Content)}");
        }

        mail.Append(CultureInfo.InvariantCulture, $"--{Boundary}--\r\n");
        return Encoding.ASCII.GetBytes(mail.ToString());
    }

    // A header holds ASCII; other letters, and line ends that would start another header, go into an encoded word (RFC 2047).
    private static string Word(string text)
    {
        string line = string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter)).Trim();
        if (line.All(letter => letter is >= ' ' and < (char)127))
        {
            return line;
        }

        var words = new List<string>();
        var part = new StringBuilder();
        foreach (Rune rune in line.EnumerateRunes())
        {
            if (Encoding.UTF8.GetByteCount(part.ToString()) + rune.Utf8SequenceLength > 42)
            {
                words.Add(part.ToString());
                part.Clear();
            }

            part.Append(rune.ToString());
        }

        words.Add(part.ToString());
        return string.Join("\r\n ", words.Select(word => $"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(word))}?="));
    }

    private static string Base64(byte[] content)
    {
        string whole = Convert.ToBase64String(content);
        var lines = new StringBuilder(whole.Length + (whole.Length / LineLength * 2) + 2);
        for (int at = 0; at < whole.Length; at += LineLength)
        {
            lines.Append(whole, at, Math.Min(LineLength, whole.Length - at)).Append("\r\n");
        }

        return lines.ToString();
    }
}
