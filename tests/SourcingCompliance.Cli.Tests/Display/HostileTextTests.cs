namespace SourcingCompliance.Cli.Display;

/// <summary>Nothing that a file, a name or a path says is obeyed by a terminal or by a build system.</summary>
public sealed class HostileTextTests : IDisposable
{
    private const string Header = "Part Number,Description,Qty,Country of Origin\n";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, string> Lists => new()
    {
        { "a command behind a line end", Header + "\"MAG-1\n::stop-commands::pwned\",NdFeB magnet N42,1,China\n" },
        { "a command where a line is wrapped", Header + $"MAG-1 {new string('a', 110)} ::stop-commands::pwned,NdFeB magnet N42,1,China\n" },
        { "commands of Azure", Header + "##vso[task.setvariable variable=PATH]/tmp,NdFeB magnet N42,1,China\n##[section]x,NdFeB magnet N42,1,China\n" },
        { "colons without end", Header + $"{new string(':', 400)}add-mask::x,NdFeB magnet N42,1,China\n" },
        { "escapes of a terminal", Header + "\u001b[2J\u001b[31mPASS\u001b]0;t\u0007\u009b31m,NdFeB magnet \u202eN42,1,China\n" },
        { "a line separator", Header + "MAG-1\u2028::error::x\u0085::warning::y,NdFeB magnet N42,1,China\n" },
        { "commands in an origin that nobody knows", Header + "MAG-1,NdFeB magnet N42,1,\"::set-output name=x::\n##[endgroup] %0A::error::\"\n" },
        { "commands in a header", "Part Number,Description,Qty,Country of Origin,\"\u001b[2J ##vso[task.complete]\n::error::\"\nMAG-1,NdFeB magnet "
            + "N42,1,China,neodymium magnet\n" },
    };

    [Theory]
    [MemberData(nameof(Lists))]
    public void A_check_prints_no_command_and_no_control_character_of_a_list(string what, string content)
    {
        string list = _folder.Write("bom.csv", content);

        CommandRun run = CommandRun.Of("check", list, "--out", _folder.Of("out"), "--format", "json", "--as-of", "2026-11-22");

        run.ExitCode.ShouldNotBe(5, run.Errors);
        PrintedText.ShouldBeHarmless(run, what);
    }

    // All lists in one: what costs time is the run.
    [Fact]
    public void No_verb_prints_a_command_or_a_control_character_of_a_list()
    {
        const string last = "commands in a header";
        Dictionary<string, string> lists = Lists.ToDictionary(list => list.Data.Item1, list => list.Data.Item2);
        string list = _folder.Write("bom.csv", lists[last] + string.Concat(lists.Where(each => each.Key != last).Select(each => each.Value[Header.Length..])));
        string sound = Repository.PathOf("examples", "02-chinese-magnet", "bom.csv");

        foreach (string[] args in (string[][])
            [
                ["check", list, list, "--out", _folder.Of("out"), "--format", "json", "--as-of", "2026-11-22"],
                ["explain", $"{list}!3"],
                ["explain", $"{list}!5", "--format", "json"],
                ["map", list],
                ["map", list, "--format", "json"],
                ["map", list, "--format", "profile"],
                ["scenario", list],
                ["scenario", list, "--format", "markdown"],
                ["diff", sound, list],
                ["diff", sound, list, "--format", "markdown"],
                ["diff", sound, list, "--format", "json"],
            ])
        {
            CommandRun run = CommandRun.Of(args);

            run.ExitCode.ShouldNotBe(5, run.Errors);
            PrintedText.ShouldBeHarmless(run, $"{args[0]} {string.Join(' ', args[2..])}");
        }
    }

    [Theory]
    [InlineData("check", "::error::nope\u001b[2J.csv")]
    [InlineData("explain", "##vso[task.complete].csv!F1")]
    [InlineData("map", "::warning::\u202e.csv")]
    [InlineData("rules", "::stop-commands::x")]
    [InlineData("::error::verb", "##[x]")]
    public void A_path_or_a_word_of_the_command_line_is_no_command_either(string verb, string word)
    {
        CommandRun run = CommandRun.Of([verb, word, .. verb == "check" ? (string[])["--out", _folder.Of("out")] : []]);

        run.ExitCode.ShouldNotBe(0);
        PrintedText.ShouldBeHarmless(run, word);
    }

    [Fact]
    public void The_name_of_a_file_is_shown_and_not_obeyed()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        string list = _folder.Write("::error::\u001b[2J\nbom.csv", Header + "MAG-1,NdFeB magnet N42,1,China\n");

        CommandRun run = CommandRun.Of("check", list, "--out", _folder.Of("out"), "--format", "json,markdown", "--as-of", "2026-11-22");

        run.ExitCode.ShouldBe(1, run.Errors);
        PrintedText.ShouldBeHarmless(run, "a file name");
        run.Output.ShouldContain(": :error: :<U+001B>[2J↵bom");
    }

    [Fact]
    public void In_a_log_of_github_no_command_is_obeyed_between_two_lines_with_a_random_token()
    {
        string list = _folder.Write("bom.csv", Header + "MAG-1,NdFeB magnet N42,1,China\n");
        using var output = new StringWriter();
        using var errors = new StringWriter();

        SourcingCommand.Run(["check", list, "--out", _folder.Of("out"), "--format", "json", "--as-of", "2026-11-22"],
            output, errors, TimeProvider.System, "c0ffee");

        string[] lines = output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        lines[0].ShouldBe("::stop-commands::c0ffee");
        lines[^1].ShouldBe("::c0ffee::");
        lines[1..^1].ShouldAllBe(line => !line.Contains("::", StringComparison.Ordinal));
    }

    [Fact]
    public void What_a_program_reads_is_not_wrapped_in_commands()
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();

        SourcingCommand.Run(["completions", "bash"], output, errors, TimeProvider.System, "c0ffee");

        output.ToString().ShouldNotContain("c0ffee");
    }

    [Fact]
    public void A_command_in_two_pieces_is_pulled_apart_too()
    {
        using var output = new StringWriter();
        using var console = new ConsoleWriter(output, null);

        console.Write(':');
        console.Write(":error::x ##");
        console.Write("vso[");
        console.WriteLine("a\nb");

        output.ToString().ShouldBe(": :error: :x ## vso[a↵b" + Environment.NewLine);
    }
}
