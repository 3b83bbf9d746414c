using System.Collections.Immutable;

namespace SourcingCompliance.Formats.Pdf.Report;

/// <summary>Parts of which the same is asked. Twenty-five magnets of one maker are one page of questions and not twenty-five.</summary>
/// <typeparam name="T">What tells a part.</typeparam>
/// <param name="Parts">The parts, in their order; one at least.</param>
/// <param name="Questions">The questions, without the part that they are about.</param>
internal sealed record QuestionGroup<T>(ImmutableArray<T> Parts, ImmutableArray<string> Questions);

/// <summary>Makes <see cref="QuestionGroup{T}"/>.</summary>
internal static class QuestionGroup
{
    /// <summary>The parts in groups, each at the place of its first part.</summary>
    /// <param name="parts">The parts.</param>
    /// <param name="number">Part number of a part.</param>
    /// <param name="questions">What is asked of it.</param>
    public static ImmutableArray<QuestionGroup<T>> Of<T>(IEnumerable<T> parts, Func<T, string> number, Func<T, IEnumerable<string>> questions) =>
    [
        .. parts.Select(part => (Part: part, Questions: questions(part).Select(question => WithoutPart(question, number(part))).Distinct(StringComparer.Ordinal).ToImmutableArray()))
            .GroupBy(asked => string.Join('\n', asked.Questions), StringComparer.Ordinal)
            .Select(group => new QuestionGroup<T>([.. group.Select(asked => asked.Part)], group.First().Questions)),
    ];

    // A question begins with its part, which stands beside it already.
    private static string WithoutPart(string question, string part) =>
        question.StartsWith(part + ": ", StringComparison.Ordinal) ? question[(part.Length + 2)..] : question;
}
