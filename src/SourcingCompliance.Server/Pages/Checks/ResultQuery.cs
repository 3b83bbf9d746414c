using System.Globalization;
using SourcingCompliance.Server.Views;

namespace SourcingCompliance.Server.Pages.Checks;

/// <summary>What the address of a result page asks for. Every filter is part of the address, so that each view can be sent to a colleague and needs no
/// script.</summary>
public sealed record ResultQuery
{
    /// <summary>Rows of a page.</summary>
    public const int PageSize = 100;

    /// <summary>Id of the tab.</summary>
    public required string Tab { get; init; }

    /// <summary>The verdict; empty = all.</summary>
    public string Verdict { get; init; } = "";

    /// <summary>Words to search for; empty = none.</summary>
    public string Text { get; init; } = "";

    /// <summary>The supplier; empty = all.</summary>
    public string Supplier { get; init; } = "";

    /// <summary>The material; empty = all.</summary>
    public string Material { get; init; } = "";

    /// <summary>The column to sort by; empty = worst first.</summary>
    public string Sort { get; init; } = "";

    /// <summary>1-based page.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Reads the address.</summary>
    /// <param name="query">The query of the request.</param>
    public static ResultQuery Read(IQueryCollection query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return new ResultQuery
        {
            Tab = query["tab"].ToString() is { Length: > 0 } tab && ResultTab.Ids.Contains(tab) ? tab : "findings",
            Verdict = query["verdict"].ToString(),
            Text = query["q"].ToString().Trim(),
            Supplier = query["supplier"].ToString(),
            Material = query["material"].ToString(),
            Sort = query["sort"].ToString(),
            Page = int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out int page) && page is > 0 and < 100_000 ? page : 1,
        };
    }

    /// <summary>The address of a view that differs in some parts.</summary>
    /// <param name="change">Makes the other view.</param>
    public string With(Func<ResultQuery, ResultQuery> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        ResultQuery other = change(this);
        (string Name, string Value)[] parts = [("tab", other.Tab), ("verdict", other.Verdict), ("q", other.Text), ("supplier", other.Supplier),
            ("material", other.Material), ("sort", other.Sort), ("page", other.Page > 1 ? other.Page.ToString(CultureInfo.InvariantCulture) : "")];
        return "?" + string.Join('&', parts.Where(part => part.Value.Length > 0).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value)}"));
    }

    /// <summary>The findings that the view shows, whatever their verdict, in its order.</summary>
    /// <param name="view">The check.</param>
    public IEnumerable<FindingRow> FilterFindings(CheckView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        IEnumerable<FindingRow> rows =
            view.Findings.Where(row => (Supplier.Length == 0 || row.Supplier == Supplier) && (Material.Length == 0 || row.Material == Material)
            && (Text.Length == 0 || Contains(row.Part, row.Description, row.Why, row.Supplier, row.Material, row.Where, row.Cell)));
        return Sort switch
        {
            "part" => rows.OrderBy(row => row.Part, StringComparer.OrdinalIgnoreCase),
            "supplier" => rows.OrderBy(row => row.Supplier.Length == 0).ThenBy(row => row.Supplier, StringComparer.OrdinalIgnoreCase),
            "next" => rows.OrderBy(row => row.NextBy.Length == 0).ThenBy(row => row.NextBy, StringComparer.Ordinal),
            _ => rows,
        };
    }

    /// <summary>The line items that the view shows, whatever their verdict, in document order, each with its place.</summary>
    /// <param name="view">The check.</param>
    public IEnumerable<(LineRow Line, int Index)> FilterLines(CheckView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        IEnumerable<(LineRow Line, int Index)> rows = view.Lines.Select((line, index) => (line, index))
            .Where(row => Text.Length == 0
                || Contains(row.line.Part, row.line.Description, row.line.Maker, row.line.Supplier, row.line.Materials, row.line.Origin));
        return Sort == "part" ? rows.OrderBy(row => row.Line.Part, StringComparer.OrdinalIgnoreCase) : rows;
    }

    private bool Contains(params ReadOnlySpan<string> texts)
    {
        foreach (string text in texts)
        {
            if (text.Contains(Text, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
