using SourcingCompliance.Primitives;
using SourcingCompliance.Recognition.Materials;

namespace SourcingCompliance.Tests.Recognition.Materials;

/// <summary>What a word is worth depends on the column that it stands in.</summary>
public sealed class MaterialClassifierColumnTests
{
    [Theory]
    [InlineData("M3x20 screw", "fits motor", "none")]
    [InlineData("JST plug, 2 pins", "for the fan", "none")]
    [InlineData("Speed controller 30 A", "one for each motor", "none")]
    [InlineData("M4螺丝", "固定风扇", "none")]
    [InlineData("M5垫片", "磁铁", "none")]
    [InlineData("Buck converter", "モーター", "none")]
    [InlineData("Plate", "drone motor 2306 2450KV", "none")]
    [InlineData("Plate", "NdFeB grade see drawing", "possible")]
    [InlineData("Plate", "contains NdFeB", "is")]
    [InlineData("Plate", "fitted with two SmCo magnets", "is")]
    [InlineData("Plate", "tantalum", "possible")]
    [InlineData("Plate", "ASTM B777 class 2", "possible")]
    [InlineData("Plate", "no rare earth magnets", "none")]
    [InlineData("Ring magnet 20x10", "N42SH", "is")]
    [InlineData("Balance weight", "17 g/cc", "possible")]
    [InlineData("DC motor 12 V", "ferrite magnets", "possible")]
    public void In_notes_only_a_material_named_outright_counts(string description, string notes, string verdict) =>
        ShippedVocabulary.Verdict(ShippedVocabulary.ClassifyColumns((BomField.Description, description, 1), (BomField.Notes, notes, 1))).ShouldBe(verdict);

    [Theory]
    [InlineData("7318.15", "8505.11.0070", "possible")]
    [InlineData("", "8505.11.0070", "possible")]
    [InlineData("8505.11.0070", "7318.15", "is")]
    [InlineData("7318.15", "7318.15", "none")]
    public void A_second_tariff_code_names_a_magnet_too(string code, string other, string verdict) => ShippedVocabulary.Verdict(
        ShippedVocabulary.ClassifyColumns((BomField.Description, "Part", 1), (BomField.HtsCode, code, 1), (BomField.HtsCode, other, 2))).ShouldBe(verdict);

    [Theory]
    [InlineData("7318.15 / 8505.11.0070", "is")]
    [InlineData("7318.15, 8505.11", "possible")]
    [InlineData("7318.15 8505.11", "possible")]
    [InlineData("731815 850511", "possible")]
    [InlineData("7318.15\n8505.11", "possible")]
    [InlineData("HTS 2027: 8505 11 00 70", "is")]
    [InlineData("8505-11-0070", "is")]
    [InlineData("7318.15.8505", "none")]
    [InlineData("7318 15 8505", "none")]
    public void Each_tariff_code_of_a_cell_counts(string cell, string verdict) => ShippedVocabulary.Verdict(
        ShippedVocabulary.ClassifyColumns((BomField.Description, "Part", 1), (BomField.HtsCode, cell, 1))).ShouldBe(verdict);

    [Theory]
    [InlineData("Tungsten heavy alloy balance weight", "Arnold Magnetic Technologies", "tungsten-heavy-alloy")]
    [InlineData("Counterweight WHA", "Vacuumschmelze", "tungsten-heavy-alloy")]
    [InlineData("Tungsten counterweight with magnets", "Arnold Magnetic Technologies", "rare-earth-magnet tungsten-heavy-alloy")]
    [InlineData("Balance weight", "Arnold Magnetic Technologies", "rare-earth-magnet tungsten-heavy-alloy")]
    public void What_its_maker_makes_is_not_guessed_of_a_line_that_names_another_material(string description, string maker, string expected) =>
        string.Join(' ', ShippedVocabulary.ClassifyColumns((BomField.Description, description, 1), (BomField.Manufacturer, maker, 1))
            .Materials.Select(occurrence => occurrence.Material).Order(StringComparer.Ordinal)).ShouldBe(expected);

    [Theory]
    [InlineData("Substitute for MAG-9: SmCo magnet", "is")]
    [InlineData("Replacement for NdFeB magnet N42", "is")]
    [InlineData("Spare part for SmCo magnet", "is")]
    [InlineData("Second source for NdFeB magnet", "is")]
    [InlineData("Equivalent for tantalum capacitor 10 uF", "contains")]
    [InlineData("Ersatz für NdFeB-Magnet", "is")]
    [InlineData("Repuesto para imán NdFeB", "is")]
    [InlineData("Замена для магнита NdFeB", "is")]
    [InlineData("Replacement screw for SmCo magnet", "none")]
    [InlineData("Spare bracket for BLDC motor", "none")]
    [InlineData("Replacement for BLDC motor mount", "none")]
    public void What_is_meant_for_a_magnet_is_that_magnet_where_nothing_else_is_named(string description, string verdict) =>
        ShippedVocabulary.Verdict(ShippedVocabulary.ClassifyColumns((BomField.Description, description, 1))).ShouldBe(verdict);

    [Theory]
    [InlineData("Wire, pure tungsten 0.2 mm", "Tungsten", "none")]
    [InlineData("Tungsten carbide insert", "Tungsten", "none")]
    [InlineData("Wire", "Tungsten powder", "is")]
    [InlineData("Rod 10 mm", "Tungsten", "possible")]
    public void A_cell_that_names_the_metal_and_its_form_specifies_the_metal_in_the_material_column(string description, string material, string verdict) =>
        ShippedVocabulary.Verdict(ShippedVocabulary.ClassifyColumns((BomField.Description, description, 1), (BomField.Material, material, 1)))
            .ShouldBe(verdict);

    [Theory]
    [InlineData("Pin header 1x3", "FAN", "none")]
    [InlineData("IC amplifier SOT-23", "BUZZER", "none")]
    [InlineData("Shunt 2.54 mm", "Motor", "none")]
    [InlineData("RES 10k", "Stepper Motor Windings", "none")]
    [InlineData("", "FAN", "possible")]
    [InlineData("40 mm", "FAN", "possible")]
    [InlineData("Capacitor", "T491A106K010AT", "contains")]
    public void In_a_value_a_component_counts_unless_the_line_names_another_part(string description, string value, string verdict) =>
        ShippedVocabulary.Verdict(ShippedVocabulary.ClassifyColumns((BomField.Description, description, 1), (BomField.Value, value, 1))).ShouldBe(verdict);

    [Theory]
    [InlineData("ラジコンサーボモータ", "possible")]
    [InlineData("stepper motor", "possible")]
    [InlineData("PVCケース、基板、サーボモータ", "possible")]
    [InlineData("NdFeB N42", "is")]
    public void A_component_named_only_as_a_material_is_possible(string material, string verdict) =>
        ShippedVocabulary.Verdict(ShippedVocabulary.ClassifyColumns((BomField.Name, "Arm", 1), (BomField.Material, material, 1))).ShouldBe(verdict);

    [Theory]
    [InlineData(BomField.ManufacturerPartNumber, "T491A106K010AT", "tantalum")]
    [InlineData(BomField.Description, "CAP TANT 10UF 16V", "tantalum")]
    [InlineData(BomField.Material, "NdFeB", "ndfeb-magnet")]
    public void What_only_an_alternate_source_brings_is_possible_and_tells_its_column(BomField field, string text, string material)
    {
        MaterialOccurrence found = ShippedVocabulary.ClassifyColumns(
            (BomField.Description, "CAP CER 10UF 16V", 1), (BomField.ManufacturerPartNumber, "GRM21BR61C106KE15L", 1), (field, text, 2))
            .Materials.ShouldHaveSingleItem();

        found.Material.ShouldBe(material);
        found.Presence.ShouldBe(Presence.Possible);
        found.Signals.ShouldContain(signal => signal.Why.Contains($"{field}_2", StringComparison.Ordinal));
    }

    [Fact]
    public void An_alternate_source_takes_nothing_from_the_first_choice()
    {
        MaterialOccurrence found = ShippedVocabulary.ClassifyColumns(
            (BomField.Description, "Tantalum capacitor 10 uF", 1), (BomField.Description, "ceramic, no tantalum", 2)).Materials.ShouldHaveSingleItem();

        found.Presence.ShouldBe(Presence.Contains);
    }

    [Fact]
    public void An_alternate_without_text_changes_nothing()
    {
        ShippedVocabulary.ClassifyColumns((BomField.Description, "screw M3", 1), (BomField.ManufacturerPartNumber, "", 2)).Materials.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Tungsten powder", BomField.Material, "Carbide", MaterialIds.TungstenPowder)]
    [InlineData("Tantalum rod 99.95%", BomField.Notes, "tantalum free", MaterialIds.Tantalum)]
    [InlineData("NdFeB ring 20x10", BomField.Notes, "no magnets", MaterialIds.NdFeB)]
    [InlineData("Speaker 8 ohm", BomField.Notes, "magnet free", MaterialIds.RareEarthMagnet)]
    public void A_material_that_one_cell_names_and_another_denies_is_at_least_possible_and_both_are_shown(string description,
        BomField field, string denial, string material)
    {
        MaterialOccurrence found = ShippedVocabulary.ClassifyColumns((BomField.Description, description, 1), (field, denial, 1)).Materials
            .ShouldHaveSingleItem();

        found.Material.ShouldBe(material);
        found.Signals.ShouldContain(signal => signal.Field == BomField.Description);
        found.Signals.ShouldContain(signal => signal.Field == field && signal.Why.Contains("speaks against it", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Magnet ring 20x10", BomField.Material, "ferrite Y30", "none")]
    [InlineData("Magnet ring 20x10", BomField.Grade, "Alnico 5", "none")]
    [InlineData("Magnet ring 20x10", BomField.Notes, "ferrite Y30", "possible")]
    [InlineData("Capacitor 10uF, case 3528", BomField.Material, "ceramic X7R", "none")]
    [InlineData("Capacitor 10uF, case 3528", BomField.Notes, "ceramic X7R", "possible")]
    [InlineData("Motor 1 HP", BomField.Category, "induction motors", "none")]
    [InlineData("BLDC motor 1 kW", BomField.Category, "AC motors", "contains")]
    public void A_generic_word_is_specified_by_a_cell_that_says_what_the_part_is(string description, BomField field, string text, string verdict) =>
        ShippedVocabulary.Verdict(ShippedVocabulary.ClassifyColumns((BomField.Description, description, 1), (field, text, 1))).ShouldBe(verdict);

    [Theory]
    [InlineData("Hex screw M3", "X2212", "none")]
    [InlineData("Bracket", "X27.168", "possible")]
    [InlineData("Item", "X2212", "none")]
    [InlineData("Motor", "MN5212", "contains")]
    [InlineData("Item", "SGMJV-01ADA21", "contains")]
    [InlineData("Bracket, steel", "SGMJV-01ADA21", "possible")]
    public void A_pattern_of_part_numbers_never_beats_a_description(string description, string number, string verdict) =>
        ShippedVocabulary.Verdict(ShippedVocabulary.ClassifyColumns((BomField.Description, description, 1), (BomField.ManufacturerPartNumber, number, 1)))
            .ShouldBe(verdict);

    [Theory]
    [InlineData("MOTOR", "Connector_PinHeader_2.54mm:PinHeader_1x02_P2.54mm_Vertical", "none")]
    [InlineData("Fan", "JST_XH_B3B-XH-A_1x03_P2.50mm_Vertical", "none")]
    [InlineData("MOTOR", "Motors:NEMA17", "possible")]
    [InlineData("T491A106K010AT", "Connector_PinHeader_2.54mm:PinHeader_1x02_P2.54mm_Vertical", "contains")]
    [InlineData("10uF tantalum", "Connector_PinHeader_2.54mm:PinHeader_1x02_P2.54mm_Vertical", "contains")]
    public void A_component_in_a_value_beside_a_connectors_footprint_is_what_is_plugged_in(string value, string footprint, string verdict) =>
        ShippedVocabulary.Verdict(ShippedVocabulary.ClassifyColumns((BomField.Value, value, 1), (BomField.Notes, footprint, 1))).ShouldBe(verdict);

    [Theory]
    [InlineData("10uF", "CP_EIA-3528-21_Kemet-B", "possible")]
    [InlineData("10uF", "Capacitor_Tantalum_SMD:CP_EIA-3216-18_Kemet-A", "possible")]
    [InlineData("10uF", "CAPMP3216X18N", "possible")]
    [InlineData("10uF", "CP_Tantalum_Case-B_EIA-3528-21", "possible")]
    [InlineData("10uF", "Kemet-D", "possible")]
    [InlineData("10uF ceramic X7R", "CP_EIA-3528-21_Kemet-B", "none")]
    [InlineData("100nF", "C_0603_1608Metric", "none")]
    [InlineData("100uF", "CP_Elec_6.3x5.4", "none")]
    [InlineData("LED", "LED_3528", "none")]
    public void A_footprint_that_only_tantalum_capacitors_use_leaves_the_capacitor_open(string value, string footprint, string verdict)
    {
        ShippedVocabulary.Verdict(ShippedVocabulary.ClassifyColumns((BomField.Value, value, 1), (BomField.Notes, footprint, 1))).ShouldBe(verdict);
        ShippedVocabulary.Verdict(ShippedVocabulary.ClassifyColumns((BomField.Value, value, 1), (BomField.Category, footprint, 1))).ShouldBe(verdict);
    }

    [Theory]
    [InlineData("FAN-40MM", "", "possible")]
    [InlineData("Fan 40 mm", "", "possible")]
    [InlineData("CCA-1204", "", "possible")]
    [InlineData("FAN-40MM", "Guard, finger", "none")]
    [InlineData("VCM-7", "", "none")]
    [InlineData("469-1004-ND", "", "none")]
    public void Three_letters_of_a_number_name_a_component_where_nothing_else_says_what_the_line_is(string number, string description, string verdict) =>
        ShippedVocabulary.Verdict(ShippedVocabulary.ClassifyColumns((BomField.PartNumber, number, 1), (BomField.Description, description, 1)))
            .ShouldBe(verdict);

    [Theory]
    [InlineData("MTR BRKT", "none")]
    [InlineData("BRKT, MTR", "none")]
    [InlineData("BRUSHLESS DC MTR BRKT", "none")]
    [InlineData("FAN FLTR", "none")]
    [InlineData("MOTOR BLDC BALL BRG", "contains")]
    [InlineData("MOTOR STL HSG", "possible")]
    [InlineData("SERVO MOTOR KEYED SHFT", "contains")]
    [InlineData("MAGNET NDFEB NI PLT", "is")]
    [InlineData("MAGNET GRD N42 10X5", "is")]
    [InlineData("RELAY LATCHING PCB MNT", "possible")]
    [InlineData("SPEAKER FLUSH MOUNT 8 OHM", "possible")]
    public void An_abbreviation_of_a_belonging_takes_the_part_of_a_thing_only_right_behind_it(string description, string verdict) =>
        ShippedVocabulary.Verdict(ShippedVocabulary.ClassifyColumns((BomField.Description, description, 1))).ShouldBe(verdict);

    [Theory]
    [InlineData("CAPACITOR, SURF MNT, 10UF", "T491D106K016AT")]
    [InlineData("CAPACITOR, PLASTIC CASE", "T491D106K016AT")]
    [InlineData("CAPACITOR, GLASS SEALED", "M39003/01-2304")]
    public void What_a_case_is_made_of_or_how_it_is_mounted_speaks_against_no_number(string description, string number) =>
        ShippedVocabulary.Verdict(ShippedVocabulary.ClassifyColumns((BomField.Description, description, 1), (BomField.ManufacturerPartNumber, number, 1)))
            .ShouldBe("contains");
}
