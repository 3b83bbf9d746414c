using System.Text;
using SourcingCompliance.Formats.Tests.Reading;

namespace SourcingCompliance.Formats.Tests.Planting;

/// <summary>Writes a planted list as a file.</summary>
internal static class PlantedFile
{
    /// <summary>The name and the bytes of the file.</summary>
    public static (string Name, byte[] Content) Write(PlantedList list)
    {
        List<List<string>> rows = [.. list.Above, list.Header, .. list.Rows];
        return list.Form switch
        {
            ListForm.Xlsx => ("bom.xlsx", Xlsx(rows)),
            ListForm.Ods => ("bom.ods", Ods(rows)),
            ListForm.Markdown => ("bom.txt", Encoding.UTF8.GetBytes(Markdown(list))),
            ListForm.Text => ("bom.txt", EncodingOf(list).GetBytes(Csv(list, rows))),
            ListForm.Csv => ("bom.csv", [.. EncodingOf(list).GetPreamble(), .. EncodingOf(list).GetBytes(Csv(list, rows))]),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static Encoding EncodingOf(PlantedList list) => list.Encoding switch
    {
        "utf-8" => new UTF8Encoding(false),
        "utf-8 with mark" => new UTF8Encoding(true),
        "utf-16" => new UnicodeEncoding(false, true),
        "utf-16 big-endian" => new UnicodeEncoding(true, true),
        string name => CodePagesEncodingProvider.Instance.GetEncoding(name) ?? throw new ArgumentException(name),
    };

    private static string Csv(PlantedList list, List<List<string>> rows)
    {
        int[] widths = [.. Enumerable.Range(0, rows.Max(row => row.Count))
            .Select(column => list.IsPadded ? rows.Max(row => column < row.Count ? row[column].Length : 0) : 0)];
        var text = new StringBuilder();
        foreach (List<string> row in rows)
        {
            text.AppendJoin(list.Delimiter, row.Select((cell, column) => Quote(cell, list).PadRight(widths[column]))).Append(list.LineEnd);
        }

        return text.ToString();
    }

    private static string Quote(string cell, PlantedList list) =>
        list.IsQuoted || cell.Contains(list.Delimiter, StringComparison.Ordinal) || cell.AsSpan().ContainsAny('"', '\n', '\r')
            ? "\"" + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : cell;

    private static string Markdown(PlantedList list)
    {
        var text = new StringBuilder();
        foreach (List<string> row in new List<List<string>> { list.Header, Enumerable.Repeat("---", list.Header.Count).ToList() }.Concat(list.Rows))
        {
            text.Append("| ").AppendJoin(" | ", row.Select(cell => cell.Replace('|', '/').ReplaceLineEndings(" "))).Append(" |\n");
        }

        return text.ToString();
    }

    private static byte[] Xlsx(List<List<string>> rows)
    {
        var sheet = new StringBuilder();
        for (int row = 0; row < rows.Count; row++)
        {
            sheet.Append(System.Globalization.CultureInfo.InvariantCulture, $"<row r=\"{row + 1}\">");
            foreach (string cell in rows[row])
            {
                sheet.Append("<c t=\"inlineStr\"><is><t xml:space=\"preserve\">").Append(System.Security.SecurityElement.Escape(cell)).Append("</t></is></c>");
            }

            sheet.Append("</row>");
        }

        return WorkbookFile.Sheet(sheet.ToString()).Bytes();
    }

    private static byte[] Ods(List<List<string>> rows)
    {
        var table = new StringBuilder("<table:table table:name=\"BOM\">");
        foreach (List<string> row in rows)
        {
            table.Append("<table:table-row>");
            foreach (string cell in row)
            {
                table.Append("<table:table-cell office:value-type=\"string\"><text:p>").Append(System.Security.SecurityElement.Escape(cell))
                    .Append("</text:p></table:table-cell>");
            }

            table.Append("</table:table-row>");
        }

        return WorkbookFile.Ods(table.Append("</table:table>").ToString()).Bytes();
    }
}
