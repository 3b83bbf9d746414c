namespace SourcingCompliance.Running.Jobs;

/// <summary>How far a run has come.</summary>
/// <param name="Files">Files to check.</param>
/// <param name="FilesDone">Files checked.</param>
/// <param name="Lines">Item lines read so far.</param>
/// <param name="Bytes">Size of all files.</param>
/// <param name="BytesDone">Size of those checked.</param>
/// <param name="File">Name of the file that made progress.</param>
/// <param name="FileLines">Item lines read of that file so far.</param>
/// <param name="IsFileDone">Whether that file is checked.</param>
public readonly record struct CheckProgress(int Files, int FilesDone, int Lines, long Bytes, long BytesDone,
    string File = "", int FileLines = 0, bool IsFileDone = false);
