using SourcingCompliance.Lines;
using SourcingCompliance.Mapping.Vocabulary;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Mapping.Profiles;

/// <summary>The columns that a profile names, found in a sheet.</summary>
internal static class ProfileColumns
{
    private const int LastColumn = 16_384;

    /// <summary>The mapped columns of a profile.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="headers">Texts of the headers by 1-based column; empty for a sheet without a header.</param>
    /// <param name="header">Address of the header row.</param>
    /// <param name="diagnostics">Receives SC9231 for a column that the sheet does not have.</param>
    /// <returns>The columns; null when one is missing, because the rest would then be read as something that it is not.</returns>
    public static List<MappedColumn>? Find(MappingProfile profile, HeaderReading?[] headers, CellRef header, DiagnosticBag diagnostics)
    {
        var columns = new List<MappedColumn>();
        foreach (ProfileColumn named in profile.Columns)
        {
            if (named.Column is not { } text || !FieldNames.TryParse(named.Name, out BomField field, out string? element, out int alternate))
            {
                continue;
            }

            int column = GetColumn(text, headers);
            if (column == 0)
            {
                diagnostics.Error(
                    DiagnosticIds.ProfileColumnMissing,
                    header,
                    $"The mapping profile {profile.Name} gives '{text}' as the column of {named.Name}, but the sheet has no such column; it is not read.",
                    "Correct the profile, or limit it to other files with 'fingerprint' or 'sheet'.");
                return null;
            }

            HeaderReading? reading = column < headers.Length ? headers[column] : null;
            columns.Add(new MappedColumn(field, column, reading?.Header ?? "", MappingBasis.Profile, $"the mapping profile {profile.Name} says so")
            {
                Element = element,
                Alternate = alternate,
                Unit = reading?.Candidates.FirstOrDefault(candidate => candidate.Field == field)?.Unit,
            });
        }

        return columns;
    }

    // A header text goes before letters: a column may well be headed QTY or PN.
    private static int GetColumn(string text, HeaderReading?[] headers)
    {
        string key = HeaderKey.Compute(text, splitCamelCase: false);
        int byHeader = Array.FindIndex(headers, header => header is { Header.Length: > 0 } && HeaderKey.Compute(header.Header, splitCamelCase: false) == key);
        if (byHeader > 0)
        {
            return byHeader;
        }

        int column = 0;
        foreach (char c in text.Trim())
        {
            char letter = char.ToUpperInvariant(c);
            if (letter is < 'A' or > 'Z' || column > LastColumn)
            {
                return 0;
            }

            column = (column * 26) + (letter - 'A' + 1);
        }

        return column <= LastColumn ? column : 0;
    }
}
