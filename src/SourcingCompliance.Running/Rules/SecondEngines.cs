using SourcingCompliance.Law;
using SourcingCompliance.Law.Opinions;

namespace SourcingCompliance.Running.Rules;

/// <summary>The second engine of the build.</summary>
public static class SecondEngines
{
    /// <summary>The second engine for the rules of a pack, or the reason why there is none.</summary>
    /// <param name="pack">The pack that decides; null = it did not load, and nothing is checked.</param>
    /// <param name="settings">Choices where the text of the law is silent.</param>
    /// <param name="isWanted">Whether the configuration leaves the second opinion on.</param>
    public static SecondOpinionSource Create(RulePack? pack, PackSettings settings, bool isWanted)
    {
        if (!isWanted || pack is null)
        {
            return SecondOpinionSource.Off;
        }

#if RULES_ENGINE
        return SecondOpinionSource.From(new Engine.RulesEngineOpinion(day => RulesEngineWriter.WriteEdition(pack, day, settings)));
#else
        return SecondOpinionSource.NotInBuild;
#endif
    }
}
