using System.IO.Compression;
using System.Xml;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Formats.Reading.Packages;

/// <summary>The parts of a zip package by name, inflated within a budget.</summary>
internal sealed class ZipPackage : IDisposable
{
    // Bytes inflated; in less than that there is nothing to gain.
    private const long LargePart = 4 << 20;

    private readonly Stream _content;
    private readonly ZipArchive _archive;
    private readonly InflationBudget _budget;
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Opens a package.</summary>
    /// <param name="content">The whole file; closed with the package.</param>
    /// <param name="limits">What a file may cost at the most.</param>
    /// <exception cref="ReadingStoppedException">The archive is damaged, protected or too large.</exception>
    public ZipPackage(Stream content, ReadLimits limits)
    {
        CentralDirectory.Check(content, limits);
        content.Position = 0;
        _content = content;
        Limits = limits;
        _budget = new InflationBudget(limits);
        _archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
        long compressed = 0;
        foreach (ZipArchiveEntry entry in _archive.Entries)
        {
            // Entries that lie over each other make a small file inflate without end.
            compressed += Math.Min(entry.CompressedLength, content.Length + 1);
            if (compressed > content.Length)
            {
                throw Stop.Damaged("The archive's entries lie over each other.");
            }

            string name = NormalName(entry.FullName);
            if (!_entries.TryAdd(name, entry))
            {
                // Programs differ in which of the two they show: what we check must be what a person sees.
                throw Stop.Damaged($"The archive contains two entries '{name}'; it is not clear which one counts.");
            }
        }
    }

    /// <summary>What a file may cost at the most.</summary>
    public ReadLimits Limits { get; }

    /// <summary>The names of the entries, with forward slashes, in the order of the archive.</summary>
    public IEnumerable<string> Names => _archive.Entries.Select(entry => NormalName(entry.FullName));

    /// <summary>Whether there is a part of that name; case does not matter.</summary>
    public bool Has(string name) => _entries.ContainsKey(NormalName(name));

    /// <summary>Opens a part from its start; null = there is none.</summary>
    /// <exception cref="ReadingStoppedException">The part is encrypted or claims to be too large.</exception>
    public Stream? Open(string name)
    {
        if (!_entries.TryGetValue(NormalName(name), out ZipArchiveEntry? entry))
        {
            return null;
        }

        if (entry.IsEncrypted)
        {
            throw Stop.Protected($"The part '{name}' of the archive is encrypted.");
        }

        return entry.Length > Limits.MaximumInflatedBytes
            ? throw Stop.AtLimit("inflated bytes", Limits.MaximumInflatedBytes, nameof(ReadLimits.MaximumInflatedBytes))
            : new BudgetedStream(IsLarge(entry) ? OpenAhead(entry) : Verified(entry, entry.Open()), _budget, entry.FullName, entry.CompressedLength);
    }

    /// <summary>Whether a part is so large that it is inflated by a thread of its own; it may then be read beside others.</summary>
    public bool IsLarge(string name) => _entries.TryGetValue(NormalName(name), out ZipArchiveEntry? entry) && IsLarge(entry);

    /// <summary>Opens a small part as XML; null = there is none.</summary>
    public XmlReader? OpenXml(string name)
    {
        Stream? part = Open(name);
        return part is null ? null : XmlPart.Open(part, Limits.MaximumPartCharacters);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _archive.Dispose();
        _content.Dispose();
    }

    // A single core gains nothing by it, but where a damaged part breaks off must not depend on the machine.
    private bool IsLarge(ZipArchiveEntry entry) => entry.Length >= LargePart && _content is FileStream;

    private AheadStream OpenAhead(ZipArchiveEntry entry)
    {
        var apart = new ZipArchive(new FileView(((FileStream)_content).SafeFileHandle), ZipArchiveMode.Read);
        return new AheadStream(Verified(entry, apart.Entries[_archive.Entries.IndexOf(entry)].Open()), apart);
    }

    private static VerifiedStream Verified(ZipArchiveEntry entry, Stream inflating) => new(inflating, entry.FullName, entry.Length, entry.Crc32);

    private static string NormalName(string name) => name.Replace('\\', '/').TrimStart('/');
}
