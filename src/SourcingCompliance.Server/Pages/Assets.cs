using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Primitives;

namespace SourcingCompliance.Server.Pages;

/// <summary>The files of <c>wwwroot</c>, which travel inside the program, and the sample BOM.</summary>
public static class Assets
{
    private static readonly Dictionary<string, Asset> Files = new(StringComparer.Ordinal)
    {
        ["site.css"] = new("text/css; charset=utf-8", Resource("site.css")),
        ["site.js"] = new("text/javascript; charset=utf-8", Resource("site.js")),
        ["mark.svg"] = new("image/svg+xml", Resource("mark.svg")),
    };

    /// <summary>The sample BOM, a csv.</summary>
    public static string Sample => Resource("sample.csv");

    /// <summary>Sends a file; a browser asks again each time and gets it only if it has changed.</summary>
    /// <param name="name">Name of the file.</param>
    /// <param name="context">The request.</param>
    public static IResult Get(string name, HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!Files.TryGetValue(name, out Asset? file))
        {
            return Results.NotFound();
        }

        context.Response.Headers.CacheControl = "no-cache";
        context.Response.Headers.ETag = file.Tag;
        return context.Request.Headers.IfNoneMatch == new StringValues(file.Tag) ? Results.StatusCode(StatusCodes.Status304NotModified)
            : Results.Text(file.Text, file.Type);
    }

    private static string Resource(string name)
    {
        using Stream stream = typeof(Assets).Assembly.GetManifestResourceStream("wwwroot/" + name)
            ?? throw new InvalidOperationException($"The build did not embed {name}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private sealed record Asset(string Type, string Text)
    {
        public string Tag { get; } = $"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)))[..16]}\"";
    }
}
