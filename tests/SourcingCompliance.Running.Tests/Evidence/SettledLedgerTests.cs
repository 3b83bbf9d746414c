using SourcingCompliance.Evidence;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Running.Evidence;
using SourcingCompliance.Running.Exchange;

namespace SourcingCompliance.Running.Tests.Evidence;

public sealed class SettledLedgerTests
{
    [Fact]
    public async Task A_ledger_in_the_middle_of_a_change_is_read_when_the_change_is_complete()
    {
        using var folder = new LedgerOnDisk();
        string path = Receive(folder);
        byte[] whole = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        string locked = Path.Combine(folder.Evidence, SettledLedger.LockName);
        await File.WriteAllTextAsync(locked, "", TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(path, [.. whole, (byte)' '], TestContext.Current.CancellationToken);
        var diagnostics = new DiagnosticBag();

        Task<EvidenceLedger?> reading = Task.Run(() => SettledLedger.Read(folder.Evidence, diagnostics), TestContext.Current.CancellationToken);
        await Task.Delay(250, TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(path, whole, TestContext.Current.CancellationToken);
        File.Delete(locked);

        (await reading).ShouldNotBeNull().Statements.Length.ShouldBe(1);
        diagnostics.Items.ShouldBeEmpty();
    }

    [Fact]
    public void A_ledger_that_was_changed_by_hand_is_refused_at_once()
    {
        using var folder = new LedgerOnDisk();
        string path = Receive(folder);
        File.AppendAllText(path, " ");
        var diagnostics = new DiagnosticBag();

        SettledLedger.Read(folder.Evidence, diagnostics).ShouldBeNull();

        diagnostics.GetCount(DiagnosticIds.EvidenceStatementChanged).ShouldBe(1);
    }

    private static string Receive(LedgerOnDisk folder)
    {
        using EvidenceStore store = EvidenceStore.Open(folder.Evidence);
        Statement kept = store.Put(LedgerOnDisk.Of("R-1", "MAG-22", LedgerOnDisk.Full(MaterialIds.NdFeB, "JP")), LedgerOnDisk.Today);
        return Path.Combine(folder.Evidence, kept.Path);
    }
}
