namespace SourcingCompliance.Tests.Recognition.Materials;

/// <summary>Catalogs, drawings and supply systems name the noun first; words come in all their forms.</summary>
public sealed class WordOrderTests
{
    [Theory]
    [InlineData("COUPLING, MAGNETIC, SYNCHRONOUS, 5NM", "contains")]
    [InlineData("COUPLING MAGNETIC 5NM", "contains")]
    [InlineData("DRIVE, HARD DISK", "contains")]
    [InlineData("DRIVE, DISK, HARD", "contains")]
    [InlineData("DRIVE, HARD, 2.5 IN", "contains")]
    [InlineData("STARTER, GENERATOR, PM", "contains")]
    [InlineData("TUBE, TRAVELING WAVE", "contains")]
    [InlineData("TUBE, ELECTRON, TRAVELING WAVE", "contains")]
    [InlineData("WHEEL, REACTION", "contains")]
    [InlineData("ALLOY, TUNGSTEN HEAVY", "is")]
    [InlineData("POWDER, TUNGSTEN", "is")]
    [InlineData("CAPACITOR, FIXED, TANTALUM", "contains")]
    [InlineData("LATCH, MAGNETIC, DOOR", "possible")]
    [InlineData("CHUCK,MAGNETIC", "possible")]
    [InlineData("VALVE, SERVO", "contains")]
    [InlineData("DRIVER, FULL RANGE, 3 IN", "possible")]
    public void A_noun_before_its_modifiers_is_the_thing_that_they_make_of_it(string description, string verdict) =>
        ShippedVocabulary.Verdict(ShippedVocabulary.Classify(description)).ShouldBe(verdict);

    [Theory]
    [InlineData("WIRE, MAGNET, 24 AWG")]
    [InlineData("SHIELD, MAGNETIC")]
    [InlineData("CORE, MAGNETIC")]
    [InlineData("TAPE, MAGNETIC, 1/2 IN")]
    [InlineData("MAGNET, FERRITE")]
    [InlineData("MOUNT, MOTOR")]
    [InlineData("MOTOR SHAFT 8 MM")]
    [InlineData("MOTOR STARTER 9A")]
    [InlineData("ARM, SERVO")]
    [InlineData("JACK, EARPHONE")]
    [InlineData("INSERT, CARBIDE, TUNGSTEN")]
    public void A_look_alike_or_a_belonging_is_none_in_either_order(string description) =>
        ShippedVocabulary.Classify(description).Materials.ShouldBeEmpty();

    [Theory]
    [InlineData("Magnet, wire cut", "possible")]
    [InlineData("Magnet N42, ceramic coated", "is")]
    public void A_participle_is_no_part_of_a_phrase(string description, string verdict) =>
        ShippedVocabulary.Verdict(ShippedVocabulary.Classify(description)).ShouldBe(verdict);

    [Theory]
    [InlineData("NEMA17s", "contains")]
    [InlineData("2 x NEMA 23s, flat shaft", "contains")]
    [InlineData("MicroServo 9g", "possible")]
    [InlineData("Micro Servo", "possible")]
    [InlineData("hubmotors 350 W", "contains")]
    [InlineData("Harddisk 1 TB", "contains")]
    [InlineData("TANATLUM ROD", "is")]
    [InlineData("SAMARIAM COBALT DISK", "is")]
    [InlineData("Neodmium magnet", "is")]
    [InlineData("TUNGTSEN POWDER", "is")]
    [InlineData("CTANT 47u/10V", "contains")]
    [InlineData("TUNGSTEN, POWDERED", "is")]
    [InlineData("proszek wolframowy", "is")]
    [InlineData("tungsten tozu", "is")]
    [InlineData("TORQUER, DC, BRUSH, SMCO", "contains")]
    [InlineData("T200 thruster", "contains")]
    [InlineData("magnet-coupled pump", "contains")]
    public void A_word_is_known_in_its_forms(string description, string verdict) =>
        ShippedVocabulary.Verdict(ShippedVocabulary.Classify(description)).ShouldBe(verdict);

    [Theory]
    [InlineData("VACOMAT cleaner")]
    [InlineData("Samaritan label")]
    [InlineData("Neodymite sample")]
    public void A_word_that_is_only_near_a_material_is_none(string description) =>
        ShippedVocabulary.Classify(description).Materials.ShouldBeEmpty();

    [Theory]
    [InlineData("Imán de drive", "possible")]
    [InlineData("Magnet of drive", "possible")]
    [InlineData("Magnet connector", "possible")]
    [InlineData("Bracket, comes with magnet", "possible")]
    [InlineData("Motor + driver", "possible")]
    [InlineData("Soporte de motor", "none")]
    [InlineData("Motor driver", "none")]
    [InlineData("Magnet holder", "none")]
    [InlineData("No tantalum caps - CAP CER 22UF", "none")]
    public void A_belonging_takes_only_the_part_of_what_it_belongs_to(string description, string verdict) =>
        ShippedVocabulary.Verdict(ShippedVocabulary.Classify(description)).ShouldBe(verdict);
}
