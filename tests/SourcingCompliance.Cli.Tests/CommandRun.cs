using System.Text.Json;
using System.Text.Json.Nodes;
using SourcingCompliance.Formats.Writing.Json.Expanding;

namespace SourcingCompliance.Cli;

/// <summary>One run of the command inside the test process: exit code and what it printed.</summary>
internal sealed record CommandRun(int ExitCode, string Output, string Errors)
{
    public static CommandRun Of(params string[] args)
    {
        var output = new StringWriter();
        var errors = new StringWriter();
        int exitCode = SourcingCommand.Run(args, output, errors, TimeProvider.System);
        return new CommandRun(exitCode, output.ToString(), errors.ToString());
    }

    /// <summary>Checks one path as of a fixed day, unless another is given, and gives the JSON report.</summary>
    public static (CommandRun Run, JsonDocument Report) Check(string path, params string[] more)
    {
        using var folder = new TemporaryFolder();
        CommandRun run = Of(["check", path, "--out", folder.Path, "--format", "json", .. more.Contains("--as-of")
            ? Array.Empty<string>() : ["--as-of", "2026-11-22"], "--per-file", "false", .. more]);
        string report = Directory.GetFiles(folder.Path, "*.json").ShouldHaveSingleItem(run.Output + run.Errors);
        return (run, JsonDocument.Parse(WholeReport(report)));
    }

    /// <summary>The JSON of a report with everything where it belongs: what stands once in tables is put back.</summary>
    public static string WholeReport(string path)
    {
        JsonObject report = JsonNode.Parse(File.ReadAllBytes(path)).ShouldBeOfType<JsonObject>();
        return new ReportExpander(report).Expand(report).ToJsonString();
    }
}
