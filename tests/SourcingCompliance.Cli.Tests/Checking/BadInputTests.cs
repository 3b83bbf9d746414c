using System.IO.Compression;
using System.Text;

namespace SourcingCompliance.Cli.Checking;

/// <summary>Bad input gets a diagnostic and an exit code, never a stack trace, and nothing is lost.</summary>
public sealed class BadInputTests
{
    public static TheoryData<string, byte[]> Broken => new()
    {
        { "empty.csv", [] },
        { "picture.xlsx", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] },
        { "cut.xlsx", Zip("xl/workbook.xml", "<workbook/>")[..60] },
        { "other.xlsx", Zip("hello.txt", "not a workbook") },
        { "letter.csv", Encoding.UTF8.GetBytes("Dear supplier,\n\nplease find attached our offer.\n\nKind regards\n") },
        { "protected.xlsx", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]] },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_file_that_is_no_list_gives_a_diagnostic_and_exit_code_3(string name, byte[] content)
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write(name, content);

        (CommandRun run, _) = CommandRun.Check(path);

        run.ExitCode.ShouldBe(3, run.Output + run.Errors);
        run.Output.ShouldContain(name);
        (run.Output + run.Errors).ShouldNotContain("   at SourcingCompliance", Case.Sensitive);
    }

    [Fact]
    public void One_bad_file_does_not_stop_the_others()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a-bad.xlsx", [1, 2, 3, 4]);
        folder.Write("b-good.csv", "Part Number,Description,Qty,Country of Origin\nMAG-1,\"Magnet, NdFeB N42SH\",2,China\n");

        (CommandRun run, System.Text.Json.JsonDocument report) = CommandRun.Check(folder.Path);

        run.ExitCode.ShouldBe(3);
        report.RootElement.GetProperty("files")[1].GetProperty("exitCode").GetInt32().ShouldBe(1);
        report.RootElement.GetProperty("files")[1].GetProperty("findings")[0].GetProperty("verdict").GetString().ShouldBe("violation");
    }

    [Fact]
    public void An_unknown_option_gives_exit_code_64()
    {
        CommandRun.Of("check", "bom.csv", "--nonsense").ExitCode.ShouldBe(64);
    }

    private static byte[] Zip(string entry, string text)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var writer = new StreamWriter(zip.CreateEntry(entry).Open());
            writer.Write(text);
        }

        return stream.ToArray();
    }
}
