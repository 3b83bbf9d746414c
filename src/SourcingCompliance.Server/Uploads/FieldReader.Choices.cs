using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using SourcingCompliance.Formats.Files;
using SourcingCompliance.Formats.Writing;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Recognition.Origins;
using SourcingCompliance.Server.Settings;

namespace SourcingCompliance.Server.Uploads;

/// <content>Fields that choose, and plain lines.</content>
public sealed partial class FieldReader
{
    /// <summary>Yes or no; null = not known, or an error.</summary>
    /// <param name="name">Name of the field.</param>
    public bool? ReadYesNo(string name)
    {
        switch (form[name].ToLowerInvariant())
        {
            case "":
                return null;
            case "yes" or "true" or "y" or "1":
                return true;
            case "no" or "false" or "n" or "0":
                return false;
            default:
                Refuse(name, "Choose yes or no, or leave it blank when you don’t know.");
                return null;
        }
    }

    /// <summary>One of several words; the first of them when the field is blank.</summary>
    /// <param name="name">Name of the field.</param>
    /// <param name="words">The words.</param>
    public string ReadChoice(string name, params string[] words)
    {
        ArgumentNullException.ThrowIfNull(words);
        string text = form[name];
        if (text.Length > 0 && !words.Contains(text, StringComparer.Ordinal))
        {
            Refuse(name, $"Choose from: {string.Join(", ", words)}.");
        }

        return text.Length == 0 || !words.Contains(text, StringComparer.Ordinal) ? words[0] : text;
    }

    /// <summary>A text of one line; empty when the field is blank, or an error.</summary>
    /// <param name="name">Name of the field.</param>
    public string ReadLine(string name)
    {
        string text = form[name];
        if (text.Length <= MaximumLineCharacters && !text.Any(char.IsControl))
        {
            return text;
        }

        Refuse(name, FormattableString.Invariant($"Enter one line of at most {MaximumLineCharacters} characters."));
        return "";
    }

    /// <summary>Several texts with semicolons or line ends between; none when the field is blank, or an error.</summary>
    /// <param name="name">Name of the field.</param>
    public IReadOnlyList<string> ReadEntries(string name)
    {
        string[] entries = form[name].Split([';', '\n', '\r'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (entries.Length <= MaximumEntries && entries.All(entry => entry.Length <= MaximumLineCharacters && !entry.Any(char.IsControl)))
        {
            return entries;
        }

        Refuse(name,
            FormattableString.Invariant($"Enter at most {MaximumEntries} entries of at most {MaximumLineCharacters} characters, with semicolons between."));
        return [];
    }
}
