using System.Globalization;
using SourcingCompliance.Findings.Policies;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Server.Settings;

/// <summary>What the server is told at its start: command line (<c>--data DIR</c>), environment (<c>DATA</c>) or the appsettings.json next to the
/// program.</summary>
public sealed record ServerOptions
{
    private const long MebiByte = 1 << 20;
    private const int LeastTokenCharacters = 16;
    private const int LongestCallback = 2000;

    /// <summary><c>--data</c>: folder for uploads, reports, keys and the SQLite files. The default is <c>sourcing-data</c>.</summary>
    public required string DataFolder { get; init; }

    /// <summary><c>--database</c>: connection string of a PostgreSQL database; null = SQLite in the data folder.</summary>
    public string? Database { get; init; }

    /// <summary><c>--port</c>: port on the loopback addresses; 0 = any that is free. The default is 5080.</summary>
    public int Port { get; init; }

    /// <summary><c>--maximum-upload-mebibytes</c>: size of one upload with all its files. The default is 256 MiB.</summary>
    public long MaximumUploadBytes { get; init; }

    /// <summary><c>--maximum-files</c>: files of one upload. The default is 60.</summary>
    public int MaximumFiles { get; init; }

    /// <summary><c>--queue</c>: checks that may wait or run at once; further ones are refused with 503. The default is 250.</summary>
    public int QueueLimit { get; init; }

    /// <summary><c>--parallel</c>: checks of large uploads (over 256 KiB) that run at once, and as many of small ones. The default is 2, which bounds
    /// memory.</summary>
    public int Parallel { get; init; }

    /// <summary><c>--timeout-seconds</c>: how long one check may run. The default is 600.</summary>
    public TimeSpan Timeout { get; init; }

    /// <summary><c>--attempts</c>: how often a check is begun again after the process died in it. The default is 5.</summary>
    public int MaximumAttempts { get; init; }

    /// <summary><c>--uploads-per-minute</c>: uploads taken from one address. The default is 600.</summary>
    public int UploadsPerMinute { get; init; }

    /// <summary><c>--keep-days</c>: how many days after its end a check and its lists are kept; 0 = until somebody deletes it. The default is 0.</summary>
    public int KeepDays { get; init; }

    /// <summary>
    /// <c>--access-token</c>: what a request must carry; <c>off</c> = nothing is asked for, which is null here. The default is a new random token at
    /// every start; one of your own needs at least 16 characters.
    /// </summary>
    public string? AccessToken { get; init; }

    /// <summary><c>--warm-up</c>: whether a check of two lines at the start spares the first upload the loading of the rules; <c>off</c> = no. The default is
    /// yes.</summary>
    public bool IsWarmedUp { get; init; }

    /// <summary>
    /// <c>--rules</c>: folder of the operator's own rules, vocabulary, and company policies, which every check applies; null = none. An upload brings no rules.
    /// </summary>
    public string? RulesFolder { get; init; }

    /// <summary><c>--fail-on-policies</c>: which findings of company policies fail a check: none, error, warning, note. The default is none.</summary>
    public PolicyGate PolicyGate { get; init; }

    /// <summary><c>--callback</c>: address that is called when any check has ended, next to the one of the upload; null = none.</summary>
    public string? Callback { get; init; }

    /// <summary><c>--callback-secret</c>: secret that signs calls, <c>whsec_</c> and 24 to 64 bytes in Base64; null = one that is made and kept in the data
    /// folder.</summary>
    public string? CallbackSecret { get; init; }

    /// <summary><c>--callback-local</c>: whether addresses of this computer and of the local network may be called, without TLS too. The default is
    /// no.</summary>
    public bool AllowsLocalCallbacks { get; init; }

    /// <summary><c>--mail-host</c> and its like: the server that reminders are sent through; null = no mail is sent, which is the default.</summary>
    public MailOptions? Mail { get; init; }

    /// <summary>What leaves the machine with these options, without capital or point; an upload of a program can name a call of its own.</summary>
    public string Outbound
    {
        get
        {
            string[] leaving =
            [
                .. Database is null ? Array.Empty<string>() : ["what is kept in PostgreSQL"],
                .. Mail is null ? Array.Empty<string>() : ["reminders by mail"],
                .. Callback is null ? Array.Empty<string>() : ["a call without BOM data when a check has ended"],
            ];
            return "nothing leaves this machine" + (leaving.Length == 0 ? "" : " but " + Wording.GetList(leaving));
        }
    }

    /// <summary>What a secret of calls begins with.</summary>
    public const string SecretPrefix = "whsec_";

    /// <summary>The address of a callback; null = it is no http or https address, or carries a password.</summary>
    /// <param name="url">The address as given.</param>
    public static Uri? ReadCallback(string url) =>
        url?.Length <= LongestCallback && Uri.TryCreate(url, UriKind.Absolute, out Uri? target)
            && (target.Scheme == Uri.UriSchemeHttps || target.Scheme == Uri.UriSchemeHttp) && target.UserInfo.Length == 0
            ? target
            : null;

    /// <summary>The key that a secret stands for; null = it is no secret of calls.</summary>
    /// <param name="secret">The secret as given.</param>
    public static byte[]? ReadSecret(string secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        byte[] key = new byte[64];
        return secret.StartsWith(SecretPrefix, StringComparison.Ordinal) && Convert.TryFromBase64String(secret[SecretPrefix.Length..], key, out int bytes)
            && bytes >= 24 ? key[..bytes] : null;
    }

    /// <summary>Reads the options.</summary>
    /// <exception cref="FormatException">A number is none, or out of range.</exception>
    public static ServerOptions From(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return new ServerOptions
        {
            DataFolder = Path.GetFullPath(configuration["data"] is { Length: > 0 } folder ? folder : "sourcing-data"),
            Database = configuration["database"] is { Length: > 0 } database ? database : null,
            Port = Number(configuration, "port", 5080, least: 0, most: 65_535),
            MaximumUploadBytes = Number(configuration, "maximum-upload-mebibytes", 256, least: 1, most: 1024) * MebiByte,
            MaximumFiles = Number(configuration, "maximum-files", 60, least: 1, most: 1000),
            QueueLimit = Number(configuration, "queue", 250, least: 1, most: 100_000),
            Parallel = Number(configuration, "parallel", 2, least: 1, most: 64),
            Timeout = TimeSpan.FromSeconds(Number(configuration, "timeout-seconds", 600, least: 1, most: 86_400)),
            MaximumAttempts = Number(configuration, "attempts", 5, least: 1, most: 1_000_000),
            UploadsPerMinute = Number(configuration, "uploads-per-minute", 600, least: 1, most: 1_000_000),
            AccessToken = configuration["access-token"] switch
            {
                null or "" or "random" => Settings.AccessToken.NewValue(),
                "off" => null,
                { Length: >= LeastTokenCharacters } given => given,
                _ =>
                    throw new FormatException(FormattableString.Invariant(
                        $"--access-token: a token of your own needs at least {LeastTokenCharacters} characters; 'off' asks for none, 'random' makes a new one at every start.")),
            },
            IsWarmedUp = configuration["warm-up"] != "off",
            RulesFolder = configuration["rules"] switch
            {
                null or "" => null,
                { } rules when Directory.Exists(rules) => Path.GetFullPath(rules),
                { } rules => throw new FormatException($"--rules: there is no folder {rules}."),
            },
            PolicyGate = configuration["fail-on-policies"] switch
            {
                null or "" or "none" => PolicyGate.None,
                "error" => PolicyGate.Error,
                "warning" => PolicyGate.Warning,
                "note" => PolicyGate.Note,
                { } word => throw new FormatException($"--fail-on-policies: '{word}' is not one of none, error, warning, note."),
            },
            Callback = configuration["callback"] switch
            {
                null or "" => null,
                { } url when ReadCallback(url) is not null => url,
                _ => throw new FormatException("--callback: enter an https:// address."),
            },
            CallbackSecret = configuration["callback-secret"] switch
            {
                null or "" => null,
                { } secret when ReadSecret(secret) is not null => secret,
                _ => throw new FormatException("--callback-secret: enter whsec_ and 24 to 64 random bytes in Base64."),
            },
            AllowsLocalCallbacks = configuration["callback-local"] switch
            {
                null or "" or "off" => false,
                "on" => true,
                { } word => throw new FormatException($"--callback-local: '{word}' is not one of on, off."),
            },
            Mail = MailOptions.Read(configuration),
            KeepDays = Number(configuration, "keep-days", 0, least: 0, most: 36_500),
        };
    }

    private static int Number(IConfiguration configuration, string key, int standard, int least, int most)
    {
        if (configuration[key] is not { Length: > 0 } text)
        {
            return standard;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= least && number <= most
            ? number
            : throw new FormatException(FormattableString.Invariant($"--{key}: enter a whole number from {least} to {most}, not '{text}'."));
    }
}
