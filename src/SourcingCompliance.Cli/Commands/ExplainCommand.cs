using System.Collections.Immutable;
using System.CommandLine;
using SourcingCompliance.Cli.Display;
using SourcingCompliance.Findings;
using SourcingCompliance.Formats.Writing.Json;
using SourcingCompliance.Primitives;
using SourcingCompliance.Reports;
using SourcingCompliance.Reports.Explanations;
using SourcingCompliance.Running;
using SourcingCompliance.Running.Configuration;
using SourcingCompliance.Running.Jobs;

namespace SourcingCompliance.Cli.Commands;

/// <summary><c>sourcing explain</c>: why one line has its verdict, and what would change it.</summary>
internal static class ExplainCommand
{
    public static Command Create(TextWriter output, TextWriter errors, TimeProvider time)
    {
        var options = new CheckOptions();
        var target = new Argument<string>("FILE[!SHEET!CELL]") { Description = "A file, with the cell or row to explain: bom.xlsx!Parts!F42, bom.csv!row 7." };
        var part = new Option<string?>("--part") { Description = "Part number to explain; several lines of it are all shown.", HelpName = "PN" };
        var format = new Option<string>("--format") { Description = "text or json.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var command = new Command("explain", "Explain the verdict of one line: facts, rules, exceptions, and what would change it.")
        {
            target, part, options.Contract, options.Delivery, options.AsOf, options.Rules, options.Map, format,
        };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(parsed, cancellation)));
        return command;

        int Run(ParseResult parsed, CancellationToken cancellation)
        {
            LineAddress address = LineAddress.Parse(parsed.GetValue(target) ?? "", File.Exists);
            string? partNumber = parsed.GetValue(part);
            if (address.Row is null && partNumber is null)
            {
                errors.WriteLine($"Which line? Add a cell or a row ({address.File}!F42), or --part with a part number.");
                return ExitCodes.Usage;
            }

            // The configuration too, so that what is explained is what a check decides.
            CheckFlags flags = new ConfigurationOptions().Read(parsed, options, [address.File]);
            CheckJob job = SettingsFinder.Find(flags, ConfigurationOptions.Today(time)).Job;
            ComplianceReport report = CheckRunner.Run(job with
            { Gate = Gate.None, AllLines = true, CountsNotInstalled = true, TracesAll = true, Baseline = null }, null, cancellation);
            DiagnosticText.Show(errors, report.Diagnostics.Concat(report.Files.SelectMany(file => file.Diagnostics)));
            ImmutableArray<LineExplanation> lines = LineExplanation.From(report, address, partNumber);
            Show(report, lines, parsed.GetValue(format) == "json", output);
            if (lines.IsEmpty)
            {
                errors.WriteLine($"No line item of {address.File} matches; {Wording.FormatCount(report.Summary.Lines, "line")} were read.");
            }

            return lines.IsEmpty ? ExitCodes.Worse(ExitCodes.Input, report.Summary.ExitCode) : report.Summary.ExitCode;
        }
    }

    private static void Show(ComplianceReport report, ImmutableArray<LineExplanation> lines, bool isJson, TextWriter output)
    {
        if (isJson)
        {
            ConsoleWriter.WriteJson(output, GetText(stream => ExplanationReportWriter.Write(report, lines, stream)));
            return;
        }

        if (lines.Length > 1)
        {
            output.WriteLine($"{lines.Length} lines match.");
        }

        var text = new ExplanationText(output, report);
        foreach (LineExplanation line in lines)
        {
            if (lines.Length > 1)
            {
                output.WriteLine();
            }

            text.Show(line);
        }
    }

    /// <summary>What a writer of UTF-8 writes, as text.</summary>
    internal static string GetText(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }
}
