using System.Text.Json;

namespace SourcingCompliance.Cli.Commands;

public class PacketCommandTests
{
    private const string List = """
        Level,Part Number,Description,Manufacturer,Qty,Country of Origin,Mined,Melted
        0,TOP-1,Seeker head,Prime Inc,1,US,,
        1,MAG-1,"Magnet, sintered NdFeB N42SH",Bright Magnetics,4,China,,
        1,MAG-2,"Magnet, SmCo disc",Other Magnets,2,,Australia,Japan
        1,BOLT,Steel bolt,Fasteners,8,US,,
        """;

    [Fact]
    public void The_nonavailability_packet_lists_what_does_not_comply_on_record_and_marks_what_is_not_on_file()
    {
        using JsonDocument packet = Write("nonavailability");

        JsonElement row = RowsOf(packet, "table1").ShouldHaveSingleItem();
        row.GetProperty("componentName").GetString().ShouldBe("Magnet, sintered NdFeB N42SH - TOP-1 (Number: MAG-1)");
        row.GetProperty("coveredMaterial").GetString().ShouldBe("neodymium-iron-boron magnets");
        row.GetProperty("pricePerUnit").ValueKind.ShouldBe(JsonValueKind.Null);
        row.GetProperty("currentManufacturers:fillIn").GetString().ShouldNotBeNull().ShouldContain("the list names Bright Magnetics for the component");
    }

    [Theory]
    [InlineData("certification")]
    [InlineData("officialAction")]
    [InlineData("partB")]
    public void What_the_government_completes_stays_blank(string section)
    {
        using JsonDocument packet = Write("nonavailability");

        JsonElement part = SectionOf(packet, section);
        part.GetProperty("filledBy").GetString().ShouldBe("government");
        part.GetProperty("fields").EnumerateObject()
            .Concat(part.TryGetProperty("rows", out JsonElement rows) ? rows.EnumerateArray().SelectMany(row => row.EnumerateObject()) : [])
            .Where(value => value.Name is not ("itemNo" or "coveredMaterial")).ShouldAllBe(value => value.Value.ValueKind == JsonValueKind.Null);
    }

    [Fact]
    public void The_steps_of_2027_stand_next_to_those_of_the_template()
    {
        using JsonDocument packet = Write("nonavailability");

        JsonElement row = RowsOf(packet, "background").ShouldHaveSingleItem();
        row.GetProperty("melted-or-produced").GetString().ShouldNotBeNull().ShouldNotContain("mined");
        row.GetProperty("mined-to-produced").GetString().ShouldNotBeNull().ShouldContain("mined");
    }

    [Fact]
    public void The_provenance_of_a_magnet_has_four_points()
    {
        using JsonDocument packet = Write("provenance");

        JsonElement row = RowsOf(packet, "magnets").Single(row => row.GetProperty("partNumber").GetString() == "MAG-2");
        row.GetProperty("mined").GetString().ShouldNotBeNull().ShouldStartWith("mined: Australia (bom.csv!G4");
        row.GetProperty("oxides").ValueKind.ShouldBe(JsonValueKind.Null);
        row.GetProperty("metals").GetString().ShouldNotBeNull().ShouldContain("Japan");
    }

    [Fact]
    public void The_draft_for_the_prime_says_what_is_open_and_never_that_something_is_compliant()
    {
        using JsonDocument packet = Write("certificate");

        RowsOf(packet, "evidence").Select(row => row.GetProperty("status").GetString())
            .ShouldBe(["A covered country is listed", "Open: evidence is missing"]);
        packet.RootElement.GetRawText().Replace("SourcingCompliance", "", StringComparison.Ordinal).ShouldNotContain("complian", Case.Insensitive);
    }

    [Fact]
    public void The_indentured_list_goes_down_to_the_raw_materials()
    {
        using JsonDocument packet = Write("indentured-bom");

        JsonElement[] rows = RowsOf(packet, "bom1");
        rows.Where(row => row.GetProperty("description").GetString() == "mined").Select(row => row.GetProperty("level").GetString()).Distinct().ShouldBe(["2"]);
        rows.Count(row => row.GetProperty("partNumber").GetString() == "BOLT").ShouldBe(1);
    }

    [Fact]
    public void A_list_written_as_cyclonedx_is_decided_as_the_list_itself()
    {
        using var folder = new TemporaryFolder();
        string list = folder.Write("bom.csv", List);
        CommandRun.Of("packet", "cyclonedx", list, "--delivery", "2027-02-15", "--as-of", "2026-11-22", "--out", folder.Of("out")).ExitCode.ShouldBe(0);

        (_, JsonDocument before) = CommandRun.Check(list, "--delivery", "2027-02-15");
        (_, JsonDocument after) = CommandRun.Check(folder.Of("out/bom.cdx.json"), "--delivery", "2027-02-15");

        SummaryOf(after).ShouldBe(SummaryOf(before));
    }

    [Fact]
    public void Two_columns_that_contradict_each_other_still_do_so_in_the_cyclonedx_document()
    {
        using var folder = new TemporaryFolder();
        string list = folder.Write("bom.csv",
            "Part Number,Description,Qty,Country of Origin,Sintered in,Sintered at\nM-1,NdFeB magnet N42,4,Japan,Japan,China\n");
        CommandRun run = CommandRun.Of("packet", "cyclonedx", list, "--delivery", "2027-02-15", "--as-of", "2026-11-22", "--out", folder.Of("out"));
        run.ExitCode.ShouldBe(0, run.Errors);

        (_, JsonDocument after) = CommandRun.Check(folder.Of("out/bom.cdx.json"), "--delivery", "2027-02-15");

        after.RootElement.GetProperty("files")[0].GetProperty("findings").EnumerateArray()
            .Select(finding => finding.GetProperty("verdict").GetString()).ShouldContain("violation");
    }

    [Fact]
    public void A_part_of_which_only_its_own_country_is_known_is_called_suspect_in_the_nonavailability_packet()
    {
        using JsonDocument packet = Write("nonavailability", "Part Number,Description,Country of Origin\nMOT-1,Brushless DC motor,China\n");

        packet.RootElement.GetProperty("cautions").EnumerateArray().Select(caution => caution.GetString())
            .ShouldContain("Item 1 of Attachment A is suspect: a covered country is listed, but not for certain as the place of a step that the rule "
                + "counts. Ask the supplier before you send the packet.");
    }

    [Theory]
    [InlineData("nonavailability")]
    [InlineData("provenance")]
    [InlineData("certificate")]
    [InlineData("indentured-bom")]
    public void No_row_of_a_packet_names_a_value_twice(string kind)
    {
        using JsonDocument packet = Write(kind);

        string[] twice =
        [
            .. packet.RootElement.GetProperty("sections").EnumerateArray().Where(section => section.TryGetProperty("rows", out _))
                .SelectMany(section => section.GetProperty("rows").EnumerateArray())
                .SelectMany(row => row.EnumerateObject().GroupBy(value => value.Name, StringComparer.Ordinal)
                    .Where(group => group.Count() > 1).Select(group => group.Key)),
        ];
        twice.ShouldBeEmpty();
    }

    [Fact]
    public void The_same_list_gives_the_same_bytes()
    {
        Bytes().ShouldBe(Bytes());

        static string Bytes()
        {
            using var folder = new TemporaryFolder();
            CommandRun.Of("packet", "nonavailability", folder.Write("bom.csv", List), "--delivery", "2027-02-15",
                "--as-of", "2026-11-22", "--out", folder.Of("out")).ExitCode.ShouldBe(0);
            return string.Join(' ', Directory.GetFiles(folder.Of("out")).Order(StringComparer.Ordinal)
                .Select(path => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(path)))));
        }
    }

    [Fact]
    public void A_file_that_exists_is_not_written_over()
    {
        using var folder = new TemporaryFolder();
        string list = folder.Write("bom.csv", List);
        folder.Write("out/provenance.json", "mine");

        CommandRun.Of("packet", "provenance", list, "--as-of", "2026-11-22", "--out", folder.Of("out")).ExitCode.ShouldNotBe(0);

        File.ReadAllText(folder.Of("out/provenance.json")).ShouldBe("mine");
    }

    [Fact]
    public void A_document_of_hardware_in_a_folder_is_checked_and_one_of_software_is_not()
    {
        using var folder = new TemporaryFolder();
        folder.Write("boms/hardware.json",
            "{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.6\",\"components\":[{\"type\":\"device\",\"name\":\"X-1\",\"description\":\"NdFeB "
                + "magnet N42\"}]}");
        folder.Write("boms/software.json", "{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.6\",\"components\":[{\"type\":\"library\",\"name\":\"zlib\"}]}");

        (_, JsonDocument report) = CommandRun.Check(folder.Of("boms"));

        report.RootElement.GetProperty("files").EnumerateArray().Select(file => Path.GetFileName(file.GetProperty("path").GetString()))
            .ShouldBe(["hardware.json"]);
    }

    private static JsonDocument Write(string kind, string content = List)
    {
        using var folder = new TemporaryFolder();
        CommandRun run = CommandRun.Of("packet", kind, folder.Write("bom.csv", content), "--delivery",
            "2027-02-15", "--as-of", "2026-11-22", "--out", folder.Of("out"));
        run.ExitCode.ShouldBe(0, run.Errors);
        File.Exists(folder.Of($"out/{kind}.pdf")).ShouldBeTrue();
        File.Exists(folder.Of($"out/{kind}.xlsx")).ShouldBeTrue();
        return JsonDocument.Parse(File.ReadAllText(folder.Of($"out/{kind}.json")));
    }

    private static JsonElement SectionOf(JsonDocument packet, string id) => packet.RootElement.GetProperty("sections")
        .EnumerateArray().Single(section => section.GetProperty("id").GetString() == id);

    private static JsonElement[] RowsOf(JsonDocument packet, string section) => [.. SectionOf(packet, section).GetProperty("rows").EnumerateArray()];

    private static string SummaryOf(JsonDocument report) => report.RootElement.GetProperty("summary").GetProperty("regimes").GetRawText();
}
