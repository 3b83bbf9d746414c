namespace SourcingCompliance.Server.Storage;

/// <summary>What became of a run that asks to be added.</summary>
public enum AdmissionOutcome
{
    /// <summary>It is in the store.</summary>
    Added,

    /// <summary>The same upload came before under the same key; its run stands for this one.</summary>
    Repeated,

    /// <summary>Another upload came before under the same key.</summary>
    KeyReused,

    /// <summary>Too many runs wait.</summary>
    QueueFull,
}

/// <summary>The answer of the store to a run that asks to be added.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="RunId">Id of the run that is in the store now; empty when none is.</param>
public sealed record Admission(AdmissionOutcome Outcome, string RunId);
