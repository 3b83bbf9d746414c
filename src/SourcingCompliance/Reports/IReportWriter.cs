namespace SourcingCompliance.Reports;

/// <summary>Writes a report in one format: a pure function of the report. The port between the core and the formats.</summary>
public interface IReportWriter
{
    /// <summary>Name of the format as <c>--format</c> takes it: <c>json</c>, <c>pdf</c>.</summary>
    string Format { get; }

    /// <summary>What the file's name ends with, with the dot: <c>.json</c>, <c>.sarif.json</c>.</summary>
    string FileSuffix { get; }

    /// <summary>Writes the report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="output">Receives the bytes; left open.</param>
    void Write(ComplianceReport report, Stream output);

    /// <summary>Writes the report until it is stopped.</summary>
    /// <remarks>A writer that computes for long between two writes looks at the token itself.</remarks>
    /// <param name="report">The report.</param>
    /// <param name="output">Receives the bytes; left open.</param>
    /// <param name="cancellation">Stops it within a second. What was written by then is not a report.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    void Write(ComplianceReport report, Stream output, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        using var stoppable = new StoppableStream(output, cancellation);
        Write(report, stoppable);
    }
}
