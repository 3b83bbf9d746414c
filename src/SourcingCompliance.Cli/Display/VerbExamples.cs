namespace SourcingCompliance.Cli.Display;

/// <summary>Command lines to copy, for each verb under its full name: <c>rules show</c>. A test parses every one of them.</summary>
internal static class VerbExamples
{
    private static readonly Dictionary<string, VerbExample[]> All = new(StringComparer.Ordinal)
    {
        [""] =
        [
            new("sourcing check bom.xlsx", "check a list; without the word check too"),
            new("sourcing explain 'bom.xlsx!Parts!F42'", "why this line got its verdict"),
            new("sourcing scenario bom.xlsx", "until when each line may be delivered"),
        ],
        ["check"] =
        [
            new("sourcing check bom.xlsx", "json and pdf into sourcing-report/"),
            new("sourcing check boms/ --delivery 2027-02-15 --format html,xlsx", "a folder, under the rule of that day"),
            new("sourcing check 'boms/**/*.csv' --contract contract.json --fail-on open", "fail on open lines too"),
            new("sourcing check boms/ --resume --out reports", "check again only what has changed"),
            new("sourcing check boms/ --shard 2/4 --out part2", "one of four machines"),
            new("sourcing check - --name bom.csv --out - --format json", "from a pipe into a pipe"),
        ],
        ["explain"] =
        [
            new("sourcing explain 'bom.xlsx!Parts!F42'", "the line of a cell"),
            new("sourcing explain bom.csv --part MAG-22", "every line of a part"),
            new("sourcing explain 'bom.csv!7' --delivery 2027-02-15 --format json", "row 7, for a program"),
        ],
        ["request"] =
        [
            new("sourcing request bom.xlsx", "a questionnaire and a mail for each supplier into requests/"),
            new("sourcing request boms/ --supplier 'Acme Magnetics' --dry-run", "the questions for one supplier"),
        ],
        ["receive"] =
        [
            new("sourcing receive answers/*.xlsx --documents certificates/", "filled questionnaires with their certificates"),
            new("sourcing receive cmrt.xlsx --supplier Kemet --dry-run", "what a form of somebody else's says"),
        ],
        ["evidence"] = [new("sourcing evidence list", "who has stated what until when")],
        ["evidence list"] = [new("sourcing evidence list --evidence boms/evidence", "the ledger of another folder")],
        ["evidence show"] = [new("sourcing evidence show MAG-22", "what is stated of a part, down to the documents")],
        ["evidence coverage"] = [new("sourcing evidence coverage boms/ --history", "how much is on file, and how it came about")],
        ["evidence expiring"] = [new("sourcing evidence expiring --delivery 2027-03-01", "what ends before the delivery")],
        ["evidence verify"] = [new("sourcing evidence verify", "whether every statement and document is still there")],
        ["evidence add"] = [new("sourcing evidence add --supplier Acme --part MAG-22 --material ndfeb-magnet --stage melted=Japan "
            + "--document scan.pdf", "a letter on paper")],
        ["bundle"] = [new("sourcing bundle boms/ --out delivery-7.zip --key sign.pem --new-key", "everything that the answer rests on, signed")],
        ["bundle verify"] = [new("sourcing bundle verify delivery-7.zip --key sign.pem.pub", "years later, on another machine")],
        ["init"] =
        [
            new("sourcing init", "contract.json and contract.md into the current folder"),
            new("sourcing init contracts/EXAMPLE-27-C-0006", "into a folder of its own"),
        ],
        ["map"] =
        [
            new("sourcing map bom.xlsx", "what each column was taken for, and why"),
            new("sourcing map form.xlsx --format profile > form.json", "a profile to edit"),
            new("sourcing map form.xlsx --map form.json", "what the profile makes of the form"),
        ],
        ["config"] = [new("sourcing config show boms/", "what applies there, and where it comes from")],
        ["config show"] =
        [
            new("sourcing config show boms/", "what applies to a folder"),
            new("sourcing config show bom.xlsx --fail-on open --format json", "what a flag would change"),
        ],
        ["packet"] =
        [
            new("sourcing packet nonavailability bom.xlsx --contract contract.json", "the packet of PGI 225.7018-4, blanks marked"),
            new("sourcing packet certificate bom.xlsx --delivery 2027-02-15", "what was checked and what is open, for the prime"),
            new("sourcing packet cyclonedx bom.xlsx --out boms", "the list for other programs, with origins"),
        ],
        ["waivers"] = [new("sourcing waivers verify", "look through the waivers of this folder")],
        ["waivers verify"] =
        [
            new("sourcing waivers verify", "the .sourcing-waivers.json of this folder or above it"),
            new("sourcing waivers verify .sourcing-waivers.json --as-of 2027-01-01", "which have ended by then"),
        ],
        ["baseline"] = [new("sourcing baseline write boms/", "accept today's findings; only new ones fail")],
        ["baseline write"] =
        [
            new("sourcing baseline write boms/", "into sourcing-baseline.json"),
            new("sourcing baseline write boms/ --contract contract.json --out known.json", "for check boms/ --baseline known.json"),
        ],
        ["merge"] =
        [
            new("sourcing merge part1 part2 part3 part4 --out reports", "one report of four parts"),
        ],
        ["serve"] =
        [
            new("sourcing serve", "check BOMs in the browser"),
            new("sourcing serve --port 8080 --no-browser", "print the address only"),
        ],
        ["rules"] =
        [
            new("sourcing rules list", "what is applied, and how sure it is"),
            new("sourcing rules explain SC1003", "what a rule means"),
        ],
        ["rules list"] =
        [
            new("sourcing rules list", "the shipped packs"),
            new("sourcing rules list --rules my-rules", "with your own"),
        ],
        ["rules show"] =
        [
            new("sourcing rules show SC1003", "a rule with its versions and paragraphs"),
            new("sourcing rules show dfars-252.225-7052", "a pack with its definitions"),
        ],
        ["rules explain"] =
        [
            new("sourcing rules explain SC1020", "guidance and interpretations of a rule"),
            new("sourcing rules explain SC9208", "cause and remedy of a diagnostic"),
            new("sourcing rules explain company-policy --rules my-rules", "a pack of your own"),
        ],
        ["rules verify"] =
        [
            new("sourcing rules verify", "exit code 4 when anything is wrong"),
            new("sourcing rules verify --rules my-rules --as-of 2027-01-01", "your own too, as of a day"),
        ],
        ["rules test"] =
        [
            new("sourcing rules test", "every case; exit code 4 when one fails"),
            new("sourcing rules test --rules my-rules", "your own too"),
        ],
        ["rules new"] =
        [
            new("sourcing rules new company-policy no-bonded-magnets --rules my-rules", "files with TODO where only a person knows"),
            new("sourcing rules new --workflow approved-makers --rules my-rules", "a workflow of company policies with its cases"),
        ],
        ["rules diff"] =
        [
            new("sourcing rules diff shipped my-rules", "what your folder changes"),
            new("sourcing rules diff rules-2026 rules-2027", "between two editions"),
        ],
        ["rules export"] =
        [
            new("sourcing rules export dfars-252.225-7052 > workflow.json", "for Microsoft's RulesEngine"),
        ],
        ["diff"] =
        [
            new("sourcing diff old.xlsx new.xlsx", "what changed, and which verdicts"),
            new("sourcing diff main/bom.json bom.xlsx --format markdown", "a report and a list, for a pull request"),
        ],
        ["lines"] =
        [
            new("sourcing lines bom.xlsx", "what git diff compares, see examples/ci/git-diff"),
        ],
        ["scenario"] =
        [
            new("sourcing scenario bom.xlsx", "each period of the law and each draft"),
            new("sourcing scenario boms/ --contract contract.json --format markdown", "a folder, to paste"),
        ],
        ["completions"] =
        [
            new("source <(sourcing completions bash)", "for this shell"),
            new("sourcing completions fish > ~/.config/fish/completions/sourcing.fish", "for every shell to come"),
        ],
    };

    private const string Check = """
          0 nothing at or above --fail-on   1 violation or suspect   2 open lines (--fail-on open)   3 an input could not be read
          4 rules or configuration invalid  5 defect of the program  64 command line                 130 canceled
        """;

    private static readonly Dictionary<string, string> Codes = new(StringComparer.Ordinal)
    {
        ["check"] = Check,
        ["merge"] = Check,
        ["scenario"] = Check,
        ["explain"] = "  0 the line was found   3 no such line, or the file could not be read   4 rules or configuration invalid   64 command line",
        ["map"] = "  0 every list was mapped   3 one could not be read or mapped   4 a mapping profile is invalid   64 command line",
        ["serve"] = "  0 the server was stopped   64 command line   69 the server is not installed, or its port is in use",
        ["config show"] = "  0 shown   4 a check would refuse the configuration   64 command line",
        ["waivers verify"] = "  0 valid   1 a waiver has ended   4 invalid   64 command line",
        ["baseline write"] = "  0 written   3 an input could not be read   4 rules or configuration invalid, or the file exists   64 command line",
        ["lines"] = "  0 printed, also when something could not be read and the text says so   3 no such file   64 command line",
        ["diff"] = "  0 compared, whatever changed   3 an input could not be read   4 rules or configuration invalid   64 command line",
        ["init"] = "  0 written   4 a file is there already, nothing is written   64 command line",
        ["rules verify"] = "  0 sound   4 not sound   64 command line",
        ["rules test"] = "  0 all passed   4 one failed   64 command line",
        ["rules new"] = "  0 written   4 the rule is there already, nothing is written   64 command line",
    };

    /// <summary>The exit codes that a verb gives with reasons of its own; null = it gives no others than the common ones.</summary>
    /// <param name="verb">Full name of the verb without the program's.</param>
    public static string? GetCodes(string verb) => Codes.GetValueOrDefault(verb);

    /// <summary>The examples of a verb; empty when there are none.</summary>
    /// <param name="verb">Full name of the verb without the program's: <c>rules show</c>.</param>
    public static IReadOnlyList<VerbExample> Get(string verb) => All.GetValueOrDefault(verb) ?? [];
}

/// <summary>A command line to copy.</summary>
/// <param name="Line">The line.</param>
/// <param name="What">What it does, in a few words.</param>
internal sealed record VerbExample(string Line, string What);
