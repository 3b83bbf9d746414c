namespace SourcingCompliance.Server.Uploads;

/// <summary>A file that was received with a form that had to be corrected, so that nobody chooses it twice.</summary>
/// <param name="Name">The user's name for it.</param>
/// <param name="Ticket">What the server recognizes it by; nobody else can make one.</param>
public sealed record KeptFile(string Name, string Ticket);
