namespace SourcingCompliance.Law.Opinions;

/// <summary>What a second engine made of the rule outcomes that verdicts rest on.</summary>
/// <param name="Asked">Distinct rule outcomes, counted for each file.</param>
/// <param name="Agreed">Of these, outcomes on which both engines agree.</param>
/// <param name="Late">Of these, outcomes that the second engine did not evaluate because its time was over.</param>
public sealed record SecondOpinion(int Asked, int Agreed, int Late)
{
    /// <summary>Nothing was asked.</summary>
    public static SecondOpinion None { get; } = new(0, 0, 0);

    /// <summary>Outcomes on which the engines differ.</summary>
    public int Disputed => Asked - Agreed - Late;
}

/// <summary>The second opinion of a run.</summary>
/// <param name="Status">Whether there is one.</param>
/// <param name="Engine">Name and version of the second engine; null when there is none.</param>
/// <param name="Counts">What it made of the outcomes, summed over the files.</param>
public sealed record SecondOpinionReport(SecondOpinionStatus Status, string? Engine, SecondOpinion Counts)
{
    /// <summary>The second opinion in one sentence, without a period; null when there was nothing to evaluate.</summary>
    public string? Sentence => Status switch
    {
        SecondOpinionStatus.Off => "Second opinion: off (secondOpinion in the configuration)",
        SecondOpinionStatus.NotInBuild => "Second opinion: none (this build contains one rule engine)",
        SecondOpinionStatus.Given when Counts.Asked == 0 => null,
        SecondOpinionStatus.Given => FormattableString.Invariant($"Two engines agree on {Counts.Agreed:N0} of {Counts.Asked:N0} rule outcomes")
            + (Counts.Late > 0 ? FormattableString.Invariant($"; {Counts.Late:N0} were not evaluated in time") : ""),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}

/// <summary>Where a run takes its second opinion from.</summary>
/// <param name="Status">Whether it has one.</param>
/// <param name="Engine">The second engine; null unless the status is <see cref="SecondOpinionStatus.Given"/>.</param>
public sealed record SecondOpinionSource(SecondOpinionStatus Status, ISecondEngine? Engine)
{
    /// <summary>The configuration turned it off.</summary>
    public static SecondOpinionSource Off { get; } = new(SecondOpinionStatus.Off, null);

    /// <summary>The build contains no second engine.</summary>
    public static SecondOpinionSource NotInBuild { get; } = new(SecondOpinionStatus.NotInBuild, null);

    /// <summary>A second engine evaluates the outcomes.</summary>
    /// <param name="engine">The engine.</param>
    public static SecondOpinionSource From(ISecondEngine engine) => new(SecondOpinionStatus.Given, engine);

    /// <summary>What the report says of it.</summary>
    /// <param name="counts">What the engine made of the outcomes, summed over the files.</param>
    public SecondOpinionReport ToReport(SecondOpinion counts) => new(Status, Engine?.Name, counts);
}

/// <summary>Whether a run has a second opinion.</summary>
public enum SecondOpinionStatus
{
    /// <summary>A second engine evaluated the outcomes.</summary>
    Given,

    /// <summary>The configuration turned it off.</summary>
    Off,

    /// <summary>The build contains no second engine.</summary>
    NotInBuild,
}
