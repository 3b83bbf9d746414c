using System.CommandLine;
using System.Globalization;
using SourcingCompliance.Findings;
using SourcingCompliance.Findings.Waivers;
using SourcingCompliance.Formats.Reading;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Running.Configuration;
using SourcingCompliance.Running.Folders;

namespace SourcingCompliance.Cli.Commands;

/// <summary><c>sourcing waivers verify</c>: whether a waiver file is valid and none in it has ended.</summary>
internal static class WaiversCommand
{
    public static Command Create(TextWriter output, TextWriter errors, TimeProvider time)
    {
        var files = new Argument<string[]>("FILE")
        {
            Description =
            "Waiver files. The default is the .sourcing-waivers.json in the current folder or above it.", Arity = ArgumentArity.ZeroOrMore
        };
        Option<DateOnly?> asOf = new CheckOptions().AsOf;
        var verify = new Command("verify", "Check a waiver file: exit code 0 valid, 1 a waiver has ended, 4 invalid.") { files, asOf };
        verify.SetAction(parsed =>
        {
            DateOnly day = parsed.GetValue(asOf) ?? ConfigurationOptions.Today(time);
            IEnumerable<string?> paths = parsed.GetValue(files) ?? [];
            return paths.DefaultIfEmpty().Select(path => Verify(path, day, output, errors)).Aggregate(ExitCodes.Clean, ExitCodes.Worse);
        });
        var command = new Command("waivers", "Waivers: approved decisions that let a delivery go ahead in spite of a finding.");
        command.Subcommands.Add(verify);
        return command;
    }

    private static int Verify(string? given, DateOnly asOf, TextWriter output, TextWriter errors)
    {
        string? path = given ?? SettingsFinder.Upwards(".", SettingsFinder.WaiverFileName);
        if (path is null)
        {
            errors.WriteLine($"No {SettingsFinder.WaiverFileName} in this folder or above it. Name the file.");
            return ExitCodes.Configuration;
        }

        var diagnostics = new DiagnosticBag();
        WaiverList? list = JobInputs.ReadWaivers(CheckInput.At(path), diagnostics);
        foreach (Diagnostic diagnostic in diagnostics.Items)
        {
            errors.WriteLine($"error {diagnostic.Id} {diagnostic}");
        }

        if (list is null)
        {
            return ExitCodes.Configuration;
        }

        foreach (Waiver waiver in list.Waivers)
        {
            output.WriteLine($"{waiver.Id}: {LegalBases.GetWord(waiver.Basis)}, {GetStanding(waiver, asOf)}, approved by {waiver.ApprovedBy}");
        }

        int ended = list.Waivers.Count(waiver => waiver.Expires < asOf);
        output.WriteLine($"{Wording.FormatCount(list.Waivers.Length, "waiver")} in {list.Path}: valid, {ended} ended as of {Day(asOf)}.");
        return ended > 0 ? ExitCodes.Found : ExitCodes.Clean;
    }

    private static string GetStanding(Waiver waiver, DateOnly asOf) =>
        waiver.Expires < asOf ? $"WVR-EXPIRED: ended {Day(waiver.Expires)}"
        : waiver.ApprovedOn > asOf ? $"WVR-NOT-YET: from {Day(waiver.ApprovedOn)}"
        : waiver.Match.ReachesSeveralParts && !waiver.IsBroad ? "WVR-BROAD: names no single part and does not say \"broad\": true, so it is not applied"
        : $"{(waiver.Expires.DayNumber - asOf.DayNumber <= WaiverJudge.FarDays ? "WVR-EXPIRING: " : "")}until {Day(waiver.Expires)}"
            + $" ({Wording.FormatCount(waiver.Expires.DayNumber - asOf.DayNumber, "day")} left)";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
