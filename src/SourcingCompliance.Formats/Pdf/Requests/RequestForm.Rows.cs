using System.Collections.Immutable;
using System.Globalization;
using SourcingCompliance.Decisions;
using SourcingCompliance.Findings;
using SourcingCompliance.Formats.Pdf.Documents;
using SourcingCompliance.Formats.Pdf.Report;
using SourcingCompliance.Law;
using SourcingCompliance.Primitives;
using SourcingCompliance.Remediation;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Pdf.Requests;

/// <content>The rows and fields of the form.</content>
internal sealed partial class RequestForm
{
    private Table PartsTable(Column[] columns, ImmutableArray<TableRow> rows)
    {
        double share = (12 - PartColumn) / (columns.Length + 1);
        return new Table(
            [new TableColumn(PartColumn), .. Enumerable.Repeat(new TableColumn(share), columns.Length + 1)],
            [GetHead(["Part", "Part made in", .. columns.Select(column => Sentences.Capitalized(GetShort(column.Step)) + column.Elements)])],
            rows)
        {
            Summary = $"Parts of {_request.Supplier} with room for the country of each step",
            Style = Cell,
            Padding = 3,
            PaddingX = 2.5,
        };
    }

    private TableRow SharedRow(string part, int row, Column[] columns)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"{part} row {row}");
        return new TableRow(
        [
            new TableCell { Field = GetField($"{name} parts", $"Row {row}: the parts that it is for") },
            new TableCell { Field = GetField($"{name} made in", $"Row {row}: country where the finished part was made") },
            .. columns.Select(column => new TableCell { Field = GetField($"{name} {GetShort(column.Step)}", $"Row {row}: country where the material was "
                + $"{GetShort(column.Step)}{column.Elements}") }),
        ]);
    }

    private TableRow GetRow(AskedPart part, Column[] columns)
    {
        string number = part.Part.PartNumber;
        var what = new List<Paragraph> { new(Run.Code(number) with { IsStrong = true }) };
        string about = string.Join("\u00A0· ",
            new[] { Shortened(part.Part.Description), string.Join(", ", part.Part.Materials) }.Where(text => text.Length > 0));
        if (about.Length > 0)
        {
            what.Add(new Paragraph(Run.Muted(about)) { Style = Fine });
        }

        if (part.AsksMaterial)
        {
            what.Add(new Paragraph([Run.Strong("Contains: "), .. Materials.Select(material => new Run(material + " ")
            {
                Field = GetField($"{number} contains {material}", $"{number} contains {material}") with { IsCheckBox = true },
            })])
            { Style = Fine });
        }

        // What is on file for this part already is not asked again.
        return new TableRow(
        [
            new TableCell([.. what]) { IsRowHead = true },
            new TableCell { Field = GetField($"{number} made in", $"{number}: country where the finished part was made") },
            .. columns.Select(column => part.Steps.Any(step => step.Key == column.Step)
                ? new TableCell { Field = GetField($"{number} {GetShort(column.Step)}", $"{number}: country where the material was "
                    + $"{GetShort(column.Step)}{column.Elements}") }
                : new TableCell(new Paragraph(Run.Muted("on file")) { Style = Head })),
        ]);
    }

    private TableRow GetRow(string question, string name) => new(
        new TableCell(new Paragraph(question)) { IsRowHead = true },
        new TableCell { Field = GetField(name, question) with { IsMultiline = true, Height = 22 } });

    private TableCell Signed(string name, double height) =>
        new(new Paragraph(Run.Muted(name))) { IsRowHead = true, Field = GetField(name, name) with { Height = height } };

    private FormField GetField(string name, string says) => new((_prefix + name).Replace('.', ' '), says);

    private static Card Fact(string label, string value, double parts) => new(
        new Paragraph(Run.Muted(label)) { Style = Fine with { After = 0 } },
        new Paragraph(Run.Strong(value)) { Style = new TextStyle(9, 12) })
    { Parts = parts };

    private static TableRow GetHead(params ReadOnlySpan<string> titles)
    {
        ImmutableArray<TableCell>.Builder cells = ImmutableArray.CreateBuilder<TableCell>(titles.Length);
        foreach (string title in titles)
        {
            // Words whole: a column is as wide as its longest.
            cells.Add(new TableCell(new Paragraph([.. title.Split(' ')
                .SelectMany(word => new[] { new Run(word) { IsStrong = true, Color = Ink.Muted, IsUnbroken = true }, new Run(" ") })])
            { Style = Head }));
        }

        return new TableRow(cells.ToImmutable());
    }

    private static string GetShort(string stage) => MissingWords.GetShort(stage);

    private static string Shortened(string text) => text.Length <= LongestDescription ? text
        : text[..(char.IsHighSurrogate(text[LongestDescription - 1]) ? LongestDescription - 1 : LongestDescription)].TrimEnd() + "…";
}
