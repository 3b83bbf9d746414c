using SourcingCompliance.Recognition.Origins;

namespace SourcingCompliance.Tests.Recognition.Origins;

public sealed class LabelledTextTests
{
    private readonly OriginRecognizer _recognizer = ShippedVocabulary.NewRecognizer();

    [Theory]
    [InlineData("BRACKET, MADE IN CN", "cn definite single")]
    [InlineData("Magnet N42SH 10x5, COO: China", "cn definite single")]
    [InlineData("Bolt M4 (Made in Germany)", "de definite single")]
    [InlineData("Lager, hergestellt in China", "cn definite single")]
    [InlineData("Магнит, сделано в Китае", "cn definite single")]
    [InlineData("磁铁 产地：中国", "cn definite single")]
    [InlineData("日本製 磁石", "jp definite single")]
    [InlineData("중국산 자석", "cn definite single")]
    [InlineData("Bar, country of melt: Russia", "ru definite single")]
    [InlineData("PCB assembled in Mexico, parts from China", "cn|mx definite all")]
    [InlineData("Hecho en Mexico", "mx definite single")]
    [InlineData("probably made in China", "cn ambiguous single")]
    [InlineData("US origin bolt", "us definite single")]
    public void Countries_after_a_label_are_read(string text, string expected)
    {
        Labelled(text).ShouldBe(expected);
    }

    [Theory]
    [InlineData("CN1 HDR 4POS 2.54MM", "- unknown none")]
    [InlineData("China marker, white", "- unknown none")]
    [InlineData("Swiss screw machine part", "- unknown none")]
    [InlineData("USB-C cable, China", "- unknown none")]
    [InlineData("RES 10K IN REEL", "- unknown none")]
    [InlineData("Sintered NdFeB magnet", "- unknown none")]
    [InlineData("coated in PTFE", "- unknown none")]
    [InlineData("ORIGIN OFFSET 5 MM", "- unknown none")]
    [InlineData("made in house", "- unknown none")]
    [InlineData("Designed in Germany", "- unknown none")]
    [InlineData("not made in China", "- unknown none")]
    [InlineData("TAIWAN SEMICONDUCTOR CO LTD", "- unknown none")]
    public void Countries_without_a_label_are_not_origins(string text, string expected)
    {
        Labelled(text).ShouldBe(expected);
    }

    private string Labelled(string text) => ShippedVocabulary.Describe(_recognizer.RecognizeLabelled(text));
}
