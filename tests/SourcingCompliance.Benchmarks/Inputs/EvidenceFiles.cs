using System.Globalization;
using SourcingCompliance.Evidence;
using SourcingCompliance.Primitives;
using SourcingCompliance.Running.Exchange;

namespace SourcingCompliance.Benchmarks.Inputs;

/// <summary>Makes ledgers of evidence about the lines of <see cref="BomFiles"/>, the same ones every time, in a temporary folder that goes with it.</summary>
public sealed class EvidenceFiles : IDisposable
{
    private static readonly DateOnly Day = new(2026, 11, 20);
    private static readonly string[] Stages = [StageIds.Melted, StageIds.Sintered, StageIds.Magnetized];
    private static readonly Country Japan = new("JP");
    private readonly string _folder = Directory.CreateTempSubdirectory("evidence-benchmarks-").FullName;

    /// <summary>
    /// A ledger with one statement on every so many rows: three stages of a magnet, all in Japan. The verdicts stay what they are without it, because other
    /// steps are still open: what differs is the joining alone. Gives its path.
    /// </summary>
    /// <param name="statements">How many statements.</param>
    /// <param name="oneIn">Of how many rows one has a statement.</param>
    public string Ledger(int statements, int oneIn)
    {
        using var store = EvidenceStore.Open(_folder);
        for (int number = 1; number <= statements; number++)
        {
            Statement statement = GetStatement(number, number * oneIn);
            string path = Path.Combine(_folder, "statements", EvidenceStore.GetFolder(statement.Supplier.Name), $"{statement.Id}.json");
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, StatementWriter.ToBytes(statement));
        }

        store.Accept(Day);
        return _folder;
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static Statement GetStatement(int number, int row) => new()
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"S{number:00000}"),
        Source = new StatementSource(StatementKind.Letter),
        Supplier = new StatementSupplier(BomFiles.GetMaker(row)),
        Signer = new StatementSigner("A. Signer", "Quality manager", Day),
        IssuedOn = Day,
        ReceivedOn = Day,
        Items =
        [
            new StatementItem(
                new StatementSubject { Scope = StatementScope.Part, PartNumber = BomFiles.GetPartNumber(row), Manufacturer = BomFiles.GetMaker(row) },
                [.. Stages.Select(stage => new StageFact(MaterialIds.NdFeB, stage, [new OriginShare(Japan)]))]),
        ],
    };
}
