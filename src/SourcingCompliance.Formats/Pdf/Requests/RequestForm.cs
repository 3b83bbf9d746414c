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

/// <summary>The parts of a letter that the supplier fills in.</summary>
internal sealed partial class RequestForm
{
    private const double PartColumn = 3.3;
    private const int LongestDescription = 70;
    private const int MostRows = 24;
    private const int SharedRows = 8;
    private static readonly TextStyle Cell = new(7.6, 9.6) { After = 2 };
    private static readonly TextStyle Fine = new(7, 8.8) { After = 2 };
    private static readonly TextStyle Head = new(6.4, 8.2);
    private static readonly string[] Materials = ["no covered material", "SmCo magnet", "NdFeB magnet", "tantalum", "tungsten powder", "tungsten heavy alloy"];
    private readonly ComplianceReport _report;
    private readonly SupplierRequest _request;
    private readonly string _prefix;
    private readonly AskedPart[] _parts;
    private readonly (string Step, int Place)[] _steps;

    /// <summary>The form of a letter.</summary>
    /// <param name="report">The report.</param>
    /// <param name="request">The request.</param>
    /// <param name="prefix">Stands before the name of each field.</param>
    public RequestForm(ComplianceReport report, SupplierRequest request, string prefix)
    {
        (_report, _request, _prefix) = (report, request, prefix);
        HashSet<string> numbers = [.. request.Parts.Select(part => part.PartNumber)];
        ILookup<string, MissingFact> missing = report.Files.SelectMany(file => file.Findings)
            .Where(finding => numbers.Contains(finding.PartNumber)
                && string.Equals(finding.Supplier.Trim(), request.Supplier.Trim(), StringComparison.OrdinalIgnoreCase))
            .SelectMany(finding => finding.Missing.Select(fact => (finding.PartNumber, Fact: fact)))
            .Concat(GetMissingIfContained(report, numbers)).Distinct()
            .ToLookup(entry => entry.PartNumber, entry => entry.Fact, StringComparer.Ordinal);
        _parts = [.. request.Parts.Select(part => AskedPart.From(part, [.. missing[part.PartNumber]]))];
        _steps = [.. _parts.SelectMany(part => part.Steps.Select(step => (step.Key, MissingWords.GetPlace(step.Key)))).Distinct().OrderBy(step => step.Item2)];
    }

    // Whoever is asked whether a part contains a material is asked for its steps at once, as in the questionnaire.
    private static IEnumerable<(string PartNumber, MissingFact Fact)> GetMissingIfContained(ComplianceReport report, HashSet<string> numbers) =>
        report.Files.SelectMany(file => file.Lines).Where(line => numbers.Contains(line.PartNumber))
            .SelectMany(line => line.Determinations.Where(one => one.Regime == report.Run.GateRegime && one.Verdict is Verdict.Open or Verdict.Suspect)
                .SelectMany(one => one.MissingIfContained).Select(fact => (line.PartNumber, fact)));

    /// <summary>Whom the letter is for, and what it refers to.</summary>
    public Cards Facts()
    {
        string order = _report.Settings.GetPurchaseOrder(_request.Supplier);
        return new Cards(
            Fact("To", _request.Supplier, 1.5),
            Fact("Reply by", Wording.FormatDate(_request.AnswerBy), 1),
            order.Length > 0 ? Fact("Purchase order", order, 1) : Fact("Purchase order", "see your open orders", 1),
            Fact("Parts", Wording.GetNumber(_parts.Length), 0.5))
        { After = 4 };
    }

    /// <summary>The parts with a column for each step; parts of another material have a table of their own.</summary>
    public IEnumerable<Block> Parts()
    {
        yield return new Paragraph("Write the country (name or two-letter code) where each step was done for each part; for several elements, one "
            + "country each." + (_parts.Any(part => part is { AsksMaterial: true, Steps.Length: > 0 })
                ? " If a part contains no covered material, mark that and leave its steps empty." : ""))
        { Style = Fine, KeepsWithNext = true };
        foreach (IGrouping<string, AskedPart> group in _parts.GroupBy(part => string.Join('|', part.Part.Materials), StringComparer.Ordinal))
        {
            AskedPart[] parts = [.. group];
            Column[] columns =
            [
                .. parts.SelectMany(part => part.Steps).GroupBy(step => step.Key, StringComparer.Ordinal).OrderBy(step => MissingWords.GetPlace(step.Key))
                    .Select(step => new Column(step.Key, MissingWords.GetElements(step.SelectMany(facts => facts)))),
            ];
            if (parts.Length <= MostRows)
            {
                yield return PartsTable(columns, [.. parts.Select(part => GetRow(part, columns))]);
                continue;
            }

            // Nobody fills in two hundred rows that say the same: the parts are listed, and a row is for as many of them as it names.
            yield return new Paragraph(
                Run.Strong($"{Wording.FormatCount(parts.Length, "part")} with the same steps: "),
                new Run(string.Join(", ", parts.Select(part => part.Part.PartNumber))
                    + ". In each row, write \"all\" or the parts that it is for."))
            { Style = Fine };
            yield return PartsTable(columns, [.. Enumerable.Range(1, SharedRows).Select(row => SharedRow(parts[0].Part.PartNumber, row, columns))]);
        }
    }

    /// <summary>Who did each step, and the lots that the answer is for.</summary>
    public IEnumerable<Block> Facilities(TextStyle section)
    {
        string[] steps = [.. _steps.Select(step => step.Step), .. _steps.Length == 0 ? ["Production of the part"] : Array.Empty<string>()];
        yield return new Heading(2, "2. Facilities") { Style = section };
        if (_parts.Length > 1)
        {
            yield return new Paragraph("If different facilities did a step for different parts, name the part with each facility.")
            { Style = Fine, KeepsWithNext = true };
        }

        yield return new Table(
            [new TableColumn(2.4), new TableColumn(5.4), new TableColumn(4.2)],
            [GetHead("Step", "Company and place of the facility", "Lot, heat or melt, and dates")],
            [
                .. steps.Select(step => new TableRow(
                    new TableCell(new Paragraph(Sentences.Capitalized(GetShort(step)))) { IsRowHead = true },
                    new TableCell { Field = GetField($"Facility {GetShort(step)}", $"Company and place of the facility where the material was "
                        + $"{GetShort(step)}") },
                    new TableCell { Field = GetField($"Lot {GetShort(step)}", $"Lot, heat or melt and dates of the material that was {GetShort(step)}") })),
            ])
        {
            Summary = "Facilities by step of production, with room for company, place, lot and dates",
            Style = Cell,
            Padding = 3,
        };
    }

    /// <summary>What else is asked, and the source to name where an answer is not known.</summary>
    public IEnumerable<Block> Questions(TextStyle section)
    {
        var rows = new List<TableRow>();
        foreach (IGrouping<string, (string Part, string Text)> question in _parts.SelectMany(part =>
            part.Questions.Select(text => (part.Part.PartNumber, text)))
            .GroupBy(question => question.text, StringComparer.Ordinal))
        {
            string[] parts = [.. question.Select(entry => entry.Part).Distinct(StringComparer.Ordinal)];
            string whose = parts.Length == _parts.Length ? "" : $" ({(parts.Length > 3 ? Wording.FormatCount(parts.Length, "part") : Wording.GetList(parts))})";
            rows.Add(GetRow(Sentences.Capitalized(question.Key) + whose, string.Create(CultureInfo.InvariantCulture, $"Question {rows.Count + 1}")));
        }

        rows.Add(GetRow("If you do not know a step: your source, and the date by which you expect its answer", "Source of unknown steps"));
        return
        [
            new Heading(2, "3. More questions") { Style = section },
            new Table([new TableColumn(6), new TableColumn(6)], [GetHead("Question", "Answer")],
                [.. rows]) { Summary = "More questions with room for answers", Style = Cell, Padding = 3 },
        ];
    }

    /// <summary>The certification with room for the signature; it stands on the page of the last questions.</summary>
    public IEnumerable<Block> Certification(TextStyle section) =>
    [
        new Heading(2, "4. Certification") { Style = section },
        new Paragraph("I certify that these statements are true and complete to the best of my knowledge for the parts and lots named above, that they rest "
            + "on records which we keep, and that I may bind the company named below.") { Style = Cell with { After = 4 }, KeepsWithNext = true },
        new Table(
            [new TableColumn(6), new TableColumn(6)],
            [],
            [
                new TableRow(Signed("Signature", 30), Signed("Date", 30)),
                new TableRow(Signed("Name", 17), Signed("Title", 17)),
                new TableRow(Signed("Company and CAGE code", 17), Signed("Certificate valid until", 17)),
            ])
        {
            Summary = $"Room for the signature of {_request.Supplier}",
            Style = Fine,
            Padding = 2,
        },
    ];

    private sealed record Column(string Step, string Elements);

    /// <summary>A part with what is asked about it.</summary>
    /// <param name="Part">The part.</param>
    /// <param name="Steps">The steps in the order of production, each with the elements that are asked about.</param>
    /// <param name="AsksMaterial">Whether it is asked what the part contains.</param>
    /// <param name="Questions">Every other question, without the part number in front.</param>
    private sealed record AskedPart(RequestedPart Part, ImmutableArray<IGrouping<string, MissingFact>> Steps,
        bool AsksMaterial, ImmutableArray<string> Questions)
    {
        public static AskedPart From(RequestedPart part, MissingFact[] missing)
        {
            MissingFact[] placed = [.. missing.Where(fact => (fact.Fact == MissingFactIds.StageOrigin && fact.Stage is not null)
                || fact.Fact is MissingFactIds.CountryOfOrigin or MissingFactIds.MaterialIdentity)];
            HashSet<string> known = [.. placed.SelectMany(fact => new[] { fact.Question, WithoutPart(fact.Question, part.PartNumber) })];
            return new AskedPart(
                part,
                [.. placed.Where(fact => fact.Fact == MissingFactIds.StageOrigin).GroupBy(fact => fact.Stage ?? "", StringComparer.Ordinal)
                    .OrderBy(step => MissingWords.GetPlace(step.Key))],
                placed.Any(fact => fact.Fact == MissingFactIds.MaterialIdentity),
                [.. part.Questions.Select(question => WithoutPart(question, part.PartNumber))
                    .Where(question => !known.Contains(question)).Distinct(StringComparer.Ordinal)]);
        }

        // A question begins with its part, which stands next to it.
        private static string WithoutPart(string question, string part) =>
            question.StartsWith(part + ": ", StringComparison.Ordinal) ? question[(part.Length + 2)..] : question;
    }
}
