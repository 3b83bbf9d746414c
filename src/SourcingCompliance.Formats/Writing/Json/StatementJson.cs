using System.Collections.Immutable;
using System.Text.Json;
using SourcingCompliance.Findings;
using SourcingCompliance.Recognition.Origins;

namespace SourcingCompliance.Formats.Writing.Json;

/// <summary>Refers to the statements of origin that a step or fact rests on: by their place on the line, or with cell and text where they stand
/// elsewhere.</summary>
internal static class StatementJson
{
    /// <summary>Writes <c>statement</c>, the place among the line's statements, or <c>cell</c> and <c>raw</c>; nothing when there is none.</summary>
    public static void Write(Utf8JsonWriter json, OriginStatement? statement, LineReport line)
    {
        if (statement is null)
        {
            return;
        }

        int at = GetPlace(statement, line);
        if (at >= 0)
        {
            json.WriteNumber("statement", at);
            return;
        }

        json.WriteString("cell", statement.Cell.ToString());
        json.WriteString("raw", statement.Raw);
    }

    /// <summary>Writes <c>others</c>, places among the line's statements, or <c>otherCells</c>; nothing when there are none.</summary>
    public static void WriteOthers(Utf8JsonWriter json, ImmutableArray<OriginStatement> others, LineReport line)
    {
        if (others.IsEmpty)
        {
            return;
        }

        int[] places = [.. others.Select(other => GetPlace(other, line))];
        if (!places.Contains(-1))
        {
            json.WriteNumbers("others", places);
            return;
        }

        json.WriteStrings("otherCells", others.Select(other => other.Cell.ToString()));
    }

    // Not by Equals: a recognized origin holds lists, and a result that was kept and read again has others with the same content.
    private static int GetPlace(OriginStatement statement, LineReport line)
    {
        for (int at = 0; at < line.Origins.Length; at++)
        {
            OriginStatement other = line.Origins[at];
            if (ReferenceEquals(other, statement)
                || (other.Cell == statement.Cell && other.Field == statement.Field && other.Stage == statement.Stage
                    && other.Element == statement.Element && other.Raw == statement.Raw
                    && other.Material == statement.Material && other.Evidence?.Statement == statement.Evidence?.Statement))
            {
                return at;
            }
        }

        return -1;
    }
}
