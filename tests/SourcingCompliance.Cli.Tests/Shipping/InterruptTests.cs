namespace SourcingCompliance.Cli.Shipping;

/// <summary>What Ctrl-C does to a run in a process of its own.</summary>
public sealed class InterruptTests
{
    [Fact]
    public void Ctrl_C_gives_130_and_leaves_no_half_written_file()
    {
        if (!Shell.IsThere)
        {
            return;
        }

        using var folder = new TemporaryFolder();
        for (int index = 0; index < 3_000; index++)
        {
            folder.Write($"in/{index}.csv", "PN,Description,Country of Origin\n"
                + string.Concat(Enumerable.Range(0, 20).Select(line => $"P-{line},NdFeB magnet,China\n")));
        }

        // A script that runs in the background inherits a deaf SIGINT; "env" gives it its ears back.
        (int exitCode, string output) = Shell.Run(
            $"env --default-signal=INT $SOURCING check '{folder.Of("in")}' --out '{folder.Of("out")}' --format json,html --as-of 2026-11-22 & run=$!; sleep "
                + $"4; kill -INT $run; wait $run");

        exitCode.ShouldBe(130, output);
        output.ShouldContain("Canceled.");
        if (Directory.Exists(folder.Of("out")))
        {
            Directory.GetFiles(folder.Of("out"), "*.partial", SearchOption.AllDirectories).ShouldBeEmpty();
        }
    }
}
