using System.Runtime.CompilerServices;

namespace SourcingCompliance.Cli.Shipping;

/// <summary>A test in a real shell; skipped, with the reason, where the shell is not installed.</summary>
internal sealed class ShellFactAttribute : FactAttribute
{
    public ShellFactAttribute(string shell, [CallerFilePath] string? file = null, [CallerLineNumber] int line = -1)
        : base(file, line)
    {
        if (!Shell.Has(shell))
        {
            Skip = $"{shell} is not installed here.";
        }
    }
}
