using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using SourcingCompliance.Server.Components;

namespace SourcingCompliance.Server.Responses;

/// <summary>Answers with pages: Razor components that are rendered here, complete, and need no script.</summary>
public static class PageResult
{
    /// <summary>A page.</summary>
    /// <typeparam name="TPage">Its component.</typeparam>
    /// <param name="parameters">The parameters of the component, as an object with their names; null = none.</param>
    /// <param name="status">HTTP status.</param>
    public static IResult Show<TPage>(object? parameters = null, int status = StatusCodes.Status200OK)
        where TPage : IComponent => new RazorComponentResult<TPage>(parameters ?? new { }) { StatusCode = status };

    /// <summary>A page that says what is wrong.</summary>
    /// <param name="status">HTTP status.</param>
    /// <param name="message">What it means and what to do.</param>
    /// <param name="title">What happened, in a few words; null = what the status says.</param>
    public static IResult Refuse(int status, string message, string? title = null) =>
        Show<MessagePage>(new
        {
            Title = title ?? (status == StatusCodes.Status404NotFound ? "Not found" : "This could not be done"),
            Message = message
        }, status);

    /// <summary>Leads a browser that has posted a form to a page.</summary>
    /// <param name="context">The request.</param>
    /// <param name="path">Path of the page.</param>
    public static IResult SeeOther(HttpContext context, string path)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Response.Headers.Location = path;
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    /// <summary>Whether a form came from a page of ours.</summary>
    /// <param name="context">The request.</param>
    /// <param name="token">What its forgery field contains.</param>
    public static async Task<bool> IsOurs(HttpContext context, string token)
    {
        ArgumentNullException.ThrowIfNull(context);
        // The framework looks for the token in a header first, and then does not read the form, which may be large.
        context.Request.Headers["RequestVerificationToken"] = token;
        return await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context);
    }

    /// <summary>The form of a request from a page of ours; null = it came from elsewhere, or the page is too old.</summary>
    /// <param name="context">The request.</param>
    /// <param name="cancellation">Stops reading.</param>
    public static async Task<IFormCollection?> ReadOurForm(HttpContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        try
        {
            IFormCollection form = await context.Request.ReadFormAsync(cancellation);
            return await IsOurs(context, form[ForgeryToken.FieldName].ToString()) ? form : null;
        }
        catch (InvalidDataException)
        {
            // More or longer fields than any page of ours sends.
            return null;
        }
    }

    /// <summary>The answer to a form that did not come from a page of ours.</summary>
    public static IResult TooOld() => Refuse(StatusCodes.Status400BadRequest, "This form is too old. Open the page again and repeat what you did.");
}
