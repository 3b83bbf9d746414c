using System.Diagnostics;

namespace SourcingCompliance.Server;

/// <summary>A server in a process of its own, which a test may kill.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process, Uri address)
    {
        _process = process;
        Client = new ServerClient(new Uri(address.GetLeftPart(UriPartial.Authority)), address.Query.Length == 0 ? null : address.Query["?token=".Length..]);
    }

    public ServerClient Client { get; }

    public static async Task<ServerProcess> Start(string folder, params string[] more)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        // Such a server lives for seconds: what a long-lived one gains by watching itself would only be paid for.
        start.Environment["DOTNET_TieredPGO"] = "0";
        foreach (string argument in (string[])[Path.Combine(AppContext.BaseDirectory, "sourcing-server.dll"),
            "--no-browser", "--data", folder, "--port", "0", "--warm-up", "off", .. more])
        {
            start.ArgumentList.Add(argument);
        }

        var listening = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var process = new Process { StartInfo = start };
        var said = new System.Text.StringBuilder();
        process.OutputDataReceived += (_, line) =>
        {
            said.AppendLine(line.Data);
            if (line.Data?.StartsWith("Open http", StringComparison.Ordinal) == true)
            {
                listening.TrySetResult(new Uri(line.Data["Open ".Length..]));
            }
        };
        process.ErrorDataReceived += (_, line) => said.AppendLine(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        Task ended = process.WaitForExitAsync();
        if (await Task.WhenAny(listening.Task, ended, Task.Delay(TimeSpan.FromMinutes(1))) != listening.Task)
        {
            process.Kill();
            throw new InvalidOperationException("The server did not start: " + said);
        }

        return new ServerProcess(process, await listening.Task);
    }

    /// <summary>Ends the process at once, as a power cut would.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        Client.Dispose();
        if (!_process.HasExited)
        {
            Kill();
        }

        _process.Dispose();
    }
}
