using System.Collections.Immutable;
using System.Text.Json;
using SourcingCompliance.Findings;
using SourcingCompliance.Recognition.Origins;

namespace SourcingCompliance.Formats.Writing.Json;

/// <summary>Refers to the statements of origin that a step or fact rests on: by their place on the line, or with cell and text where they stand elsewhere.</summary>
internal static class StatementJson
{
    /// <summary>Writes <c>statement</c>, the place among the line's statements, or <c>cell</c> and <c>raw</c>; nothing when there is none.</summary>
    public static void Write(Utf8JsonWriter json, OriginStatement? statement, LineReport line)
    {
        if (statement is null)
        {
            return;
        }

        int at = line.Origins.IndexOf(statement);
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

        int[] places = [.. others.Select(other => line.Origins.IndexOf(other))];
        if (!places.Contains(-1))
        {
            json.WriteNumbers("others", places);
            return;
        }

        json.WriteStrings("otherCells", others.Select(other => other.Cell.ToString()));
    }
}
