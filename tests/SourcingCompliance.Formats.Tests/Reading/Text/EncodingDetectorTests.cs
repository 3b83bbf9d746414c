using System.Text;
using SourcingCompliance.Formats.Reading.Text;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Formats.Tests.Reading.Text;

public class EncodingDetectorTests
{
    private const string German = "Teil,Beschreibung,Land\nA-1,Läufer für Bürstenlosen Motor ±5 µm,Österreich\nA-2,Größe 3 Stück à 5 €,Schweiz\n";
    private const string Chinese = "料号,名称,产地\nA-1,钕铁硼磁铁 N42SH,中国\nA-2,不锈钢螺丝 M3×8,德国\nA-3,钽电容 100uF,日本\n";
    private const string Japanese = "部品番号,品名,原産国\nA-1,ネオジム磁石 Ｎ42ＳＨ,中国\nA-2,タンタルコンデンサ,日本\nA-3,六角ボルト(ステンレス),ドイツ\n";
    private const string Russian = "Обозначение;Наименование;Страна\nА-1;Магнит неодимовый;Китай\nА-2;Винт М3х8;Россия\nА-3;КОНДЕНСАТОР ТАНТАЛОВЫЙ;Япония\n";

    static EncodingDetectorTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData(German, 1252, "Windows-1252")]
    [InlineData(Chinese, 54936, "GB18030")]
    [InlineData(Japanese, 932, "Shift-JIS")]
    [InlineData(Russian, 1251, "Windows-1251")]
    public void A_legacy_code_page_is_told_by_what_its_bytes_would_mean(string content, int codePage, string name)
    {
        byte[] bytes = Encoding.GetEncoding(codePage).GetBytes(content);

        ReadFile file = ReadFile.Of(bytes, "bom.csv");

        EncodingDetector.Detect(new MemoryStream(bytes)).Name.ShouldBe(name);
        file.Ids.ShouldBe([DiagnosticIds.EncodingDetected]);
        file.Rows[1][3].Text.ShouldBe(content.Split('\n')[1].Split(',', ';')[2]);
    }

    [Theory]
    [InlineData("resistor,10k ±1%,US\n", 1252)]
    [InlineData("磁铁,中国\n", 54936)]
    [InlineData("磁石,日本のモータ\n", 932)]
    [InlineData("магнит,Китай\n", 1251)]
    public void One_line_is_enough(string line, int codePage)
    {
        byte[] bytes = Encoding.GetEncoding(codePage).GetBytes("part,description,country\n" + line);

        ReadFile.Of(bytes, "bom.csv").Rows[1][2].Text.ShouldBe(line.TrimEnd().Split(',')[1]);
    }

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-8", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16BE", false)]
    [InlineData("utf-32", true)]
    public void Unicode_is_read_with_and_without_a_byte_order_mark(string name, bool hasPreamble)
    {
        Encoding encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. hasPreamble ? encoding.GetPreamble() : [], .. encoding.GetBytes(Chinese)];

        ReadFile file = ReadFile.Of(bytes, "bom.csv");

        file.Lines[1].ShouldBe("2: A-1|钕铁硼磁铁 N42SH|中国");
        file.Lines[0].ShouldBe("1: 料号|名称|产地");
    }

    [Fact]
    public void A_character_that_a_chunk_cuts_in_two_is_still_valid()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("abé漢𝄞,", 40_000)));

        EncodingDetector.Detect(new MemoryStream(bytes)).ShouldBe(
            new DetectedEncoding(new UTF8Encoding(false), "UTF-8", 0, false, false, 0));
    }

    [Fact]
    public void Utf_8_with_a_broken_place_stays_utf_8_and_is_told()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(German + German + German + German), (byte)'x', 0xB1, (byte)'\n'];

        ReadFile file = ReadFile.Of(bytes, "bom.csv");

        file.Ids.ShouldContain(DiagnosticIds.CharactersInvalid);
        file.Lines[1].ShouldBe("2: A-1|Läufer für Bürstenlosen Motor ±5 µm|Österreich");
    }
}
