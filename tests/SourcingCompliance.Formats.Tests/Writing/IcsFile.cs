using System.Text;

namespace SourcingCompliance.Formats.Tests.Writing;

/// <summary>
/// A small strict reader of iCalendar files for the tests, written from RFC 5545 and sharing nothing with the writer: it refuses
/// what a calendar program may refuse.
/// </summary>
internal static class IcsFile
{
    public sealed record Property(string Name, string Parameters, string Value)
    {
        /// <summary>The value as text, RFC 5545 §3.3.11.</summary>
        public string Text
        {
            get
            {
                var text = new StringBuilder();
                for (int at = 0; at < Value.Length; at++)
                {
                    if (Value[at] is ',' or ';')
                    {
                        throw new FormatException($"'{Value[at]}' is not escaped in {Name}.");
                    }

                    if (Value[at] != '\\')
                    {
                        text.Append(Value[at]);
                        continue;
                    }

                    at++;
                    text.Append(at < Value.Length ? Value[at] switch
                    {
                        'n' or 'N' => '\n',
                        '\\' or ';' or ',' => Value[at],
                        _ => throw new FormatException($"'\\{Value[at]}' is no escape."),
                    } : throw new FormatException("A backslash ends the value."));
                }

                return text.ToString();
            }
        }
    }

    public sealed record Component(string Name, List<Property> Properties, List<Component> Children)
    {
        public Property this[string name] => Properties.Single(property => property.Name == name);

        public DateOnly DayOf(string name) => this[name].Parameters == "VALUE=DATE"
            ? DateOnly.ParseExact(this[name].Value, "yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture)
            : throw new FormatException($"{name} is no date.");
    }

    public static Component Read(byte[] bytes)
    {
        string[] lines = [.. Unfold(bytes)];
        int at = 0;
        Component calendar = ReadComponent(lines, ref at);
        return at == lines.Length ? calendar : throw new FormatException("Something follows the calendar.");
    }

    private static IEnumerable<string> Unfold(byte[] bytes)
    {
        var strict = new UTF8Encoding(false, throwOnInvalidBytes: true);
        StringBuilder? logical = null;
        foreach (byte[] line in PhysicalLines(bytes))
        {
            if (line.Length > 75)
            {
                throw new FormatException($"A line has {line.Length} octets.");
            }

            // Strict decoding of each physical line shows that no fold falls inside a character.
            string text = strict.GetString(line);
            if (text.StartsWith(' ') || text.StartsWith('\t'))
            {
                (logical ?? throw new FormatException("The file begins with a fold.")).Append(text, 1, text.Length - 1);
                continue;
            }

            if (logical is not null)
            {
                yield return logical.ToString();
            }

            logical = new StringBuilder(text);
        }

        if (logical is not null)
        {
            yield return logical.ToString();
        }
    }

    private static IEnumerable<byte[]> PhysicalLines(byte[] bytes)
    {
        int start = 0;
        for (int at = 0; at < bytes.Length; at++)
        {
            bool isBreak = bytes[at] == '\r' && at + 1 < bytes.Length && bytes[at + 1] == '\n';
            if (isBreak)
            {
                yield return bytes[start..at];
                start = at + 2;
                at++;
            }
            else if (bytes[at] is < 0x20 or 0x7F)
            {
                throw new FormatException($"Control character {bytes[at]}.");
            }
        }

        if (start != bytes.Length)
        {
            throw new FormatException("The last line has no end.");
        }
    }

    private static Component ReadComponent(string[] lines, ref int at)
    {
        Property begin = ReadProperty(lines[at++]);
        if (begin.Name != "BEGIN")
        {
            throw new FormatException($"BEGIN was expected, found {begin.Name}.");
        }

        var component = new Component(begin.Value, [], []);
        while (ReadProperty(lines[at]) is var property && property.Name != "END")
        {
            if (property.Name == "BEGIN")
            {
                component.Children.Add(ReadComponent(lines, ref at));
            }
            else
            {
                component.Properties.Add(property);
                at++;
            }
        }

        return ReadProperty(lines[at++]).Value == component.Name ? component : throw new FormatException($"{component.Name} is not closed.");
    }

    private static Property ReadProperty(string line)
    {
        int colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0)
        {
            throw new FormatException($"'{line}' has no name and value.");
        }

        string[] name = line[..colon].Split(';', 2);
        return new Property(name[0], name.Length > 1 ? name[1] : "", line[(colon + 1)..]);
    }
}
