using System.Text;
using SourcingCompliance.Formats.Writing.Html;

namespace SourcingCompliance.Server.Pages;

/// <summary>Style and scripts of the pages; the result page has those of the HTML report.</summary>
public static class Assets
{
    private static readonly Dictionary<string, (string Type, string Text)> Files = new(StringComparer.Ordinal)
    {
        ["site.css"] = ("text/css; charset=utf-8", HtmlReportWriter.Style + Resource("site.css")),
        ["report.js"] = ("text/javascript; charset=utf-8", HtmlReportWriter.Script),
        ["upload.js"] = ("text/javascript; charset=utf-8", Resource("upload.js")),
        ["wait.js"] = ("text/javascript; charset=utf-8", Resource("wait.js")),
    };

    /// <summary>Sends a file.</summary>
    public static IResult Get(string name) => Files.TryGetValue(name, out (string Type, string Text) file) ? Results.Text(file.Text, file.Type) : Results.NotFound();

    private static string Resource(string name)
    {
        using Stream stream = typeof(Assets).Assembly.GetManifestResourceStream("pages/" + name) ?? throw new InvalidOperationException($"The build did not embed {name}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
