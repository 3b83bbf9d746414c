namespace SourcingCompliance.Primitives.Diagnostics;

/// <summary>What was wrong with an input: what was found, where, what was expected and what to do.</summary>
/// <param name="Id">Stable id, <c>SC9</c> and three digits; never renumbered (see <see cref="DiagnosticIds"/>).</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Cell">The place it speaks of; row or column 0 stands for the whole sheet or file.</param>
/// <param name="Message">One or two sentences: what was found and what was expected. Names no cell, the writers add it.</param>
/// <param name="Hint">What the user can do; null when nothing need be done.</param>
public sealed record Diagnostic(string Id, DiagnosticSeverity Severity, CellRef Cell, string Message, string? Hint)
{
    /// <summary>The sentence as the console prints it: <c>BOM.csv!BOM!F12: message Hint.</c></summary>
    public override string ToString() => Hint is null ? $"{Cell}: {Message}" : $"{Cell}: {Message} {Hint}";
}
