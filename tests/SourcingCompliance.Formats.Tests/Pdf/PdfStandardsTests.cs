using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SourcingCompliance.Formats.Pdf.Report;
using SourcingCompliance.Formats.Tests.Writing;

namespace SourcingCompliance.Formats.Tests.Pdf;

/// <summary>
/// What PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1) ask and a program can check, held against a whole report and against a document
/// with one of everything. The files claim both standards, so these checks stand behind the claim.
/// </summary>
public class PdfStandardsTests
{
    private static readonly Dictionary<string, PdfFile> Files = new(StringComparer.Ordinal)
    {
        ["everything"] = new PdfFile(Documents.Write(Documents.Everything())),
        ["report"] = new PdfFile(Written()),
        ["requests"] = new PdfFile(SampleRequests.Write()),
    };

    public static TheoryData<string> Names => new(["everything", "report", "requests"]);

    public static TheoryData<string> WithPictures => new(["everything", "report"]);

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_piece_of_content_is_in_the_structure_once_or_decoration(string name)
    {
        PdfFile file = Files[name];
        var structure = new PdfStructure(file);
        foreach ((int page, int index) in file.Pages.Select((page, index) => (page, index)))
        {
            string content = file.Content(page);
            int[] marks = [.. Regex.Matches(content, @"/MCID (\d+) >> BDC").Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture))];
            IReadOnlyList<int> owners = PdfFile.References(file.Objects[structure.Parents[index]]);
            marks.ShouldBe(Enumerable.Range(0, marks.Length));
            owners.Count.ShouldBe(marks.Length);
            foreach (int mark in marks)
            {
                structure.OwnerOf(page, mark).Id.ShouldBe(owners[mark]);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_is_drawn_outside_of_marked_content(string name)
    {
        foreach (int page in Files[name].Pages)
        {
            int depth = 0;
            foreach (string line in Files[name].Content(page).Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                depth += line.EndsWith("BDC", StringComparison.Ordinal) || line.EndsWith("BMC", StringComparison.Ordinal) ? 1 : 0;
                depth -= line == "EMC" ? 1 : 0;
                depth.ShouldBeInRange(0, 1);
                bool draws = Regex.IsMatch(line, @"(Tj|re f|\bf|\bS|\bs)$");
                (draws && depth == 0).ShouldBeFalse($"'{line}' is drawn outside of marked content");
            }

            depth.ShouldBe(0);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_marked_role_is_the_role_of_its_node(string name)
    {
        PdfFile file = Files[name];
        var structure = new PdfStructure(file);
        foreach (int page in file.Pages)
        {
            foreach (Match mark in Regex.Matches(file.Content(page), @"/(\w+) << /MCID (\d+) >> BDC"))
            {
                int number = int.Parse(mark.Groups[2].Value, CultureInfo.InvariantCulture);
                structure.OwnerOf(page, number).Role.ShouldBe(mark.Groups[1].Value);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_node_says_truly_to_whom_it_belongs(string name)
    {
        foreach (PdfElement element in new PdfStructure(Files[name]).All)
        {
            element.Children.ShouldAllBe(child => PdfFile.Reference(child.Body, "P") == element.Id);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Headings_leave_out_no_level(string name)
    {
        int last = 0;
        foreach (PdfElement heading in new PdfStructure(Files[name]).All.Where(element => Regex.IsMatch(element.Role, "^H[1-6]$")))
        {
            int level = heading.Role[1] - '0';
            level.ShouldBeLessThanOrEqualTo(last + 1);
            last = level;
        }

        last.ShouldBeGreaterThan(0);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Tables_are_regular_and_their_heads_say_what_they_head(string name)
    {
        List<PdfElement> tables = [.. new PdfStructure(Files[name]).All.Where(element => element.Role == "Table")];
        tables.ShouldNotBeEmpty();
        foreach (PdfElement table in tables)
        {
            List<PdfElement> rows = [.. PdfStructure.Below(table).Where(element => element.Role == "TR")];
            rows.Select(row => row.Children.Sum(SpanOf)).Distinct().ShouldHaveSingleItem();
            rows.SelectMany(row => row.Children).Select(cell => cell.Role).Distinct().ShouldBeSubsetOf(["TH", "TD"]);
            PdfStructure.Below(table).Where(element => element.Role == "TH").ShouldAllBe(head => Regex.IsMatch(head.Body, "/Scope /(Column|Row)"));
            table.Body.ShouldContain("/Summary ");
        }
    }

    [Theory]
    [MemberData(nameof(WithPictures))]
    public void Figures_have_words_in_their_place_and_a_box(string name)
    {
        List<PdfElement> figures = [.. new PdfStructure(Files[name]).All.Where(element => element.Role == "Figure")];

        figures.ShouldNotBeEmpty();
        figures.ShouldAllBe(figure => Regex.IsMatch(figure.Body, @"/Alt [(<]..") && Regex.IsMatch(figure.Body, @"/BBox \[[\d. ]+\]"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Lists_are_lists(string name)
    {
        List<PdfElement> lists = [.. new PdfStructure(Files[name]).All.Where(element => element.Role == "L")];

        lists.ShouldNotBeEmpty();
        foreach (PdfElement item in lists.SelectMany(list => list.Children))
        {
            item.Role.ShouldBe("LI");
            item.Children.Select(child => child.Role).ShouldBe(["Lbl", "LBody"]);
        }
    }

    [Theory]
    [MemberData(nameof(WithPictures))]
    public void Links_belong_to_a_link_node_and_say_where_they_lead(string name)
    {
        PdfFile file = Files[name];
        var structure = new PdfStructure(file);
        foreach ((int id, string annotation) in file.Having("/Type /Annot"))
        {
            int key = int.Parse(Regex.Match(annotation, @"/StructParent (\d+)").Groups[1].Value, CultureInfo.InvariantCulture);
            PdfElement owner = structure.All.Single(element => element.Annotations.Contains(id));
            owner.Id.ShouldBe(structure.Parents[key]);
            owner.Role.ShouldBe("Link");
            owner.Marked.ShouldNotBeEmpty();
            annotation.ShouldMatch(@"/Contents [(<].");
            annotation.ShouldContain("/F 4 ");
        }
    }

    [Fact]
    public void Notes_have_names_of_their_own_and_a_mention()
    {
        List<PdfElement> all = [.. new PdfStructure(Files["everything"]).All];
        List<PdfElement> notes = [.. all.Where(element => element.Role == "Note")];

        notes.ShouldNotBeEmpty();
        notes.Select(note => Regex.Match(note.Body, @"/ID \((.+?)\)").Groups[1].Value).Distinct(StringComparer.Ordinal).Count().ShouldBe(notes.Count);
        all.Count(element => element.Role == "Reference").ShouldBeGreaterThanOrEqualTo(notes.Count);
        Files["everything"].Objects[PdfFile.Reference(Files["everything"].Catalog, "StructTreeRoot")].ShouldContain("/IDTree << /Names [(note-1)");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_font_is_embedded_with_widths_and_text_behind_its_codes(string name)
    {
        PdfFile file = Files[name];
        foreach ((_, string font) in file.Having("/Subtype /Type0"))
        {
            string map = Encoding.ASCII.GetString(file.Streams[PdfFile.Reference(font, "ToUnicode")]);
            string descendant = file.Objects[PdfFile.References(Regex.Match(font, @"/DescendantFonts \[([^\]]+)\]").Groups[1].Value)[0]];
            string descriptor = file.Objects[PdfFile.Reference(descendant, "FontDescriptor")];
            int mapped = Regex.Count(map[map.IndexOf("endcodespacerange", StringComparison.Ordinal)..],
                @"^<[0-9A-F]{4}> <[0-9A-F]{4,8}>$", RegexOptions.Multiline);
            double[] widths = [.. Regex.Match(descendant, @"/W \[0 \[([^\]]+)\]").Groups[1].Value.Split(' ')
                .Select(text => double.Parse(text, CultureInfo.InvariantCulture))];
            widths.Length.ShouldBe(mapped + 1);
            font.ShouldContain("/Encoding /Identity-H");
            if (descriptor.Contains("/FontFile2", StringComparison.Ordinal))
            {
                descendant.ShouldContain("/CIDToGIDMap /Identity");
                WidthsOf(file.Streams[PdfFile.Reference(descriptor, "FontFile2")]).Take(widths.Length).Zip(widths)
                    .ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) < 0.01);
            }
            else
            {
                file.Objects[PdfFile.Reference(descriptor, "FontFile3")].ShouldContain("/Subtype /CIDFontType0C");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_text_uses_the_glyph_for_nothing(string name)
    {
        foreach (int page in Files[name].Pages)
        {
            foreach (Match text in Regex.Matches(Files[name].Content(page), @"<([0-9A-F]+)> Tj"))
            {
                text.Groups[1].Value.Chunk(4).ShouldAllBe(code => new string(code) != "0000");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_catalog_says_what_readers_for_the_blind_need(string name)
    {
        string catalog = Files[name].Catalog;

        catalog.ShouldContain("/Lang (en-US)");
        catalog.ShouldContain("/MarkInfo << /Marked true >>");
        catalog.ShouldContain("/DisplayDocTitle true");
        Files[name].Pages.ShouldAllBe(page => Files[name].Objects[page].Contains("/Tabs /S", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_metadata_claim_both_standards(string name)
    {
        string metadata = Encoding.UTF8.GetString(Files[name].Streams[PdfFile.Reference(Files[name].Catalog, "Metadata")]);

        metadata.ShouldContain("<pdfaid:part>3</pdfaid:part>");
        metadata.ShouldContain("<pdfaid:conformance>A</pdfaid:conformance>");
        metadata.ShouldContain("<pdfuaid:part>1</pdfuaid:part>");
        metadata.ShouldContain("<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_colours_are_those_of_an_embedded_profile(string name)
    {
        PdfFile file = Files[name];
        byte[] profile = file.Streams[PdfFile.Reference(file.Catalog, "DestOutputProfile")];

        file.Catalog.ShouldContain("/S /GTS_PDFA1");
        BinaryPrimitives.ReadUInt32BigEndian(profile).ShouldBe((uint)profile.Length);
        Encoding.ASCII.GetString(profile, 12, 12).ShouldBe("mntrRGB XYZ ");
        Encoding.ASCII.GetString(profile, 36, 4).ShouldBe("acsp");
        uint count = BinaryPrimitives.ReadUInt32BigEndian(profile.AsSpan(128));
        for (int tag = 0; tag < count; tag++)
        {
            int entry = 132 + (12 * tag);
            uint end = BinaryPrimitives.ReadUInt32BigEndian(profile.AsSpan(entry + 4)) + BinaryPrimitives.ReadUInt32BigEndian(profile.AsSpan(entry + 8));
            end.ShouldBeLessThanOrEqualTo((uint)profile.Length);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_that_the_archive_forbids_is_in_the_file(string name)
    {
        string[] forbidden = ["/JavaScript", "/Encrypt", "/LZWDecode", "/OpenAction", "/Launch", "/SMask", "/Group", "/NeedAppearances"];
        foreach (string word in forbidden)
        {
            Files[name].Having(word + " ").ShouldBeEmpty();
        }
    }

    private static int SpanOf(PdfElement cell) =>
        Regex.Match(cell.Body, @"/ColSpan (\d+)") is { Success: true } match ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : 1;

    internal static double[] WidthsOf(byte[] font)
    {
        int count = BinaryPrimitives.ReadUInt16BigEndian(font.AsSpan(4));
        var tables = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int table = 0; table < count; table++)
        {
            int entry = 12 + (16 * table);
            tables[Encoding.ASCII.GetString(font, entry, 4)] = (int)BinaryPrimitives.ReadUInt32BigEndian(font.AsSpan(entry + 8));
        }

        int glyphs = BinaryPrimitives.ReadUInt16BigEndian(font.AsSpan(tables["maxp"] + 4));
        double em = BinaryPrimitives.ReadUInt16BigEndian(font.AsSpan(tables["head"] + 18));
        return [.. Enumerable.Range(0, glyphs).Select(glyph => BinaryPrimitives.ReadUInt16BigEndian(font.AsSpan(tables["hmtx"] + (4 * glyph))) * 1000 / em)];
    }

    private static byte[] Written()
    {
        using var output = new MemoryStream();
        new PdfReportWriter().Write(SampleReport.Build(), output);
        return output.ToArray();
    }
}
