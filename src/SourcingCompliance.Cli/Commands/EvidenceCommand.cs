using System.CommandLine;
using System.Globalization;
using SourcingCompliance.Cli.Display;
using SourcingCompliance.Evidence;
using SourcingCompliance.Findings;
using SourcingCompliance.Formats.Writing;
using SourcingCompliance.Items;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Reports;
using SourcingCompliance.Running.Evidence;
using SourcingCompliance.Running.Exchange;
using SourcingCompliance.Running.Jobs;

namespace SourcingCompliance.Cli.Commands;

/// <summary><c>sourcing evidence</c>: who has proven what until when, how much of what is needed is on file, and whether all of it is still there.</summary>
internal static class EvidenceCommand
{
    private const int DefaultDays = 90;

    /// <summary>The verb with its verbs.</summary>
    public static Command Create(TextWriter output, TextWriter errors, TimeProvider time)
    {
        var command = new Command("evidence", "The evidence ledger: list, show, coverage, expiring, verify, add.");
        command.Subcommands.Add(List(output, errors, time));
        command.Subcommands.Add(Show(output, errors, time));
        command.Subcommands.Add(Coverage(output, errors, time));
        command.Subcommands.Add(Expiring(output, errors, time));
        command.Subcommands.Add(Verify(output, errors, time));
        command.Subcommands.Add(EvidenceAddCommand.Create(output, errors, time));
        return command;
    }

    private static Command List(TextWriter output, TextWriter errors, TimeProvider time)
    {
        var run = new EvidenceRun();
        var command = new Command("list", "Who has stated what until when, and whether it counts.") { run.Evidence };
        Array.ForEach(run.Days, command.Options.Add);
        command.SetAction(parsed => WithLedger(run.Job(parsed, ["."], time), errors, (ledger, job) =>
        {
            if (EvidenceRun.GetTerms(job, errors) is not { } terms)
            {
                return ExitCodes.Configuration;
            }

            System.Collections.Immutable.ImmutableHashSet<string> superseded = StatementStanding.Superseded(ledger, terms);
            foreach (Statement one in ledger.Statements.OrderBy(statement => statement.Supplier.Name, StringComparer.Ordinal)
                .ThenBy(statement => statement.Id, StringComparer.Ordinal))
            {
                string standing = superseded.Contains(one.Id) ? "superseded" : one.Source.IsLead ? "lead"
                    : StatementStanding.Get(one, terms) is { } reason ? ReportTokens.Format(reason) : "counts";
                output.WriteLine(VisibleText.Line($"{one.Id}  {one.Supplier.Name}  {one.Source.Form ?? one.Source.Kind.ToString()}  {GetDay(one.Day)}  until "
                    + $"{GetDay(one.ValidUntil)}  {standing}  {Wording.FormatCount(one.Items.Sum(item => item.Facts.Length), "fact")}, "
                        + $"{Wording.FormatCount(one.Documents.Count(document => document.Kind != "response"), "document")}"));
            }

            foreach (EvidenceRequest request in ledger.Log.Requests.Where(request => ledger.Statements.All(statement => statement.Request != request.Id)))
            {
                output.WriteLine(VisibleText.Line($"{request.Id}  {request.Supplier}  asked {GetDay(request.AskedOn)}  due {GetDay(request.DueOn)}  not "
                    + $"answered{(request.DueOn < job.AsOf ? ", overdue" : "")}"));
            }

            output.WriteLine($"{Wording.FormatCount(ledger.Statements.Length, "statement")} and {Wording.FormatCount(ledger.Log.Requests.Length, "request")}"
                + $" in {ledger.Folder}. {EvidenceRun.GetDayWords(terms)}");
            return ExitCodes.Clean;
        }));
        return command;
    }

    private static Command Show(TextWriter output, TextWriter errors, TimeProvider time)
    {
        var run = new EvidenceRun();
        var id = new Argument<string>("ID") { Description = "Id of a statement, or a part number." };
        var command = new Command("show", "Everything that a statement says, or that is stated of a part, with its chain.") { id, run.Evidence, run.AsOf };
        command.SetAction(parsed => WithLedger(run.Job(parsed, ["."], time), errors, (ledger, job) =>
        {
            string wanted = parsed.GetValue(id) ?? "";
            Statement[] found = [.. ledger.Statements.Where(one => string.Equals(one.Id, wanted, StringComparison.OrdinalIgnoreCase)
                || one.Items.Any(item => IsOf(item.Subject, wanted)))];
            foreach (Statement one in found)
            {
                string signer = one.Signer is { } signed
                    ? $"signed by {signed.Name}{(signed.Title is { } title ? $", {title}" : "")}, {GetDay(signed.SignedOn)}" : "not signed";
                output.WriteLine(VisibleText.Line($"{one.Id}: {one.Supplier.Name}, {one.Source.Form ?? one.Source.Kind.ToString()}, {signer}, valid until "
                    + $"{GetDay(one.ValidUntil)}"));
                bool isWhole = string.Equals(one.Id, wanted, StringComparison.OrdinalIgnoreCase);
                foreach (StatementItem item in one.Items.Where(item => isWhole || IsOf(item.Subject, wanted)))
                {
                    output.WriteLine($"  {VisibleText.Line(item.Subject.Words)}");
                    foreach (StatementFact fact in item.Facts)
                    {
                        string pages =
                            string.Concat(fact.Documents.Select(page =>
                                $" <- {one.Documents.First(document => document.Sha256 == page.Sha256).FileName}{(page.Page is { } number ? $" p. {number}" : "")} (sha256 {page.Sha256[..12]}{(ledger.Documents.Contains(page.Sha256) ? "" : ", missing")})"));
                        output.WriteLine(VisibleText.Line($"    {StatementWords.Format(fact)}{(fact.Place is { } place ? $" [{place}]" : "")}{pages}"));
                    }
                }

                foreach (UnreadAnswer unread in isWhole ? one.Unread : [])
                {
                    output.WriteLine(VisibleText.Line($"  not read: {unread.Place} \"{unread.Text}\" ({unread.Reason})"));
                }
            }

            output.Write(found.Length == 0 ? $"Nothing in {ledger.Folder} has that id or speaks of that part.\n" : "");
            return found.Length == 0 ? ExitCodes.Input : ExitCodes.Clean;
        }));
        return command;
    }

    private static Command Coverage(TextWriter output, TextWriter errors, TimeProvider time)
    {
        var run = new EvidenceRun();
        Argument<string[]> paths = CheckOptions.PathsArgument("A BOM file, a folder of them, or a glob.");
        var history = new Option<bool>("--history") { Description = "Show how it came about: the coverage on each day on which something was received." };
        var command = new Command("coverage", "How many of the required steps are documented, stated, expired or unknown.") { paths, history };
        run.AddTo(command);
        command.SetAction((parsed, cancellation) =>
        {
            CheckJob job = run.Job(parsed, parsed.GetValue(paths) ?? [], time);
            ComplianceReport report = EvidenceRun.Check(job, cancellation);
            if (EvidenceRun.ShowErrors(report, errors) is not ExitCodes.Clean and var failed)
            {
                return Task.FromResult(failed);
            }

            EvidenceCoverage coverage = report.Summary.Coverage.Evidence;
            output.WriteLine($"{"",-32} {"documented",10} {"stated",8} {"expired",8} {"unknown",8}");
            Row(output, "all covered lines", coverage.Steps);
            foreach (CoverageGroup group in coverage.BySupplier)
            {
                Row(output, $"  {(group.Name.Length > 0 ? group.Name : "no supplier named")}", group.Steps);
            }

            foreach (CoverageGroup group in coverage.ByMaterial)
            {
                Row(output, $"  {group.Name}", group.Steps);
            }

            if (coverage.NotCoveredByStatement > 0)
            {
                output.WriteLine($"{Wording.FormatCount(coverage.NotCoveredByStatement, "line item")} not covered by statement.");
            }

            if (parsed.GetValue(history) && job.EvidenceFolder is { } folder && EvidenceFolder.Read(folder, new DiagnosticBag()) is { } ledger)
            {
                output.WriteLine("By day of receipt:");
                DateOnly[] days = [.. ledger.Statements.Select(statement => statement.ReceivedOn).OfType<DateOnly>().Distinct().Order()];
                foreach (DateOnly? day in days.Select(day => (DateOnly?)day).Prepend(null))
                {
                    ComplianceReport then = EvidenceRun.Check(job with { EvidenceUntil = day ?? DateOnly.MinValue }, cancellation);
                    Row(output, day is { } received ? $"  {received:yyyy-MM-dd}" : "  before", then.Summary.Coverage.Evidence.Steps);
                }
            }

            return Task.FromResult(ExitCodes.Clean);
        });
        return command;
    }

    private static Command Expiring(TextWriter output, TextWriter errors, TimeProvider time)
    {
        var run = new EvidenceRun();
        var days = new Option<int>("--within")
        {
            Description = "Days from the day of the check, where no delivery date is given.",
            HelpName = "DAYS", DefaultValueFactory = _ => DefaultDays
        };
        var command = new Command("expiring", "What has expired, and what expires before the delivery.") { days };
        run.AddTo(command);
        command.SetAction(parsed => WithLedger(run.Job(parsed, ["."], time), errors, (ledger, job) =>
        {
            DateOnly last = job.Delivery ?? job.AsOf.AddDays(Math.Clamp(parsed.GetValue(days), 0, 36_500));
            Statement[] expiring = [.. ledger.Statements.Where(one => one.ValidUntil < last).OrderBy(one => one.ValidUntil)];
            foreach (Statement one in expiring)
            {
                output.WriteLine(VisibleText.Line($"{GetDay(one.ValidUntil)}  {one.Id}  {one.Supplier.Name}: "
                    + $"{(one.ValidUntil < job.AsOf ? "has expired" : "expires")}; "
                        + $"{string.Join(", ", one.Items.Select(item => item.Subject.Words).Distinct(StringComparer.Ordinal).Take(5))}"));
            }

            output.WriteLine($"{Wording.FormatCount(expiring.Length, "statement")} of {ledger.Statements.Length} {(expiring.Length == 1 ? "ends" : "end")}"
                + $" before {Wording.FormatDate(last)}.");
            return expiring.Length > 0 ? ExitCodes.Found : ExitCodes.Clean;
        }));
        return command;
    }

    private static Command Verify(TextWriter output, TextWriter errors, TimeProvider time)
    {
        var run = new EvidenceRun();
        var accept = new Option<bool>("--accept") { Description = "Take the statements as they stand now as the ones that were received." };
        var command = new Command("verify", "Whether every statement and document is still there, unchanged.") { accept, run.Evidence, run.AsOf };
        command.SetAction(parsed =>
        {
            CheckJob job = run.Job(parsed, ["."], time);
            string folder = EvidenceRun.GetFolder(job);
            if (parsed.GetValue(accept) && Directory.Exists(folder))
            {
                using EvidenceStore store = EvidenceStore.Open(folder);
                output.WriteLine($"{Wording.FormatCount(store.Accept(job.AsOf), "receipt")} changed.");
            }

            var diagnostics = new DiagnosticBag();
            EvidenceLedger? ledger = EvidenceFolder.Read(folder, diagnostics);
            foreach (Diagnostic diagnostic in diagnostics.Items)
            {
                errors.WriteLine($"{(diagnostic.Severity == DiagnosticSeverity.Error ? "error" : "warning")} {diagnostic.Id} "
                    + $"{VisibleText.Line(diagnostic.ToString())}");
            }

            int unlogged = ledger?.Statements.Count(statement => ledger.Log.Received.All(received => received.Id != statement.Id)) ?? 0;
            output.WriteLine(ledger is null ? "The ledger is damaged." : $"{Wording.FormatCount(ledger.Statements.Length, "statement")} and "
                + $"{Wording.FormatCount(ledger.Documents.Count, "document")} in {ledger.Folder}: "
                    + $"{(diagnostics.Items.Count == 0 ? "all there, unchanged" : Wording.FormatCount(diagnostics.Items.Count, "problem"))}{(unlogged > 0 ? $"; {unlogged} without a receipt" : "")}.");
            return ledger is null ? ExitCodes.Configuration : diagnostics.Items.Count > 0 ? ExitCodes.Found : ExitCodes.Clean;
        });
        return command;
    }

    private static int WithLedger(CheckJob job, TextWriter errors, Func<EvidenceLedger, CheckJob, int> act)
    {
        var diagnostics = new DiagnosticBag();
        EvidenceLedger? ledger = EvidenceFolder.Read(EvidenceRun.GetFolder(job), diagnostics);
        foreach (Diagnostic diagnostic in diagnostics.Items)
        {
            errors.WriteLine($"{(diagnostic.Severity == DiagnosticSeverity.Error ? "error" : "warning")} {diagnostic.Id} "
                + $"{VisibleText.Line(diagnostic.ToString())}");
        }

        return ledger is null ? ExitCodes.Configuration : act(ledger, job);
    }

    private static bool IsOf(StatementSubject subject, string part) => NameKey.OfPart(part) is var key
        && (NameKey.OfPart(subject.PartNumber ?? "") == key || NameKey.OfPart(subject.ManufacturerPartNumber ?? "") == key);

    private static void Row(TextWriter output, string name, StepCoverage steps) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{VisibleText.Line(name),-32} {steps.Documented,10} {steps.Stated,8} {steps.Expired,8} "
            + $"{steps.Unknown,8}"));

    private static string GetDay(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "-";
}
