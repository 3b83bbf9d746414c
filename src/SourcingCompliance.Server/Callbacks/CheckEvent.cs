using SourcingCompliance.Server.Storage;

namespace SourcingCompliance.Server.Callbacks;

/// <summary>The body of a call when a check has ended. It holds no data of a BOM; fetch the check for that.</summary>
public sealed record CheckEvent
{
    /// <summary>Always <c>check.finished</c>.</summary>
    public required string Type { get; init; }

    /// <summary>When the check ended, UTC.</summary>
    public required string Timestamp { get; init; }

    /// <summary>The check.</summary>
    public required FinishedCheck Data { get; init; }

    /// <summary>The event of a run that has ended.</summary>
    /// <param name="run">The run.</param>
    /// <param name="result">Its result; null = it has none.</param>
    public static CheckEvent Create(RunRecord run, RunResult? result)
    {
        ArgumentNullException.ThrowIfNull(run);
        return new CheckEvent
        {
            Type = "check.finished",
            Timestamp = run.FinishedAt ?? run.ReceivedAt,
            Data = new FinishedCheck
            {
                Id = run.Id,
                State = run.State,
                ExitCode = result?.ExitCode,
                ProblemId = run.ProblemId,
                Counts = result is null ? null : new CheckCounts(result.Lines, result.Violation, result.Suspect, result.OpenLines,
                    result.Exempt, result.Pass, result.NotCovered, result.Unaccounted),
                Links = new CheckLinks($"/api/v1/checks/{run.Id}", result is null ? null : $"/api/v1/checks/{run.Id}/reports/json", $"/checks/{run.Id}"),
            },
        };
    }
}

/// <summary>A check that has ended.</summary>
public sealed record FinishedCheck
{
    /// <summary>Id of the check.</summary>
    public required string Id { get; init; }

    /// <summary>done, cancelled, or failed.</summary>
    public required string State { get; init; }

    /// <summary>The exit code that the command would give; null = no result.</summary>
    public int? ExitCode { get; init; }

    /// <summary>Diagnostic id of what went wrong; null = nothing.</summary>
    public string? ProblemId { get; init; }

    /// <summary>Line items by verdict; null = no result.</summary>
    public CheckCounts? Counts { get; init; }

    /// <summary>Where to read on, from the address of the server.</summary>
    public required CheckLinks Links { get; init; }
}

/// <summary>Line items of a check by verdict.</summary>
/// <param name="Lines">Line items read.</param>
/// <param name="Violation">Those that violate.</param>
/// <param name="Suspect">Those that are suspect.</param>
/// <param name="Open">Those that cannot be decided yet.</param>
/// <param name="Exempt">Those under an exception.</param>
/// <param name="Pass">Those with every restricted stage on file.</param>
/// <param name="NotCovered">Those without covered material.</param>
/// <param name="Unaccounted">Skipped rows and sheets that name a covered material; in no other count.</param>
public sealed record CheckCounts(int Lines, int Violation, int Suspect, int Open, int Exempt, int Pass, int NotCovered, int Unaccounted);

/// <summary>Paths on the server that has made the check.</summary>
/// <param name="Check">The check in the interface.</param>
/// <param name="Report">The JSON report; null = no result.</param>
/// <param name="Page">The page for people.</param>
public sealed record CheckLinks(string Check, string? Report, string Page);
