using System.Runtime.CompilerServices;

namespace SourcingCompliance.Server.Pages;

/// <summary>A test that drives the Chromium of the machine.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class InBrowserFactAttribute : FactAttribute
{
    public const string Chromium = "/usr/bin/chromium";

    public InBrowserFactAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1)
        : base(file, line)
    {
        if (!File.Exists(Chromium))
        {
            Skip = $"needs {Chromium}";
        }
    }
}
