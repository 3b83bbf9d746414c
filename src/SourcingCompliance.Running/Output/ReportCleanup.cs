using System.Collections.Immutable;

namespace SourcingCompliance.Running.Output;

/// <summary>What became of the reports that earlier runs left in the report folder.</summary>
/// <param name="Removed">Reports of lists that are gone or go by another name now; they were removed.</param>
/// <param name="Older">Reports that this run did not write again, so that they may say something else.</param>
public sealed record ReportCleanup(ImmutableArray<string> Removed, ImmutableArray<string> Older);
