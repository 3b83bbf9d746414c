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

/// <summary>A test that runs the rules of accessibility in the Chromium of the machine.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class WithAxeFactAttribute : FactAttribute
{
    public WithAxeFactAttribute()
    {
        if (!File.Exists(InBrowserFactAttribute.Chromium) || !File.Exists(Path))
        {
            Skip = $"needs {InBrowserFactAttribute.Chromium} and axe-core: run 'npm ci' in tests/SourcingCompliance.Server.Tests";
        }
    }

    public static string Path { get; } = Repository.PathOf("tests", "SourcingCompliance.Server.Tests", "node_modules", "axe-core", "axe.min.js");
}
