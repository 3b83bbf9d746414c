using System.Collections.Immutable;

namespace SourcingCompliance.Remediation;

/// <summary>The questions of an action about one part. Parts that are asked the same share the texts.</summary>
/// <param name="Part">The part number; empty for questions about no single part.</param>
/// <param name="Texts">The questions, without the part in front; each once.</param>
/// <param name="IsPartNamed">Whether the part stands before a text that does not name it.</param>
public sealed record PartQuestions(string Part, ImmutableArray<string> Texts, bool IsPartNamed)
{
    /// <summary>The questions as they are asked.</summary>
    public IEnumerable<string> Questions => Texts.Select(text => IsPartNamed && !text.Contains(Part, StringComparison.Ordinal) ? $"{Part}: {text}" : text);
}
