namespace SourcingCompliance.Server.Storage;

/// <summary>The part of an HTML report that a page of the server shows.</summary>
/// <param name="Path">Where the report is stored.</param>
/// <param name="Offset">Its first byte.</param>
/// <param name="Length">How many bytes it has.</param>
public sealed record PageSlice(string Path, long Offset, long Length);
