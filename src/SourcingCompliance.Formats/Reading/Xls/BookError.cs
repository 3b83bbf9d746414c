namespace SourcingCompliance.Formats.Reading.Xls;

/// <summary>Where the records of a sheet contradict each other.</summary>
/// <param name="Row">Row, 1-based; 0 = none.</param>
/// <param name="What">What contradicts what, as the end of a sentence.</param>
/// <param name="IsDoubtful">Whether sound files of some programs are so.</param>
internal sealed record BookError(int Row, string What, bool IsDoubtful);
