namespace SourcingCompliance.Primitives;

/// <summary>What several verdicts come to.</summary>
public static class Verdicts
{
    /// <summary>The worst of several; <see cref="Verdict.NotCovered"/> of none.</summary>
    public static Verdict Worst(IEnumerable<Verdict> verdicts)
    {
        ArgumentNullException.ThrowIfNull(verdicts);
        Verdict worst = Verdict.NotCovered;
        foreach (Verdict verdict in verdicts)
        {
            worst = verdict < worst ? verdict : worst;
        }

        return worst;
    }

    /// <summary>The worse of two.</summary>
    public static Verdict Worse(Verdict one, Verdict other) => one < other ? one : other;
}
