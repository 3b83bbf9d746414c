using System.Text;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Recognition.Materials;

namespace SourcingCompliance.Tests.Recognition.Materials;

/// <summary>What a part number says, and what it may not say against the words of the line.</summary>
public sealed class PartNumberTests
{
    [Theory]
    [InlineData("KEMET", "T530D227M010ATE006")]
    [InlineData("Vishay", "293D476X9016D2TE3")]
    [InlineData("Vishay", "TMCMB1C226MTRF")]
    [InlineData("KYOCERA AVX", "TCNL476M016R0100")]
    [InlineData("Panasonic", "25TQC33MYF")]
    [InlineData("ROHM", "TCTAL0G107M8R")]
    [InlineData("NEC TOKIN", "TESVC1C226M12R")]
    [InlineData("Matsuo", "267M2002105MR")]
    [InlineData("", "M39003/01-2254")]
    [InlineData("", "CSR13G225KM")]
    [InlineData("", "93026-45KH")]
    public void A_number_of_a_tantalum_scheme_is_a_tantalum_capacitor(string maker, string number) =>
        ShippedVocabulary.Verdict(ShippedVocabulary.Classify("CAP 22UF 16V", maker, number)).ShouldBe("contains");

    [Theory]
    [InlineData("T491 6.8uF")]
    [InlineData("TAJ 4,7 uF 16V")]
    [InlineData("K53-1 0.68uF")]
    [InlineData("CA45 2.2uF")]
    public void A_capacitance_with_a_decimal_point_makes_a_series_a_capacitor(string description) =>
        ShippedVocabulary.Verdict(ShippedVocabulary.Classify(description)).ShouldBe("contains");

    [Theory]
    [InlineData("MOSFET P-CH 30V", "TOSHIBA", "TPC8107")]
    [InlineData("IC REG BUCK 3A", "TI", "TPS54331")]
    [InlineData("STEPPER DRIVER IC", "TRINAMIC", "TMC2209-LA")]
    [InlineData("CURRENT SENSOR", "TI", "TMCS1108A4BQDR")]
    [InlineData("CAP CER 100NF 50V X7R", "SAMSUNG", "CL21B104KBCNNNC")]
    [InlineData("RTC IC", "ADI", "DS3231SN")]
    [InlineData("PTC RESETTABLE 1.1A", "BOURNS", "MF-MSMF110/24X-2")]
    [InlineData("LED DRIVER", "DIODES", "AL8805W5-7")]
    public void A_number_that_only_begins_like_one_is_none(string description, string maker, string number) =>
        ShippedVocabulary.Verdict(ShippedVocabulary.Classify(description, maker, number)).ShouldBe("none");

    [Theory]
    [InlineData("SCREW M3X10", "X2212")]
    [InlineData("BRACKET, LEFT", "X27")]
    [InlineData("CAP CER 10UF 16V", "X2212")]
    [InlineData("LABEL 40X10", "F60")]
    [InlineData("SCREW, CAP, M4X10", "T540V")]
    [InlineData("LED GREEN 0603", "N48")]
    [InlineData("BEARING, BALL", "NQ1777")]
    [InlineData("WASHER, FLAT", "KD41058W")]
    [InlineData("", "X27")]
    public void A_short_number_needs_its_maker_or_a_word(string description, string number) =>
        ShippedVocabulary.Verdict(ShippedVocabulary.Classify(description, mpn: number)).ShouldBe("none");

    [Theory]
    [InlineData("980KV", "SunnySky", "X2212", "contains")]
    [InlineData("", "T-Motor", "U8", "contains")]
    [InlineData("Propeller 15x5", "T-Motor", "U8", "none")]
    [InlineData("SCREW M3X10", "KEMET", "T491D227K016AT", "possible")]
    [InlineData("CAP CER 10UF", "KEMET", "T491D227K016AT", "possible")]
    [InlineData("CAP CER 10UF", "KEMET", "T491", "none")]
    public void A_number_never_outweighs_a_description_of_another_thing(string description, string maker, string number, string verdict) =>
        ShippedVocabulary.Verdict(ShippedVocabulary.Classify(description, maker, number)).ShouldBe(verdict);

    [Fact]
    public void A_number_in_the_cell_of_the_maker_is_read()
    {
        ShippedVocabulary.Verdict(ShippedVocabulary.Classify("220uF 16V", "kemet,T491D227K016AT")).ShouldBe("contains");
    }

    [Theory]
    [InlineData("ITEM", "Portescap", "possible")]
    [InlineData("PART PER DRAWING", "Faulhaber", "possible")]
    [InlineData("SERIES 22, 24 V", "Portescap", "possible")]
    [InlineData("Gearhead 16/7 14:1", "Faulhaber", "none")]
    [InlineData("POWER SUPPLY 24V", "Kollmorgen", "none")]
    [InlineData("ITEM", "Digi-Key", "none")]
    public void A_maker_of_little_else_makes_a_line_possible_that_names_no_other_thing(string description, string maker, string verdict) =>
        ShippedVocabulary.Verdict(ShippedVocabulary.Classify(description, maker, "100-2000-3")).ShouldBe(verdict);

    [Fact]
    public void A_maker_counts_only_in_the_column_of_makers()
    {
        ShippedVocabulary.Verdict(ShippedVocabulary.Classify("Faulhaber lookalike", "Acme", "100-2000-3")).ShouldBe("none");
    }

    [Theory]
    [InlineData(BomField.SupplyClass, "6105", "", "possible")]
    [InlineData(BomField.Nsn, "6105-01-234-5678", "", "possible")]
    [InlineData(BomField.Nsn, "6105012345678", "", "possible")]
    [InlineData(BomField.SupplyClass, "5910", "CAPACITOR,FIXED,ELECTROLYTIC", "possible")]
    [InlineData(BomField.SupplyClass, "5910", "CAPACITOR,FIXED,CERAMIC", "none")]
    [InlineData(BomField.SupplyClass, "6105", "BRACKET,MOTOR", "none")]
    [InlineData(BomField.SupplyClass, "5305", "", "none")]
    public void A_supply_class_is_a_signal_beside_its_text(BomField field, string code, string description, string verdict) =>
        ShippedVocabulary.Verdict(ShippedVocabulary.ClassifyColumns((BomField.Description, description, 1), (field, code, 1))).ShouldBe(verdict);

    [Theory]
    [InlineData("8505.11.10.00", "is")]
    [InlineData("8505.11.0010", "none")]
    [InlineData("8540.71.40", "contains")]
    [InlineData("8532.22", "none")]
    [InlineData("8505.90", "possible")]
    public void A_tariff_code_says_what_lies_under_it(string code, string verdict) =>
        ShippedVocabulary.Verdict(ShippedVocabulary.Classify("PART PER DRAWING", hts: code)).ShouldBe(verdict);

    [Theory]
    [InlineData("Eje bomba")]
    [InlineData("Rodamiento lado motor")]
    [InlineData("PERNO DEL MOTOR ADAPTADOR")]
    [InlineData("Roulement côté moteur")]
    [InlineData("Albero motore")]
    [InlineData("Rolamento do motor")]
    [InlineData("Tampa da bomba")]
    public void A_belonging_whose_noun_stands_first_is_no_motor(string description) =>
        ShippedVocabulary.Verdict(ShippedVocabulary.Classify(description)).ShouldBe("none");

    [Theory]
    [InlineData("Bomba Eje Libre")]
    [InlineData("Motor con eje y brida")]
    public void A_thing_told_further_behind_its_noun_stays_one(string description) =>
        ShippedVocabulary.Verdict(ShippedVocabulary.Classify(description)).ShouldBe("possible");

    [Theory]
    [InlineData("""{"series":[{"id":"a-1","component":"no-such-thing","numbers":["x#"]}]}""")]
    [InlineData("""{"series":[{"component":"motor","numbers":["x#"]}]}""")]
    [InlineData("""{"series":[{"id":"a-1","component":"motor","numbers":["open(bracket"]}]}""")]
    public void A_series_that_cannot_be_used_is_an_error(string json)
    {
        var diagnostics = new DiagnosticBag();

        MaterialVocabulary.Load([ShippedVocabulary.Folder(), Own(json)], diagnostics);

        diagnostics.GetCount(DiagnosticIds.VocabularyEntryRejected).ShouldBe(1);
    }

    [Fact]
    public void A_folder_of_ones_own_adds_a_series()
    {
        MaterialVocabulary vocabulary = MaterialVocabulary.Load(
            [ShippedVocabulary.Folder(), Own("""{"series":[{"id":"house-motor","component":"servo-motor","numbers":["zq####(|*)"]}]}""")], new DiagnosticBag());

        Classification found = new MaterialClassifier(vocabulary).Classify(ShippedVocabulary.Line("", mpn: "ZQ1234-B"));

        found.Materials.ShouldHaveSingleItem().Component.ShouldBe("servo-motor");
    }

    private static RuleFolder Own(string json) =>
        new("own", [KeyValuePair.Create("reference/part-numbers.json", (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(json))]);
}
