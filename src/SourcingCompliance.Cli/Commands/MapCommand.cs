using System.CommandLine;
using SourcingCompliance.Cli.Display;
using SourcingCompliance.Findings;
using SourcingCompliance.Formats.Files;
using SourcingCompliance.Formats.Writing.Mapping;
using SourcingCompliance.Mapping;
using SourcingCompliance.Mapping.Profiles;
using SourcingCompliance.Mapping.Vocabulary;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Running.Folders;
using SourcingCompliance.Running.Mapping;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Cli.Commands;

/// <summary><c>sourcing map</c>: shows how the columns of bills of materials are understood.</summary>
internal static class MapCommand
{
    public static Command Create(TextWriter output, TextWriter errors)
    {
        var paths = CheckOptions.PathsArgument("Files, folders or globs to map.");
        var format = new Option<string>("--format") { Description = "table, json or profile (a mapping profile to edit).", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "json", "profile");
        var mapping = new Option<string[]>("--map") { Description = "Mapping profile to apply; the first that fits a sheet is taken.", HelpName = "FILE" };
        var command = new Command("map", "Shows how the columns of bills of materials are understood.") { paths, format, mapping };
        command.SetAction(result => Run(result.GetValue(paths) ?? [], result.GetValue(format) ?? "table", result.GetValue(mapping) ?? [], output, errors));
        return command;
    }

    private static int Run(string[] paths, string format, string[] profilePaths, TextWriter output, TextWriter errors)
    {
        var diagnostics = new DiagnosticBag();
        var vocabulary = ColumnVocabulary.Load(RuleFolders.Shipped(), diagnostics);
        IReadOnlyList<MappingProfile> profiles = MappingProfileFiles.Read(profilePaths, diagnostics);
        bool areProfilesSound = !diagnostics.HasErrors;
        IReadOnlyList<string> lists = BomPaths.Find(paths, new FolderSearch { IsEvidenceChosen = true }, diagnostics);
        MappingReport report = FileMapper.Map(lists, new BomMapper(vocabulary, profiles), ReadLimits.Default);
        string text = ExplainCommand.GetText(stream => Write(report, format, stream));
        if (format == "table")
        {
            output.Write(text);
        }
        else
        {
            ConsoleWriter.WriteJson(output, text);
        }

        foreach (Diagnostic diagnostic in diagnostics.Items.Concat(format == "json" ? [] : report.Files.SelectMany(file => file.Diagnostics)))
        {
            errors.WriteLine(diagnostic.ToString());
        }

        return !areProfilesSound ? ExitCodes.Configuration : diagnostics.HasErrors || report.HasErrors ? ExitCodes.Input : ExitCodes.Clean;
    }

    private static void Write(MappingReport report, string format, Stream output)
    {
        switch (format)
        {
            case "json":
                MappingReportWriter.Write(report, output);
                break;
            case "profile":
                SheetMapping? mapped = report.Files.SelectMany(file => file.Sheets).FirstOrDefault(sheet => sheet.IsMapped);
                if (mapped is not null)
                {
                    MappingProfile.From(mapped, mapped.Map.Sheet.ToString()).Write(output);
                }

                break;
            default:
                MappingTableWriter.Write(report, output);
                break;
        }
    }
}
