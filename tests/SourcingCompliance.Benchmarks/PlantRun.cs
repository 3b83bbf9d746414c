using System.Globalization;
using SourcingCompliance.Formats.Tests.Planting;

namespace SourcingCompliance.Benchmarks;

/// <summary>
/// The long run of the planting generator: <c>plant [COUNT] [FIRST-SEED]</c>, by default 100,000 lists; <c>plant show SEED</c> writes one. Prints what was
/// passed over and a
/// table by mistreatment; ends with 1 when a part was passed over in silence or more than one in a hundred lost its origin.
/// </summary>
internal static class PlantRun
{
    private const int MostPrinted = 200;

    public static int Run(string[] args)
    {
        if (args is ["show", string shown])
        {
            Show(int.Parse(shown, CultureInfo.InvariantCulture));
            return 0;
        }

        int count = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 100_000;
        int first = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 0;
        var run = new PlantingRun();
        var counts = new SortedDictionary<string, int[]>(StringComparer.Ordinal);
        int[] sum = new int[4];
        int printed = 0;
        for (int seed = first; seed < first + count; seed++)
        {
            (Outcome outcome, string kind, PlantedList list) = run.Check(seed);
            sum[(int)outcome]++;
            (counts.TryGetValue(kind, out int[]? of) ? of : counts[kind] = new int[4])[(int)outcome]++;
            if (outcome is Outcome.Silent or Outcome.Weak && printed++ < MostPrinted)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{outcome} seed {seed} [{kind}] {list.Text}"));
            }
        }

        foreach ((string kind, int[] of) in counts.Where(pair => pair.Value[(int)Outcome.Silent] + pair.Value[(int)Outcome.Weak] > 0))
        {
            Console.WriteLine($"{of[0],6} found {of[1],6} reported {of[2],6} weak {of[3],6} silent   {kind}");
        }

        Console.WriteLine($"{count} lists: {sum[0]} found, {sum[1]} reported, {sum[2]} weak, {sum[3]} silent");
        return sum[3] == 0 && sum[2] <= count / 100 ? 0 : 1;
    }

    // The file of one seed, to look at.
    private static void Show(int seed)
    {
        (PlantedList list, string kind) = PlantingRun.Make(seed);
        (string name, byte[] content) = PlantedFile.Write(list);
        Console.Error.WriteLine($"{name} [{kind}] {list.Text}");
        using Stream output = Console.OpenStandardOutput();
        output.Write(content);
    }
}
