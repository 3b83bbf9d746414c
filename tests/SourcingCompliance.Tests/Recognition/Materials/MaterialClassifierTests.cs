using SourcingCompliance.Primitives;
using SourcingCompliance.Recognition.Materials;

namespace SourcingCompliance.Tests.Recognition.Materials;

public sealed class MaterialClassifierTests
{
    [Theory]
    [InlineData("English words", "Neodymium ring magnet 22x10x5", "ndfeb-magnet")]
    [InlineData("grade with two letters", "Segment N44 ... N42SH 14 pcs", "ndfeb-magnet")]
    [InlineData("plain grade beside a magnet", "MAGNET,CYL,.375X.25,N48,NI PLT", "ndfeb-magnet")]
    [InlineData("short form", "MAG NEO 1/4D X 1/8", "ndfeb-magnet")]
    [InlineData("formula with subscripts", "Nd₂Fe₁₄B block", "ndfeb-magnet")]
    [InlineData("German compound", "Neodymmagnet Ø 8 x 3", "ndfeb-magnet")]
    [InlineData("Turkish", "Neodyum mıknatıs 12x4", "ndfeb-magnet")]
    [InlineData("Russian inflected", "из неодимовых магнитов, диск", "ndfeb-magnet")]
    [InlineData("traditional Chinese", "釹鐵硼磁鐵 D6x2", "ndfeb-magnet")]
    [InlineData("half-width katakana", "ﾈｵｼﾞﾑ磁石 φ6", "ndfeb-magnet")]
    [InlineData("Korean", "네오디뮴 자석 12x3", "ndfeb-magnet")]
    [InlineData("Hindi", "नियोडिमियम चुंबक 8x3", "ndfeb-magnet")]
    [InlineData("Persian", "آهنربای نئودیمیوم 10x2", "ndfeb-magnet")]
    [InlineData("Serbian", "неодијумски магнет 8x3", "ndfeb-magnet")]
    [InlineData("rare earth and neo", "RARE EARTH NEO RING 8MM", "ndfeb-magnet")]
    [InlineData("samarium-cobalt", "Disc magnet SmCo 8x4", "smco-magnet")]
    [InlineData("Croatian", "samarij-kobalt magnet 6x2", "smco-magnet")]
    [InlineData("samarium-cobalt grade", "ring YXG-30H", "smco-magnet")]
    [InlineData("rare earth, kind open", "rare-earth magnet, 3/8 in", "rare-earth-magnet")]
    [InlineData("tantalum", "Tantalum plate 2 mm", "tantalum")]
    [InlineData("tantalum alloy", "bar, 90Ta-10W, dia 12", "tantalum")]
    [InlineData("UNS number", "sheet UNS R05252", "tantalum")]
    [InlineData("tungsten powder", "Wolframpulver 3 µm", "tungsten-powder")]
    [InlineData("tungsten powder, Greek", "σκόνη βολφραμίου 5 µm", "tungsten-powder")]
    [InlineData("tungsten powder, noun first", "POWDER, W, 99.95", "tungsten-powder")]
    [InlineData("tungsten powder, Portuguese", "tungstênio em pó", "tungsten-powder")]
    [InlineData("heavy alloy by composition", "plate 92.5W-5.25Ni-2.25Fe", "tungsten-heavy-alloy")]
    [InlineData("heavy alloy by specification", "cylinder, ASTM B777 class 3", "tungsten-heavy-alloy")]
    [InlineData("heavy alloy by brand", "DENSIMET D185 rod", "tungsten-heavy-alloy")]
    [InlineData("copper tungsten at the limit", "CuW 90/10 bar", "tungsten-heavy-alloy")]
    public void The_material_itself_is_recognised(string name, string description, string material)
    {
        Classification found = ShippedVocabulary.Classify(description);

        found.Materials.ShouldContain(occurrence => occurrence.Material == material && occurrence.Presence == Presence.Is, name);
    }

    [Theory]
    [InlineData("BLDC motor 36 V 250 W", "bldc-motor")]
    [InlineData("brushless outrunner 3520 850KV", "drone-motor")]
    [InlineData("MOTOR, STEPPER, NEMA 23", "stepper-motor")]
    [InlineData("交流伺服电机 1.5kW", "servo-motor")]
    [InlineData("Hard disk drive 8 TB SAS", "hard-disk")]
    [InlineData("TWT, helix, 18-40 GHz", "travelling-wave-tube")]
    [InlineData("coreless motor 6x12", "coreless-motor")]
    [InlineData("bistable solenoid 24 V", "latching-solenoid")]
    public void A_component_that_holds_magnets_contains_them(string description, string component)
    {
        Classification found = ShippedVocabulary.Classify(description);

        found.Materials.ShouldContain(occurrence => occurrence.Component == component
            && occurrence.Presence == Presence.Contains && occurrence.Likelihood >= 0.85 && occurrence.Likelihood < 1);
    }

    [Theory]
    [InlineData("DC motor 9 V")]
    [InlineData("FAN AXIAL 60X25 24VDC")]
    [InlineData("Magnet, ring, 12 mm")]
    [InlineData("Pumpe 12 V")]
    [InlineData("N48")]
    [InlineData("Tungsten rod 3 mm")]
    [InlineData("RELAY, LATCHING, DPDT")]
    public void What_the_words_leave_open_is_possible(string description) =>
        ShippedVocabulary.Verdict(ShippedVocabulary.Classify(description)).ShouldBe("possible");

    [Theory]
    [InlineData("motor mount, aluminium")]
    [InlineData("BRACKET, MOTOR, LH")]
    [InlineData("Cable for stepper motor, 3 m")]
    [InlineData("IC MOTOR DRIVER 28HTSSOP")]
    [InlineData("步进电机驱动器 2DM542")]
    [InlineData("モータ用ブラケット モータ取付板")]
    [InlineData("speaker wire 18 AWG")]
    [InlineData("fan filter 80 mm")]
    [InlineData("magnet wire 32 AWG")]
    [InlineData("NEO-M9N-00B GNSS module")]
    [InlineData("recomandat si densimeter")]
    [InlineData("O-ring N42 nitrile")]
    [InlineData("LED red, Ta = 25 °C, 2.0 V")]
    [InlineData("tungsten carbide burr")]
    [InlineData("CuW 75/25 contact")]
    [InlineData("LED 90W NI plated housing FE core")]
    [InlineData("CAP CER 10UF 25V X5R 0805")]
    [InlineData("RES 4.7K OHM 1% 1/10W 0603")]
    [InlineData("hex nut M4 stainless")]
    [InlineData("magnets not included, frame only")]
    [InlineData("no magnets included, holder only")]
    [InlineData("Gehäuse ohne Magnet")]
    [InlineData("Asynchronmotor 3 kW")]
    [InlineData("ferrite bead 220R 0603")]
    public void Look_alikes_belongings_and_negations_carry_nothing(string description) =>
        ShippedVocabulary.Classify(description).Materials.ShouldBeEmpty();

    [Theory]
    [InlineData("Ferrite ring magnet Y30", "ferrite-magnet", OtherSubstanceKind.NotCovered)]
    [InlineData("ALNICO 5 bar magnet", "alnico-magnet", OtherSubstanceKind.NotCovered)]
    [InlineData("SmFeN bonded magnet", "other-magnet", OtherSubstanceKind.NotCovered)]
    [InlineData("tungsten carbide insert", "tungsten-other", OtherSubstanceKind.NotCovered)]
    [InlineData("dysprosium oxide 99.9 %", "rare-earth-feedstock", OtherSubstanceKind.Feedstock)]
    [InlineData("gallium 7N ingot", "gallium", OtherSubstanceKind.Watch)]
    [InlineData("rhenium pellets", "rhenium", OtherSubstanceKind.Watch)]
    public void What_is_not_covered_is_told_with_its_kind(string description, string id, OtherSubstanceKind kind)
    {
        Classification found = ShippedVocabulary.Classify(description);

        found.Materials.ShouldBeEmpty();
        found.Others.ShouldContain(other => other.Id == id && other.Kind == kind && other.Signals.Length > 0);
    }

    [Fact]
    public void A_component_whose_magnet_is_named_contains_it_for_certain()
    {
        MaterialOccurrence found = ShippedVocabulary.Classify("Gearmotor with NdFeB rotor, 24 V").Materials.ShouldHaveSingleItem();

        found.Material.ShouldBe(MaterialIds.NdFeB);
        found.Presence.ShouldBe(Presence.Contains);
        found.Likelihood.ShouldBe(1);
        found.Component.ShouldNotBeNull();
    }

    [Fact]
    public void A_magnet_for_a_component_is_the_magnet_itself()
    {
        MaterialOccurrence found = ShippedVocabulary.Classify("Loudspeaker magnet neodymium 25x5").Materials.ShouldHaveSingleItem();

        found.Presence.ShouldBe(Presence.Is);
        found.Component.ShouldBeNull();
    }

    [Fact]
    public void A_ferrite_motor_holds_no_covered_magnet()
    {
        Classification found = ShippedVocabulary.Classify("DC motor, ferrite magnets, 12 V");

        found.Materials.ShouldBeEmpty();
        found.Others.ShouldContain(other => other.Id == "ferrite-magnet");
    }

    [Theory]
    [InlineData("Brushless motor without magnet cover", "contains")]
    [InlineData("BLDC spindle, motor, ceramic bearings, permanent magnet", "contains")]
    [InlineData("NdFeB ring, powder coated, metal case", "is")]
    [InlineData("Tungsten counterweight, wire cut", "is")]
    [InlineData("PART NO NDFEB-7 ring", "is")]
    [InlineData("SmCo magnet, less than 5 g", "is")]
    [InlineData("ballast weight, lead-free", "possible")]
    [InlineData("Brushless motor, cable 300 mm, with mounting bracket", "contains")]
    [InlineData("gimbal kit, batteries not included", "contains")]
    public void A_word_beside_the_thing_does_not_hide_it(string description, string verdict) =>
        ShippedVocabulary.Verdict(ShippedVocabulary.Classify(description)).ShouldBe(verdict);

    [Theory]
    [InlineData("TA-1204", "CAP CER 10UF 25V", "none")]
    [InlineData("VCM-7", "controller box", "none")]
    [InlineData("P14345-ND", "MOTOR DC 6V", "possible")]
    [InlineData("C8", "Magnet, disc", "possible")]
    [InlineData("P1234", "MOTOR DC 6V", "possible")]
    [InlineData("U2", "motor, brushed", "possible")]
    public void A_few_letters_of_a_part_number_mean_nothing(string mpn, string description, string verdict) =>
        ShippedVocabulary.Verdict(ShippedVocabulary.Classify(description, mpn: mpn)).ShouldBe(verdict);

    [Theory]
    [InlineData("Serwomechanizm", "possible")]
    [InlineData("Servomotore 400 W", "contains")]
    [InlineData("Tantaalcondensator 10 uF", "contains")]
    [InlineData("Högtalare 8 ohm", "possible")]
    [InlineData("Neodyymimagneetti 10x3", "is")]
    [InlineData("Неодимовий магніт 10x3", "is")]
    [InlineData("מגנט", "possible")]
    [InlineData("이어폰", "contains")]
    [InlineData("舵机 9g", "possible")]
    [InlineData("听筒", "contains")]
    public void A_word_of_another_language_is_known(string description, string verdict) =>
        ShippedVocabulary.Verdict(ShippedVocabulary.Classify(description)).ShouldBe(verdict);

    [Fact]
    public void Words_of_several_columns_work_together()
    {
        ShippedVocabulary.Verdict(ShippedVocabulary.Classify("Ring 12x8x4", material: "NdFeB", grade: "N42SH")).ShouldBe("is");
        ShippedVocabulary.Verdict(ShippedVocabulary.Classify("RE 40 150W", manufacturer: "maxon", mpn: "148867")).ShouldBe("contains");
        ShippedVocabulary.Verdict(ShippedVocabulary.Classify("22uF 10V", manufacturer: "AVX", mpn: "TAJB226K010RNJ")).ShouldBe("contains");
    }

    [Theory]
    [InlineData("Oriental Motor")]
    [InlineData("K&J Magnetics")]
    [InlineData("Tantalum Pellet Company")]
    public void A_makers_name_alone_says_nothing_of_the_part(string manufacturer) =>
        ShippedVocabulary.Classify("hex screw M3", manufacturer).Materials.ShouldBeEmpty();

    [Theory]
    [InlineData("Supermagnete", "S-10-05-N", "possible")]
    [InlineData("Mabuchi Motor", "FC-280", "possible")]
    [InlineData("Midwest Tungsten Service", "1234", "possible")]
    [InlineData("Futaba", "S3003", "possible")]
    [InlineData("Murata", "GRM155", "none")]
    public void A_maker_of_little_else_leaves_a_line_open_that_nothing_describes(string manufacturer, string mpn, string verdict)
    {
        ShippedVocabulary.Verdict(ShippedVocabulary.Classify("", manufacturer: manufacturer, mpn: mpn)).ShouldBe(verdict);
        ShippedVocabulary.Verdict(ShippedVocabulary.Classify("hex screw M3", manufacturer: manufacturer, mpn: mpn)).ShouldBe("none");
    }

    [Theory]
    [InlineData("8505.11.0070", "is")]
    [InlineData("8505110070", "is")]
    [InlineData("8505.11.00.50", "is")]
    [InlineData("8505.11.0010", "none")]
    [InlineData("8505.20.0000", "none")]
    [InlineData("8532.21.0050", "contains")]
    [InlineData("8101.10.0000", "is")]
    [InlineData("8101.99.1000", "possible")]
    [InlineData("7318.15.2061", "none")]
    public void The_longest_tariff_code_that_fits_decides(string code, string verdict) =>
        ShippedVocabulary.Verdict(ShippedVocabulary.Classify("Article", hts: code)).ShouldBe(verdict);

    [Fact]
    public void Signals_quote_the_cell_and_name_the_entry_strongest_first()
    {
        MaterialOccurrence found = ShippedVocabulary.Classify("Magnet ring, NdFeB, Ø20").Materials.ShouldHaveSingleItem();

        found.Signals[0].Field.ShouldBe(BomField.Description);
        found.Signals[0].Text.ShouldBe("NdFeB");
        found.Signals[0].Why.ShouldContain("ndfeb");
    }

    [Fact]
    public void A_component_tells_the_usual_mass_in_kilograms()
    {
        MaterialOccurrence found = ShippedVocabulary.Classify("HDD 2 TB SATA").Materials.ShouldHaveSingleItem();

        found.UsualMassKilograms.ShouldBe((0.002m, 0.025m));
    }

    [Fact]
    public void The_same_line_gives_the_same_answer_from_memory()
    {
        var classifier = new MaterialClassifier(ShippedVocabulary.Vocabulary);

        Classification first = classifier.Classify(ShippedVocabulary.Line("BLDC motor", mpn: "X-1"));
        Classification second = classifier.Classify(ShippedVocabulary.Line("BLDC motor", mpn: "X-1"));

        second.ShouldBeSameAs(first);
    }
}
