using System.Text.Json;
using SourcingCompliance.Findings;
using SourcingCompliance.Formats.Writing.Json;
using SourcingCompliance.Primitives;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Tests.Writing;

public sealed class JsonReportWriterTests
{
    private static readonly JsonReportWriter Writer = new();

    [Fact]
    public void The_sample_report_is_written_with_what_is_the_same_once() => Writer.Text(SampleReport.BuildCompact()).ShouldMatchGolden("json");

    [Fact]
    public void The_sample_report_is_written_in_full() => Writer.Text(Explained).ShouldMatchGolden("json");

    [Fact]
    public void With_all_lines_a_line_is_whole_and_only_its_explanation_is_referred_to()
    {
        ComplianceReport report = SampleReport.Build();
        using JsonDocument json = JsonDocument.Parse(Writer.Text(report with { Run = report.Run with { AllLines = true } }));

        JsonElement line = json.RootElement.GetProperty("files")[2].GetProperty("lines")[3];

        line.GetProperty("origin").GetProperty("statements").GetArrayLength().ShouldBePositive();
        line.GetProperty("materials")[0].GetProperty("signals").GetArrayLength().ShouldBePositive();
        line.TryGetProperty("explanation", out _).ShouldBeFalse();
        line.GetProperty("refs").GetProperty("explanation").GetArrayLength().ShouldBePositive();
        json.RootElement.GetProperty("files")[2].GetProperty("findings")[0].GetProperty("missing").ValueKind.ShouldBe(JsonValueKind.Array);
    }

    [Fact]
    public void The_schema_comes_first_and_the_file_ends_with_a_line_end()
    {
        string text = Writer.Text();

        text.ShouldStartWith("{\n  \"$schema\": \"rules/schema/report.schema.json\",\n");
        text.ShouldEndWith("}\n");
        text.ShouldNotContain("\r");
    }

    [Fact]
    public void Writing_twice_gives_the_same_bytes() => Writer.Bytes(SampleReport.Build()).ShouldBe(Writer.Bytes(SampleReport.Build()));

    [Fact]
    public void The_stream_is_left_open()
    {
        using var output = new MemoryStream();

        Writer.Write(SampleReport.Build(), output);

        output.CanWrite.ShouldBeTrue();
    }

    [Fact]
    public void Columns_of_one_field_keep_a_key_of_their_own()
    {
        using JsonDocument json = JsonDocument.Parse(Writer.Text());

        JsonElement columns = json.RootElement.GetProperty("files")[2].GetProperty("sheets")[0].GetProperty("columns");

        columns.GetProperty("countryOfOrigin").GetString().ShouldBe("F");
        columns.GetProperty("countryOfOrigin#2").GetString().ShouldBe("AB");
        columns.GetProperty("manufacturer_2").GetString().ShouldBe("I");
        columns.GetProperty("originMinedNd").GetString().ShouldBe("G");
    }

    [Fact]
    public void The_statement_about_the_part_as_bought_speaks_for_the_origin()
    {
        JsonElement origin = OriginOf("MAG-22");

        origin.GetProperty("raw").GetString().ShouldBe("China");
        origin.GetProperty("relation").GetString().ShouldBe("single");
        origin.GetProperty("statements").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public void Statements_about_stages_are_united_with_the_weakest_certainty()
    {
        JsonElement origin = OriginOf("MAG-23");

        origin.GetProperty("countries").EnumerateArray().Select(country => country.GetString()).ShouldBe(["AU", "JP"]);
        origin.GetProperty("certainty").GetString().ShouldBe("ambiguous");
        origin.GetProperty("relation").GetString().ShouldBe("all");
    }

    [Fact]
    public void A_line_without_any_statement_has_an_unknown_origin()
    {
        JsonElement origin = OriginOf("WGT-2");

        origin.GetProperty("raw").GetString().ShouldBe("");
        origin.GetProperty("countries").GetArrayLength().ShouldBe(0);
        origin.GetProperty("certainty").GetString().ShouldBe("unknown");
        origin.GetProperty("relation").GetString().ShouldBe("none");
    }

    [Fact]
    public void A_report_of_many_lines_is_written_whole()
    {
        ComplianceReport report = SampleReport.Build();
        FileReport file = report.Files[2];
        LineReport line = file.Lines[3];
        report = report with
        { Files = [file with { Lines = [.. Enumerable.Range(1, 2000).Select(row => line with { Row = new CellRef(file.Path, "BOM", row, 0) })] }] };

        using JsonDocument json = JsonDocument.Parse(Writer.Text(report));

        json.RootElement.GetProperty("files")[0].GetProperty("lines").EnumerateArray()
            .Select(element => element.GetProperty("row").GetInt32()).ShouldBe(Enumerable.Range(1, 2000));
    }

    private static ComplianceReport Explained => SampleReport.Build() is var report ? report with { Run = report.Run with { IsExplained = true } } : report;

    private static JsonElement OriginOf(string part)
    {
        using JsonDocument json = JsonDocument.Parse(Writer.Text(Explained));
        return json.RootElement.GetProperty("files")[2].GetProperty("lines").EnumerateArray()
            .Single(line => line.GetProperty("partNumber").GetString() == part).GetProperty("origin").Clone();
    }
}
