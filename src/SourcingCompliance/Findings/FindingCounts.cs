namespace SourcingCompliance.Findings;

/// <summary>Counts of findings by verdict.</summary>
/// <param name="Violation">Findings that are violations.</param>
/// <param name="Suspect">Findings that are suspect.</param>
/// <param name="Open">Findings that cannot be decided.</param>
public sealed record FindingCounts(int Violation, int Suspect, int Open);
