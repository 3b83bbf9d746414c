using System.Globalization;
using System.Net;
using System.Net.Mail;

namespace SourcingCompliance.Server.Settings;

/// <summary>The mail server that reminders are sent through; there is none unless <c>--mail-host</c> names one.</summary>
public sealed record MailOptions
{
    private const int SubmissionPort = 587;

    /// <summary><c>--mail-host</c>: name or address of the SMTP server.</summary>
    public required string Host { get; init; }

    /// <summary><c>--mail-port</c>: its port. The default is 587.</summary>
    public required int Port { get; init; }

    /// <summary><c>--mail-from</c>: the address that reminders come from.</summary>
    public required string From { get; init; }

    /// <summary><c>--mail-user</c>: name to log in with; null = no login.</summary>
    public string? User { get; init; }

    /// <summary><c>--mail-password-file</c>: file whose first line is the password; null = no login.</summary>
    public string? PasswordFile { get; init; }

    /// <summary><c>--mail-starttls</c>: whether the connection must be encrypted before anything is sent. The default is yes.</summary>
    public bool IsEncrypted { get; init; } = true;

    /// <summary>Reads the options.</summary>
    /// <param name="configuration">Command line, environment, and settings.</param>
    /// <returns>The options; null = no mail is sent.</returns>
    /// <exception cref="FormatException">An option cannot be used.</exception>
    public static MailOptions? Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        if (configuration["mail-host"] is not { Length: > 0 } host)
        {
            return null;
        }

        string? user = configuration["mail-user"] is { Length: > 0 } name ? name : null;
        string? file = configuration["mail-password-file"] is { Length: > 0 } path ? Path.GetFullPath(path) : null;
        bool isEncrypted = configuration["mail-starttls"] switch
        {
            null or "" or "on" => true,
            "off" => false,
            { } word => throw new FormatException($"--mail-starttls: '{word}' is not one of on, off."),
        };
        if ((user is null) != (file is null))
        {
            throw new FormatException("--mail-user and --mail-password-file belong together: give both or neither.");
        }

        if (file is not null && !File.Exists(file))
        {
            throw new FormatException($"--mail-password-file: there is no file {file}.");
        }

        // A password in clear text is for anyone on the way.
        if (user is not null && !isEncrypted && !IsThisComputer(host))
        {
            throw new FormatException("--mail-starttls off sends the password unencrypted; with --mail-user it is possible only to this computer.");
        }

        return new MailOptions
        {
            Host = host,
            Port = ReadPort(configuration["mail-port"]),
            From = configuration["mail-from"] is { Length: > 0 } from && MailAddress.TryCreate(from, out _)
                ? from : throw new FormatException("--mail-from: enter the e-mail address that reminders come from."),
            User = user,
            PasswordFile = file,
            IsEncrypted = isEncrypted,
        };
    }

    private static int ReadPort(string? text) => string.IsNullOrEmpty(text) ? SubmissionPort
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int port) && port is > 0 and <= ushort.MaxValue ? port
        : throw new FormatException($"--mail-port: enter a port from 1 to 65535, not '{text}'.");

    private static bool IsThisComputer(string host) =>
        host == "localhost" || (IPAddress.TryParse(host, out IPAddress? address) && IPAddress.IsLoopback(address));
}
