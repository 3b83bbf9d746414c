using System.Security.Cryptography;
using System.Text;
using SourcingCompliance.Findings;
using SourcingCompliance.Formats.Writing.Html.LongLists;
using SourcingCompliance.Primitives;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Writing.Html;

/// <summary>
/// Writes the report as one HTML file that needs nothing else: it opens from a disk or an attachment, asks no network, and a content
/// security policy forbids every script and style but its own two. Without scripts everything can still be read.
/// </summary>
public sealed class HtmlReportWriter : IReportWriter
{
    /// <summary>The style sheet of the page, for a face that serves it as a file.</summary>
    public static string Style { get; } = Resource("report.css") + VerdictStyle();

    /// <summary>The script of the page, for a face that serves it as a file.</summary>
    public static string Script { get; } = Resource("lists.js") + Resource("report.js");

    /// <inheritdoc/>
    public string Format => "html";

    /// <inheritdoc/>
    public string FileSuffix => ".html";

    /// <inheritdoc/>
    public void Write(ComplianceReport report, Stream output)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);
        using StreamWriter text = ReportText.Open(output);
        var page = new HtmlPage(text);
        string name = report.Files.Length == 1 ? report.Files[0].Name : Wording.FormatCount(report.Files.Length, "file");
        WriteHead(page, name, "findings");
        WriteContent(page, report, name);
        page.AddTrusted("<script>");
        page.AddTrusted(Script);
        page.AddTrusted("</script>\n</body>\n</html>\n");
    }

    /// <summary>The visible mark of a verdict: shape, color and word.</summary>
    internal static void AddMark(HtmlPage page, Verdict verdict)
    {
        VerdictLook look = VerdictLook.From(verdict);
        page.Add($"<span class=\"v {ReportTokens.Format(verdict)}\"><span class=\"shape\" aria-hidden=\"true\">{look.Shape}</span>{look.Name}</span>");
    }

    private static void WriteContent(HtmlPage page, ComplianceReport report, string name)
    {
        var rows = new ReportRows(report);
        AnswerSection.Write(page, report, name);
        FindingsSection.Write(page, report, rows);
        PlanSection.Write(page, report, rows);
        WaivedSection.Write(page, report);
        NotInstalledSection.Write(page, report);
        PoliciesSection.Write(page, report);
        LinesSection.Write(page, report, rows);
        AdvisoriesSection.Write(page, report);
        InputsSection.Write(page, report);
        WriteFoot(page, report);
    }

    /// <summary>The head of a page of ours, and the way for readers that cannot see past it.</summary>
    /// <param name="page">The page.</param>
    /// <param name="name">What was checked.</param>
    /// <param name="main">Id of the section that matters most.</param>
    internal static void WriteHead(HtmlPage page, string name, string main)
    {
        page.Add($"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-{ComputeHash(Style)}'; script-src 'sha256-{ComputeHash(Script)}'; base-uri 'none'; form-action 'none'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="referrer" content="no-referrer">
            <title>Sourcing check: {name}</title>
            <style>
            """);
        page.AddTrusted(Style);
        page.Add($"</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#{main}\">Skip to the {main}</a>\n");
    }

    /// <summary>The law that was applied, and the limits.</summary>
    internal static void WriteFoot(HtmlPage page, ComplianceReport report)
    {
        page.Add($"<footer>\n<p><strong>Not legal advice.</strong> Checked as of {Wording.FormatDate(report.Run.AsOf)} by {report.Tool.Name} "
            + $"{report.Tool.Version}. Rules applied:</p>\n<ul>\n");
        foreach (PackReference pack in report.Packs.Where(pack => pack.Status != "advisory"))
        {
            WritePack(page, pack);
        }

        page.AddTrusted("</ul>\n");
        if (report.SecondOpinion?.Sentence is { } opinion)
        {
            page.Add($"<p>{opinion}.</p>\n");
        }

        PackReference[] related = [.. report.Packs.Where(pack => pack.Status == "advisory")];
        if (related.Length > 0)
        {
            page.Add($"<details><summary>Related rules, shown for information only ({related.Length})</summary>\n<ul>\n");
            foreach (PackReference pack in related)
            {
                WritePack(page, pack);
            }

            page.AddTrusted("</ul>\n</details>\n");
        }

        page.AddTrusted("</footer>\n");
    }

    private static void WritePack(HtmlPage page, PackReference pack)
    {
        page.Add($"<li>{pack.Title}, edition {pack.Edition}");
        if (pack.Status is not ("active" or "advisory"))
        {
            page.Add($" <span class=\"draft\">{pack.Status.ToUpperInvariant()}: not used for the result</span>");
        }

        if (pack.VerifyBy is { } day)
        {
            page.Add($", to be verified by <time datetime=\"{day}\">{Wording.FormatDate(day)}</time>");
        }

        page.Add($"<br><code class=\"id\">{pack.Id} {pack.Sha256}</code></li>\n");
    }

    // One place knows the colors: VerdictLook. The sheet only uses them.
    private static string VerdictStyle()
    {
        var css = new StringBuilder();
        foreach (Verdict verdict in Enum.GetValues<Verdict>())
        {
            VerdictLook look = VerdictLook.From(verdict);
            css.Append(System.Globalization.CultureInfo.InvariantCulture,
                $".{ReportTokens.Format(verdict)} {{ --ink: {look.Ink}; --tint: {look.Tint}; --dark-ink: {look.DarkInk}; --dark-tint: {look.DarkTint}; }}\n");
        }

        return css.ToString();
    }

    private static string ComputeHash(string text) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Resource(string name)
    {
        using Stream stream = typeof(HtmlReportWriter).Assembly.GetManifestResourceStream("html/" + name)
            ?? throw new InvalidOperationException($"The build did not embed {name}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        // A checkout may have turned line ends; the hash in the policy is over what is written.
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
