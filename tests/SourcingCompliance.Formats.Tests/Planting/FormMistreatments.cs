namespace SourcingCompliance.Formats.Tests.Planting;

/// <summary>In which forms the list is written.</summary>
internal static class FormMistreatments
{
    /// <summary>All of them.</summary>
    public static readonly Mistreatment[] All =
    [
        new("cells padded to columns", list => list.IsPadded = true),
        new("semicolons", list => list.Delimiter = ";"),
        new("tabs", list => list.Delimiter = "\t"),
        new("pipes", list => list.Delimiter = "|"),
        new("every cell quoted", list => list.IsQuoted = true),
        new("lines of Windows", list => list.LineEnd = "\r\n"),
        new("a line that names the delimiter", list => { list.Delimiter = ";"; list.Above.Insert(0, ["sep=", ""]); }),
        new("utf-16", list => list.Encoding = "utf-16"),
        new("utf-16 big-endian", list => list.Encoding = "utf-16 big-endian"),
        new("utf-8 with mark", list => list.Encoding = "utf-8 with mark"),
        new("windows-1250", list => { Latin(list); list.Encoding = "windows-1250"; list.Header[list.Roles["origin"]] = "Země původu"; list.Change("origin", _ => "Německo", "Čína"); list.Origin = "Čína"; }),
        new("windows-1254", list => { Latin(list); list.Encoding = "windows-1254"; list.Header[list.Roles["origin"]] = "Menşei"; list.Change("origin", _ => "Türkiye", "Çin"); list.Origin = "Çin"; }),
        new("gb18030", list => { list.Encoding = "gb18030"; list.Header[list.Roles["origin"]] = "原产地"; list.Change("origin", _ => "日本", "中国"); list.Origin = "中国"; }),
        new("a text file", list => list.Form = ListForm.Text),
        new("a text file with tabs", list => { list.Form = ListForm.Text; list.Delimiter = "\t"; }),
        new("a markdown table", list => list.Form = ListForm.Markdown),
        new("xlsx", list => list.Form = ListForm.Xlsx),
        new("xlsx with a title block and totals", list => { list.Form = ListForm.Xlsx; list.Above.AddRange([["BILL OF MATERIALS"], ["Project", "X-7"], []]); list.Put(true, "Total", "17"); }),
        new("ods", list => list.Form = ListForm.Ods),
        new("one cell too many in every row", list =>
        {
            foreach (List<string> row in list.Rows)
            {
                row.Insert(list.Roles["name"] + 1, "loose text");
            }
        }),
        new("empty cells at the end of every row", list =>
        {
            foreach (List<string> row in list.Rows)
            {
                row.AddRange(["", "", ""]);
            }
        }),
        new("line breaks within cells", list => list.Planted[list.Roles["name"]] = list.Text.Replace(' ', '\n')),
    ];

    // What the code page cannot write is a defect of the generator and not of the reader.
    private static void Latin(PlantedList list)
    {
        list.Text = list.Text.Any(letter => letter > 127) ? "NdFeB magnet N42" : list.Text;
        foreach (List<string> row in list.Rows)
        {
            for (int column = 0; column < row.Count; column++)
            {
                row[column] = row[column].Any(letter => letter > 127) ? "NdFeB magnet N42" : row[column];
            }
        }

        for (int column = 0; column < list.Header.Count; column++)
        {
            list.Header[column] = list.Header[column].Any(letter => letter > 127) ? "Description" : list.Header[column];
        }
    }
}
