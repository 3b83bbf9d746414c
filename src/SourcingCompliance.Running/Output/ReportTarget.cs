namespace SourcingCompliance.Running.Output;

/// <summary>One report file that a run writes.</summary>
/// <param name="Name">Its name below the report folder, with forward slashes: <c>A/bom.json</c>.</param>
/// <param name="Format">Its format as <c>--format</c> takes it.</param>
/// <param name="List">Name of the list that it reports on; null = the whole run.</param>
internal sealed record ReportTarget(string Name, string Format, string? List);
