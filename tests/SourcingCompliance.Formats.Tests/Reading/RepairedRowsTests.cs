using System.Text;
using SourcingCompliance.Formats.Reading;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Formats.Tests.Reading;

public sealed class RepairedRowsTests
{
    [Theory]
    [InlineData("f&uuml;r &#20013;&#x56fd; &amp; mehr", "für 中国 & mehr", "character references")]
    [InlineData("&amp;#20013;&amp;#22269;", "中国", "escaped twice")]
    [InlineData("<b>NdFeB</b> ring<br/>N42", "NdFeB ring N42", "tags")]
    [InlineData("Nd<sub>2</sub>Fe<sub>14</sub>B", "Nd2Fe14B", "tags within a word")]
    [InlineData("\\u4e2d\\u56fd", "中国", "escapes of JSON")]
    [InlineData("\\xe4\\xb8\\xad\\xe5\\x9b\\xbd", "中国", "bytes of a program")]
    [InlineData("%E4%B8%AD%E5%9B%BD%20N42", "中国 N42", "escapes of an address")]
    [InlineData("%u4E2D%u56FD", "中国", "escapes of a script")]
    [InlineData("Rare%20earth%20magnet", "Rare earth magnet", "escaped blanks between words")]
    [InlineData("=E4=B8=AD=E5=9B=BD", "中国", "escapes of a mail")]
    [InlineData("=?UTF-8?B?5Lit5Zu9?=", "中国", "an encoded word of a mail")]
    [InlineData("=?utf-8?Q?=E4=B8=AD_N42?=", "中 N42", "a quoted word of a mail")]
    [InlineData("fÃ¼r LÃ¤ufer", "für Läufer", "UTF-8 read as Windows-1252")]
    [InlineData("ä¸\u00ADå›½", "中国", "Chinese read as Windows-1252")]
    [InlineData("Ã¤Â¸Â\u00ADÃ¥Â\u009BÂ½", "中国", "read as Latin-1 twice")]
    [InlineData("РљРёС‚Р°Р№", "Китай", "Russian read as Windows-1251")]
    [InlineData("ÖÐ¹ú", "ÖÐ¹ú / 中国", "GBK read as Windows-1252: both readings count")]
    [InlineData("Êèòàé", "Êèòàé / Китай", "Windows-1251 read as Windows-1252")]
    [InlineData("made in Сhinа", "made in China", "Cyrillic letters in a Latin word")]
    [InlineData("магнит, Китaй", "магнит, Китай", "a Latin letter in a Cyrillic word")]
    [InlineData("𝐍𝐝𝐅𝐞𝐁 𝟒𝟐", "NdFeB 42", "a mathematical alphabet")]
    [InlineData("Ch\u2060i\u200Bna\u200E", "China", "characters without width")]
    [InlineData("mag-\nnet", "magnet", "a word parted at the end of a line")]
    [InlineData("N d F e B  m a g n e t", "NdFeB magnet", "a blank after each letter")]
    public void Damage_that_can_be_undone_is_undone(string text, string repaired, string because) => Read(text).Text.ShouldBe(repaired, because);

    [Theory]
    [InlineData("R&D kit")]
    [InlineData("50%20")]
    [InlineData("100%25 cotton")]
    [InlineData("A=B rev 3D, R=20 ohm")]
    [InlineData("L=20mm W=20mm")]
    [InlineData("AT&T adaptor &co;")]
    [InlineData("C:\\users\\x")]
    [InlineData("<5 % or > 3")]
    [InlineData("Größe, élan, Čína, Türkiye, 10 µF ±5 °C ½")]
    [InlineData("kΩ μF ΔT α-Fe V5α")]
    [InlineData("К53-1А 22 мкФ")]
    [InlineData("磁铁 ＮｄＦｅＢ")]
    [InlineData("RF cable; T-\nshirt")]
    [InlineData("Сhinа")]
    [InlineData("Why? Who??")]
    [InlineData("A B C D E only")]
    [InlineData("https://example.com/a%20b?x=%E4%B8%AD")]
    public void Plain_text_stays_as_it_is(string text)
    {
        (string read, DiagnosticBag diagnostics) = Read(text);

        read.ShouldBe(text);
        diagnostics.Items.ShouldBeEmpty();
    }

    [Fact]
    public void Repairs_are_reported_once_for_each_kind_with_the_first_cell()
    {
        (_, DiagnosticBag diagnostics) = Read("f&uuml;r", "&auml;hnlich", "fÃ¼r");

        diagnostics.Items.Select(diagnostic => (diagnostic.Id, diagnostic.Severity, diagnostic.Cell.Row)).ShouldBe(
            [(DiagnosticIds.CellsRepaired, DiagnosticSeverity.Note, 2), (DiagnosticIds.CellsRepaired, DiagnosticSeverity.Note, 4)]);
        diagnostics.Items[0].Message.ShouldBe("2 cells with HTML tags or character references: the first, 'f&uuml;r', was read as 'für'. The repaired "
            + "text was used.");
    }

    // The second column of the rows below the header; the first of them alone.
    private static (string Text, DiagnosticBag Diagnostics) Read(params string[] texts)
    {
        var csv = new StringBuilder("Part Number,Description\n");
        foreach (string text in texts)
        {
            csv.Append("M-1,\"").Append(text).Append("\"\n");
        }

        var diagnostics = new DiagnosticBag();
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(csv.ToString()));
        using BomDocument document = BomDocumentReader.Open(stream, "bom.csv", ReadLimits.Default, diagnostics).ShouldNotBeNull();
        string[] read = [.. document.Tables[0].Rows.Select(row => row[2].Text)];
        return (read[1], diagnostics);
    }
}
