namespace SourcingCompliance.Formats.Checking;

/// <summary>How far a run has come.</summary>
/// <param name="Files">Files to check.</param>
/// <param name="FilesDone">Files checked.</param>
/// <param name="Lines">Item lines read so far.</param>
/// <param name="Bytes">Size of all files.</param>
/// <param name="BytesDone">Size of those checked.</param>
public readonly record struct CheckProgress(int Files, int FilesDone, int Lines, long Bytes, long BytesDone);
