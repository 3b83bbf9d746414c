using System.Globalization;
using System.Text;
using SourcingCompliance.Formats.Writing;
using SourcingCompliance.Remediation;

namespace SourcingCompliance.Server.Views;

/// <summary>The letter to a supplier as plain text that a mail program takes.</summary>
internal static class RequestText
{
    /// <summary>The row of a request.</summary>
    /// <param name="request">The request.</param>
    public static RequestRow GetRow(SupplierRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new RequestRow(
            request.Supplier, ReportTokens.Format(request.AnswerBy), [.. request.Parts.Select(part => part.PartNumber)],
            request.Parts.Sum(part => part.Questions.Length), request.Subject, Write(request));
    }

    private static string Write(SupplierRequest request)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{request.Opening}\r\n");
        foreach (RequestedPart part in request.Parts)
        {
            string about = string.Join(", ", new[] { part.Description, part.Manufacturer }.Where(word => word.Length > 0));
            text.Append(CultureInfo.InvariantCulture, $"\r\n{part.PartNumber}{(about.Length > 0 ? $" ({about})" : "")}\r\n");
            foreach (string question in part.Questions)
            {
                text.Append(CultureInfo.InvariantCulture, $"  - {question}\r\n");
            }
        }

        text.Append("\r\n");
        foreach (string evidence in request.Evidence)
        {
            text.Append(CultureInfo.InvariantCulture, $"{evidence}\r\n");
        }

        return text.Append(CultureInfo.InvariantCulture, $"\r\n{request.Closing}\r\n").ToString();
    }
}
