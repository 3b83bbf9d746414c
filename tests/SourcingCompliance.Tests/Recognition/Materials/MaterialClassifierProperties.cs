using FsCheck;
using FsCheck.Fluent;
using SourcingCompliance.Recognition.Materials;

namespace SourcingCompliance.Tests.Recognition.Materials;

public sealed class MaterialClassifierProperties
{
    private static readonly string[] Named = ["NdFeB", "neodymium", "SmCo", "samarium-cobalt", "rare-earth", "magnet", "tantalum", "tungsten"];

    private static readonly string[] Things = ["speaker 8 ohm", "capacitor 10uF 16V", "ballast", "rotor", "ring 20x10", "housing", "pump", "sheet"];

    private static readonly string[] Unrelated = ["blue", "rev C", "qty 4", "stainless", "RoHS", "lot 12", "see note", "10 x 20", "drawing"];

    [Fact]
    public void No_text_makes_it_throw()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => ShippedVocabulary.Classify(text ?? "", text ?? "", text ?? "", text ?? "") is not null)
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Pieces_of_the_vocabulary_in_any_order_never_make_it_throw()
    {
        string[] pieces = ["90W", "-7Ni", "Ta", "w/", "(", ",", "N42", "SH", "kv", "17", ".", " g/cc",
            "磁", "ｶﾞ", "/", "motor", "\u0301", "\ud800", "free", "no "];
        Gen<string> texts = Gen.Elements(pieces).ListOf().Select(list => string.Concat(list));

        Prop.ForAll(texts.ToArbitrary(), text => ShippedVocabulary.Classify(text) is not null).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Free_of_a_material_never_accuses()
    {
        Gen<string> texts = from name in Gen.Elements(Named)
                            from thing in Gen.Elements(Things)
                            from form in Gen.Elements("{0}-free {1}", "{1}, {0}-free", "{1}, {0} free", "{1} without {0}", "{1}, no {0}")
                            select string.Format(System.Globalization.CultureInfo.InvariantCulture, form, name, thing);

        Prop.ForAll(texts.ToArbitrary(), text => ShippedVocabulary.Classify(text).Materials.All(occurrence => occurrence.Presence == Presence.Possible))
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Unrelated_words_behind_a_comma_change_no_verdict()
    {
        Gen<(string Text, string Word)> lines = from text in Gen.Elements("NdFeB ring magnet", "BLDC motor", "motor mount",
            "tantalum rod", "DC motor", "CAP TANT 10uF", "ferrite magnet", "M3 screw")
                                                from word in Gen.Elements(Unrelated)
                                                select (text, word);

        Prop.ForAll(lines.ToArbitrary(), line =>
            ShippedVocabulary.Verdict(ShippedVocabulary.Classify($"{line.Text}, {line.Word}"))
                == ShippedVocabulary.Verdict(ShippedVocabulary.Classify(line.Text)))
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void What_a_line_is_does_not_depend_on_the_lines_before_it()
    {
        var classifier = new MaterialClassifier(ShippedVocabulary.Vocabulary);
        // Texts of the same length whose words stand in the same places and say other things.
        Gen<string> texts = from negation in Gen.Elements("", "no ", "8x ", "with ", "plus ")
                            from thing in Gen.Elements("NdFeB magnet", "SmCo magnet", "magnet, N42SH", "magnet, N38SH",
                                "magnet bracket", "magnet, black", "motor")
                            from end in Gen.Elements("", ", type 17", ", type 18", ", \nN35", ", ferrite", ", neodymium", "\ntype 17")
                            select negation + thing + end;
        Gen<(string, string, string, string)> lines = from description in texts
                                                      from material in Gen.Elements("", "NdFeB", "SmCo", "Ferrite", "Steel 1.4301", "Steel 1.4305")
                                                      from maker in Gen.Elements("", "Kemet", "Arnold Magnetic", "Bosch")
                                                      from grade in Gen.Elements("", "N42SH", "N42", "Y30")
                                                      select (description, material, maker, grade);

        Prop.ForAll(lines.ToArbitrary(), line =>
        {
            (string description, string material, string maker, string grade) = line;
            SourcingCompliance.Lines.BomLine row = ShippedVocabulary.Line(description, maker, "T491A106K010", "", material, grade, "PN-17");
            return Text(classifier.Classify(row)) == Text(new MaterialClassifier(ShippedVocabulary.Vocabulary).Classify(row));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));
    }

    private static string Text(Classification classification) => System.Text.Json.JsonSerializer.Serialize(classification);

    [Fact]
    public void Case_and_width_do_not_matter()
    {
        Gen<string> texts = Gen.Elements("NdFeB ring magnet", "bldc motor", "cap tant 10uf", "densimet d176", "stepper motor nema 17");

        Prop.ForAll(texts.ToArbitrary(), text =>
        {
            string wide = string.Concat(text.Select(c => c is > ' ' and < '\u007f' ? (char)(c + 0xFEE0) : c));
            string verdict = ShippedVocabulary.Verdict(ShippedVocabulary.Classify(text));
            return verdict != "none" && ShippedVocabulary.Verdict(ShippedVocabulary.Classify(text.ToUpperInvariant())) == verdict
                && ShippedVocabulary.Verdict(ShippedVocabulary.Classify(wide)) == verdict;
        }).QuickCheckThrowOnFailure();
    }
}
