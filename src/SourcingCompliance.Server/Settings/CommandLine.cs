namespace SourcingCompliance.Server.Settings;

/// <summary>The command line, taken apart: flags that have no value, and the options with values.</summary>
/// <param name="Options">Options and their values, as they were given.</param>
/// <param name="AsksHelp">Whether help is asked for.</param>
/// <param name="OpensBrowser">Whether the browser is opened when the server is ready.</param>
public sealed record CommandLine(string[] Options, bool AsksHelp, bool OpensBrowser)
{
    /// <summary>What <c>--help</c> prints.</summary>
    public const string Help = """
        SourcingCompliance in the browser: may this product be delivered under the 2027 sourcing prohibition?

        Usage: sourcing-server [options]

        It opens your browser. Nothing leaves this computer unless --mail-host, --callback, or the callback of an upload says so, or --database is
        on another one. Stop it with Ctrl+C.

          --no-browser                      Do not open the browser; print the address only.
          --port NUMBER                     Port on this computer; 0 = any free one. Default: 5080.
          --data FOLDER                     Where uploads and reports are kept. Default: sourcing-data.
          --database CONNECTION             A PostgreSQL database instead of SQLite in the data folder.
          --access-token TOKEN|off          A token of your own (16 characters or more), or none. Default: a new one at every start.
          --keep-days DAYS                  Delete checks after so many days. Default: 0, never.
          --rules FOLDER                    Your own rules, vocabulary, and company policies.
          --fail-on-policies none|error|warning|note
                                            Which findings of company policies fail a check. Default: none.
          --callback URL                    Address to call when a check has ended. Default: none but that of the upload.
          --callback-secret whsec_SECRET    Signs those calls. Default: keys/callback-secret in the data folder.
          --callback-local on               Also call addresses of this computer and the local network.
          --mail-host HOST                  SMTP server for reminders of deadlines. Default: none, no mail is sent.
          --mail-port NUMBER                Its port. Default: 587.
          --mail-from ADDRESS               The address that reminders come from.
          --mail-user NAME                  Name to log in with. Default: no login.
          --mail-password-file FILE         File whose first line is the password.
          --mail-starttls on|off            Refuse to send unencrypted. Default: on.
          --maximum-files NUMBER            Files in one upload. Default: 60.
          --maximum-upload-mebibytes SIZE   Size of one upload. Default: 256.
          --timeout-seconds SECONDS         How long one check may run. Default: 600.
          --queue NUMBER                    Checks that may wait. Default: 250.
          --parallel NUMBER                 Checks that run at once. Default: 2.
          --attempts NUMBER                 How often a check is started again after a crash. Default: 5.
          --uploads-per-minute NUMBER       Uploads accepted from one address. Default: 600.
          --warm-up off                     Start without loading the rules first.
          --help                            Print this help.

        """;

    private static readonly string[] HelpFlags = ["--help", "-h", "-?", "/?", "help"];

    /// <summary>Takes a command line apart.</summary>
    /// <param name="args">The arguments.</param>
    public static CommandLine Read(IReadOnlyList<string> args)
    {
        ArgumentNullException.ThrowIfNull(args);
        return new CommandLine(
            [.. args.Where(argument => argument != "--no-browser" && !HelpFlags.Contains(argument, StringComparer.Ordinal))],
            args.Any(argument => HelpFlags.Contains(argument, StringComparer.Ordinal)),
            !args.Contains("--no-browser", StringComparer.Ordinal));
    }
}
