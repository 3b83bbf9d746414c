using System.Collections.Immutable;
using System.CommandLine;
using SourcingCompliance.Cli.Display;
using SourcingCompliance.Evidence;
using SourcingCompliance.Findings;
using SourcingCompliance.Formats.Writing;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Reports;
using SourcingCompliance.Reports.Requests;
using SourcingCompliance.Running.Exchange;
using SourcingCompliance.Running.Jobs;

namespace SourcingCompliance.Cli.Commands;

/// <summary><c>sourcing request</c>: a questionnaire and a letter for each supplier, with the facts only that are missing.</summary>
internal static class RequestCommand
{
    public static Command Create(TextWriter output, TextWriter errors, TimeProvider time)
    {
        var run = new EvidenceRun();
        Argument<string[]> paths = CheckOptions.PathsArgument("A BOM file, a folder of them, or a glob.");
        var supplier = new Option<string?>("--supplier") { Description = "Only the request to this supplier.", HelpName = "NAME" };
        var folder = new Option<string>("--out")
        {
            Description = "Folder for the questionnaires and letters.",
            HelpName = "DIR", DefaultValueFactory = _ => "requests"
        };
        var dryRun = new Option<bool>("--dry-run") { Description = "Show the questions without writing any file." };
        var command = new Command("request", "Ask suppliers for what is missing: a questionnaire (xlsx) and a mail for each.") { paths,
            supplier, folder, dryRun };
        run.AddTo(command);
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(
            run.Job(parsed, parsed.GetValue(paths) ?? [], time), parsed.GetValue(supplier), parsed.GetValue(folder)
                ?? "requests", parsed.GetValue(dryRun), output, errors, cancellation)));
        return command;
    }

    private static int Run(CheckJob job, string? supplier, string folder, bool isDry, TextWriter output, TextWriter errors, CancellationToken cancellation)
    {
        // An empty folder that is named begins a ledger; one that does not exist is a slip of the person who typed it.
        job = EvidenceRun.Beginning(job);
        ComplianceReport report = EvidenceRun.Check(job, cancellation);
        if (EvidenceRun.ShowErrors(report, errors) is not ExitCodes.Clean and var failed)
        {
            return failed;
        }

        ImmutableArray<EvidenceRequest> all = OpenQuestions.Get(report, supplier);
        EvidenceRequest[] requests = [.. all.Where(request => request.Supplier.Length > 0)];
        foreach (RequestedItem item in all.Where(request => request.Supplier.Length == 0)
            .SelectMany(request => request.Items).DistinctBy(item => item.PartNumber))
        {
            errors.WriteLine($"{VisibleText.Line(item.PartNumber)} names neither a supplier nor a manufacturer, so no request can be sent.");
        }

        if (requests.Length == 0)
        {
            output.WriteLine(supplier is null ? "Nothing is missing that a supplier could answer."
                : $"Nothing is missing that {VisibleText.Line(supplier)} could answer.");
            return ExitCodes.Clean;
        }

        var diagnostics = new DiagnosticBag();
        var files = new RequestFiles(report, diagnostics);
        if (!isDry)
        {
            // Recorded first: a questionnaire that nobody knows of could not be received.
            using EvidenceStore store = EvidenceStore.Open(EvidenceRun.GetFolder(job));
            store.Put(requests);
        }

        foreach (EvidenceRequest request in requests)
        {
            int questions = request.Items.Sum(item => item.Questions.Length);
            output.WriteLine($"{request.Id}  {VisibleText.Line(request.Supplier)}: "
                + $"{Wording.FormatCount(request.Items.Select(item => item.PartNumber).Distinct().Count(), "part")}, "
                    + $"{Wording.FormatCount(questions, "question")}{(request.DueOn is { } due ? $", due {Wording.FormatDate(due)}" : "")}{(request.ReferredBy is { } by ? $", referred by {VisibleText.Line(by)}" : "")}");
            foreach (string path in isDry ? [] : files.Write(request, folder))
            {
                output.WriteLine($"  {path}");
            }
        }

        output.WriteLine(isDry ? $"{Wording.FormatCount(requests.Length, "request")}; nothing was written."
            : $"{Wording.FormatCount(requests.Length, "request")} recorded in {EvidenceRun.GetFolder(job)}/requests.json.");
        return ExitCodes.Clean;
    }
}
