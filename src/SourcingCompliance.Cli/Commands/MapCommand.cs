using System.CommandLine;
using SourcingCompliance.Boms;
using SourcingCompliance.Boms.Mapping;
using SourcingCompliance.Diagnostics;
using SourcingCompliance.Formats.Mapping;
using SourcingCompliance.Formats.Rules;

namespace SourcingCompliance.Cli.Commands;

/// <summary><c>sourcing map</c>: shows how the columns of bills of materials are understood.</summary>
internal static class MapCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("paths") { Description = "Files to map.", Arity = ArgumentArity.OneOrMore };
        var format = new Option<string>("--format") { Description = "json, table or profile.", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("json", "table", "profile");
        var command = new Command("map", "Shows how the columns of bills of materials are understood.") { paths, format };
        command.SetAction(result => Run(result.GetValue(paths) ?? [], result.GetValue(format) ?? "table"));
        return command;
    }

    private static int Run(string[] paths, string format)
    {
        var diagnostics = new DiagnosticBag();
        var mapper = new BomMapper(ColumnVocabulary.Load(RuleFolders.Shipped(), diagnostics));
        MappingReport report = FileMapper.Map(paths, mapper, ReadLimits.Default);
        using Stream output = Console.OpenStandardOutput();
        if (format == "json")
        {
            MappingReportWriter.Write(report, output);
        }

        foreach (Diagnostic diagnostic in diagnostics.Items)
        {
            Console.Error.WriteLine(diagnostic);
        }

        return diagnostics.HasErrors || report.Files.Any(file => file.Diagnostics.Any(one => one.Severity == DiagnosticSeverity.Error)) ? 3 : 0;
    }
}
