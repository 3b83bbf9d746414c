using SourcingCompliance.Formats.Pdf.Documents;

namespace SourcingCompliance.Formats.Pdf.Layout;

/// <summary>Takes a run apart into words, spaces and places where a line may end.</summary>
internal static class WordSplitter
{
    // No line begins with these (closing marks of Chinese and Japanese text).
    private const string NeverFirst = "、。，．：；？！）」』】〉》〕］｝ー・";

    /// <summary>The words of a run, in order.</summary>
    public static IEnumerable<Word> Split(Run run)
    {
        string text = run.Text;
        if (run.IsUnbroken)
        {
            yield return new Word(WordKind.Text, text.ReplaceLineEndings(" "));
            yield break;
        }

        int start = 0;
        for (int at = 0; at < text.Length; at++)
        {
            char letter = text[at];
            if (letter is ' ' or '\t' or '\r' or '\n' or '\u200B')
            {
                if (at > start)
                {
                    yield return new Word(WordKind.Text, text[start..at]);
                }

                yield return new Word(letter switch { '\n' => WordKind.LineEnd, '\u200B' => WordKind.Opportunity, _ => WordKind.Space }, "");
                start = at + 1;
            }
            else if (IsIdeographic(letter) && !(at + 1 < text.Length && NeverFirst.Contains(text[at + 1], StringComparison.Ordinal)))
            {
                yield return new Word(WordKind.Text, text[start..(at + 1)]);
                yield return new Word(WordKind.Opportunity, "");
                start = at + 1;
            }
        }

        if (start < text.Length)
        {
            yield return new Word(WordKind.Text, text[start..]);
        }
    }

    /// <summary>The longest beginning of a word that is too wide, ending behind a hyphen or stroke where there is one.</summary>
    /// <param name="text">The word.</param>
    /// <param name="fits">Whether a beginning fits.</param>
    /// <returns>How many characters; at least one.</returns>
    public static int LongestBeginning(string text, Func<string, bool> fits)
    {
        int most = 1;
        int afterStop = 0;
        for (int length = 1; length <= text.Length; length++)
        {
            // Never between the halves of one character.
            if (length < text.Length && char.IsLowSurrogate(text[length]))
            {
                continue;
            }

            if (!fits(text[..length]))
            {
                break;
            }

            most = length;
            afterStop = "-/\\_.,;:|+=&?)".Contains(text[length - 1], StringComparison.Ordinal) ? length : afterStop;
        }

        most = most == 1 && text.Length > 1 && char.IsHighSurrogate(text[0]) ? 2 : most;
        return most < text.Length && afterStop > most / 2 ? afterStop : most;
    }

    // Han, kana, hangul and full-width forms: a line may end behind any of them.
    private static bool IsIdeographic(char letter) => letter is (>= '\u2E80' and <= '\uA4CF') or (>= '\uAC00' and <= '\uD7A3')
        or (>= '\uF900' and <= '\uFAFF') or (>= '\uFF00' and <= '\uFFEF');
}

/// <summary>What a <see cref="Word"/> is.</summary>
internal enum WordKind
{
    /// <summary>Characters that stand together.</summary>
    Text,

    /// <summary>A space; a line may end in its place.</summary>
    Space,

    /// <summary>A place without width where a line may end.</summary>
    Opportunity,

    /// <summary>The line ends here.</summary>
    LineEnd,
}

/// <summary>A part of a run.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its characters; empty for anything but text.</param>
internal readonly record struct Word(WordKind Kind, string Text);
