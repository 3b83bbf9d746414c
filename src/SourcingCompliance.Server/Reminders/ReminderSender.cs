using System.Data.Common;
using SourcingCompliance.Formats.Writing;
using SourcingCompliance.Server.Settings;
using SourcingCompliance.Server.Storage;
using SourcingCompliance.Server.Views;

namespace SourcingCompliance.Server.Reminders;

/// <summary>Reminds the people of a program by mail, once a day at the most, and only when something is overdue or near.</summary>
internal sealed partial class ReminderSender(ProgramStore programs, HistoryStore history, RunStore store, CheckViewStore views, ReminderStore reminders,
    ServerOptions options, TimeProvider time, ILogger<ReminderSender> log) : BackgroundService
{
    private const int NewestLookedAt = 500;
    private const int MostBoms = 100;
    private static readonly TimeSpan Round = TimeSpan.FromHours(1);

    /// <summary>Sends what is due today and was not sent yet.</summary>
    /// <param name="cancellation">Gives up; what was not sent is sent in the next round.</param>
    /// <returns>How many reminders were sent.</returns>
    public async Task<int> SendDue(CancellationToken cancellation)
    {
        int sent = 0;
        if (options.Mail is not { } mail)
        {
            return sent;
        }

        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        foreach (ProgramRecord program in (await programs.ReadAll(cancellation)).Where(program => program.RemindTo.Length > 0))
        {
            ReminderItem[] items = await GetDue(program, today, cancellation);
            if (items.Length > 0 && await reminders.TryClaim(program.Id, ReportTokens.Format(today), cancellation))
            {
                sent += await TrySend(mail, program, items, today, cancellation) ? 1 : 0;
            }
        }

        return sent;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Mail is null)
        {
            return;
        }

        using var timer = new PeriodicTimer(Round, time);
        do
        {
            try
            {
                await SendDue(stoppingToken);
            }
            catch (Exception problem) when (problem is DbException or IOException or System.Text.Json.JsonException)
            {
                LogLater(StorageProblem.From(problem)?.Sentence ?? problem.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    // Of each BOM the newest check counts.
    private async Task<ReminderItem[]> GetDue(ProgramRecord program, DateOnly today, CancellationToken cancellation)
    {
        IReadOnlyList<PastCheck> checks = await history.Complete([.. await store.NewestIn(program.Id, NewestLookedAt, cancellation)], cancellation);
        var items = new List<ReminderItem>();
        foreach (PastCheck check in checks.Where(check => check.Run.State == RunState.Done)
            .DistinctBy(check => check.Names, StringComparer.Ordinal).Take(MostBoms))
        {
            if (await views.Find(check.Run.Id, check.Run.Attempts, cancellation) is { } view)
            {
                items.AddRange(ReminderText.GetDue(view, today));
            }
        }

        return [.. items];
    }

    private async Task<bool> TrySend(MailOptions mail, ProgramRecord program, ReminderItem[] items, DateOnly today, CancellationToken cancellation)
    {
        try
        {
            await new MailSender(mail).Send(program.RemindTo.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
                $"Sourcing deadlines: {program.Name}", ReminderText.Write(program, items, today), time.GetUtcNow(), cancellation);
            LogSent(program.Id, items.Length);
            return true;
        }
        catch (ReminderFailedException failure)
        {
            LogFailed(program.Id, mail.Host, mail.Port, failure.Message);
            await reminders.Release(program.Id, ReportTokens.Format(today), CancellationToken.None);
            return false;
        }
        catch (OperationCanceledException)
        {
            await reminders.Release(program.Id, ReportTokens.Format(today), CancellationToken.None);
            throw;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Program {Program}: a reminder of {Count} deadlines was sent.")]
    private partial void LogSent(string program, int count);

    [LoggerMessage(Level = LogLevel.Warning,
        Message = "Program {Program}: the reminder could not be sent through {Host}:{Port}; it is tried again in an hour. {Problem}")]
    private partial void LogFailed(string program, string host, int port, string problem);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Reminders could not be prepared; they are tried again in an hour. {Problem}")]
    private partial void LogLater(string problem);
}
