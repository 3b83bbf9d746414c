using System.Globalization;
using SourcingCompliance.Formats.Tests.Damage;

namespace SourcingCompliance.Benchmarks;

/// <summary>
/// The long run of the damage tests: <c>fuzz [COUNT] [FIRST-SEED] [FOLDER]</c>, by default 50,000 files. Prints the seeds that lost a violation without a
/// diagnostic
/// and a table by kind, and keeps those files in the folder. Ends with 1 when there are any, except for one in 500 old workbooks, whose letters have no
/// checksum.
/// </summary>
internal static class FuzzRun
{
    private const string OldWorkbook = "a bit of an xls";
    private const int AllowedShare = 500;

    public static int Run(string[] args)
    {
        int count = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 50_000;
        int first = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 0;
        var run = new DamageRun();
        var counts = new SortedDictionary<string, (int Files, int Silent)>(StringComparer.Ordinal);
        for (int seed = first; seed < first + count; seed++)
        {
            (bool isSilent, string kind) = run.Check(seed);
            (int files, int silent) = counts.GetValueOrDefault(kind);
            counts[kind] = (files + 1, silent + (isSilent ? 1 : 0));
            if (isSilent)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"silent: seed {seed} [{kind}]"));
                Keep(args, seed);
            }
        }

        foreach ((string kind, (int files, int silent)) in counts)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{files,7} files {silent,6} silent   {kind}"));
        }

        return counts.Any(kind => kind.Value.Silent > (kind.Key == OldWorkbook ? kind.Value.Files / AllowedShare : 0)) ? 1 : 0;
    }

    private static void Keep(string[] args, int seed)
    {
        if (args.Length > 2)
        {
            (_, string name, byte[] content) = DamagedFile.Make(seed);
            Directory.CreateDirectory(args[2]);
            File.WriteAllBytes(Path.Combine(args[2], string.Create(CultureInfo.InvariantCulture, $"{seed}-{name}")), content);
        }
    }
}
