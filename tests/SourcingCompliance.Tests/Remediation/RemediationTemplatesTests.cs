using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Remediation;

namespace SourcingCompliance.Tests.Remediation;

public sealed class RemediationTemplatesTests
{
    private const string Pack = "dfars-252.225-7052";
    private readonly DiagnosticBag _diagnostics = new();

    [Fact]
    public void The_shipped_templates_name_every_covered_material_and_use_every_action()
    {
        RemediationTemplates templates = Examples.ShippedTemplates();

        string[] materials =
        [
            MaterialIds.SmCo, MaterialIds.NdFeB, MaterialIds.RareEarthMagnet, MaterialIds.Tantalum, MaterialIds.TungstenPowder, MaterialIds.TungstenHeavyAlloy,
        ];
        materials.ShouldAllBe(material => templates.Materials.ContainsKey(material));
        string[] used = [.. templates.Routes.SelectMany(route => route.Ways), .. templates.Actions.SelectMany(action => action.After)];
        templates.Actions.ShouldAllBe(action => used.Contains(action.Id));
        templates.Actions.Select(action => action.Kind).Distinct().Count().ShouldBe(ActionKinds.All.Count);
    }

    [Fact]
    public void The_shipped_texts_promise_nothing()
    {
        RuleFolder rules = Examples.ShippedRules();
        string[] never = ["compliant", "certified", "guarantee", "safe "];

        foreach (string path in new[] { $"{Pack}/remediation.json", SupplySources.Path })
        {
            string text = System.Text.Encoding.UTF8.GetString((rules.Find(path) ?? default).Span);
            text.ShouldNotBeEmpty();
            never.ShouldAllBe(word => !text.Contains(word, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public void Makers_are_offered_with_what_to_ask_and_a_date()
    {
        SupplySources sources = SupplySources.Load(Examples.ShippedRules(), _diagnostics);

        _diagnostics.Items.ShouldBeEmpty();
        sources.All.ShouldAllBe(source => source.AsOf.StartsWith("202", StringComparison.Ordinal) && source.Ask.Length > 0 && source.Source.Length > 0);
        sources.For([MaterialIds.Tantalum]).ShouldHaveSingleItem();
        string sentence = sources.Sentence([MaterialIds.SmCo]);
        sentence.ShouldContain("Arnold Magnetic Technologies (US): named as a maker of samarium-cobalt magnets (2026); ask where samarium");
        sentence.ShouldStartWith(sources.Caution);
        sources.Sentence(["unobtainium"]).ShouldBeEmpty();
    }

    [Fact]
    public void A_survey_of_sources_offers_the_makers_of_its_material()
    {
        PlanSettings settings = Examples.Settings() with { Sources = SupplySources.Load(Examples.ShippedRules(), _diagnostics) };

        RemediationPlan plan = RemediationPlanner.Plan([Examples.Violation("TA-1", material: MaterialIds.Tantalum)], settings);

        plan.Actions.Single(action => action.Title.StartsWith("Look for", StringComparison.Ordinal)).Detail.ShouldContain("Global Advanced Metals");
    }

    [Fact]
    public void A_pack_without_the_file_gets_a_warning_and_no_templates()
    {
        RemediationTemplates templates = RemediationTemplates.Load(Examples.Rules("other/pack.json", "{}"), "other", _diagnostics);

        templates.ShouldBe(RemediationTemplates.None);
        _diagnostics.Items.ShouldHaveSingleItem().Id.ShouldBe(DiagnosticIds.RemediationTemplatesNotFound);
    }

    [Theory]
    [InlineData("no json", "{", "it is not valid JSON at line 1")]
    [InlineData("no object", "[]", "The file contains a JSON Array; an object was expected.")]
    [InlineData("another pack", """{"pack":"else"}""", "'pack' is 'else'; the folder is 'p'.")]
    [InlineData("unknown way", """{"pack":"p","routes":[{"name":"r","when":{},"ways":["fly"]}]}""", "names the action 'fly'")]
    [InlineData("unknown verdict", """{"pack":"p","routes":[{"name":"r","when":{"verdicts":["bad"]},"ways":[]}]}""", "$.routes[0].when.verdicts is 'bad'")]
    [InlineData("unknown property", """{"pack":"p","routes":[{"name":"r","when":{"verdict":["open"]},"ways":[]}]}""",
        "$.routes[0].when has the property \"verdict\"")]
    [InlineData("doubled property", """{"pack":"p","pack":"p"}""", "pack")]
    [InlineData("unknown kind",
        """{"pack":"p","actions":[{"id":"a","kind":"x","mergeBy":"part","title":"t","detail":"d","owner":"o","leadTime":{"least":1,"typical":2,"most":3,"label":"assumption","source":"s"}}]}""", "is of kind 'x'")]
    [InlineData("lead time falls",
        """{"pack":"p","actions":[{"id":"a","kind":"redesign","mergeBy":"part","title":"t","detail":"d","owner":"o","leadTime":{"least":3,"typical":2,"most":3,"label":"assumption","source":"s"}}]}""", "a lead time that grows from least over typical to most was expected")]
    [InlineData("unknown place",
        """{"pack":"p","actions":[{"id":"a","kind":"redesign","mergeBy":"part","title":"{prat}","detail":"d","owner":"o","leadTime":{"least":1,"typical":2,"most":3,"label":"assumption","source":"s"}}]}""", "has the place '{prat}'")]
    [InlineData("after itself",
        """{"pack":"p","actions":[{"id":"a","after":["a"],"kind":"redesign","mergeBy":"part","title":"t","detail":"d","owner":"o","leadTime":{"least":1,"typical":2,"most":3,"label":"assumption","source":"s"}}]}""", "comes after 'a', which is not an action above it")]
    public void A_file_that_cannot_be_used_says_where(string name, string content, string expected)
    {
        RemediationTemplates templates = RemediationTemplates.Load(Examples.Rules("p/remediation.json", content), "p", _diagnostics);

        templates.ShouldBe(RemediationTemplates.None, name);
        _diagnostics.Items.ShouldContain(diagnostic => diagnostic.Id == DiagnosticIds.RemediationTemplatesInvalid
            && diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Message.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void Braces_in_a_part_number_stay_what_they_are() =>
        TemplateText.Fill("Ask {supplier} for {part}.", new Dictionary<string, string> { ["supplier"] = "{part}", ["part"] = "X{supplier}" })
            .ShouldBe("Ask {part} for X{supplier}.");
}
