using System.Diagnostics;

namespace SourcingCompliance.Cli.Checking;

/// <summary>Whatever file a command line names, a pipe is refused with a sentence: to open it would wait until another program writes to it.</summary>
public sealed class SpecialFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void No_option_and_no_verb_waits_for_a_pipe()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        string list = _folder.Write("bom.csv", "Part Number,Description,Country of Origin\nMAG-1,NdFeB magnet N42,China\n");
        string rules = Path.GetDirectoryName(_folder.Write("rules/empty.json", "{}")).ShouldNotBeNull();
        string pipe = _folder.Of("pipe.json");
        using (Process made = Process.Start("mkfifo", [pipe, Path.Combine(rules, "pipe.json")]))
        {
            made.WaitForExit();
            made.ExitCode.ShouldBe(0);
        }

        foreach (string[] args in (string[][])
            [
                ["check", pipe],
                ["check", list, "--contract", pipe],
                ["check", list, "--map", pipe],
                ["check", list, "--waivers", pipe],
                ["check", list, "--baseline", pipe],
                ["check", list, "--alternates", pipe],
                ["check", list, "--rules", rules],
                ["check", list, "--config", pipe],
                ["map", pipe],
                ["explain", pipe + "!2"],
                ["scenario", pipe],
                ["diff", list, pipe],
                ["rules", "diff", "shipped", rules],
            ])
        {
            CommandRun run = CommandRun.Of([.. args, .. args[0] == "check" ? (string[])["--out", _folder.Of("out")] : []]);

            string what = $"{args[0]} {(args.Length > 2 ? args[^2] : "")}: {run.Output}{run.Errors}";
            run.ExitCode.ShouldBeOneOf([3, 4], what);
            (run.Output + run.Errors).ReplaceLineEndings(" ").ShouldContain("a pipe, a socket or a device", customMessage: what);
        }

        _folder.ReportsIn("out").ShouldBeEmpty();
    }
}
