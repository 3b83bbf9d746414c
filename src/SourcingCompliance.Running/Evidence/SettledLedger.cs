using SourcingCompliance.Evidence;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Running.Evidence;

/// <summary>
/// Reads a ledger into which somebody else may be writing at the same moment. A statement and its receipt are two files, so between the two a ledger can
/// look damaged that is not; such a reading is repeated.
/// </summary>
public static class SettledLedger
{
    /// <summary>Name of the file that keeps others out while a ledger is written.</summary>
    public const string LockName = ".lock";

    private const int MostAttempts = 40;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Reads a ledger; null, with diagnostics, when it is damaged and nobody is writing to it.</summary>
    /// <param name="folder">Path of the folder.</param>
    /// <param name="diagnostics">Receives what is wrong, as <see cref="EvidenceFolder.Read"/> gives it.</param>
    /// <param name="name">What messages call the folder; null = its path.</param>
    public static EvidenceLedger? Read(string folder, DiagnosticBag diagnostics, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        for (int attempt = 1; ; attempt++)
        {
            (DateTime, long) before = GetStamp(folder);
            var faults = new DiagnosticBag();
            EvidenceLedger? ledger = EvidenceFolder.Read(folder, faults, name);
            bool isWritten = File.Exists(Path.Combine(folder, LockName)) || GetStamp(folder) != before;
            if (faults.Items.Count == 0 || !isWritten || attempt == MostAttempts)
            {
                faults.Items.ToList().ForEach(diagnostics.Add);
                return ledger;
            }

            Thread.Sleep(Pause);
        }
    }

    private static (DateTime Written, long Length) GetStamp(string folder)
    {
        var log = new FileInfo(Path.Combine(folder, RequestLogFile.Name));
        return log.Exists ? (log.LastWriteTimeUtc, log.Length) : default;
    }
}
