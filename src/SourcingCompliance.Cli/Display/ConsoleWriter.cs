using System.Security.Cryptography;
using System.Text;
using SourcingCompliance.Formats.Writing;
using SourcingCompliance.Formats.Writing.Json;

namespace SourcingCompliance.Cli.Display;

/// <summary>
/// The one way to the console. Whatever a verb prints may quote a file, a name or a path from a stranger, so everything passes
/// <see cref="VisibleText"/>: no escape sequence reaches a terminal, and no command reaches a build system.
/// </summary>
internal sealed class ConsoleWriter : TextWriter
{
    private readonly TextWriter _inner;
    private readonly string? _stopToken;

    // The last two characters, because a command may come in two pieces.
    private string _tail = "";

    /// <summary>Writes to a console.</summary>
    /// <param name="inner">The console.</param>
    /// <param name="stopToken">Random token with which GitHub Actions is told to obey no command; null = the log is not one of GitHub.</param>
    public ConsoleWriter(TextWriter inner, string? stopToken)
        : base(inner.FormatProvider)
    {
        _inner = inner;
        _stopToken = stopToken;
    }

    /// <inheritdoc/>
    public override Encoding Encoding => _inner.Encoding;

    /// <summary>A token that no file can know, when the program runs as a step of GitHub Actions; null elsewhere. It is part of no result.</summary>
    public static string? NewStopToken() =>
        Environment.GetEnvironmentVariable("GITHUB_ACTIONS") == "true" ? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)) : null;

    /// <summary>The console itself, for what comes from no file: cursor movements, scripts of ours, reports that their own writers made safe.</summary>
    public static TextWriter GetRaw(TextWriter writer) => writer is ConsoleWriter console ? console._inner : writer;

    /// <summary>Whether standard output goes to a person's terminal.</summary>
    public static bool IsTerminal(TextWriter output) => ReferenceEquals(GetRaw(output), Console.Out) && !Console.IsOutputRedirected;

    /// <summary>Whether standard error goes to a person's terminal.</summary>
    public static bool IsErrorTerminal(TextWriter errors) => ReferenceEquals(GetRaw(errors), Console.Error) && !Console.IsErrorRedirected;

    /// <summary>Writes JSON whose value is unchanged: what would be a command or move a terminal is spelled as an escape of JSON.</summary>
    /// <param name="output">The console.</param>
    /// <param name="json">Valid JSON; outside strings it never contains what is replaced.</param>
    public static void WriteJson(TextWriter output, string json) => GetRaw(output).Write(HarmlessJsonStream.Spell(json));

    /// <summary>Tells GitHub Actions to obey no command until the result is disposed; elsewhere it does nothing.</summary>
    /// <param name="output">The console.</param>
    public static IDisposable StopCommands(TextWriter output) => new CommandStop(output as ConsoleWriter);

    /// <inheritdoc/>
    public override void Write(char value) => Write(value.ToString());

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<char> buffer) => Write(new string(buffer));

    /// <summary>Writes text that may contain line ends of ours.</summary>
    public override void Write(string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            return;
        }

        // The tail is visible already and stays as it is.
        string text = VisibleText.Lines(_tail + value);
        _inner.Write(text.AsSpan(_tail.Length));
        _tail = text[^Math.Min(2, text.Length)..];
    }

    /// <summary>Writes one line; a line end within it came from a cell and is made visible.</summary>
    public override void WriteLine(string? value)
    {
        Write(VisibleText.Line(value ?? ""));
        WriteLine();
    }

    /// <inheritdoc/>
    public override void WriteLine()
    {
        _inner.WriteLine();
        _tail = "";
    }

    /// <inheritdoc/>
    public override void Flush() => _inner.Flush();

    private sealed class CommandStop : IDisposable
    {
        private readonly ConsoleWriter? _console;

        public CommandStop(ConsoleWriter? console)
        {
            _console = console?._stopToken is null ? null : console;
            _console?._inner.WriteLine($"::stop-commands::{_console._stopToken}");
        }

        public void Dispose() => _console?._inner.WriteLine($"::{_console._stopToken}::");
    }
}
