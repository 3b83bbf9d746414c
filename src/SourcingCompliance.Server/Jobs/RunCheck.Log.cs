namespace SourcingCompliance.Server.Jobs;

/// <content>What is logged.</content>
public sealed partial class RunCheck
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Run {Run}: the store cannot be asked whether it was cancelled elsewhere.")]
    private partial void LogCannotLook(Exception lost, string run);

    [LoggerMessage(Level = LogLevel.Error, Message = "Run {Run}: {Problem}")]
    private partial void LogNotStored(string run, string problem);

    [LoggerMessage(Level = LogLevel.Information, Message = "Run {Run} is done.")]
    private partial void LogDone(string run);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Run {Run} took too long and was stopped.")]
    private partial void LogTimedOut(string run);

    [LoggerMessage(Level = LogLevel.Error, Message = "Run {Run} failed: a defect of the program.")]
    private partial void LogDefect(Exception defect, string run);
}
