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
        new("windows-1250", list => { Latin(list); list.Encoding = "windows-1250"; list.Header[list.Roles["origin"]] =
            "Země původu"; list.Change("origin", _ => "Německo", "Čína"); list.Origin = "Čína"; }),
        new("windows-1254", list => { Latin(list); list.Encoding = "windows-1254"; list.Header[list.Roles["origin"]] =
            "Menşei"; list.Change("origin", _ => "Türkiye", "Çin"); list.Origin = "Çin"; }),
        new("gb18030",
            list => { list.Encoding = "gb18030"; list.Header[list.Roles["origin"]] = "原产地"; list.Change("origin", _ => "日本", "中国"); list.Origin = "中国"; }),
        new("a text file", list => list.Form = ListForm.Text),
        new("a text file with tabs", list => { list.Form = ListForm.Text; list.Delimiter = "\t"; }),
        new("a markdown table", list => list.Form = ListForm.Markdown),
        new("xlsx", list => list.Form = ListForm.Xlsx),
        new("xlsx with a title block and totals",
            list => { list.Form = ListForm.Xlsx; list.Above.AddRange([["BILL OF MATERIALS"], ["Project", "X-7"], []]); list.Put(true, "Total", "17"); }),
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
        new("html entities", list => Damage(list,
            text => string.Concat(text.Select(letter => letter > 127 ? FormattableString.Invariant($"&#{(int)letter};") : letter.ToString())), "中国")),
        new("html tags", list => Damage(list, text => "<b>" + text.Replace(" ", "</b> <b>", StringComparison.Ordinal) + "</b>")),
        new("escapes of json", list => Damage(list,
            text => string.Concat(text.Select(letter => letter > 127 ? FormattableString.Invariant($"\\u{(int)letter:x4}") : letter.ToString())), "中国")),
        new("escapes of an address", list => Damage(list, text => Uri.EscapeDataString(text.Replace(' ', '~')).Replace('~', ' '), "中国")),
        new("escapes of a mail", list => Damage(list, text => Uri.EscapeDataString(text.Replace(' ', '~')).Replace('~', ' ').Replace('%', '='), "中国")),
        new("utf-8 read as latin-1 and saved again", list => Damage(list, Misread, "中国")),
        new("utf-8 read as latin-1 twice", list => Damage(list, text => Misread(Misread(text)), "中国")),
        new("letters of another alphabet", list => Damage(list, text => text.Replace('a', 'а').Replace('e', 'е').Replace('M', 'М').Replace('T', 'Т'))),
        new("a mathematical alphabet", list => Damage(list,
            text => string.Concat(text.Select(letter => char.IsAsciiLetterUpper(letter) ? char.ConvertFromUtf32(0x1D400 + letter - 'A') : letter.ToString())))),
        new("characters without width", list => Damage(list, text => string.Join('\u2060', text.AsEnumerable()))),
        new("words parted at the end of lines",
            list => Damage(list, text => text.Length > 3 && char.IsLower(text[2]) && char.IsLower(text[3]) ? text[..3] + "-\n" + text[3..] : text)),
        new("a name whose letters were lost", list => list.Planted[list.Roles["name"]] = list.Text = "????"),
        new("line breaks within cells", list => list.Planted[list.Roles["name"]] = list.Text.Replace(' ', '\n')),
    ];

    // The name and the origin of the planted part, which may be written in another language.
    private static void Damage(PlantedList list, Func<string, string> damage, string origin = "China")
    {
        list.Planted[list.Roles["name"]] = damage(list.Text);
        list.Planted[list.Roles["origin"]] = damage(origin);
        list.Origin = origin;
    }

    private static string Misread(string text) => System.Text.Encoding.Latin1.GetString(System.Text.Encoding.UTF8.GetBytes(text));

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
