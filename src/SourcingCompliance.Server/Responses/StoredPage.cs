using System.Text;
using SourcingCompliance.Server.Storage;

namespace SourcingCompliance.Server.Responses;

/// <summary>Sends a page whose middle is a part of a file, without reading the file into memory.</summary>
/// <param name="before">The markup before it.</param>
/// <param name="report">The part of the file.</param>
/// <param name="after">The markup after it.</param>
internal sealed class StoredPage(string before, PageSlice report, string after) : IResult
{
    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        HttpResponse response = httpContext.Response;
        byte[] head = Encoding.UTF8.GetBytes(before);
        byte[] end = Encoding.UTF8.GetBytes(after);
        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = head.Length + report.Length + end.Length;
        await response.Body.WriteAsync(head, httpContext.RequestAborted);
        await response.SendFileAsync(report.Path, report.Offset, report.Length, httpContext.RequestAborted);
        await response.Body.WriteAsync(end, httpContext.RequestAborted);
    }
}
