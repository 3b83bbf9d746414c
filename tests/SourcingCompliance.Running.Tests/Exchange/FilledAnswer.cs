using System.Diagnostics;
using System.Text;
using SourcingCompliance.Evidence;
using SourcingCompliance.Formats.Writing.Questionnaires;

namespace SourcingCompliance.Running.Tests.Exchange;

/// <summary>Fills questionnaires as a supplier would, and saves them again with LibreOffice.</summary>
internal static class FilledAnswer
{
    private static readonly string? Office =
        new[] { "/usr/bin/soffice", "/usr/local/bin/soffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice" }.FirstOrDefault(File.Exists);

    public static bool HasOffice => Office is not null;

    /// <summary>A csv with the shape of a questionnaire: what a supplier saves who has no Excel.</summary>
    /// <param name="request">The request.</param>
    /// <param name="answers">The text below a code, for a row; null = blank.</param>
    /// <param name="signer">Texts of the signer's block by code.</param>
    public static string Csv(EvidenceRequest request, Func<RequestedItem, string, string?> answers, params (string Code, string Text)[] signer)
    {
        var text = new StringBuilder();
        foreach ((string code, string value) in signer)
        {
            text.Append($"x [{code}],\"{value}\"\n");
        }

        string[] codes = ["row", "part", .. request.Items.SelectMany(item => item.Questions).Where(question => question.Stage is not null)
            .Select(question => question.Code).Distinct(), "maker", "maker-part", "material", "contains", "lot",
                "certificate", "page", "ask", "expected", "cots", "basis", "note"];
        Dictionary<string, RequestedFact> questions = request.Items.SelectMany(item => item.Questions)
            .DistinctBy(question => question.Code).ToDictionary(question => question.Code);
        text.Append(string.Join(',', codes.Select(code => code != "contains" && questions.TryGetValue(code, out RequestedFact? question)
            ? QuestionnaireTerms.GetTitle(question) : QuestionnaireTerms.GetTitle(code)))).Append('\n');
        foreach (RequestedItem item in request.Items)
        {
            text.Append(string.Join(',',
                codes.Select(code => $"\"{(code == "row" ? answers(item, "row") ?? item.RowKey : code == "part" ? answers(item, "part") ?? item.PartNumber
                : code == "maker" ? answers(item, code) ?? item.Manufacturer : code == "maker-part" ? answers(item, code) ?? item.ManufacturerPartNumber
                : code == "material" ? answers(item, code) ?? QuestionnaireTerms.GetName(item.Questions[0].Material) : answers(item, code))}\""))).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Writes the questionnaire itself.</summary>
    public static string Workbook(EvidenceRequest request, string folder)
    {
        string path = Path.Combine(folder, $"{request.Id}.xlsx");
        using FileStream output = File.Create(path);
        QuestionnaireWorkbook.Write(request, "Buyer", ["Japan", "Malaysia", "Australia"], output);
        return path;
    }

    /// <summary>Saves a file in another format; gives the path of the copy.</summary>
    public static string Convert(string path, string format, string folder)
    {
        string profile = new Uri(Path.Combine(folder, "profile")).AbsoluteUri;
        using Process office = Process.Start(
            new ProcessStartInfo(Office ?? "", ["-env:UserInstallation=" + profile, "--headless", "--convert-to", format, "--outdir", folder, path])
            {
                RedirectStandardOutput = true, RedirectStandardError = true,
            }) ?? throw new InvalidOperationException("soffice did not start.");
        office.WaitForExit(120_000).ShouldBeTrue();
        return Path.Combine(folder, Path.GetFileNameWithoutExtension(path) + "." + format);
    }
}
