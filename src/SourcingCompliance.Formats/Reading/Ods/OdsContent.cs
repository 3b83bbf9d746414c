using System.Globalization;
using SourcingCompliance.Formats.Reading.Packages;

namespace SourcingCompliance.Formats.Reading.Ods;

/// <summary>
/// The content part of a spreadsheet, in which all tables stand one after the other. Up to 64 MiB it is inflated once and each table read
/// from its own place, else a hundred tables would cost a hundred passes over all of them; above, each pass inflates anew and counts
/// against the budget.
/// </summary>
/// <param name="package">The package.</param>
internal sealed class OdsContent(ZipPackage package)
{
    private const string Name = "content.xml";
    private const int MaximumKeptBytes = 64 << 20;

    private readonly InflationBudget _passes = new(package.Limits);
    private MemoryStream? _kept;
    private bool _isTooLarge;
    private int _passCount;

    /// <summary>Begins to read at an offset of the kept content; 0 = the whole part.</summary>
    /// <param name="offset">Offset of a table in bytes.</param>
    /// <exception cref="ReadingStoppedException">The part is missing or a limit is reached.</exception>
    public Utf8XmlScanner Scan(long offset)
    {
        if (_kept is null && !_isTooLarge)
        {
            Keep();
        }

        Stream content = _kept is null
            ? new BudgetedStream(Open(), _passes, (_passCount++).ToString(CultureInfo.InvariantCulture), long.MaxValue)
            : new MemoryStream(_kept.GetBuffer(), (int)offset, (int)(_kept.Length - offset), writable: false);
        return new Utf8XmlScanner(content, package.Limits);
    }

    /// <summary>Whether tables can be read from their own place.</summary>
    public bool IsKept => _kept is not null;

    private Stream Open() => package.Open(Name) ?? throw Stop.Damaged($"The spreadsheet's part '{Name}' is missing.");

    private void Keep()
    {
        using Stream part = Open();
        var kept = new MemoryStream();
        byte[] chunk = new byte[1 << 16];
        int read;
        while ((read = part.Read(chunk)) > 0)
        {
            if (kept.Length + read > MaximumKeptBytes)
            {
                _isTooLarge = true;
                return;
            }

            kept.Write(chunk, 0, read);
        }

        _kept = kept;
    }
}
