namespace SourcingCompliance.Server.Pages;

/// <summary>A test that drives the Chromium of the machine.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class InBrowserFactAttribute : FactAttribute
{
    public const string Chromium = "/usr/bin/chromium";

    public InBrowserFactAttribute()
    {
        if (!File.Exists(Chromium))
        {
            Skip = $"needs {Chromium}";
        }
    }
}
