using System.Diagnostics;
using System.Globalization;

namespace SourcingCompliance.Benchmarks.Ratios;

/// <summary>Measures works side by side and prints how they compare. Ratios of one run mean something on a noisy machine, times do not.</summary>
/// <param name="output">Where to print.</param>
public sealed class RatioReport(TextWriter output)
{
    /// <summary>Whether every ratio so far kept its bound.</summary>
    public bool AllWithin { get; private set; } = true;

    /// <summary>Prints a section's heading.</summary>
    public void Heading(string name) => output.WriteLine($"## {name}");

    /// <summary>Prints a remark.</summary>
    public void Say(string text) => output.WriteLine(text);

    /// <summary>
    /// The median processor seconds of each work. They run in turns, after one turn to warm up, and waiting for a busy machine is not
    /// counted.
    /// </summary>
    public IReadOnlyList<double> Medians(int rounds, params IReadOnlyList<(string Name, Action Work)> works) =>
        [.. Times(rounds, 1, works).Select(time => time.Processor)];

    /// <summary>
    /// The median processor seconds of each work, and the least seconds by the wall clock: what else runs on the machine only adds to those.
    /// </summary>
    /// <param name="rounds">Turns that count.</param>
    /// <param name="warming">Turns before them, in which the compiler finds out what is worth its time.</param>
    /// <param name="works">The works, which take turns.</param>
    public IReadOnlyList<(double Processor, double Wall)> Times(int rounds, int warming, params IReadOnlyList<(string Name, Action Work)> works)
    {
        var processor = works.Select(_ => new List<double>()).ToArray();
        double[] wall = [.. works.Select(_ => double.MaxValue)];
        for (int round = -warming; round < rounds; round++)
        {
            for (int i = 0; i < works.Count; i++)
            {
                GC.Collect();
                var watch = Stopwatch.StartNew();
                TimeSpan start = Environment.CpuUsage.TotalTime;
                works[i].Work();
                if (round >= 0)
                {
                    processor[i].Add((Environment.CpuUsage.TotalTime - start).TotalSeconds);
                    wall[i] = Math.Min(wall[i], watch.Elapsed.TotalSeconds);
                }
            }
        }

        (double Processor, double Wall)[] times = [.. processor.Select((seconds, i) => (Median(seconds), wall[i]))];
        for (int i = 0; i < works.Count; i++)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {works[i].Name,-58} {times[i].Processor,8:0.000} s of processor (median of "
                + $"{rounds}), {times[i].Wall:0.000} s by the clock (least)"));
        }

        return times;
    }

    /// <summary>Prints what ratios are of processor time: what works on two cores takes more of it than passes.</summary>
    public void SayProcessor(params IReadOnlyList<double> ratios) =>
        Say($"  of processor time: {string.Join(", ", ratios.Select(ratio => ratio.ToString("0.00", CultureInfo.InvariantCulture)))}");

    /// <summary>Prints a figure beside the bound that it must not pass.</summary>
    public void AtMost(string what, double figure, double bound, string unit) => Line(what, figure, bound, unit, figure <= bound, "at most");

    /// <summary>Prints a figure beside the bound that it must reach.</summary>
    public void AtLeast(string what, double figure, double bound, string unit) => Line(what, figure, bound, unit, figure >= bound, "at least");

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }

    private void Line(string what, double figure, double bound, string unit, bool isWithin, string word)
    {
        AllWithin &= isWithin;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{(isWithin ? "ok  " : "OVER")} {what,-57} {figure,8:0.00} {unit} ({word} {bound:0.##})"));
    }
}
