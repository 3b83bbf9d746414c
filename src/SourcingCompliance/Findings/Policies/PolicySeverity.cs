namespace SourcingCompliance.Findings.Policies;

/// <summary>How serious a company takes a policy; the mildest first.</summary>
public enum PolicySeverity
{
    /// <summary>Good to know.</summary>
    Note,

    /// <summary>To be looked at. The default.</summary>
    Warning,

    /// <summary>Must be so.</summary>
    Error,
}

/// <summary>Which policy findings turn the exit code red. It never turns one green.</summary>
public enum PolicyGate
{
    /// <summary>None does. The default.</summary>
    None,

    /// <summary>Errors do.</summary>
    Error,

    /// <summary>Errors and warnings do.</summary>
    Warning,

    /// <summary>Every policy finding does.</summary>
    Note,
}

/// <summary>For which lines a rule is evaluated.</summary>
public enum PolicyScope
{
    /// <summary>Lines that carry, or may carry, a covered material. The default.</summary>
    Covered,

    /// <summary>Every line.</summary>
    All,
}

/// <summary>Why there is a policy finding.</summary>
public enum PolicyState
{
    /// <summary>What the policy asks for is not so.</summary>
    NotMet,

    /// <summary>The expression failed on the line, so it is unknown whether the policy is met.</summary>
    NotEvaluated,
}
