using System.Runtime.CompilerServices;
using System.Text;

namespace SourcingCompliance.Formats.Tests.Writing;

/// <summary>Compares bytes with a file beside the test; <c>UPDATE_GOLDEN=1</c> writes the file instead.</summary>
internal static class Golden
{
    public static void ShouldMatchGolden(this string actual, string extension, [CallerFilePath] string testFile = "", [CallerMemberName] string method = "")
    {
        string folder = Path.GetDirectoryName(SourceOf(testFile)) ?? ".";
        string name = $"{Path.GetFileNameWithoutExtension(testFile)}.{method}";
        string verified = Path.Combine(folder, $"{name}.verified.{extension}");
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(verified, actual);
            return;
        }

        // A byte order mark is part of what is compared; ReadAllText would drop it.
        string expected = File.Exists(verified) ? Encoding.UTF8.GetString(File.ReadAllBytes(verified)) : "";
        if (actual != expected)
        {
            File.WriteAllText(Path.Combine(folder, $"{name}.received.{extension}"), actual);
        }

        actual.ShouldBe(expected, $"The output is no longer that of {verified}. Compare it with the .received file beside it; when the change is meant, run "
            + $"the test with UPDATE_GOLDEN=1.");
    }

    // A deterministic build maps source paths to /_/; the root that the build recorded stands for it.
    private static string SourceOf(string testFile) =>
        testFile.StartsWith("/_/", StringComparison.Ordinal) ? Path.Combine(Repository.Root, testFile[3..]) : testFile;
}
