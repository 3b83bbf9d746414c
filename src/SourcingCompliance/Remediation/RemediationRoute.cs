using System.Collections.Immutable;

namespace SourcingCompliance.Remediation;

/// <summary>The ways out of a kind of finding, cheapest first. The first route whose condition holds is taken.</summary>
/// <param name="Name">What kind of finding it is.</param>
/// <param name="When">The findings.</param>
/// <param name="Ways">Ids of the templates that end each way; what must come before is in the template's <see cref="ActionTemplate.After"/>.</param>
public sealed record RemediationRoute(string Name, FindingCondition When, ImmutableArray<string> Ways);
