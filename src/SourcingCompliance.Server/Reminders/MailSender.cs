using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using MimeKit.Utils;
using SourcingCompliance.Server.Settings;

namespace SourcingCompliance.Server.Reminders;

/// <summary>Sends mail through the SMTP server of the options.</summary>
/// <param name="options">The server.</param>
internal sealed class MailSender(MailOptions options)
{
    private const int PatienceMilliseconds = 30_000;

    /// <summary>Sends one message.</summary>
    /// <param name="to">The addresses.</param>
    /// <param name="subject">The subject.</param>
    /// <param name="text">The text.</param>
    /// <param name="at">When it is sent.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="ReminderFailedException">The server did not take it; the message says why.</exception>
    public async Task Send(IEnumerable<string> to, string subject, string text, DateTimeOffset at, CancellationToken cancellation)
    {
        using var message = new MimeMessage { Subject = subject, Date = at, Body = new TextPart("plain") { Text = text } };
        var from = MailboxAddress.Parse(options.From);
        message.From.Add(from);
        // The usual id has the name of the computer.
        message.MessageId = MimeUtils.GenerateMessageId(from.Domain);
        message.To.AddRange(to.Select(MailboxAddress.Parse));
        // No answering machine answers to it.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        try
        {
            using var client = new SmtpClient { Timeout = PatienceMilliseconds };
            await client.ConnectAsync(options.Host, options.Port, options.IsEncrypted ? SecureSocketOptions.StartTls : SecureSocketOptions.None, cancellation);
            if (options.User is { } user && options.PasswordFile is { } file)
            {
                await client.AuthenticateAsync(user, (await File.ReadAllLinesAsync(file, cancellation)).FirstOrDefault(""), cancellation);
            }

            await client.SendAsync(message, cancellation);
            await client.DisconnectAsync(quit: true, cancellation);
        }
        catch (Exception failure) when (failure is CommandException or ProtocolException or IOException or AuthenticationException
            or SslHandshakeException or NotSupportedException or UnauthorizedAccessException or System.Net.Sockets.SocketException or TimeoutException)
        {
            throw new ReminderFailedException(failure.Message.Split('\n')[0].Trim(), failure);
        }
    }
}
