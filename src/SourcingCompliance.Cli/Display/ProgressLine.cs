using System.Diagnostics;
using SourcingCompliance.Formats.Checking;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Cli.Display;

/// <summary>One line of progress on a terminal, shown only for work that takes longer than a moment.</summary>
internal sealed class ProgressLine : IProgress<CheckProgress>, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(700);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(120);
    private readonly TextWriter _errors;
    private readonly bool _isShown;
    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly Lock _gate = new();
    private TimeSpan _lastShown;
    private bool _isDirty;

    public ProgressLine(TextWriter errors, bool isShown)
    {
        _errors = errors;
        _isShown = isShown;
    }

    public void Report(CheckProgress value)
    {
        TimeSpan elapsed = Stopwatch.GetElapsedTime(_started);
        if (!_isShown || elapsed < Patience)
        {
            return;
        }

        lock (_gate)
        {
            if (elapsed - _lastShown < Interval)
            {
                return;
            }

            _lastShown = elapsed;
            _isDirty = true;
            string text = $"checking {value.FilesDone} of {ReportWords.CountOf(value.Files, "file")}, {ReportWords.CountOf(value.Lines, "line")}{Remaining(value, elapsed)}";
            _errors.Write("\r\u001b[K" + text);
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            if (_isDirty)
            {
                _errors.Write("\r\u001b[K");
                _isDirty = false;
            }
        }
    }

    public void Dispose() => Clear();

    private static string Remaining(CheckProgress value, TimeSpan elapsed) =>
        value.FilesDone == 0 || value.FilesDone == value.Files
            ? ""
            : $", about {ReportWords.CountOf((int)Math.Ceiling(elapsed.TotalSeconds / value.FilesDone * (value.Files - value.FilesDone)), "second")} left";
}
