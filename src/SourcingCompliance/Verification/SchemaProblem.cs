namespace SourcingCompliance.Verification;

/// <summary>One place at which a JSON file does not fit its schema.</summary>
/// <param name="Path">The place in the file: <c>$.actions[0].leadTime</c>.</param>
/// <param name="Message">What is wrong there, beginning with a verb: <c>has no "least"</c>.</param>
/// <param name="Hint">What to do about it; empty when the message says enough.</param>
public sealed record SchemaProblem(string Path, string Message, string Hint);
