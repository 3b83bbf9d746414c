namespace SourcingCompliance.Formats.Tests.Planting;

/// <summary>In which form a list is written.</summary>
internal enum ListForm
{
    Csv,
    Text,
    Xlsx,
    Ods,
    Markdown,
}

/// <summary>
/// A made-up list with one planted row: a covered part of Chinese origin. Mistreatments change it the way people and programs do; the
/// planted text and its origin stay somewhere in the file.
/// </summary>
internal sealed class PlantedList
{
    /// <summary>Number of the planted part.</summary>
    public const string Number = "PLANT-1";

    private static readonly string[] Parts =
    [
        "SCREW M3X8", "RES 10K 0402", "BRACKET, STEEL", "PCB, MAIN", "WASHER", "LABEL", "IC, MCU 32 BIT",
        "CONN 2X5", "CABLE ASSY", "O-RING 12X2", "Housing, aluminum", "Nut M4",
    ];

    private static readonly (string Role, string[] Headers)[] Columns =
    [
        ("number", ["Part Number", "P/N", "Item No", "Artikelnummer", "品番"]),
        ("name", ["Description", "Part Description", "Item Description", "Bezeichnung", "Désignation", "Descripción", "名称"]),
        ("quantity", ["Qty", "Quantity", "Menge", "Anzahl", "Qté"]),
        ("maker", ["Manufacturer", "Mfr", "Hersteller", "Fabricant"]),
        ("reference", ["Reference", "RefDes", "Designator"]),
        ("unit", ["Unit", "UOM"]),
        ("revision", ["Rev", "Revision"]),
    ];

    private PlantedList(Random random, string text) => (Random, Text) = (random, text);

    /// <summary>Draws what a mistreatment leaves to chance; seeded.</summary>
    public Random Random { get; }

    /// <summary>The planted text.</summary>
    public string Text { get; set; }

    /// <summary>What names the planted origin in the file.</summary>
    public string Origin { get; set; } = "China";

    /// <summary>Rows above the header.</summary>
    public List<List<string>> Above { get; } = [];

    /// <summary>The header.</summary>
    public List<string> Header { get; } = [];

    /// <summary>The rows below it.</summary>
    public List<List<string>> Rows { get; } = [];

    /// <summary>The planted row.</summary>
    public List<string> Planted { get; private set; } = [];

    /// <summary>0-based columns by role; a list has a name, a quantity and an origin, and perhaps others.</summary>
    public Dictionary<string, int> Roles { get; } = new(StringComparer.Ordinal);

    /// <summary>How the list is written.</summary>
    public ListForm Form { get; set; }

    /// <summary>What stands between two cells of a csv.</summary>
    public string Delimiter { get; set; } = ",";

    /// <summary>Name of the encoding of a csv.</summary>
    public string Encoding { get; set; } = "utf-8";

    /// <summary>Whether a csv pads its cells to columns.</summary>
    public bool IsPadded { get; set; }

    /// <summary>Whether a csv quotes every cell.</summary>
    public bool IsQuoted { get; set; }

    /// <summary>What ends a line of a csv.</summary>
    public string LineEnd { get; set; } = "\n";

    /// <summary>A list of some screws with the planted row among them.</summary>
    public static PlantedList Make(Random random, string text)
    {
        var list = new PlantedList(random, text);
        foreach ((string role, string[] headers) in Columns)
        {
            if (role is "name" or "quantity" || random.Next(10) < 5)
            {
                list.Roles.Add(role, list.Header.Count);
                list.Header.Add(random.Next(3) == 0 ? list.Pick(headers) : headers[0]);
            }
        }

        int count = random.Next(2, 40);
        int at = random.Next(count + 1);
        for (int i = 0; i <= count; i++)
        {
            list.Rows.Add([.. list.Roles.Keys.Select(role => i == at ? list.PlantedCell(role) : list.Cell(role, i))]);
        }

        list.Planted = list.Rows[at];
        list.Roles.Add("origin", list.Add("Country of Origin", _ => list.Pick("US", "Japan", "Germany", "Taiwan", ""), "China"));
        return list;
    }

    /// <summary>One of some texts.</summary>
    public string Pick(params string[] texts) => texts[Random.Next(texts.Length)];

    /// <summary>Adds a column at the end and gives its place.</summary>
    /// <param name="header">Its header.</param>
    /// <param name="cell">What stands in the other rows.</param>
    /// <param name="planted">What stands in the planted row.</param>
    public int Add(string header, Func<int, string> cell, string planted)
    {
        Header.Add(header);
        for (int i = 0; i < Rows.Count; i++)
        {
            Rows[i].Add(ReferenceEquals(Rows[i], Planted) ? planted : cell(i));
        }

        return Header.Count - 1;
    }

    /// <summary>Adds a column at a place.</summary>
    public void Insert(int at, string header, Func<int, string> cell, string planted)
    {
        Header.Insert(at, header);
        for (int i = 0; i < Rows.Count; i++)
        {
            Rows[i].Insert(at, ReferenceEquals(Rows[i], Planted) ? planted : cell(i));
        }

        foreach ((string role, int column) in Roles.ToList())
        {
            Roles[role] = column >= at ? column + 1 : column;
        }
    }

    /// <summary>Changes the cells of a role in all rows but the planted one, and that of the planted row.</summary>
    public void Change(string role, Func<string, string> others, string planted)
    {
        int column = Roles[role];
        foreach (List<string> row in Rows)
        {
            row[column] = ReferenceEquals(row, Planted) ? planted : others(row[column]);
        }
    }

    /// <summary>Adds a row at a place drawn by chance, or at the end.</summary>
    public void Put(bool isLast, params string[] cells) =>
        Rows.Insert(isLast ? Rows.Count : Random.Next(Rows.Count + 1), [.. cells, .. Enumerable.Repeat("", Math.Max(0, Header.Count - cells.Length))]);

    /// <summary>Adds a row below the planted one: blank but for some cells.</summary>
    public void PutBelow(params (string Role, string Text)[] cells)
    {
        List<string> row = [.. Enumerable.Repeat("", Header.Count)];
        foreach ((string role, string text) in cells)
        {
            row[Roles[role]] = text;
        }

        Rows.Insert(Rows.IndexOf(Planted) + 1, row);
    }

    /// <summary>Puts the columns into another order.</summary>
    public void Shuffle()
    {
        int[] order = [.. Enumerable.Range(0, Header.Count)];
        Random.Shuffle(order);
        List<string> header = [.. order.Select(column => Header[column])];
        Header.Clear();
        Header.AddRange(header);
        foreach (List<string> row in Rows.Where(row => row.Count >= order.Length))
        {
            List<string> cells = [.. order.Select(column => row[column])];
            row.Clear();
            row.AddRange(cells);
        }

        foreach ((string role, int column) in Roles.ToList())
        {
            Roles[role] = Array.IndexOf(order, column);
        }
    }

    private string Cell(string role, int row) => role switch
    {
        "number" => FormattableString.Invariant($"10-{row:0000}"),
        "name" => Pick(Parts),
        "quantity" => FormattableString.Invariant($"{Random.Next(1, 9)}"),
        "maker" => Pick("Acme", "Bolt & Co", ""),
        "reference" => FormattableString.Invariant($"R{row + 1}"),
        "unit" => "EA",
        _ => Pick("A", "B", ""),
    };

    private string PlantedCell(string role) => role switch
    {
        "number" => Number,
        "name" => Text,
        "quantity" => "4",
        "maker" => "Acme",
        "unit" => "EA",
        _ => "",
    };
}
