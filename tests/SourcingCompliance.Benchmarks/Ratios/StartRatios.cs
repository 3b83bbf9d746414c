using System.Diagnostics;
using SourcingCompliance.Benchmarks.Inputs;

namespace SourcingCompliance.Benchmarks.Ratios;

/// <summary>
/// How long the published command takes for a list of 50 rows, json and sarif written, beside an empty program. It publishes both first,
/// which takes minutes, and so runs only when it is named.
/// </summary>
public static class StartRatios
{
    private const int Rounds = 15;

    /// <summary>Publishes, measures and prints.</summary>
    public static void Run(RatioReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        using var files = new BomFiles();
        string list = files.Csv(50);
        string folder = Directory.CreateTempSubdirectory("start-benchmarks-").FullName;
        try
        {
            string empty = PublishEmpty(Path.Combine(folder, "empty"));
            string native = PublishCommand("native", Path.Combine(folder, "native"));
            string ready = PublishCommand("linux-x64", Path.Combine(folder, "ready"));
            string reports = Path.Combine(folder, "reports");
            string[] check = ["check", list, "--format", "json,sarif", "--out", reports, "--quiet"];
            double[] seconds = Least((empty, []), (native, check), (ready, check));
            report.Say($"  empty program {seconds[0]:0.000} s, native command {seconds[1]:0.000} s, ReadyToRun command {seconds[2]:0.000} s");
            report.AtMost("native command on 50 rows, times an empty program", seconds[1] / seconds[0], 2, "x");
            report.AtMost("ReadyToRun command on 50 rows, times an empty program", seconds[2] / seconds[0], 2, "x");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // The programs take turns; what else runs on the machine only adds to a time.
    private static double[] Least(params (string Program, string[] Arguments)[] works)
    {
        double[] least = [.. works.Select(_ => double.MaxValue)];
        for (int round = 0; round < Rounds; round++)
        {
            for (int i = 0; i < works.Length; i++)
            {
                var watch = Stopwatch.StartNew();
                RunProgram(works[i].Program, works[i].Arguments);
                least[i] = Math.Min(least[i], watch.Elapsed.TotalSeconds);
            }
        }

        return least;
    }

    private static string PublishEmpty(string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "empty.csproj"), """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <RuntimeIdentifier>linux-x64</RuntimeIdentifier>
                <SelfContained>true</SelfContained>
                <PublishSingleFile>true</PublishSingleFile>
                <PublishReadyToRun>true</PublishReadyToRun>
                <InvariantGlobalization>true</InvariantGlobalization>
              </PropertyGroup>
            </Project>
            """);
        File.WriteAllText(Path.Combine(folder, "Program.cs"), "System.Console.WriteLine(\"nothing\");");
        string output = Path.Combine(folder, "published");
        Publish(folder, "-c", "Release", "-o", output);
        return Path.Combine(output, "empty");
    }

    private static string PublishCommand(string profile, string output)
    {
        Publish(Path.Combine(Repository(), "src", "SourcingCompliance.Cli"), $"-p:PublishProfile={profile}", "-o", output);
        return Path.Combine(output, "sourcing");
    }

    private static void Publish(string project, params string[] options)
    {
        Console.WriteLine($"  publishing {project} {string.Join(' ', options)}");
        if (RunProgram("dotnet", ["publish", project, .. options]) != 0)
        {
            throw new InvalidOperationException($"Publishing {project} failed.");
        }
    }

    private static int RunProgram(string program, string[] arguments)
    {
        using Process run = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })
            ?? throw new InvalidOperationException($"{program} did not start.");
        run.ErrorDataReceived += (_, _) => { };
        run.BeginErrorReadLine();
        run.StandardOutput.ReadToEnd();
        run.WaitForExit();
        return run.ExitCode;
    }

    private static string Repository()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "SourcingCompliance.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException("The repository is not above this program.");
    }
}
