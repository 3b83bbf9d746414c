using System.Collections.Immutable;
using SourcingCompliance.Findings;
using SourcingCompliance.Formats.Pdf.Documents;
using SourcingCompliance.Formats.Pdf.Fonts;
using SourcingCompliance.Primitives;
using SourcingCompliance.Remediation;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Pdf.Report;

/// <summary>What every section of the report needs.</summary>
/// <param name="Report">The report.</param>
/// <param name="Fonts">Measures labels of pictures.</param>
/// <param name="Page">Size of the pages.</param>
/// <param name="Veil">Takes names out of texts where the profile asks for it.</param>
internal sealed record ReportSetting(ComplianceReport Report, FontSet Fonts, PageFormat Page, SupplierVeil Veil)
{
    private readonly Lazy<Dictionary<string, string>> _firstOfGroup = new(() => ActionGroup.Of(Report.Actions)
        .SelectMany(group => group.Actions.Select(action => (action.Id, First: group.First.Id)))
        .DistinctBy(pair => pair.Id).ToDictionary(pair => pair.Id, pair => pair.First, StringComparer.Ordinal));

    /// <summary>The actions of the plan as its table shows them.</summary>
    public ImmutableArray<ActionGroup> Plan { get; } = ActionGroup.Of(Report.Actions);

    /// <summary>What the files are called.</summary>
    public FileNames Names { get; } = new(Report.Files.Select(file => file.Path));

    /// <summary>Anchor of an action in the plan: of the row that tells it.</summary>
    public string AnchorOf(RemediationAction action) => "action-" + _firstOfGroup.Value.GetValueOrDefault(action.Id, action.Id);

    /// <summary>Whether the report lists other sources in a section of its own.</summary>
    public bool HasOtherSources { get; init; }

    /// <summary>What exactly to do; makers that a section of their own lists are not told again.</summary>
    public string DetailOf(RemediationAction action) => HasOtherSources && action.Makers.Length > 0
        ? action.Detail.Replace(action.Makers, "What makers outside the covered countries say of themselves stands under \"Other sources\".", StringComparison.Ordinal)
        : action.Detail;

    /// <summary>The text as this report may show it.</summary>
    public string Words(string text) => Veil.Over(text);

    /// <summary>The beginning of a text that a list may hold a page of; an ellipsis says that there is more.</summary>
    public string Brief(string text)
    {
        const int longest = 240;
        string words = Words(text);
        return words.Length <= longest ? words : words[..(char.IsHighSurrogate(words[longest - 1]) ? longest - 1 : longest)].TrimEnd() + "…";
    }

    /// <summary>The deliveries of a period of the law, as a heading: <c>Deliveries from 1 January 2027</c>.</summary>
    public static string PeriodOf(RegimeReference regime)
    {
        string deliveries = ReportWords.DeliveriesOf([regime]);
        return deliveries.Length == 0 ? deliveries : char.ToUpperInvariant(deliveries[0]) + deliveries[1..];
    }

    /// <summary>Name of a supplier, or that none is stated.</summary>
    public string SupplierOf(string? supplier) => string.IsNullOrWhiteSpace(supplier) ? "Supplier not stated" : Words(supplier.Trim());

    /// <summary>The place of a cell as a reader of the list would name it: sheet and cell; the file too when there are several.</summary>
    public string PlaceOf(CellRef cell)
    {
        string file = cell.Address.Length == 0 ? cell.File : Report.Files.Length > 1 ? Names.Of(cell.File) : "";
        return Words(string.Join(" · ", new[] { file, cell.Sheet, cell.Address }.Where(part => part.Length > 0)));
    }

    /// <summary>A run of a small muted line below another text.</summary>
    public static Paragraph Below(params ImmutableArray<Run> runs) => new([.. runs.Select(run => run with { Color = run.Color ?? Ink.Muted })]);
}
