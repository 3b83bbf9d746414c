using SourcingCompliance.Cli.Display;
using SourcingCompliance.Formats.Reading;
using SourcingCompliance.Running.Jobs;
using SourcingCompliance.Running.Output;

namespace SourcingCompliance.Cli.Commands;

/// <summary>The one report that <c>--out -</c> writes to standard output; everything else that the run prints goes to standard error.</summary>
internal static class StandardOutput
{
    /// <summary>The value of <c>--out</c> that stands for standard output.</summary>
    public const string Path = "-";

    private const string DefaultFormat = "json";
    private static readonly string[] BinaryFormats = ["pdf", "pdf-letter", "pdf-customer", "pdf-customer-letter", "xlsx"];

    /// <summary>The format to write.</summary>
    /// <param name="formats">The formats that were asked for.</param>
    /// <param name="areGiven">Whether somebody asked for them; a default of several is none.</param>
    /// <param name="output">The console.</param>
    /// <exception cref="OutputRefusedException">There are several, or a terminal would show the bytes of one that is no text.</exception>
    public static string GetFormat(IReadOnlyList<string> formats, bool areGiven, TextWriter output)
    {
        if (areGiven && formats.Count != 1)
        {
            throw new OutputRefusedException($"--out - writes one format, and these were given: {string.Join(", ", formats)}. Name one with --format.");
        }

        string format = areGiven ? formats[0] : DefaultFormat;
        if (BinaryFormats.Contains(format, StringComparer.OrdinalIgnoreCase) && ConsoleWriter.IsTerminal(output))
        {
            throw new OutputRefusedException($"A terminal cannot show {format}. Redirect the output to a file: --out - > "
                + $"report.{(format == "xlsx" ? format : "pdf")}");
        }

        return format;
    }

    /// <summary>Writes the report. Whoever stops reading early, as <c>head</c> does, has what was wanted.</summary>
    public static void Write(CheckResult result, IReadOnlyList<CheckInput> lists, string format, TextWriter output, TextWriter errors)
    {
        bool isConsole = ReferenceEquals(ConsoleWriter.GetRaw(output), Console.Out);
        try
        {
            using Stream stream = isConsole ? new BufferedStream(Console.OpenStandardOutput()) : new MemoryStream();
            if (!ReportFiles.Write(result, lists, format, stream))
            {
                errors.WriteLine("No workbook was written: it needs exactly one list that could be read.");
            }

            stream.Flush();
            if (stream is MemoryStream memory)
            {
                ConsoleWriter.GetRaw(output).Write(System.Text.Encoding.UTF8.GetString(memory.ToArray()));
            }
        }
        catch (IOException)
        {
            // The pipe is closed; the exit code still tells what was found.
        }
    }
}
