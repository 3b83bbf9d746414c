using System.Text;

namespace SourcingCompliance.Cli.Display;

/// <summary>Finds the texts that a source file can show: string literals with a blank in them, with what is interpolated left out.</summary>
internal static class TextLiterals
{
    /// <summary>The literals with the line on which each begins.</summary>
    public static IEnumerable<(int Line, string Text)> Of(string source)
    {
        int line = 1;
        for (int at = 0; at < source.Length; at++)
        {
            switch (source[at])
            {
                case '\n':
                    line++;
                    break;
                case '/' when source.AsSpan(at).StartsWith("//"):
                    at = source.IndexOf('\n', at) - 1;
                    if (at < 0)
                    {
                        yield break;
                    }

                    break;
                case '\'':
                    at = source.IndexOf('\'', at + (source[at + 1] == '\\' ? 3 : 2));
                    break;
                case '"':
                    int begin = at;
                    string text = Read(source, ref at);
                    if (text.Contains(' ', StringComparison.Ordinal))
                    {
                        yield return (line, text);
                    }

                    line += source.AsSpan(begin, at - begin).Count('\n');
                    break;
            }
        }
    }

    // Leaves the position on the closing quotation mark.
    private static string Read(string source, ref int at)
    {
        bool isInterpolated = at > 0 && (source[at - 1] == '$' || (at > 1 && source[at - 1] == '@' && source[at - 2] == '$'));
        bool isVerbatim = at > 0 && (source[at - 1] == '@' || (at > 1 && source[at - 1] == '$' && source[at - 2] == '@'));
        if (source.AsSpan(at).StartsWith("\"\"\""))
        {
            int end = source.IndexOf("\"\"\"", at + 3, StringComparison.Ordinal);
            string raw = source[(at + 3)..end];
            at = end + 2;
            return raw;
        }

        var text = new StringBuilder();
        int depth = 0;
        for (at++; at < source.Length; at++)
        {
            char letter = source[at];
            if (depth > 0)
            {
                if (letter == '"')
                {
                    text.Append(' ').Append(Read(source, ref at)).Append(' ');
                }

                depth += letter == '{' ? 1 : letter == '}' ? -1 : 0;
                text.Append(depth == 0 ? "}" : "");
            }
            else if (letter == '\\' && !isVerbatim)
            {
                text.Append(source[++at] == 'n' ? '\n' : source[at]);
            }
            else if (letter == '"' && isVerbatim && at + 1 < source.Length && source[at + 1] == '"')
            {
                text.Append(source[++at]);
            }
            else if (letter == '"')
            {
                return text.ToString();
            }
            else if (letter == '{' && isInterpolated && source[at + 1] != '{')
            {
                depth = 1;
            }
            else
            {
                at += letter == '{' && isInterpolated ? 1 : 0;
                text.Append(letter);
            }
        }

        return text.ToString();
    }
}
