using System.CommandLine;
using System.Text;
using SourcingCompliance.Findings;
using SourcingCompliance.Running.Output;
using SourcingCompliance.Running.Rules;

namespace SourcingCompliance.Cli.Commands;

/// <summary><c>sourcing init</c>: a contract file with every field, and its explanation beside it.</summary>
internal static class InitCommand
{
    public static Command Create(TextWriter output, TextWriter errors)
    {
        var folder = new Argument<string>("DIR") { Description = "Folder to write to.", Arity = ArgumentArity.ZeroOrOne, DefaultValueFactory = _ => "." };
        var force = new Option<bool>("--force") { Description = "Write over files that are there." };
        var command = new Command("init", "Write contract.json with every field, and contract.md that explains them.") { folder, force };
        command.SetAction(parsed =>
        {
            string target = parsed.GetValue(folder) ?? ".";
            (string Path, string Text)[] files = [(Path.Combine(target, "contract.json"), ContractTemplate.Json),
                (Path.Combine(target, "contract.md"), ContractTemplate.Guidance)];
            string[] there = [.. files.Select(file => file.Path).Where(File.Exists)];
            if (there.Length > 0 && !parsed.GetValue(force))
            {
                errors.WriteLine($"{string.Join(" and ", there)} {(there.Length == 1 ? "is" : "are")} there already; nothing was written. --force "
                    + $"writes over.");
                return ExitCodes.Configuration;
            }

            foreach ((string path, string text) in files)
            {
                OutputFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(text)));
                output.WriteLine(path.Replace('\\', '/'));
            }

            return ExitCodes.Clean;
        });
        return command;
    }
}
