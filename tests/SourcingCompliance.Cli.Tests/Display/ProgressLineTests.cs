using SourcingCompliance.Running.Jobs;

namespace SourcingCompliance.Cli.Display;

public sealed class ProgressLineTests : IDisposable
{
    private readonly Clock _clock = new();
    private readonly StringWriter _terminal = new();

    public void Dispose() => _terminal.Dispose();

    [Fact]
    public void A_folder_is_told_with_its_rate_and_the_time_that_is_left()
    {
        using var line = new ProgressLine(_terminal, isShown: true, _clock);
        _clock.Seconds = 10;

        line.Report(new CheckProgress(1_000, 412, 82_400, Bytes: 4_000, BytesDone: 1_000));

        _terminal.ToString().ShouldBe("\r\u001b[K412 of 1,000 files · 82,400 lines · 8,240 lines/s · about 30 s left");
    }

    [Fact]
    public void Long_waits_are_told_in_minutes()
    {
        using var line = new ProgressLine(_terminal, isShown: true, _clock);
        _clock.Seconds = 60;

        line.Report(new CheckProgress(100, 10, 600, Bytes: 1_000, BytesDone: 100));

        _terminal.ToString().ShouldEndWith(" · about 9 min left");
    }

    [Fact]
    public void Nothing_is_foretold_before_a_twentieth_is_done()
    {
        using var line = new ProgressLine(_terminal, isShown: true, _clock);
        _clock.Seconds = 2;

        line.Report(new CheckProgress(100, 1, 5_000, Bytes: 1_000, BytesDone: 49));

        _terminal.ToString().ShouldBe("\r\u001b[K1 of 100 files · 5,000 lines · 2,500 lines/s");
    }

    [Fact]
    public void One_list_is_told_by_its_lines()
    {
        using var line = new ProgressLine(_terminal, isShown: true, _clock);
        _clock.Seconds = 2;

        line.Report(new CheckProgress(1, 0, 4_096, Bytes: 1_000, BytesDone: 0));

        _terminal.ToString().ShouldBe("\r\u001b[K4,096 lines · 2,048 lines/s");
    }

    [Fact]
    public void Reports_are_told_of_with_the_time_that_is_left_for_them()
    {
        using var line = new ProgressLine(_terminal, isShown: true, _clock);
        _clock.Seconds = 100;
        line.ReportWritten(1, 1_000);
        _clock.Seconds = 110;

        line.ReportWritten(250, 1_000);

        _terminal.ToString().ShouldEndWith("\r\u001b[Kreports of 250 of 1,000 files written · about 30 s left");
    }

    [Theory]
    [InlineData("a moment", true, 0.5)]
    [InlineData("no terminal", false, 60)]
    public void Nobody_is_bothered_for(string what, bool isShown, double seconds)
    {
        using var line = new ProgressLine(_terminal, isShown, _clock);
        _clock.Seconds = seconds;

        line.Report(new CheckProgress(10, 5, 500, Bytes: 10, BytesDone: 5));

        _terminal.ToString().ShouldBeEmpty(what);
    }

    [Fact]
    public void The_line_is_gone_in_the_end()
    {
        var line = new ProgressLine(_terminal, isShown: true, _clock);
        _clock.Seconds = 2;
        line.Report(new CheckProgress(2, 1, 500, Bytes: 10, BytesDone: 5));

        line.Dispose();

        _terminal.ToString().ShouldEndWith("\r\u001b[K");
    }

    private sealed class Clock : TimeProvider
    {
        public double Seconds { get; set; }

        public override long TimestampFrequency => 1_000;

        public override long GetTimestamp() => (long)(Seconds * 1_000);
    }
}
