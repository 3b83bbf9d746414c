using SourcingCompliance.Findings;
using SourcingCompliance.Primitives;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Tests.Writing;

/// <summary>What becomes of a report when the run is ended while it is written.</summary>
public sealed class StoppedWriterTests
{
    private static readonly ComplianceReport Long = LongReport();

    public static TheoryData<string> Formats => [.. ReportWriters.Formats];

    // Those whose size does not grow with the BOM are written at once.
    public static TheoryData<string> GrowingFormats =>
        [.. ReportWriters.Formats.Except(["markdown", "ics", "gitlab", "github", "github-summary", "github-output"])];

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_writer_that_is_stopped_before_it_begins_writes_nothing(string format)
    {
        using var output = new MemoryStream();

        Should.Throw<OperationCanceledException>(() => ReportWriters.Find(format).ShouldNotBeNull().Write(Long, output, new CancellationToken(canceled: true)));

        output.Length.ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(GrowingFormats))]
    public void A_writer_that_is_stopped_at_its_first_bytes_writes_no_more(string format)
    {
        using var stop = new CancellationTokenSource();
        using var output = new StoppingStream(stop);

        Should.Throw<OperationCanceledException>(() => ReportWriters.Find(format).ShouldNotBeNull().Write(Long, output, stop.Token));

        output.Writes.ShouldBe(1);
    }

    [Fact]
    public void A_pdf_is_not_written_once_the_run_is_cancelled()
    {
        using var stop = new CancellationTokenSource();
        using var output = new MemoryStream();
        stop.Cancel();

        Should.Throw<OperationCanceledException>(() => ReportWriters.Find("pdf").ShouldNotBeNull().Write(Long, output, stop.Token));

        output.Length.ShouldBe(0);
    }

    private static ComplianceReport LongReport()
    {
        ComplianceReport sample = SampleReport.Build();
        FileReport file = sample.Files[2];
        return sample with
        {
            Files = [file with
            {
                Findings = [.. Enumerable.Range(0, 1000)
                    .Select(at => file.Findings[0] with { Id = FormattableString.Invariant($"F-{at}"), Cell = new CellRef(file.Path, "BOM", at + 1, 6) })],
                Lines = [.. Enumerable.Range(0, 1000).Select(at => file.Lines[3] with { Row = new CellRef(file.Path, "BOM", at + 1, 0) })],
            }],
            Actions = [.. Enumerable.Range(0, 1000).Select(at => SamplePlan.Actions[0] with { Id = FormattableString.Invariant($"A-{at}") })],
        };
    }

    // Ends the run as soon as something is written.
    private sealed class StoppingStream(CancellationTokenSource stop) : MemoryStream
    {
        public int Writes { get; private set; }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            Writes++;
            stop.Cancel();
        }

        public override void WriteByte(byte value) => Write([value]);
    }
}
