namespace SourcingCompliance.Cli.Batches;

/// <summary>What a run over a folder ends with, within 80 columns.</summary>
public sealed class FolderEndingTests : IDisposable
{
    private const string Header = "Part Number,Description,Manufacturer,Country of Origin\n";
    private const string Clean = Header + "S-1,Steel screw,Acme,Germany\n";
    private const string Bad = Header + "M-1,NdFeB magnet N42,Acme,China\n";
    private const string Open = Header + "M-1,NdFeB magnet N42,Acme,\n";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void It_counts_the_boms_names_the_worst_ten_and_says_where_the_rest_is()
    {
        for (int number = 1; number <= 13; number++)
        {
            _folder.Write($"lists/{number:00}/bom.csv", Bad + (number == 7 ? "M-2,NdFeB magnet N42,Acme,China\n" : ""));
        }

        _folder.Write("lists/open.csv", Open);
        _folder.Write("lists/damaged.xlsx", "no workbook");
        _folder.Write("lists/clean.csv", Clean);

        string[] end = Ending(Check());

        end[0].ShouldBe("13 of 16 BOMs have violations; 1 more is open, 1 could not be read in full.");
        end[1].ShouldEndWith("lists/07/bom.csv: 2 violations");
        end[2].ShouldEndWith("lists/01/bom.csv: 1 violation");
        end.Count(line => line.StartsWith("  ■ ", StringComparison.Ordinal)).ShouldBe(10);
        end[11].ShouldBe("  … and 5 more.");
        end[12].ShouldStartWith("All 16 BOMs: ");
        end[12].ShouldEndWith("index.html");
    }

    [Fact]
    public void A_folder_without_findings_says_so()
    {
        _folder.Write("lists/a.csv", Clean);
        _folder.Write("lists/b.csv", Clean);

        Ending(Check())[0].ShouldBe("0 of 2 BOMs have violations.");
    }

    [Fact]
    public void Open_lists_are_not_more_than_none()
    {
        _folder.Write("lists/a.csv", Open);

        Ending(Check())[0].ShouldBe("0 of 1 BOM has violations; 1 is open.");
    }

    [Fact]
    public void One_list_by_name_is_no_folder()
    {
        _folder.Write("lists/a.csv", Bad);

        CommandRun.Of("check", _folder.Of("lists/a.csv"), "--out", _folder.Of("out"), "--format", "json",
            "--as-of", "2026-11-22").Output.ShouldNotContain("BOM has violations");
    }

    [Fact]
    public void Nothing_but_a_path_is_wider_than_80_columns()
    {
        string words = string.Join(' ', Enumerable.Repeat("housing of the actuator", 20));
        _folder.Write("lists/a.csv", Bad + $"M-2,NdFeB magnet {words},Acme,China\n");
        _folder.Write("lists/b.csv", Header + "M-3,NdFeB magnet,Acme,Chnia\n");
        _folder.Write("lists/c.xlsx", "no workbook");

        string[] wide = [.. Check().Output.Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 80)];

        wide.ShouldAllBe(line => line.Contains(_folder.Path, StringComparison.Ordinal));
    }

    private CommandRun Check() => CommandRun.Of("check", _folder.Of("lists"), "--out", _folder.Of("out"), "--format", "json", "--as-of", "2026-11-22");

    private static string[] Ending(CommandRun run)
    {
        string[] lines = [.. run.Output.TrimEnd().Split('\n').Select(line => line.TrimEnd())];
        return lines[(Array.FindLastIndex(lines, line => line.Length == 0) + 1)..];
    }
}
