using System.Text;
using ClosedXML.Excel;

namespace SourcingCompliance.Server.Answers;

/// <summary>Forms of other makers that suppliers send, each with no more than a test states.</summary>
internal static class SupplierForms
{
    /// <summary>A CMRT 6.5 of a product whose tantalum comes from a smelter in Taiwan.</summary>
    public static byte[] Cmrt(string part, string supplier)
    {
        using var workbook = new XLWorkbook();
        Fill(workbook, "Declaration", ("J3", "Revision 6.5\nApril 25, 2025"), ("D8", supplier), ("D9", "B. Product (or List of Products)"), ("D15", "Ann Tan"),
            ("D18", "Ben Lo"), ("D22", "2026-09-14"), ("D26", "Yes"), ("D32", "Yes"));
        Fill(workbook, "Smelter List", ("Q3", "Revision 6.5"), ("A5", "CID000002"));
        Fill(workbook, "Product List", ("B5", "Responder's Product Number"), ("B6", part));
        Fill(workbook, "Smelter Look-up", ("A5", "Tantalum"), ("B5", "Island Metals"), ("C5", "Island Metals"), ("D5", "TAIWAN, PROVINCE OF CHINA"),
            ("E5", "CID000002"));
        Fill(workbook, "Checker");
        Fill(workbook, "L", ("B2", "Declaration"), ("C2", "D2"), ("D2", "Conflict Minerals Reporting Template (CMRT)"));
        using var saved = new MemoryStream();
        workbook.SaveAs(saved);
        return saved.ToArray();
    }

    /// <summary>An IPC-1752A of a part with 60 mg of tantalum.</summary>
    public static byte[] Declaration(string part, string supplier) => Encoding.UTF8.GetBytes($"""
        <MainDeclaration xmlns="http://webstds.ipc.org/175x/2.0" version="2.0"><BusinessInfo mode="Distribute"><Response date="2026-08-03">
        <SupplyCompany name="{supplier}"/></Response></BusinessInfo><Product><ProductID itemNumber="{part}"><Amount value="125" UOM="mg"/></ProductID>
        <MaterialInfo><HomogeneousMaterialList><HomogeneousMaterial name="Anode"><Amount value="60" UOM="mg"/><SubstanceCategoryList><SubstanceCategory>
        <Substance name="Ta"><SubstanceID identity="7440-25-7" authority="CAS"/><Amount value="60" UOM="mg"/></Substance>
        </SubstanceCategory></SubstanceCategoryList></HomogeneousMaterial></HomogeneousMaterialList></MaterialInfo></Product></MainDeclaration>
        """);

    /// <summary>A CycloneDX 2.0 of a part whose samarium was mined in Australia; it does not say who sent it.</summary>
    public static byte[] CycloneDx(string part) => Encoding.UTF8.GetBytes($$"""
        {"specFormat":"CycloneDX","specVersion":"2.0","components":[{"type":"device","name":"{{part}}","components":[{"type":"material","name":"Samarium Metal",
         "origins":[{"stage":"mined","distribution":[{"isoCode":"AU","percentage":100}]}]}]}]}
        """);

    /// <summary>A mill certificate of a bar, which names no country of a step.</summary>
    public static byte[] MillCertificate(string mill) => Encoding.UTF8.GetBytes("""
        {"RefSchemaUrl":"https://x/en10168","Certificate":{"CertificateLanguages":["EN"],"CommercialTransaction":{"A01":{"CompanyName":"MILL","Country":"AT"},
         "A02":"3.1","A03":"C-9"},"ProductDescription":{"B01":"Bar","B07":"H-77"},"Validation":{"Z01":"The material complies with the order.","Z02":"2026-03-01"}}}
        """.Replace("MILL", mill, StringComparison.Ordinal));

    private static void Fill(XLWorkbook workbook, string sheet, params (string At, string Text)[] cells)
    {
        IXLWorksheet target = workbook.Worksheets.Add(sheet);
        foreach ((string at, string text) in cells)
        {
            target.Cell(at).SetValue(text);
        }
    }
}
