using System.CommandLine;
using System.Globalization;
using SourcingCompliance.Findings;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Recognition.Origins;
using SourcingCompliance.Reports;
using SourcingCompliance.Running;
using SourcingCompliance.Running.Jobs;

namespace SourcingCompliance.Cli.Commands;

/// <summary>
/// <c>sourcing lines</c>: a bill of materials as text that two versions can be compared by, whatever its format. <c>git diff</c> calls it for
/// workbooks (<c>textconv</c>): no row number, date or path of the file, so that only what changed differs.
/// </summary>
internal static class LinesCommand
{
    /// <summary>The verb.</summary>
    public static Command Create(TextWriter output, TextWriter errors, TimeProvider time)
    {
        var path = new Argument<string>("FILE") { Description = "A bill of materials." };
        var command = new Command("lines", "Print the lines of a BOM as text, for git diff and other tools that compare text.") { path };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(parsed.GetValue(path) ?? "", output, errors, time, cancellation)));
        return command;
    }

    private static int Run(string path, TextWriter output, TextWriter errors, TimeProvider time, CancellationToken cancellation)
    {
        if (!File.Exists(path))
        {
            errors.WriteLine($"{path} not found.");
            return ExitCodes.Input;
        }

        var job = new CheckJob { Paths = [path], AsOf = ConfigurationOptions.Today(time), AllLines = true, CountsNotInstalled = true, Gate = Gate.None };
        ComplianceReport report = CheckRunner.Run(job, null, cancellation);
        foreach (FileReport file in report.Files)
        {
            Show(file, output);
        }

        foreach (Diagnostic diagnostic in report.Diagnostics.Concat(report.Files.SelectMany(file => file.Diagnostics))
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
        {
            // The path is left out: git passes a copy under a name that changes.
            output.WriteLine($"NOT READ: {diagnostic.Id} {(diagnostic.Cell with { File = "" }).ToString()} {diagnostic.Message}");
        }

        // git gives up on a comparison when its helper fails; what could not be read stands in the text instead.
        return ExitCodes.Clean;
    }

    private static void Show(FileReport file, TextWriter output)
    {
        string? sheet = null;
        foreach (LineReport line in file.Lines)
        {
            if (line.Row.Sheet != sheet)
            {
                sheet = line.Row.Sheet;
                output.WriteLine(sheet.Length == 0 ? "== list" : $"== sheet {sheet}");
            }

            output.WriteLine(GetText(line));
        }
    }

    private static string GetText(LineReport line)
    {
        IEnumerable<string> named =
        [
            Field("description", line.Description),
            Field("quantity", line.Quantity?.ToString(CultureInfo.InvariantCulture)),
            Field("manufacturer", line.Manufacturer),
            Field("supplier", line.Supplier),
            .. line.Origins.Select(Field),
            .. line.Materials.Select(material => Field("material", material.Material)),
        ];
        return new string(' ', 2 * Math.Max(0, line.Path.Length - 1)) + string.Join(" | ", named.Where(text => text.Length > 0).Prepend(line.PartNumber));
    }

    private static string Field(OriginStatement statement) => Field(statement.Stage is { } stage ? Wording.DoneAt(stage) : "origin", statement.Raw);

    private static string Field(string name, string? value) => string.IsNullOrWhiteSpace(value) ? "" : $"{name}: {value}";
}
