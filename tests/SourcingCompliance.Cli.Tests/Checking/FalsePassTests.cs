using System.Text.Json;

namespace SourcingCompliance.Cli.Checking;

/// <summary>Contracts that claim more than they show. The list alone violates or is open; no claim may turn that into a pass.</summary>
public sealed class FalsePassTests
{
    private const string Tantalum = "TA-1,\"Tantalum bar, 99.95 %\",China,,";
    private const string Tungsten = "W-1,\"Tungsten heavy alloy 95W-3.5Ni-1.5Fe, bar\",China,,";
    private const string NdFeB = "MAG-1,\"Magnet, sintered NdFeB N42SH\",China,China,China";
    private const string Radio = "RD-1,\"Brushless servo motor with controller\",China,China,";
    private const string SmCo = "SM-1,\"Magnet, SmCo 2:17, ring\",China,China,China";

    public static TheoryData<string, string, string, string> Claims => new()
    {
        { "off the shelf without a basis", Tantalum, "2027-02-01",
            """ "cots": [ { "partNumber": "TA-1", "massKilograms": 10, "coveredMaterialMassKilograms": 0.1 } ] """ },
        { "off the shelf without a mass", Tantalum, "2027-02-01", """ "cots": [ { "partNumber": "TA-1", "basis": "catalogue" } ] """ },
        { "tungsten that is claimed to be little tungsten", Tungsten, "2026-12-15",
            """ "cots": [ { "partNumber": "W-1", "basis": "catalogue", "massKilograms": 10, "tungstenMassKilograms": 1, "incorporated": true, "millProduct": false } ] """ },
        { "material that is claimed to hold little of itself", Tantalum, "2027-02-01",
            """ "cots": [ { "partNumber": "TA-1", "basis": "catalogue", "massKilograms": 10, "coveredMaterialMassKilograms": 1, "incorporated": true, "millProduct": false } ] """ },
        { "a mill product that is not incorporated", Tantalum, "2027-02-01",
            """ "cots": [ { "partNumber": "TA-1", "basis": "catalogue", "millProduct": true, "incorporated": false } ] """ },
        { "an electronic device without a basis", SmCo, "2027-02-01", """ "electronicDevices": [ { "partNumber": "SM-1" } ] """ },
        { "an electronic device that the contract takes back in", SmCo, "2027-02-01",
            """ "electronicDevices": [ { "partNumber": "SM-1", "basis": "radio", "contractSpecifiesOtherwise": true } ] """ },
        { "recycled with milling in the United States only", NdFeB, "2027-02-01",
            """ "recycledMagnets": [ { "partNumber": "MAG-1", "basis": "declaration", "milledIn": "US" } ] """ },
        { "recycled with sintering in the United States only", NdFeB, "2027-02-01",
            """ "recycledMagnets": [ { "partNumber": "MAG-1", "basis": "declaration", "sinteredIn": "US" } ] """ },
        { "recycled samarium-cobalt", SmCo, "2027-02-01",
            """ "recycledMagnets": [ { "partNumber": "SM-1", "basis": "declaration", "milledIn": "US", "sinteredIn": "US" } ] """ },
        { "an expired determination", Tantalum, "2027-02-01",
            """ "determinations": [ { "id": "D", "kind": "class", "partNumbers": ["TA-1"], "materials": ["tantalum"], "grantedOn": "2026-01-01", "expiresOn": "2027-01-31", "mitigationPlanAcceptedOn": "2026-01-02" } ] """ },
        { "a determination of more than 36 months", Tantalum, "2027-02-01",
            """ "determinations": [ { "id": "D", "kind": "class", "partNumbers": ["TA-1"], "materials": ["tantalum"], "grantedOn": "2026-01-01", "expiresOn": "2029-06-30", "mitigationPlanAcceptedOn": "2026-01-02" } ] """ },
        { "a determination from 2027 without a mitigation plan", Tantalum, "2027-02-01",
            """ "determinations": [ { "id": "D", "kind": "class", "partNumbers": ["TA-1"], "materials": ["tantalum"], "grantedOn": "2027-01-10", "expiresOn": "2028-01-01" } ] """ },
        { "a determination for another material", Tantalum, "2027-02-01",
            """ "determinations": [ { "id": "D", "kind": "class", "partNumbers": ["TA-1"], "materials": ["tungsten-powder"], "grantedOn": "2026-10-01", "expiresOn": "2028-01-01", "mitigationPlanAcceptedOn": "2026-10-02" } ] """ },
        { "a determination for another contract", Tantalum, "2027-02-01",
            """ "contractNumber": "N1", "determinations": [ { "id": "D", "kind": "individual", "contractNumber": "N2", "partNumbers": ["TA-1"], "materials": ["tantalum"], "grantedOn": "2026-10-01", "expiresOn": "2028-01-01", "mitigationPlanAcceptedOn": "2026-10-02" } ] """ },
        { "a value at the threshold and no day of award", Tantalum, "2027-02-01", """ "value": 300000 """ },
        { "a value below the threshold, with the clause in the contract", Tantalum, "2027-02-01", """ "value": 100000, "awardDate": "2026-11-01" """ },
        { "a determination by nobody who may make it", Tantalum, "2027-02-01",
            """ "determinations": [ { "id": "D", "kind": "class", "authority": "contracting-officer", "partNumbers": ["TA-1"], "materials": ["tantalum"], "grantedOn": "2026-10-01", "expiresOn": "2028-01-01", "mitigationPlanAcceptedOn": "2026-10-02" } ] """ },
        { "a loose magnet as an electronic device", SmCo, "2027-02-01",
            """ "electronicDevices": [ { "partNumber": "SM-1", "basis": "radio", "contractSpecifiesOtherwise": false } ] """ },
        { "a value above the threshold", Tantalum, "2027-02-01", """ "value": 1000000, "awardDate": "2026-11-01" """ },
        { "bought outside the United States, used inside", Tantalum, "2027-02-01", """ "acquiredOutsideUnitedStates": true, "placeOfUse": "US" """ },
        { "bought outside the United States, place of use not stated", Tantalum, "2027-02-01", """ "acquiredOutsideUnitedStates": true """ },
    };

    [Theory]
    [MemberData(nameof(Claims))]
    public void A_claim_that_is_not_shown_is_no_way_out(string claim, string line, string delivery, string contract)
    {
        Verdict(line, delivery, contract).ShouldBeOneOf(["violation", "suspect", "open"], claim);
    }

    [Theory]
    [InlineData(Tantalum,
        """ "determinations": [ { "id": "D", "kind": "class", "authority": "under-secretary-acquisition-and-sustainment", "partNumbers": ["TA-1"], "materials": ["tantalum"], "grantedOn": "2026-10-01", "expiresOn": "2028-01-01", "mitigationPlanAcceptedOn": "2026-10-02" } ] """)]
    [InlineData(Tantalum, """ "clauseInContract": false, "value": 100000, "awardDate": "2026-11-01" """)]
    [InlineData(Tantalum, """ "acquiredOutsideUnitedStates": true, "placeOfUse": "DE" """)]
    [InlineData(NdFeB, """ "recycledMagnets": [ { "partNumber": "MAG-1", "basis": "declaration", "milledIn": "US", "sinteredIn": "US" } ] """)]
    [InlineData(Radio, """ "electronicDevices": [ { "partNumber": "RD-1", "basis": "radio", "contractSpecifiesOtherwise": false } ] """)]
    public void A_claim_that_is_shown_is_one(string line, string contract)
    {
        // Otherwise the theory above could not fail.
        Verdict(line.Replace(NdFeB, "MAG-1,\"Magnet, sintered NdFeB N42SH\",,,", StringComparison.Ordinal), "2027-02-01", contract).ShouldBe("exempt");
    }

    [Theory]
    [InlineData("a column whose header is not known", "Part Number,Description,Stuff,COO\nA1,Ring 10x5,NdFeB,CN\nA2,Plate,Steel,US\n")]
    [InlineData("a column without a header", "Part Number,Description,,COO\nA1,Ring 10x5,NdFeB,CN\nA2,Plate,Steel,US\n")]
    [InlineData("no known column of descriptions", "Part Number,Blah,COO\nA1,Neodymium magnet N42,CN\nA2,Screw,US\n")]
    [InlineData("a first row without a number", "Part Number,Description,COO\nA1,SmCo magnet,CN\nA2,Screw,US\n")]
    [InlineData("a row of nothing but a material", "Part Number,Description,Material,COO,Qty\nA1,Rotor,,US,1\n,,NdFeB,CN,\n")]
    [InlineData("headers in Greek", "Κωδικός,Περιγραφή,Ποσότητα,Χώρα προέλευσης\nM-1,ΜΑΓΝΗΤΗΣ νεοδυμίου,4,Κίνα\nP-1,Βίδα,8,Γερμανία\n")]
    [InlineData("headers in Swedish", "Artikelnummer,Benämning,Antal,Tillverkare,Ursprungsland\n1,Neodymmagnet,2,,Kina\n")]
    public void A_list_that_is_headed_strangely_is_no_way_out(string way, string list) => ExitCodeOf(list, "suspect").ShouldBe(1, way);

    [Theory]
    [InlineData("a footprint", "Reference,Value,Footprint\nC1,10uF,Capacitor_Tantalum_SMD:CP_EIA-3216-18_Kemet-A\nC3,100nF,C_0603\n")]
    [InlineData("a symbol", "Designator,Comment,Footprint,LibRef,Quantity\nC1,10uF,X,CAP_TANT,1\nC2,10uF,X,CAP,1\n")]
    [InlineData("a category", "MPN,Description,Category,Qty\nX-1,10uF 16V 1206,Tantalum Capacitors,2\nX-2,100nF,Ceramic Capacitors,2\n")]
    [InlineData("a category of magnets", "MPN,Description,Category,Qty\nX-1,Ring 10x5,Magnets,2\nX-2,Screw,Fasteners,2\n")]
    [InlineData("a column that does not hold what its header says", "Part Number,Description,Reference,Qty\nA1,Ring 10x5,NdFeB "
        + "magnet,2\nA2,Screw,zinc plated,2\n")]
    [InlineData("a finish", "MPN,Description,Finish,Qty\nX-1,Ring 10x5,\"nickel, NdFeB core\",2\nX-2,Screw,zinc,2\n")]
    public void What_only_another_column_says_leaves_a_line_open(string where, string list) => ExitCodeOf(list, "open").ShouldBe(2, where);

    [Theory]
    [InlineData("the description", "Part Number,Description,Country of Origin,Qty\nM-1,#REF!,China,4\nP-1,Screw,Germany,8\n", 2)]
    [InlineData("the description, and nothing else says what the part is", "Part Number,Description,Country of "
        + "Origin,Qty\nM-1,#N/A,China,4\nP-1,Screw,Germany,8\n", 2)]
    [InlineData("the material", "Part Number,Description,Material,Country of Origin,Qty\nM-1,Disc 10 x 3,#VALUE!,China,4\nP-1,Screw,Steel,Germany,8\n", 2)]
    [InlineData("the part number of a magnet", "Part Number,Description,Country of Origin,Qty\n#REF!,NdFeB magnet,China,4\nP-1,Screw,Germany,8\n", 1)]
    [InlineData("a material that a lookup did not find", "Part Number,Description,Material,Country of Origin,Qty\nM-1,Hex "
        + "screw,#N/A,China,4\nP-1,Screw,Steel,Germany,8\n", 0)]
    [InlineData("a price", "Part Number,Description,Unit Price,Country of Origin,Qty\nM-1,Hex screw,#VALUE!,China,4\nP-1,Screw,1,Germany,8\n", 0)]
    public void A_cell_that_shows_an_error_is_no_blank_where_it_says_what_the_part_is(string cell, string list, int code) =>
        ExitCodeOf(list, "open").ShouldBe(code, cell);

    [Theory]
    [InlineData("every row", "Part,Description,Origin,Made by\nM-1,Magnet, NdFeB N42,China,Acme\nP-1,Screw, M3,Germany,Bolt\n", 3)]
    [InlineData("row names without a header", "Part,Description,Qty,Origin\n1,M-1,NdFeB magnet,4,China\n2,P-1,Screw,8,Germany\n", 3)]
    [InlineData("only an empty cell more", "Part,Description,Qty,Origin\nM-1,NdFeB magnet,4,China,\nP-1,Screw,8,Germany,\n", 1)]
    [InlineData("a header with a cell for it", "Part,Description,Qty,Origin,\nM-1,NdFeB magnet,4,China,x\nP-1,Screw,8,Germany,y\n", 1)]
    public void Rows_with_more_cells_than_their_header_are_damaged(string rows, string list, int code) => ExitCodeOf(list, "open").ShouldBe(code, rows);

    [Fact]
    public void A_later_table_may_be_wider_than_the_first() => ExitCodeOf(
        "Part,Description,Qty\n" + string.Concat(Enumerable.Range(1, 90).Select(number => $"P-{number},Screw,8\n"))
            + "\nMPN,Manufacturer,Description,Qty,Origin\nM-1,Acme,NdFeB magnet,4,China\n", "open").ShouldBe(1);

    [Fact]
    public void A_table_above_the_list_is_no_way_out() =>
        ExitCodeOf("Part Number,Description,COO\nM1,NdFeB magnet,CN\n\nItem,Part Number,Description,Qty,Unit,Manufacturer,MPN,COO\n1,A1,Screw,4,EA,X,Y,US\n",
            "violation").ShouldBe(3);

    [Fact]
    public void A_title_that_names_a_covered_material_is_told_of()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("bom.csv",
            "Part Number,Description,Qty,COO\nA1,Screw,4,US\nNeodymium magnet,,,\nBrackets,,,\nA2,Plate,1,US\nNeodymium magnet,,,\n");

        CommandRun run = CommandRun.Of("check", path, "--as-of", "2026-11-22", "--out", folder.Path, "--format", "json");

        run.Output.Split("SC9218").Length.ShouldBe(2, "rows that say the same are told of once");
        run.Output.ShouldNotContain("Brackets");
    }

    [Fact]
    public void A_sheet_that_is_left_out_and_names_a_covered_material_is_told_of()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("bom.csv", "Some words about us\nRing,N42SH NdFeB,China\nPlate,Steel,US\n");

        CommandRun run = CommandRun.Of("check", path, "--as-of", "2026-11-22", "--out", folder.Path, "--format", "json");

        run.ExitCode.ShouldBe(3);
        run.Output.ShouldContain("SC9219");
        run.Output.ShouldContain("bom.csv!B2");
    }

    private static int ExitCodeOf(string list, string gate)
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("bom.csv", list);
        return CommandRun.Of("check", path, "--as-of", "2026-11-22", "--delivery", "2027-02-01", "--out",
            folder.Path, "--format", "json", "--fail-on", gate).ExitCode;
    }

    private static string? Verdict(string line, string delivery, string contract)
    {
        using var folder = new TemporaryFolder();
        string list = folder.Write("bom.csv", $"Part Number,Description,Country of Origin,Melted in,Sintered in\n{line}\n");
        string part = line[..line.IndexOf(',', StringComparison.Ordinal)];
        string file = folder.Write("contract.json", $$"""
            { {{(contract.Contains("clauseInContract", StringComparison.Ordinal) ? "" : "\"clauseDate\": \"2024-05\", ")}}"lineItems": [ { "id": "0001", "partNumber": "{{part}}", "deliveryDate": "{{delivery}}" } ], {{contract}} }
            """);

        CommandRun run = CommandRun.Of("check", list, "--contract", file, "--as-of", "2026-11-22", "--out",
            folder.Path, "--format", "json", "--lines", "all", "--fail-on", "none");

        run.ExitCode.ShouldBe(0, run.Errors);
        using JsonDocument report = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder.Path, "bom.json")));
        string gate = report.RootElement.GetProperty("run").GetProperty("gateRegime").GetString().ShouldNotBeNull();
        return report.RootElement.GetProperty("files")[0].GetProperty("lines")[0].GetProperty("verdicts").GetProperty(gate).GetString();
    }
}
