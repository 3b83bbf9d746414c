namespace SourcingCompliance.Cli.Display;

/// <summary>Breaks sentences at words, so that 80 columns are enough.</summary>
internal static class WrappedText
{
    /// <summary>Columns of a terminal or log that says nothing else.</summary>
    public const int Columns = 80;

    /// <summary>The lines of a text. A word that is longer than a line stands on a line of its own, uncut: paths and ids can be copied.</summary>
    /// <param name="text">The text; line breaks in it are kept.</param>
    /// <param name="first">What the first line begins with.</param>
    /// <param name="indent">What every other line begins with.</param>
    /// <param name="width">Columns that a line may take.</param>
    public static IEnumerable<string> Lines(string text, string first, string indent, int width = Columns)
    {
        string line = first;
        bool isEmpty = true;
        foreach (string paragraph in text.ReplaceLineEndings("\n").Split('\n'))
        {
            foreach (string word in paragraph.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (!isEmpty && line.Length + 1 + word.Length > width)
                {
                    yield return line;
                    line = indent;
                    isEmpty = true;
                }

                line += isEmpty ? word : " " + word;
                isEmpty = false;
            }

            yield return line.TrimEnd();
            line = indent;
            isEmpty = true;
        }
    }
}
