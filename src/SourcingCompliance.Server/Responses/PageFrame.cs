using Microsoft.AspNetCore.Antiforgery;
using SourcingCompliance.Formats.Writing.Html;
using SourcingCompliance.Server.Storage;

namespace SourcingCompliance.Server.Responses;

/// <summary>The frame of every page: head, the bar with the ways through the site, and the foot. Nothing in it is inline, so the policy can forbid that.</summary>
public static class PageFrame
{
    /// <summary>Name of the form field that proves a form came from a page of ours.</summary>
    public const string ForgeryField = "forgery";

    /// <summary>A page of ours: the body stands inside main.</summary>
    /// <param name="title">Title of the page and its first heading.</param>
    /// <param name="body">Writes what stands below the heading.</param>
    /// <param name="status">HTTP status.</param>
    /// <param name="script">File name of the script that makes it better; null = none.</param>
    public static IResult Show(string title, Action<HtmlPage> body, int status = StatusCodes.Status200OK, string? script = null)
    {
        ArgumentNullException.ThrowIfNull(body);
        return Write(title, script, "", status, page =>
        {
            page.Add($"<main id=\"main\">\n<h1>{title}</h1>\n");
            body(page);
            page.AddTrusted("</main>\n<footer>\n<p><strong>Not legal advice.</strong> Unknown is never a pass.</p>\n</footer>\n");
        });
    }

    /// <summary>A page whose content brings its own header, main and footer.</summary>
    /// <param name="title">Title of the page.</param>
    /// <param name="script">File name of the script that makes it better; null = none.</param>
    /// <param name="noScript">Markup of ours for the head of browsers without script.</param>
    /// <param name="status">HTTP status.</param>
    /// <param name="content">Writes the content.</param>
    public static IResult Write(string title, string? script, string noScript, int status, Action<HtmlPage> content)
    {
        ArgumentNullException.ThrowIfNull(content);
        string text = Text(page =>
        {
            AddHead(page, title, script, noScript);
            content(page);
            page.AddTrusted(End);
        });
        return Results.Text(text, "text/html; charset=utf-8", statusCode: status);
    }

    /// <summary>A page around a part of a stored HTML report, which is sent from the disk as it is: our own writer escaped every value in it.</summary>
    /// <param name="title">Title of the page.</param>
    /// <param name="script">File name of the script that makes it better.</param>
    /// <param name="report">The part.</param>
    /// <param name="before">Writes what stands before it.</param>
    /// <param name="after">Writes what stands after it.</param>
    public static IResult Around(string title, string script, PageSlice report, Action<HtmlPage> before, Action<HtmlPage> after) => new StoredPage(
        Text(page =>
        {
            AddHead(page, title, script, "");
            before(page);
        }),
        report,
        Text(page =>
        {
            after(page);
            page.AddTrusted(End);
        }));

    private const string End = "</body>\n</html>\n";

    private static string Text(Action<HtmlPage> write)
    {
        using var text = new StringWriter();
        write(new HtmlPage(text));
        return text.ToString();
    }

    private static void AddHead(HtmlPage page, string title, string? script, string noScript)
    {
        page.Add($"<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<title>{title} · SourcingCompliance</title>\n<link rel=\"icon\" href=\"data:,\">\n<link rel=\"stylesheet\" href=\"/assets/site.css\">\n");
        if (noScript.Length > 0)
        {
            page.AddTrusted($"<noscript>{noScript}</noscript>\n");
        }

        if (script is not null)
        {
            page.Add($"<script src=\"/assets/{script}\" defer></script>\n");
        }

        page.AddTrusted("""
            </head>
            <body>
            <nav class="site" aria-label="Site"><a class="skip" href="#main">Skip to the content</a><a href="/">Check a list</a><a href="/checks">History</a><a href="/deadlines">Deadlines</a><a href="/compare">Compare</a><a href="/mappings">Mappings</a><a href="/rules">Rules</a><a href="/openapi/v1.json">For programs</a></nav>

            """);
    }

    /// <summary>The hidden field that every form of ours carries first.</summary>
    public static void AddForgeryField(HtmlPage page, HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(context);
        string token = context.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(context).RequestToken ?? "";
        page.Add($"<input type=\"hidden\" name=\"{ForgeryField}\" value=\"{token}\">\n");
    }

    /// <summary>Whether a form came from a page of ours.</summary>
    /// <param name="context">The request.</param>
    /// <param name="token">What its forgery field holds.</param>
    public static async Task<bool> IsOurs(HttpContext context, string token)
    {
        ArgumentNullException.ThrowIfNull(context);
        // The framework looks for the token in a header first, and then does not read the form, which may be large.
        context.Request.Headers["RequestVerificationToken"] = token;
        return await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context);
    }

    /// <summary>A page that says what is wrong.</summary>
    public static IResult Refuse(int status, string message) => Show("That did not work", page => page.Add($"<p class=\"lead\" role=\"alert\">{message}</p>\n<p><a href=\"/\">Back to the upload</a></p>\n"), status);
}
