using System.Text;

namespace SourcingCompliance.Formats.Guidance;

/// <summary>What a diagnostic id means, whatever file it is reported for.</summary>
/// <param name="Id">The id: <c>SC9208</c>.</param>
/// <param name="Name">Name of its constant: <c>CountryColumnUnclear</c>.</param>
/// <param name="Cause">What was found, and what it means for the answer.</param>
/// <param name="Remedy">What to do.</param>
public sealed record DiagnosticGuidance(string Id, string Name, string Cause, string Remedy)
{
    /// <summary>The name as words: <c>Country column unclear</c>.</summary>
    public string Title
    {
        get
        {
            var words = new StringBuilder();
            foreach (char letter in Name)
            {
                bool isNext = char.IsUpper(letter) && words.Length > 0;
                words.Append(isNext ? " " : "").Append(isNext ? char.ToLowerInvariant(letter) : letter);
            }

            return words.ToString();
        }
    }
}
