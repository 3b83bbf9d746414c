using System.Text;
using SourcingCompliance.Decisions;
using SourcingCompliance.Law;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Tests.Law;

public sealed class RulePackTests
{
    [Fact]
    public void The_main_pack_loads_without_diagnostics()
    {
        MainPack.Pack.Restrictions.Select(rule => rule.Id).ShouldBe(["SC1001", "SC1002", "SC1003", "SC1004", "SC1005", "SC1006", "SC1010", "SC1020"]);
        MainPack.Pack.Exceptions.Select(rule => rule.Id).ShouldBe(["SC2001", "SC2002", "SC2003", "SC2004", "SC2005", "SC2006", "SC2007"]);
        MainPack.Pack.Sha256.Length.ShouldBe(64);
    }

    [Fact]
    public void A_pack_that_is_not_there_is_told_and_names_those_that_are()
    {
        var diagnostics = new DiagnosticBag();

        RulePack.Load(MainPack.Folder, "no-such-pack", diagnostics).ShouldBeNull();

        diagnostics.Items.ShouldHaveSingleItem().Id.ShouldBe(DiagnosticIds.PackNotFound);
        diagnostics.Items[0].ToString().ShouldContain(MainPack.Id);
    }

    [Fact]
    public void A_property_that_nobody_knows_refuses_the_pack()
    {
        var diagnostics = new DiagnosticBag();

        RulePack.Load(With("pack.json", "\"edition\"", "\"edishun\": \"x\",\n  \"edition\""), MainPack.Id, diagnostics).ShouldBeNull();

        diagnostics.Items.ShouldContain(diagnostic => diagnostic.Id == DiagnosticIds.PackPropertyUnknown && diagnostic.Message.Contains("edishun"));
    }

    [Fact]
    public void A_condition_that_names_no_fact_refuses_the_pack_and_says_where()
    {
        var diagnostics = new DiagnosticBag();

        RulePack.Load(With("restrictions/SC1003-tantalum.json", "stage.country", "stage.contry"), MainPack.Id, diagnostics).ShouldBeNull();

        diagnostics.Items.ShouldContain(diagnostic => diagnostic.Id == DiagnosticIds.ConditionInvalid && diagnostic.Message.Contains("stage.contry"));
    }

    [Fact]
    public void A_gap_between_periods_refuses_the_pack()
    {
        var diagnostics = new DiagnosticBag();

        RulePack.Load(With("restrictions/SC1003-tantalum.json", "2026-12-31", "2026-12-30"), MainPack.Id, diagnostics).ShouldBeNull();

        diagnostics.Items.ShouldContain(diagnostic => diagnostic.Id == DiagnosticIds.PeriodsBroken);
    }

    [Fact]
    public void The_hash_changes_with_any_file_of_the_pack()
    {
        RulePack? changed = RulePack.Load(With("pack.json", "2026-11-22", "2026-11-21"), MainPack.Id, new DiagnosticBag());

        changed.ShouldNotBeNull().Sha256.ShouldNotBe(MainPack.Pack.Sha256);
    }

    [Fact]
    public void A_draft_that_moves_a_date_takes_the_rest_from_the_pack_in_force()
    {
        RulePack draft = MainPack.LoadPack("draft-hr-9073");

        draft.Status.ShouldBe("draft");
        draft.Restrictions.Length.ShouldBe(MainPack.Pack.Restrictions.Length);
        Regime.CreateAll(draft, null, new DiagnosticBag()).Select(regime => regime.From).ShouldBe([null, new DateOnly(2032, 1, 1)]);
        Regime.CreateAll(MainPack.LoadPack("draft-fy2027-sec-1803"), null, new DiagnosticBag()).ShouldHaveSingleItem().To.ShouldBeNull();
    }

    internal static RuleFolder With(string path, string old, string replacement) => new("changed", MainPack.Folder.Paths.Select(file =>
    {
        ReadOnlyMemory<byte> content = MainPack.Folder.Find(file) ?? default;
        if (file != $"{MainPack.Id}/{path}")
        {
            return KeyValuePair.Create(file, content);
        }

        string text = Encoding.UTF8.GetString(content.Span);
        text.ShouldContain(old);
        return KeyValuePair.Create(file, (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(text.Replace(old, replacement, StringComparison.Ordinal)));
    }));
}
