using System.Collections;
using System.Globalization;
using System.Text.RegularExpressions;
using SourcingCompliance.Findings.Policies;
using SourcingCompliance.Formats.Writing;

namespace SourcingCompliance.Running.Rules.Policies;

/// <summary>The message of a rule: each <c>$(part.number)</c> in it becomes the value of the line.</summary>
internal static partial class PolicyTemplate
{
    /// <summary>A place for a value.</summary>
    /// <param name="Text">The place as written: <c>$(part.number)</c>.</param>
    /// <param name="At">0-based place in the message.</param>
    /// <param name="Name">Name of the fact; null when the place has another form.</param>
    /// <param name="Header">Header of the column; null = none is written.</param>
    public readonly record struct Slot(string Text, int At, string? Name, string? Header)
    {
        /// <summary>The fact; null when there is none of the name.</summary>
        public PolicyFact? Fact => Name is null ? null : PolicyModel.Find(Name);

        /// <summary>Whether it names a fact in the way in which the fact is read.</summary>
        public bool IsSound => Fact is { } fact && fact.Kind is PolicyFactKind.Cell or PolicyFactKind.CellDate == Header is not null;
    }

    /// <summary>The places of a message, in order.</summary>
    public static IEnumerable<Slot> GetSlots(string message) => Places().Matches(message)
        .Select(match => new Slot(match.Value, match.Index, match.Groups["name"].Success ? match.Groups["name"].Value : null,
            match.Groups["header"].Success ? match.Groups["header"].Value : null));

    /// <summary>The message with the values of a line.</summary>
    /// <param name="message">The message.</param>
    /// <param name="valueOf">Value of a fact, as <see cref="PolicyFact.Read"/> gives it.</param>
    public static string Fill(string message, Func<PolicyFact, object?> valueOf) => Places().Replace(message, match =>
    {
        var slot = new Slot(match.Value, match.Index, match.Groups["name"].Value, match.Groups["header"].Success ? match.Groups["header"].Value : null);
        return slot.Fact is not { } fact ? match.Value : Show(valueOf(fact) is Func<string, string> cell ? cell(slot.Header ?? "") : valueOf(fact));
    });

    private static string Show(object? value) => value switch
    {
        null => "unknown",
        string { Length: 0 } => "not stated",
        string text => text,
        string[] { Length: 0 } => "none",
        string[] texts => string.Join(", ", texts),
        DateOnly day => ReportTokens.Format(day),
        bool flag => flag ? "yes" : "no",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => "",
    };

    [GeneratedRegex("""\$\((?:(?<name>[A-Za-z]+\.[A-Za-z]+)(?:\["(?<header>[^"]*)"\])?\)|[^)]*\)?)""")]
    private static partial Regex Places();
}
