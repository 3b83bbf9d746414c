using System.ComponentModel;
using System.Diagnostics;

namespace SourcingCompliance.Server;

/// <summary>Opens the browser of the user.</summary>
internal static class BrowserLaunch
{
    /// <summary>Opens an address, where there is a screen; whoever has none reads the address that was printed.</summary>
    /// <param name="address">The address.</param>
    public static void Open(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        bool hasScreen = OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() || Environment.GetEnvironmentVariable("DISPLAY") is { Length: > 0 }
            || Environment.GetEnvironmentVariable("WAYLAND_DISPLAY") is { Length: > 0 };
        if (!hasScreen)
        {
            return;
        }

        try
        {
            ProcessStartInfo start = OperatingSystem.IsWindows() ? new ProcessStartInfo(address.AbsoluteUri) { UseShellExecute = true }
                : new ProcessStartInfo(OperatingSystem.IsMacOS() ? "open" : "xdg-open",
                    [address.AbsoluteUri])
                { RedirectStandardError = true, RedirectStandardOutput = true };
            using Process? browser = Process.Start(start);
        }
        catch (Exception failure) when (failure is Win32Exception or InvalidOperationException or PlatformNotSupportedException)
        {
            Console.WriteLine("The browser could not be opened. Open the address above yourself.");
        }
    }
}
