using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using SourcingCompliance.Cli.Display;
using SourcingCompliance.Decisions;
using SourcingCompliance.Findings;
using SourcingCompliance.Formats.Files;
using SourcingCompliance.Formats.Pdf.Packets;
using SourcingCompliance.Formats.Writing.Packets;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Recognition.Origins;
using SourcingCompliance.Reports;
using SourcingCompliance.Reports.Packets;
using SourcingCompliance.Running;
using SourcingCompliance.Running.Configuration;
using SourcingCompliance.Running.Exchange;
using SourcingCompliance.Running.Jobs;
using SourcingCompliance.Running.Output;

namespace SourcingCompliance.Cli.Commands;

/// <summary><c>sourcing packet</c>: documents for others, filled from a check: for the contracting officer, the prime, and other programs.</summary>
internal static class PacketCommand
{
    private const string DefaultFolder = "sourcing-packets";
    private const string CycloneDx = "cyclonedx";

    private static readonly ImmutableArray<(string Kind, Func<PacketFacts, Packet> Create)> Kinds =
    [
        ("nonavailability", NonavailabilityPacket.Create),
        ("provenance", ProvenancePacket.Create),
        ("certificate", CertificatePacket.Create),
        ("indentured-bom", IndenturedBomPacket.Create),
    ];

    /// <summary>The verb.</summary>
    public static Command Create(TextWriter output, TextWriter errors, TimeProvider time)
    {
        var options = new CheckOptions();
        var configuration = new ConfigurationOptions();
        var kind = new Argument<string>("KIND")
        {
            Description =
                "nonavailability (PGI 225.7018-4), provenance (section 857), certificate (draft for the prime), indentured-bom (EO 14415), or cyclonedx.",
        };
        Argument<string[]> paths = CheckOptions.PathsArgument("A BOM file, a folder of them, or a glob.");
        kind.AcceptOnlyFromAmong([.. Kinds.Select(known => known.Kind), CycloneDx]);
        var folder = new Option<string>("--out") { Description = "Folder for the packet.", HelpName = "DIR", DefaultValueFactory = _ => DefaultFolder };
        var force = new Option<bool>("--force") { Description = "Write over files that exist." };
        var command = new Command("packet", "Write a document for others from a check (PDF, xlsx, and JSON), with blanks marked.")
        {
            kind, paths, folder, force, options.Contract, options.Delivery, options.AsOf, options.CountNotInstalled,
            options.Rules, options.Map, configuration.Config, configuration.NoConfig,
            configuration.Exclude, configuration.Alternates, configuration.Evidence, configuration.NoEvidence,
        };
        foreach (Option option in configuration.Report.All)
        {
            command.Options.Add(option);
        }

        command.SetAction((parsed, cancellation) =>
        {
            CheckFlags flags = configuration.Read(parsed, options, parsed.GetValue(paths) ?? []);
            CheckJob job = SettingsFinder.Find(flags, ConfigurationOptions.Today(time)).Job with { Baseline = null, Waivers = null, AllLines = true };
            var target = new Target(parsed.GetValue(folder) ?? DefaultFolder, parsed.GetValue(force), output, errors);
            string chosen = parsed.GetValue(kind) ?? "";
            return PromptEnd.Run(() => Write(chosen, job, target, cancellation), cancellation);
        });
        return command;
    }

    private static int Write(string kind, CheckJob job, Target target, CancellationToken cancellation)
    {
        CheckResult result = CheckRunner.Check(job, null, cancellation);
        ComplianceReport report = result.Report;

        // A paper about lists that were not read in full would leave out what may matter most.
        if (!result.HasRun || report.Summary.ExitCode >= ExitCodes.Input)
        {
            DiagnosticText.Show(target.Errors, report.Diagnostics.Concat(report.Files.SelectMany(file => file.Diagnostics))
                .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
            target.Errors.WriteLine("No packet was written.");
            return Math.Max(report.Summary.ExitCode, ExitCodes.Input);
        }

        var diagnostics = new DiagnosticBag();
        CountryVocabulary countries = CountryVocabulary.Load(RuleFolders.Shipped(), diagnostics);
        ContractContext? contract = job.ContractPath is { } path ? ContractReader.Parse(OrdinaryFile.ReadAllBytes(path), path, diagnostics) : null;
        var facts = new PacketFacts(report, contract, countries.GetName);
        return kind == CycloneDx ? WriteBoms(facts, job, target, cancellation)
            : WritePacket(Kinds.First(known => known.Kind == kind).Create(facts), facts, target, cancellation);
    }

    private static int WriteBoms(PacketFacts facts, CheckJob job, Target target, CancellationToken cancellation)
    {
        (FileReport File, string Path)[] boms = [.. GetNames(facts.Report).Select(bom => (bom.File, target.GetPath(bom.Name)))];
        if (target.Refuses(boms.Select(bom => bom.Path)))
        {
            return ExitCodes.Configuration;
        }

        var exchange = new BomExchange(facts, job, (again, stop) => CheckRunner.Check(again, null, stop));
        int code = ExitCodes.Clean;
        foreach ((FileReport file, string path) in boms)
        {
            ExchangedBom written = exchange.Write(file, path, cancellation);
            DiagnosticText.Show(target.Errors, written.Losses);
            code = written.Losses.IsEmpty ? code : ExitCodes.Input;
            target.Output.WriteLine(written.Losses.IsEmpty
                ? $"CycloneDX 1.6: {path}, {Wording.FormatCount(file.Lines.Length, "component")}; checked again, and no line item reads better than in "
                    + $"{file.Name}.{(written.Doubted == 0 ? "" : $" {Wording.FormatCount(written.Doubted, "component")} marked as not known in full, because the format does not carry why {(written.Doubted == 1 ? "it stays" : "they stay")} open.")}"
                : $"{path} was not written.");
        }

        return code;
    }

    // Lists of the same name in several folders get a number.
    private static IEnumerable<(FileReport File, string Name)> GetNames(ComplianceReport report)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (FileReport file in report.Files)
        {
            string stem = Path.GetFileNameWithoutExtension(file.Name);
            string name = stem;
            for (int number = 2; !taken.Add(name); number++)
            {
                name = string.Create(CultureInfo.InvariantCulture, $"{stem}-{number}");
            }

            yield return (file, $"{name}.cdx.json");
        }
    }

    private static int WritePacket(Packet packet, PacketFacts facts, Target target, CancellationToken cancellation)
    {
        (string Path, Action<Stream> Write)[] files =
        [
            (target.GetPath($"{packet.Kind}.pdf"), stream => PacketPdfWriter.Write(packet, facts, stream, cancellation)),
            (target.GetPath($"{packet.Kind}.xlsx"), stream => PacketWorkbookWriter.Write(packet, facts, stream)),
            (target.GetPath($"{packet.Kind}.json"), stream => PacketJsonWriter.Write(packet, facts, stream)),
        ];
        if (target.Refuses(files.Select(file => file.Path)))
        {
            return ExitCodes.Configuration;
        }

        foreach ((string path, Action<Stream> write) in files)
        {
            OutputFile.Write(path, write);
        }

        target.Output.WriteLine($"{packet.Title}");
        foreach (string caution in packet.Cautions)
        {
            target.Output.WriteLine($"  {caution}");
        }

        DiagnosticText.Show(target.Errors, facts.Report.Diagnostics.Concat(facts.Report.Files.SelectMany(file => file.Diagnostics)));
        target.Output.WriteLine(packet.Blanks == 0 ? "Nothing is left to fill in."
            : $"To fill in: {Wording.FormatCount(packet.Blanks, "field")}, marked in each file.");
        foreach ((string path, _) in files)
        {
            target.Output.WriteLine($"Packet: {path}");
        }

        return ExitCodes.Clean;
    }

    private sealed record Target(string Folder, bool Force, TextWriter Output, TextWriter Errors)
    {
        public string GetPath(string name) => Path.Combine(Folder, name).Replace('\\', '/');

        public bool Refuses(IEnumerable<string> paths)
        {
            string? taken = Force ? null : paths.FirstOrDefault(File.Exists);
            if (taken is not null)
            {
                Errors.WriteLine($"{taken} exists; nothing was written. --force writes over it.");
            }

            return taken is not null;
        }
    }
}
