using System.Collections.Immutable;
using System.Globalization;
using ClosedXML.Excel;
using SourcingCompliance.Evidence;
using SourcingCompliance.Formats.Writing.Workbooks;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Formats.Writing.Questionnaires;

/// <summary>
/// Writes the questionnaire of a request as a workbook that works in Excel, LibreOffice, Google Sheets and Numbers. Signer and answers stand on one sheet,
/// because a csv holds one sheet only. The same request gives the same bytes.
/// </summary>
public static class QuestionnaireWorkbook
{
    private const string Answers = "Answers";
    private const string Lists = "Lists";
    private const int FirstSignerRow = 14;

    // Row keys and parts stand on each of them.
    private const int PagesAcross = 3;

    // Five lines of a title in a column of the usual width.
    private const double HeadHeight = 77;

    private static readonly ImmutableArray<string> Instructions =
    [
        "1. Fill in the white cells. Leave gray cells empty; they do not apply.",
        "2. Each row is one material in one part. Answer for the parts as you ship them to us.",
        "3. \"Contains?\": Yes, No or Unknown. If Yes, fill in every white country cell of the row; if No, leave them empty.",
        "4. Countries: choose from the list or type the name. Several countries: JP; US. Write \"not known\" if you do not know.",
        "5. If unknown, name your source under \"Who would know?\" and the date you expect an answer.",
        "6. Certificates: write the file name and page, and attach the file. Fill in a lot only if the row answers for that lot alone.",
        "7. An exception (off the shelf, electronic device, recycled magnet) counts only with its basis attached: catalog page, data sheet, certificate.",
        "8. Do not change row keys, part numbers, or titles; changed rows cannot be read. You may sort, filter, hide columns, and add columns of your own.",
        "9. Sign below with name, title and date. An unsigned answer cannot be used.",
        "10. Save in any format (xlsx, ods, xls, csv) and return it by email. Covered countries: China, Russia, Iran, North Korea.",
    ];

    /// <summary>Writes a questionnaire.</summary>
    /// <param name="request">The request.</param>
    /// <param name="buyer">Name of the buyer; empty = not said.</param>
    /// <param name="countries">Names of countries for the lists, in order.</param>
    /// <param name="output">Receives the workbook.</param>
    public static void Write(EvidenceRequest request, string buyer, IEnumerable<string> countries, Stream output)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(countries);
        ArgumentNullException.ThrowIfNull(output);
        using var workbook = new XLWorkbook();
        workbook.Properties.Author = "SourcingCompliance";
        workbook.Properties.Created = workbook.Properties.Modified = request.AskedOn.ToDateTime(TimeOnly.MinValue);
        IXLWorksheet sheet = workbook.Worksheets.Add(Answers);
        IXLWorksheet lists = workbook.Worksheets.Add(Lists);
        int last = WriteLists(lists, countries);
        WriteHead(sheet, request, buyer);
        WriteTable(sheet, request, lists, last);
        sheet.Protect().AllowElement(XLSheetProtectionElements.Sort | XLSheetProtectionElements.AutoFilter | XLSheetProtectionElements.FormatColumns
            | XLSheetProtectionElements.FormatRows | XLSheetProtectionElements.InsertColumns
                | XLSheetProtectionElements.InsertRows | XLSheetProtectionElements.FormatCells);
        lists.Protect();
        lists.Hide();
        using var content = new MemoryStream();
        workbook.SaveAs(content);
        StableZip.Copy(content, output, request.AskedOn, new Dictionary<string, Action<Stream, Stream>>());
    }

    private static int WriteLists(IXLWorksheet lists, IEnumerable<string> countries)
    {
        int row = 0;
        foreach (string name in countries.Prepend("not known"))
        {
            lists.Cell(++row, 1).SetValue(name);
        }

        string[] answers = ["Yes", "No", "Unknown"];
        for (int at = 0; at < answers.Length; at++)
        {
            lists.Cell(at + 1, 2).SetValue(answers[at]);
        }

        return row;
    }

    private static void WriteHead(IXLWorksheet sheet, EvidenceRequest request, string buyer)
    {
        Put(sheet, 1, 1, $"Origin of covered materials: questions to {SpreadsheetText.ForCell(request.Supplier)}").Style.Font.SetBold().Font.SetFontSize(14);
        string due = request.DueOn is { } day ? $" Please answer by {Wording.FormatDate(day)}." : "";
        Put(sheet, 2, 1, $"From {(buyer.Length > 0 ? buyer : "your customer")}, {Wording.FormatDate(request.AskedOn)}. DFARS 252.225-7052 (10 U.S.C. 4872); "
            + $"the steps for rare-earth magnets are those of section 857 as well.{due}");
        for (int at = 0; at < Instructions.Length; at++)
        {
            Put(sheet, 3 + at, 1, Instructions[at]);
        }

        (string Title, string Code, string Value)[] fields =
        [
            ("Response", QuestionnaireTerms.Response, request.Id), ("Company", QuestionnaireTerms.Company, request.Supplier),
            ("CAGE code, if any", QuestionnaireTerms.Cage, ""),
            ("Signed by (name)", QuestionnaireTerms.Signer, ""), ("Title", QuestionnaireTerms.Title, ""), ("E-mail", QuestionnaireTerms.Email, ""),
            ("Date of signature (YYYY-MM-DD)", QuestionnaireTerms.Signed, ""), ("Valid until (YYYY-MM-DD), if limited", QuestionnaireTerms.ValidUntil, ""),
        ];
        for (int at = 0; at < fields.Length; at++)
        {
            Put(sheet, FirstSignerRow + at, 1, $"{fields[at].Title} [{fields[at].Code}]").Style.Font.SetBold();
            IXLCell answer = sheet.Cell(FirstSignerRow + at, 2);
            answer.Style.NumberFormat.Format = "@";
            answer.SetValue(SpreadsheetText.ForCell(fields[at].Value));
            answer.Style.Protection.SetLocked(fields[at].Code == QuestionnaireTerms.Response).Border.SetOutsideBorder(XLBorderStyleValues.Thin);
        }
    }

    private static void WriteTable(IXLWorksheet sheet, EvidenceRequest request, IXLWorksheet lists, int lastCountry)
    {
        RequestedFact[] stages = [.. request.Items.SelectMany(item => item.Questions)
            .Where(question => question.Stage is not null).DistinctBy(question => question.Code)];
        string[] titles =
        [
            .. QuestionnaireTerms.OfRows.Take(7).Select(QuestionnaireTerms.GetTitle), .. stages.Select(QuestionnaireTerms.GetTitle),
            .. QuestionnaireTerms.OfRows.Skip(7).Select(QuestionnaireTerms.GetTitle),
        ];
        int head = FirstSignerRow + QuestionnaireTerms.OfSigner.Count + 1;
        for (int at = 0; at < titles.Length; at++)
        {
            Put(sheet, head, at + 1, titles[at]).Style.Font.SetBold().Alignment.SetWrapText().Alignment.SetVertical(
                XLAlignmentVerticalValues.Top).Fill.SetBackgroundColor(XLColor.FromHtml("#DCE6F1"))
                .Border.SetOutsideBorder(XLBorderStyleValues.Thin);
            sheet.Column(at + 1).Width = at switch { 0 => 44, 1 => 19, 4 => 32, 5 => 26, _ => 15 };
        }

        for (int at = 0; at < request.Items.Length; at++)
        {
            WriteRow(sheet, head + 1 + at, request.Items[at], stages);
        }

        int end = head + request.Items.Length;
        AllowList(sheet.Range(head + 1, 7, end, 7), lists.Range(1, 2, 3, 2));
        if (stages.Length > 0)
        {
            AllowList(sheet.Range(head + 1, 8, end, 7 + stages.Length), lists.Range(1, 1, lastCountry, 1));
        }

        AllowList(sheet.Range(head + 1, 14 + stages.Length, end, 16 + stages.Length), lists.Range(1, 2, 3, 2));
        sheet.Range(head, 1, end, titles.Length).SetAutoFilter();
        sheet.SheetView.FreezeColumns(2);
        sheet.PageSetup.PageOrientation = XLPageOrientation.Landscape;
        sheet.PageSetup.PaperSize = XLPaperSize.LetterPaper;
        sheet.PageSetup.FitToPages(PagesAcross, 0);
        sheet.PageSetup.Margins.SetLeft(0.5).SetRight(0.5).SetTop(0.6).SetBottom(0.6);
        sheet.PageSetup.SetColumnsToRepeatAtLeft(1, 2);
        sheet.Row(head).Height = HeadHeight;
        sheet.PageSetup.SetRowsToRepeatAtTop(head, head);
    }

    private static void WriteRow(IXLWorksheet sheet, int row, RequestedItem item, RequestedFact[] stages)
    {
        string[] known = [item.RowKey, item.PartNumber, item.Manufacturer ?? "", item.ManufacturerPartNumber ?? "",
            item.Description, QuestionnaireTerms.GetName(item.Questions[0].Material)];
        for (int at = 0; at < known.Length; at++)
        {
            IXLCell cell = Put(sheet, row, at + 1, known[at]);
            cell.Style.NumberFormat.Format = "@";
            cell.Style.Alignment.SetWrapText().Alignment.SetVertical(XLAlignmentVerticalValues.Top).Fill.SetBackgroundColor(
                XLColor.FromHtml("#F2F2F2")).Border.SetOutsideBorder(XLBorderStyleValues.Thin);
        }

        HashSet<string> asked = [.. item.Questions.Select(question => question.Code)];
        for (int at = 0; at < stages.Length + 12; at++)
        {
            bool isAsked = at == 0 || at > stages.Length || asked.Contains(stages[at - 1].Code);
            IXLCell cell = sheet.Cell(row, 7 + at);
            cell.Style.NumberFormat.Format = "@";
            cell.Style.Protection.SetLocked(!isAsked).Border.SetOutsideBorder(XLBorderStyleValues.Thin);
            if (!isAsked)
            {
                cell.Style.Fill.SetBackgroundColor(XLColor.FromHtml("#D9D9D9"));
            }
        }
    }

    // A list helps to type and forbids nothing: several countries in one cell are an answer too.
    private static void AllowList(IXLRange cells, IXLRange list)
    {
        IXLDataValidation validation = cells.SetDataValidation();
        validation.List(list, inCellDropdown: true);
        validation.IgnoreBlanks = true;
        validation.ShowErrorMessage = false;
    }

    private static IXLCell Put(IXLWorksheet sheet, int row, int column, string text)
    {
        IXLCell cell = sheet.Cell(row, column);
        cell.SetValue(SpreadsheetText.ForCell(text));
        return cell;
    }
}
