namespace SourcingCompliance.Server.Reminders;

/// <summary>A reminder that could not be sent.</summary>
/// <param name="message">Why.</param>
/// <param name="cause">What happened.</param>
internal sealed class ReminderFailedException(string message, Exception cause) : Exception(message, cause);
