using System.Globalization;
using SourcingCompliance.Formats.Writing;
using SourcingCompliance.Primitives;
using Spectre.Console;

namespace SourcingCompliance.Cli.Display;

/// <summary>Writes lines that fit a terminal or a log: broken at words, never within a path, with a color where the output is a terminal.</summary>
internal sealed class ConsoleScreen
{
    private const int LeastColumns = 40;
    private readonly IAnsiConsole _console;
    private readonly int _columns;

    /// <summary>A screen over an output.</summary>
    /// <param name="output">A terminal, or whatever the output was redirected to. A log is <see cref="WrappedText.Columns"/> wide unless COLUMNS says
    /// otherwise.</param>
    public ConsoleScreen(TextWriter output)
    {
        bool isTerminal = ConsoleWriter.IsTerminal(output);
        _console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            // Else the library turns colors on in the logs of some build systems, whatever is asked for above.
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = isTerminal },
            // Colors are escape sequences: on a terminal every text is made visible here, before they are added.
            Out = new AnsiConsoleOutput(isTerminal ? ConsoleWriter.GetRaw(output) : output),
        });
        int width = int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), NumberStyles.None, CultureInfo.InvariantCulture, out int given)
            ? given : WrappedText.Columns;
        _columns = Math.Max(LeastColumns, isTerminal ? _console.Profile.Width : width);

        // The library would break a path that is longer than a line.
        _console.Profile.Width = short.MaxValue;
    }

    /// <summary>How many columns a line may take.</summary>
    public int Columns => _columns;

    /// <summary>Writes an empty line.</summary>
    public void Line() => _console.WriteLine();

    /// <summary>Writes sentences, broken at words.</summary>
    /// <param name="text">The text.</param>
    /// <param name="indent">What every line but the first begins with.</param>
    public void Line(string text, string indent = "") => Line(null, "", text, indent);

    /// <summary>Writes sentences after a few words in another color.</summary>
    /// <param name="color">Name of the color; null = none.</param>
    /// <param name="mark">The words in that color; they are never broken.</param>
    /// <param name="text">The text after them.</param>
    /// <param name="indent">What every line but the first begins with.</param>
    public void Line(string? color, string mark, string text, string indent)
    {
        string shownMark = VisibleText.Line(mark);
        bool isFirst = true;
        foreach (string line in WrappedText.Lines(VisibleText.Line(text), shownMark, indent, _columns))
        {
            string rest = isFirst ? line[Math.Min(shownMark.Length, line.Length)..] : line;
            string begin = isFirst ? Markup.Escape(shownMark) : "";
            _console.MarkupLine((color is null || begin.Length == 0 ? begin : $"[{color}]{begin}[/]") + Markup.Escape(rest));
            isFirst = false;
        }
    }

    /// <summary>Writes one line as it is, each piece in its own color.</summary>
    public void Pieces(IEnumerable<(string? Color, string Text)> pieces) =>
        _console.MarkupLine(string.Concat(pieces.Select(piece => piece.Color is { } color ? $"[{color}]{Markup.Escape(VisibleText.Line(piece.Text))}[/]"
            : Markup.Escape(VisibleText.Line(piece.Text)))));

    /// <summary>The color of a verdict.</summary>
    public static string GetColor(Verdict verdict) => verdict switch
    {
        Verdict.Violation => "red",
        Verdict.Suspect => "darkorange",
        Verdict.Open => "yellow",
        Verdict.Exempt => "blue",
        Verdict.Pass => "green",
        Verdict.NotCovered => "grey",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
