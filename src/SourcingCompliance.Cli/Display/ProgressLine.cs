using System.Globalization;
using SourcingCompliance.Primitives;
using SourcingCompliance.Running.Jobs;

namespace SourcingCompliance.Cli.Display;

/// <summary>One line of progress on a terminal with rate and remaining time, shown only for work that takes longer than a moment.</summary>
internal sealed class ProgressLine : IProgress<CheckProgress>, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(700);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(120);
    // Part of the whole that must be done before the rest is estimated: 1/20.
    private const int Least = 20;
    private readonly TextWriter _errors;
    private readonly bool _isShown;
    private readonly TimeProvider _time;
    private readonly long _started;
    private readonly Lock _gate = new();
    private TimeSpan _lastShown;

    // When the check was over and the first reports were written; null = it goes on.
    private TimeSpan? _checked;
    private bool _isDirty;

    /// <summary>Begins to count.</summary>
    /// <param name="errors">The terminal.</param>
    /// <param name="isShown">Whether there is a terminal that wants it.</param>
    /// <param name="time">The clock; nothing that it says gets into a result.</param>
    public ProgressLine(TextWriter errors, bool isShown, TimeProvider time)
    {
        _errors = errors;
        _isShown = isShown;
        _time = time;
        _started = time.GetTimestamp();
    }

    public void Report(CheckProgress value) => Show(elapsed => GetText(value, elapsed));

    /// <summary>Tells how far the reports of the single files have come, which may take longer than the check.</summary>
    /// <param name="done">Files whose reports are written.</param>
    /// <param name="of">Files that get reports.</param>
    public void ReportWritten(int done, int of)
    {
        lock (_gate)
        {
            _checked ??= _time.GetElapsedTime(_started);
        }

        Show(elapsed => string.Create(CultureInfo.InvariantCulture, $"reports of {done:N0} of {Wording.FormatCount(of, "file")}"
            + $" written{Remaining(done, of, elapsed - _checked.Value)}"));
    }

    private void Show(Func<TimeSpan, string> text)
    {
        TimeSpan elapsed = _time.GetElapsedTime(_started);
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
            _errors.Write("\r\u001b[K" + text(elapsed));
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

    private static string GetText(CheckProgress value, TimeSpan elapsed)
    {
        int rate = (int)(value.Lines / elapsed.TotalSeconds);
        string files = value.Files == 1 ? ""
            : string.Create(CultureInfo.InvariantCulture, $"{value.FilesDone:N0} of {Wording.FormatCount(value.Files, "file")} · ");
        string speed = rate > 0 ? string.Create(CultureInfo.InvariantCulture, $" · {rate:N0} lines/s") : "";
        return $"{files}{Wording.FormatCount(value.Lines, "line")}{speed}{Remaining(value.BytesDone, value.Bytes, elapsed)}";
    }

    // Files by size, for one workbook can be as long as a hundred lists; nothing is said before a twentieth is done.
    private static string Remaining(long done, long of, TimeSpan elapsed)
    {
        if (done * Least < of || done >= of)
        {
            return "";
        }

        double seconds = elapsed.TotalSeconds / done * (of - done);
        return seconds > 90
            ? string.Create(CultureInfo.InvariantCulture, $" · about {Math.Ceiling(seconds / 60):N0} min left")
            : string.Create(CultureInfo.InvariantCulture, $" · about {Math.Ceiling(seconds):N0} s left");
    }
}
