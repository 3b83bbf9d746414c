using SourcingCompliance.Findings;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Formats.Pdf.Report;

/// <summary>The reason of a finding in the few words of a table: without the part, which stands next to it, and without the questions to suppliers.</summary>
internal static class FindingWords
{
    private const string NotOnFile = "; not on file:";
    private const string AlsoOnFile = " Also on file:";
    private static readonly string[] AfterMaterial = ["; on file: ", ", "];

    /// <summary>The reason, with its cell and paragraph as far as its sentence names them.</summary>
    public static string GetWhy(Finding finding)
    {
        string message = finding.Message;
        string opening = finding.PartNumber + ": ";
        message = finding.PartNumber.Length > 0 && message.StartsWith(opening, StringComparison.Ordinal) ? message[opening.Length..] : message;
        message = WithoutQuestion(message);
        // What else speaks against a part that is barred already changes nothing; the JSON report has it.
        int more = finding.Verdict == Verdict.Violation ? message.IndexOf(AlsoOnFile, StringComparison.Ordinal) : -1;
        message = more > 0 ? message[..more] : message;
        int missing = finding.Verdict == Verdict.Open ? message.IndexOf(NotOnFile, StringComparison.Ordinal) : -1;
        if (missing >= 0)
        {
            // What it contains stands in a column of its own; what follows is the origin on record.
            string listed = AfterMaterial.Select(mark => (At: message.IndexOf(mark, 0, missing, StringComparison.Ordinal), mark.Length))
                .Where(mark => mark.At >= 0).OrderBy(mark => mark.At).Select(mark => Sentences.Capitalized(message[(mark.At + mark.Length)..missing]) + ". ")
                .FirstOrDefault("");
            return $"{listed}Not on file: {MissingWords.Format(finding.Missing)}.";
        }

        return Sentences.Capitalized(message);
    }

    /// <summary>The reason without the paragraphs of the clause, for where room is short.</summary>
    public static string GetWhyInShort(Finding finding)
    {
        string why = GetWhy(finding);
        string clause = finding.Citation[..Math.Max(0, finding.Citation.IndexOf('(', StringComparison.Ordinal))];
        int cited = clause.Length == 0 ? -1 : why.IndexOf($", {clause}(", StringComparison.Ordinal);
        if (cited < 0)
        {
            return why;
        }

        int next = why.IndexOf(". ", cited, StringComparison.Ordinal);
        return why[..cited] + (next < 0 ? "." : why[next..]);
    }

    // "… is China (cell H25). In which country was the ore mined? (and 13 further questions)": the questions stand in the request to the supplier.
    private static string WithoutQuestion(string message)
    {
        int question = message.IndexOf('?', StringComparison.Ordinal);
        int before = question < 0 ? -1 : message.LastIndexOf(". ", question, StringComparison.Ordinal);
        return before < 0 ? message : message[..(before + 1)];
    }
}
