using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using SourcingCompliance.Findings;
using SourcingCompliance.Formats.Files;
using SourcingCompliance.Primitives;
using SourcingCompliance.Running.Output;
using SourcingCompliance.Running.Rules.Policies;
using SourcingCompliance.Verification;

namespace SourcingCompliance.Cli.Commands.Rules;

/// <summary><c>sourcing rules new</c>: a folder with a rule, its cases and its guidance, to be filled in.</summary>
internal static class RulesNewCommand
{
    public static Command Create(TextWriter output, TextWriter errors, TimeProvider time)
    {
        var pack = new Argument<string>("PACK") { Description = "Id of the pack; a new one, or one that the folder has.", Arity = ArgumentArity.ZeroOrOne };
        var name = new Argument<string>("NAME") { Description = "Name of the rule: lower-case words with hyphens.", Arity = ArgumentArity.ZeroOrOne };
        var workflow = new Option<string>("--workflow")
        {
            Description = "Write a workflow of company policies with its cases instead of a rule.",
            HelpName = "NAME"
        };
        var folder = new Option<string>("--rules") { Description = "Folder of rules to write to.", HelpName = "DIR", DefaultValueFactory = _ => "rules" };
        var command = new Command("new", "Write the files of a new rule, with what only a person can write marked TODO, or a workflow of "
            + "company policies.") { pack, name, workflow, folder };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(workflow) is { } policies)
            {
                if (parsed.GetValue(pack) is not null)
                {
                    errors.WriteLine("--workflow takes the name of the workflow and no PACK or NAME.");
                    return ExitCodes.Usage;
                }

                return WriteWorkflow(parsed.GetValue(folder) ?? "rules", policies, output, errors);
            }

            if (parsed.GetValue(pack) is null || parsed.GetValue(name) is null)
            {
                errors.WriteLine("PACK and NAME are needed, or --workflow NAME.");
                return ExitCodes.Usage;
            }

            string packId = parsed.GetValue(pack) ?? "";
            string ruleName = parsed.GetValue(name) ?? "";
            if (PackScaffold.GetFault(packId) is { } packFault)
            {
                errors.WriteLine(packFault);
                return ExitCodes.Usage;
            }

            if (PackScaffold.GetFault(ruleName) is { } ruleFault)
            {
                errors.WriteLine(ruleFault);
                return ExitCodes.Usage;
            }

            return Write(parsed.GetValue(folder) ?? "rules", packId, ruleName, ConfigurationOptions.Today(time), output, errors);
        });
        return command;
    }

    private static int WriteWorkflow(string folder, string name, TextWriter output, TextWriter errors)
    {
        if (PackScaffold.GetFault(name) is { } fault)
        {
            errors.WriteLine(fault);
            return ExitCodes.Usage;
        }

        ImmutableSortedDictionary<string, string> files = PolicyScaffold.Files(name);
        if (files.Keys.FirstOrDefault(path => File.Exists(Path.Combine(folder, path))) is { } known)
        {
            errors.WriteLine($"{Path.Combine(folder, known).Replace('\\', '/')} exists already; nothing was written.");
            return ExitCodes.Configuration;
        }

        Write(folder, files, output);
        output.WriteLine($"Workflow {name}. Change its rules and cases, then run 'sourcing rules verify --rules {folder}'.");
        return ExitCodes.Clean;
    }

    private static void Write(string folder, ImmutableSortedDictionary<string, string> files, TextWriter output)
    {
        foreach ((string path, string text) in files)
        {
            string target = Path.Combine(folder, path);
            OutputFile.Write(target, stream => stream.Write(Encoding.UTF8.GetBytes(text)));
            output.WriteLine(target.Replace('\\', '/'));
        }
    }

    private static int Write(string folder, string packId, string ruleName, DateOnly asOf, TextWriter output, TextWriter errors)
    {
        RuleFolder own = Directory.Exists(folder) ? RuleFolders.FromDisk(folder) : new RuleFolder(folder, []);
        RuleFolder shipped = RuleFolders.Shipped();
        string[] rules = [.. own.Paths.Concat(shipped.Paths).Where(path => path.EndsWith(".json", StringComparison.Ordinal))
            .Select(path => path[(path.LastIndexOf('/') + 1)..])];
        // SC1900-name.json: the id has six characters.
        const int nameAt = 7;
        if (own.Below($"{packId}/restrictions").Select(path => path[(path.LastIndexOf('/') + 1)..])
            .Any(file => file.Length > nameAt && file[nameAt..] == $"{ruleName}.json"))
        {
            errors.WriteLine($"The pack {packId} has a rule {ruleName} already; nothing was written.");
            return ExitCodes.Configuration;
        }

        string ruleId = PackScaffold.FreeId(rules.Select(file => file.Split('-')[0]));
        ImmutableSortedDictionary<string, string> files = PackScaffold.Files(packId, ruleName, ruleId, asOf, own.Find($"{packId}/pack.json") is null);
        Write(folder, files, output);
        output.WriteLine($"Rule {ruleId}. Write what is marked TODO, then run 'sourcing rules verify --rules {folder}'.");
        return ExitCodes.Clean;
    }
}
