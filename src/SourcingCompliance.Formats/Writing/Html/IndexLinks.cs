namespace SourcingCompliance.Formats.Writing.Html;

/// <summary>The reports that lie beside the overview, by name.</summary>
/// <param name="OfRun">Those over all lists.</param>
/// <param name="OfFile">Those of one list, by the list's path; a list without reports is not in it.</param>
/// <param name="KindOf">What a report is called, by its file name.</param>
public sealed record IndexLinks(IReadOnlyList<string> OfRun, IReadOnlyDictionary<string, IReadOnlyList<string>> OfFile, Func<string, string> KindOf);
