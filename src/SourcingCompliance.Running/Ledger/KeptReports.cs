using System.Collections.Immutable;

namespace SourcingCompliance.Running.Ledger;

/// <summary>What the program has written to a report folder, so that later runs know their own files from those of others.</summary>
/// <param name="Version">Version of this shape; 1.</param>
/// <param name="Reports">The files, in ordinal order of their names.</param>
internal sealed record KeptReports(int Version, ImmutableArray<KeptReport> Reports);

/// <summary>One file that was written.</summary>
/// <param name="Name">Its name below the report folder, with forward slashes.</param>
/// <param name="Sha256">Hash of what was written; null = a run was about to write it and did not say that it had.</param>
/// <param name="List">Path of the list that it reports on, from the report folder; null = a whole run.</param>
internal sealed record KeptReport(string Name, string? Sha256, string? List);
