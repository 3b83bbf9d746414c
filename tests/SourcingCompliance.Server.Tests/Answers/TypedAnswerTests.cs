using SourcingCompliance.Evidence;
using SourcingCompliance.Server.Ledger;
using SourcingCompliance.Server.Settings;
using SourcingCompliance.Server.Storage;
using SourcingCompliance.Server.Uploads;

namespace SourcingCompliance.Server.Answers;

/// <summary>What becomes of the form in which a call or a letter is recorded.</summary>
public sealed class TypedAnswerTests
{
    [Fact]
    public void Countries_hold_for_the_element_before_them_and_without_one_for_the_material()
    {
        StageFact[] facts = [.. Read(("material", "ndfeb-magnet"), ("stage-mined", "neodymium: Australia; Malaysia; Fe: Brazil"), ("stage-melted", "Japan"))
            .Items[0].Facts.OfType<StageFact>()];

        facts.Select(fact => (fact.Stage, fact.Element, string.Join(' ', fact.Countries.Select(country => country.Code))))
            .ShouldBe([("mined", "Nd", "AU MY"), ("mined", "Fe", "BR"), ("melted", null, "JP")]);
        facts.ShouldAllBe(fact => fact.Material == "ndfeb-magnet");
    }

    [Theory]
    [InlineData("ndfeb-magnet", "dysprosium: Malaysia", "Dy")]
    [InlineData("smco-magnet", "Eisen: Sweden; Kobalt: Finland", "Fe,Co")]
    [InlineData("rare-earth-magnet", "praseodymium: Australia", "Pr")]
    [InlineData("tungsten-heavy-alloy", "tungsten: Austria", "W")]
    public void The_elements_of_a_material_are_those_of_the_rules_and_of_magnets_the_others_too(string material, string mined, string elements) =>
        string.Join(',', Read(("material", material), ("stage-mined", mined)).Items[0].Facts.OfType<StageFact>().Select(fact => fact.Element))
            .ShouldBe(elements);

    [Fact]
    public void Every_step_that_the_clause_restricts_can_be_recorded()
    {
        IEnumerable<string> restricted = (PackNames.All.First(pack => pack.Id == CheckLibrary.MainPack).Stages?.Periods ?? [])
            .SelectMany(period => period.Values).SelectMany(step => step.Stages).Distinct();

        restricted.Except(TypedAnswer.Stages.Select(stage => stage.Stage)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("", "neodymium: Australia", "Choose the material first")]
    [InlineData("ndfeb-magnet", "tantalum: Australia", "neodymium, iron, boron")]
    [InlineData("tungsten-powder", "neodymium: Australia", "before the colon: tungsten.")]
    [InlineData("ndfeb-magnet", "neodymium: ", "Enter the country")]
    [InlineData("ndfeb-magnet", "neodymium: Australia; iron:", "Enter the country")]
    [InlineData("ndfeb-magnet", "neodymium: Australia; iron: Atlantis", "Enter the country")]
    public void An_element_or_country_that_is_none_is_refused(string material, string mined, string reason) =>
        Refuse("stage-mined", ("material", material), ("stage-mined", mined)).ShouldContain(reason);

    [Fact]
    public void A_lot_makes_the_answer_one_about_that_lot_only()
    {
        StatementSubject subject = Read(("lot", "7731"), ("stage-produced", "Japan")).Items[0].Subject;

        subject.Scope.ShouldBe(StatementScope.Lot);
        subject.Lot.ShouldBe("7731");
    }

    [Fact]
    public void Facts_of_an_exception_are_recorded_with_their_basis_and_masses_in_kilograms()
    {
        ExceptionFact fact = Read(("cots", "yes"), ("exceptionBasis", "catalog item"), ("pieceMass", "0.5 kg"), ("tungstenMass", "12 g"))
            .Items[0].Facts.ShouldHaveSingleItem().ShouldBeOfType<ExceptionFact>();

        fact.Exception.ShouldBe(StatedException.Cots);
        (fact.Basis, fact.MassKilograms, fact.TungstenMassKilograms, fact.CoveredMaterialMassKilograms).ShouldBe(("catalog item", 0.5m, 0.012m, null));
    }

    [Theory]
    [InlineData("exceptionBasis", "establishes nothing", "device=yes")]
    [InlineData("pieceMass", "with its unit", "cots=yes", "exceptionBasis=catalog item", "pieceMass=12")]
    [InlineData("pieceMass", "cannot weigh less", "cots=yes", "exceptionBasis=catalog item", "pieceMass=12 g", "coveredMass=13 g")]
    [InlineData("cots", "which exception", "stage-melted=Japan", "exceptionBasis=catalog item")]
    public void Facts_of_an_exception_that_say_nothing_are_refused(string field, string reason, params string[] fields) =>
        Refuse(field, [.. fields.Select(one => (one.Split('=')[0], one.Split('=')[1]))]).ShouldContain(reason);

    private static Statement Read(params (string Name, string Value)[] fields) =>
        new TypedAnswer(new UploadForm([], new Dictionary<string, (string, StoredContent)>(), [("supplier", "Acme"), ("part", "MAG-1"), .. fields]),
            new DateOnly(2026, 11, 30)).Read([]);

    private static string Refuse(string field, params (string Name, string Value)[] fields) =>
        Should.Throw<UploadRefusedException>(() => Read(fields)).Errors[field];
}
