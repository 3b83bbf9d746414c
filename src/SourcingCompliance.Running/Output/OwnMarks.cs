using System.Text;

namespace SourcingCompliance.Running.Output;

/// <summary>
/// Knows a report of this program by its content, where no record of the folder says so: reports of earlier versions, and those that were copied
/// without the record. Formats that carry no mark of the program are never recognized.
/// </summary>
internal static class OwnMarks
{
    private const int BytesLookedAt = 64 * 1024;

    // What a report holds in its first or last bytes, by the end of its name. The first of several that fit a name is taken.
    private static readonly (string Suffix, string Mark)[] Marks =
    [
        (".junit.xml", "<testsuites name=\"SourcingCompliance\""),
        (".sarif", "\"name\": \"SourcingCompliance\""),
        (".findings.csv", "verdict,file,sheet,cell,part number,description,manufacturer,supplier,path,material,stage,element,countries"),
        (".lines.csv", "file,sheet,row,level,part number,description,quantity,manufacturer,supplier,path,origin,countries,certainty"),
        (".actions.csv", "id,kind,role,title,owner,supplier,parts,start by,due by,earliest finish"),
        (".deadlines.ics", "PRODID:-//SourcingCompliance//"),
        (".json", "\"$schema\": \"rules/schema/report.schema.json\""),
        (".pdf", "/Producer (SourcingCompliance "),
        (".html", "Not legal advice.</strong> Checked as of "),
        (".md", "Not legal advice. Checked as of "),
    ];

    /// <summary>Whether a file is a report of this program by name and content.</summary>
    /// <param name="path">Path of an ordinary file.</param>
    public static bool IsReport(string path)
    {
        string? mark = Marks.FirstOrDefault(known => path.EndsWith(known.Suffix, StringComparison.OrdinalIgnoreCase)).Mark;
        if (mark is null)
        {
            return false;
        }

        try
        {
            using FileStream content = File.OpenRead(path);
            byte[] bytes = new byte[BytesLookedAt];
            ReadOnlySpan<byte> sought = Encoding.UTF8.GetBytes(mark);
            if (bytes.AsSpan(0, content.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)).IndexOf(sought) >= 0)
            {
                return true;
            }

            content.Seek(-Math.Min(content.Length, BytesLookedAt), SeekOrigin.End);
            return bytes.AsSpan(0, content.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)).IndexOf(sought) >= 0;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
