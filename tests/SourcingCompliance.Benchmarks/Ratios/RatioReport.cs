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
    public IReadOnlyList<double> Medians(int rounds, params IReadOnlyList<(string Name, Action Work)> works)
    {
        var seconds = works.Select(_ => new List<double>()).ToArray();
        for (int round = -1; round < rounds; round++)
        {
            for (int i = 0; i < works.Count; i++)
            {
                GC.Collect();
                TimeSpan start = Environment.CpuUsage.TotalTime;
                works[i].Work();
                if (round >= 0)
                {
                    seconds[i].Add((Environment.CpuUsage.TotalTime - start).TotalSeconds);
                }
            }
        }

        double[] medians = [.. seconds.Select(Median)];
        for (int i = 0; i < works.Count; i++)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {works[i].Name,-58} {medians[i],8:0.000} s (median of {rounds})"));
        }

        return medians;
    }

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
