using SourcingCompliance.Formats.Reading;
using SourcingCompliance.Running.Output;

namespace SourcingCompliance.Cli.Commands;

/// <summary>A list that is piped in (<c>-</c>): kept in a file that only this user can read, for as long as the run lasts.</summary>
internal sealed class StandardInput : IDisposable
{
    /// <summary>The path that stands for standard input.</summary>
    public const string Path = "-";

    /// <summary>What the list is called when <c>--name</c> does not say.</summary>
    public const string DefaultName = "stdin";

    private readonly string _folder;

    private StandardInput(string folder, string name)
    {
        _folder = folder;
        List = new CheckInput(System.IO.Path.Combine(folder, "list"), name);
    }

    /// <summary>The list.</summary>
    public CheckInput List { get; }

    /// <summary>Reads standard input to its end; null when the paths do not ask for it.</summary>
    /// <param name="paths">The paths of the command line.</param>
    /// <param name="name">What reports call the list; null = <see cref="DefaultName"/>.</param>
    /// <exception cref="OutputRefusedException">Nothing is piped in, or it cannot be kept.</exception>
    public static StandardInput? Read(IReadOnlyCollection<string> paths, string? name)
    {
        if (!paths.Contains(Path, StringComparer.Ordinal))
        {
            return null;
        }

        if (!Console.IsInputRedirected)
        {
            throw new OutputRefusedException("The path - reads standard input, and nothing is piped in. Name a file, or pipe one: sourcing check - --name "
                + "bom.csv < bom.csv");
        }

        var input = new StandardInput(Directory.CreateTempSubdirectory("sourcing-").FullName, name ?? DefaultName);
        try
        {
            using Stream source = Console.OpenStandardInput();
            using FileStream target = File.Create(input.List.Path);
            source.CopyTo(target);
            return input;
        }
        catch (IOException problem)
        {
            input.Dispose();
            throw new OutputRefusedException($"Standard input cannot be read: {problem.Message.TrimEnd('.')}.", problem);
        }
    }

    /// <summary>Whether a text can be the name of a list: a file name, with folders before it or without, that leads nowhere else.</summary>
    public static bool IsName(string name) => name.Length > 0 && !System.IO.Path.IsPathRooted(name) && !name.Any(char.IsControl)
        && name.Split('/', '\\').All(part => part.Trim() is not ("" or "." or ".."));

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
