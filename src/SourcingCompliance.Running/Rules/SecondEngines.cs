using SourcingCompliance.Law;
using SourcingCompliance.Law.Opinions;

namespace SourcingCompliance.Running.Rules;

/// <summary>The second engine of the build.</summary>
public static class SecondEngines
{
    /// <summary>A plan with its second engine, or with the reason why it has none.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="pack">The pack that decides; null = it did not load, and nothing is checked.</param>
    /// <param name="isWanted">Whether the configuration leaves the second opinion on.</param>
    public static CheckPlan AddTo(CheckPlan plan, RulePack? pack, bool isWanted)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (!isWanted || pack is null)
        {
            return plan with { Opinion = new SecondOpinionReport(SecondOpinionStatus.Off, null, SecondOpinion.None) };
        }

#if RULES_ENGINE
        var engine = new Engine.RulesEngineOpinion(day => RulesEngineWriter.WriteEdition(pack, day, plan.Settings));
        return plan with { SecondEngine = engine, Opinion = new SecondOpinionReport(SecondOpinionStatus.Given, engine.Name, SecondOpinion.None) };
#else
        return plan with { Opinion = new SecondOpinionReport(SecondOpinionStatus.NotInBuild, null, SecondOpinion.None) };
#endif
    }
}
