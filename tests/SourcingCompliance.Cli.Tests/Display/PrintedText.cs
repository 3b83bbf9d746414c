using System.Text;

namespace SourcingCompliance.Cli.Display;

/// <summary>What a terminal or a build system makes of a text.</summary>
internal static class PrintedText
{
    /// <summary>What a run printed contains no command of a build system and nothing that a terminal obeys.</summary>
    public static void ShouldBeHarmless(CommandRun run, string what) => ShouldBeHarmless(run.Output + run.Errors, what);

    /// <summary>A text contains no command of a build system and nothing that a terminal obeys.</summary>
    public static void ShouldBeHarmless(string text, string what)
    {
        text.Length.ShouldBeGreaterThan(0, what);
        foreach (string command in (string[])["::", "##[", "##vso["])
        {
            text.ShouldNotContain(command, customMessage: what);
        }

        Rune[] obeyed = [.. text.EnumerateRunes().Where(IsObeyed)];
        obeyed.ShouldBeEmpty(what);
    }

    private static bool IsObeyed(Rune rune) =>
        (Rune.IsControl(rune) && rune.Value is not ('\n' or '\r')) || rune.Value is 0x2028 or 0x2029 or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
