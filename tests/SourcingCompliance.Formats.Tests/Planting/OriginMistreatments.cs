namespace SourcingCompliance.Formats.Tests.Planting;

/// <summary>What happens to the column of origins.</summary>
internal static class OriginMistreatments
{
    /// <summary>All of them.</summary>
    public static readonly Mistreatment[] All =
    [
        new("zeros for blank origins", list => list.Change("origin", text => list.Random.Next(10) < 4 ? "0" : text, "China")),
        new("spreadsheet errors for blank origins", list => list.Change("origin", text => list.Random.Next(10) < 4 ? "#N/A" : text, "China")),
        new("dashes for blank origins", list => list.Change("origin", text => list.Random.Next(10) < 6 ? "-" : text, "China")),
        new("tariff codes among the origins", list => list.Change("origin", text => list.Random.Next(10) < 3 ? "8505.11.0070" : text, "China")),
        new("numeric country codes", list => { list.Change("origin", _ => list.Pick("840", "392", "276"), "156"); list.Origin = "156"; }),
        new("an odd code in the column", list => { list.Change("origin", _ => list.Pick("US", "JP", "SP", "JA", "TW", "UK"), "CN"); list.Origin = "CN"; }),
        new("three-letter codes", list => { list.Change("origin", _ => list.Pick("USA", "JPN", "DEU"), "CHN"); list.Origin = "CHN"; }),
        new("places in the column",
            list => { list.Change("origin", _ => list.Pick("Sao Paulo, SP, Brazil", "Noida, UP, India", "Austin, TX, USA"), "Shenzhen, CN"); list.Origin =
                "Shenzhen"; }),
        new("another header for the origin", list => list.Header[list.Roles["origin"]] =
            list.Pick("Mfr Country", "Made In", "C/O", "Ursprung", "COO (ISO)", "Herkunft", "产地", "Origin Ctry", "Country of Manufacture")),
        new("an unknown header for the origin", list => list.Header[list.Roles["origin"]] = list.Pick("Ctry 2", "Region", "Geo", "Where")),
        new("the origin of a second source", list => { list.Change("origin", text => text, "Japan"); list.Add("Country of Origin (alt)", _ => "", "China"); }),
        new("a second source in the row below", list => { list.Change("origin", text => text, "Japan"); list.PutBelow(("origin", "China")); }),
        new("a mark for the origin of the row above",
            list => { list.PutBelow(("name", list.Text), ("origin", list.Pick("〃", "\"", "ditto", "-do-", "same as above"))); }),
        new("marks for the name and the origin of the row above", list =>
        {
            List<string> above = [.. list.Planted];
            list.Rows.Insert(list.Rows.IndexOf(list.Planted), above);
            list.Planted[list.Roles["name"]] = list.Planted[list.Roles["origin"]] = list.Pick("〃", "\"", "Ditto", "dto.", "as above");
        }),
        new("the origin in a title above",
            list => { list.Change("origin", _ => "", ""); list.Above.AddRange([["All parts made in China unless noted"], []]); list.Origin = "China"; }),
        new("the origin in a note below",
            list => { list.Change("origin", _ => "", ""); list.Put(true); list.Put(true, "(1) Country of origin China"); list.Origin = "China"; }),
        new("the origin in a section above the row",
            list => { list.Change("origin", _ => "", ""); list.Rows.Insert(list.Rows.IndexOf(list.Planted),
                [.. new[] { "CHINA" }, .. Enumerable.Repeat("", list.Header.Count - 1)]); list.Origin = "CHINA"; }),
        new("the origin in the description",
            list => { list.Planted[list.Roles["origin"]] = ""; list.Planted[list.Roles["name"]] = list.Text + ", made in China"; }),
        new("the origin in remarks", list => { list.Planted[list.Roles["origin"]] = ""; list.Add("Remarks", _ => "", "made in China"); }),
        new("two countries in the cell", list => { list.Change("origin", text => text, "Japan/China"); list.Origin = "Japan/China"; }),
        new("the origin in capitals with blanks", list => { list.Change("origin", text => text, "  P.R. CHINA "); list.Origin = "P.R. CHINA"; }),
        new("the country of the firm beside the origin", list => list.Add("Manufacturer Country", _ => "US", "Germany")),
        new("origins of the first rows are blank", list => list.Change("origin", _ => "", "China")),
    ];
}
