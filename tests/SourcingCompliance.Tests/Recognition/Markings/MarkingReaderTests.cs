using SourcingCompliance.Recognition.Markings;

namespace SourcingCompliance.Tests.Recognition.Markings;

public sealed class MarkingReaderTests
{
    [Theory]
    [InlineData("CUI", "CUI")]
    [InlineData("***(CUI//SP-EXPT//NOFORN)***", "CUI//SP-EXPT//NOFORN")]
    [InlineData("Contains CUI//SP-CTI//REL TO USA, GBR  Page 1 of 3", "CUI//SP-CTI//REL TO USA, GBR")]
    [InlineData("Controlled Unclassified Information", "Controlled Unclassified Information")]
    [InlineData("PROPRIETARY – Acme Corp", "PROPRIETARY – Acme Corp")]
    [InlineData("DO NOT COPY - Acme Confidential", "DO NOT COPY - Acme Confidential")]
    [InlineData("Export controlled, ITAR", "Export controlled, ITAR")]
    [InlineData("Distribution Statement D. DoD contractors only.", "Distribution Statement D. DoD contractors only")]
    [InlineData("UNCLASSIFIED//FOUO", "UNCLASSIFIED//FOUO")]
    public void A_marking_above_a_table_is_read_in_its_own_words(string text, string marking) =>
        MarkingReader.Join(MarkingReader.Find(text)).ShouldBe(marking);

    [Theory]
    [InlineData("CUI Inc")]
    [InlineData("CUI Devices PJ-002A")]
    [InlineData("Does not contain CUI")]
    [InlineData("Non-proprietary")]
    [InlineData("ITAR: No")]
    [InlineData("ITAR free")]
    [InlineData("Proprietary?")]
    [InlineData("CUI:")]
    [InlineData("Circuit board, guitar pedal")]
    public void What_only_sounds_like_a_marking_is_none(string text) => MarkingReader.Find(text).ShouldBeEmpty();

    [Theory]
    [InlineData("Classification", "CUI//SP-CTI", "CUI//SP-CTI")]
    [InlineData("ITAR controlled:", "Yes", "ITAR controlled")]
    [InlineData("Marking", "Acme Class 3", "Acme Class 3")]
    [InlineData("CUI Category", "CTI", "CUI Category: CTI")]
    [InlineData("ECCN", "9A610.x", "ECCN: 9A610.x")]
    [InlineData("ITAR controlled", "No", null)]
    [InlineData("ECCN", "EAR99", null)]
    [InlineData("Classification", "Avionics", null)]
    public void A_field_states_a_marking_when_it_is_filled_in_with_one(string label, string value, string? marking) =>
        MarkingReader.FindStated(label, value)?.Text.ShouldBe(marking);

    [Theory]
    [InlineData("Magnet, proprietary alloy", false)]
    [InlineData("CUI Devices speaker", false)]
    [InlineData("CUI//SP-EXPT", true)]
    [InlineData("ACME PROPRIETARY", true)]
    [InlineData("This document contains proprietary information of Acme.", true)]
    public void Among_parts_only_a_banner_or_a_legend_is_a_marking(string text, bool isMarking) => MarkingReader.FindBanner(text).IsEmpty.ShouldBe(!isMarking);

    [Fact]
    public void A_long_legend_keeps_the_sentence_with_its_word()
    {
        string text = "WARNING: This document contains technical data whose export is restricted by the Arms Export Control Act (Title 22, U.S.C., Sec 2751 "
            + "et seq.) or the Export Administration Act.";

        MarkingReader.Find(text)
            .ShouldHaveSingleItem().Text.ShouldBe("WARNING: This document contains technical data whose export is restricted by the Arms Export Control Act");
    }

    [Fact]
    public void The_strictest_marking_stands_first_and_none_is_said_twice() =>
        MarkingReader.JoinAll(["ACME PROPRIETARY", "CUI//SP-EXPT · ACME PROPRIETARY", "CUI"]).ShouldBe("CUI//SP-EXPT · ACME PROPRIETARY");
}
