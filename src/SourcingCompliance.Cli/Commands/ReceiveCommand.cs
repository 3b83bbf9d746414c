using System.CommandLine;
using SourcingCompliance.Cli.Display;
using SourcingCompliance.Evidence;
using SourcingCompliance.Findings;
using SourcingCompliance.Formats.Writing;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Reports;
using SourcingCompliance.Running.Configuration;
using SourcingCompliance.Running.Evidence;
using SourcingCompliance.Running.Exchange;
using SourcingCompliance.Running.Jobs;

namespace SourcingCompliance.Cli.Commands;

/// <summary><c>sourcing receive</c>: takes in what suppliers sent, and says what it understood, what not, and which line items changed.</summary>
internal sealed class ReceiveCommand(TextWriter output, TextWriter errors, CancellationToken cancellation)
{
    /// <summary>The verb.</summary>
    public static Command Create(TextWriter output, TextWriter errors, TimeProvider time)
    {
        var run = new EvidenceRun();
        Argument<string[]> files = CheckOptions.PathsArgument("Filled questionnaires (xlsx, ods, xls, csv) or forms of others (CMRT, IPC-1752, CycloneDX, "
            + "certificates, known parts).");
        var documents = new Option<string?>("--documents") { Description = "Folder of the certificates that came with them.", HelpName = "DIR" };
        var supplier = new Option<string?>("--supplier") { Description = "Who sent them, for forms that do not say so.", HelpName = "NAME" };
        var boms = new Option<string[]>("--bom")
        {
            Description = "BOMs whose changes are shown. The default is the folder in which the evidence folder lies.",
            HelpName = "PATH"
        };
        var dryRun = new Option<bool>("--dry-run") { Description = "Show what would be taken, and write nothing." };
        var replace = new Option<bool>("--replace") { Description = "Replace an answer to the same request that is on file already." };
        var command = new Command("receive", "Take in what suppliers answered.") { files, documents, supplier, boms, dryRun, replace };
        run.AddTo(command);
        command.SetAction((parsed, cancellation) =>
        {
            string[] lists = parsed.GetValue(boms) is { Length: > 0 } given ? given : [];
            CheckJob job = run.Job(parsed, lists.Length > 0 ? lists : ["."], time);
            string folder = EvidenceRun.GetFolder(job);
            job = job with { EvidenceFolder = folder, Paths = lists.Length > 0 ? [.. lists] : [Path.GetDirectoryName(Path.GetFullPath(folder)) ?? "."] };
            var receive = new ReceiveCommand(output, errors, cancellation);
            return Task.FromResult(receive.Run(job, parsed.GetValue(files) ?? [], parsed.GetValue(documents),
                parsed.GetValue(supplier), parsed.GetValue(dryRun), parsed.GetValue(replace)));
        });
        return command;
    }

    private int Run(CheckJob job, string[] files, string? documents, string? supplier, bool isDry, bool replaces)
    {
        string folder = job.EvidenceFolder ?? EvidenceFolder.Name;
        var diagnostics = new DiagnosticBag();
        var receiver = new AnswerReceiver(documents, diagnostics);
        ComplianceReport? before = isDry ? null : Check(job);
        using EvidenceStore? store = isDry ? null : EvidenceStore.Open(folder);
        EvidenceLedger? ledger = Directory.Exists(folder) ? EvidenceFolder.Read(folder, diagnostics) : new EvidenceLedger(folder, [], RequestLog.Empty, []);
        int taken = 0;
        foreach (string file in files)
        {
            if (ledger is null)
            {
                break;
            }

            Receipt receipt = receiver.Read(file, supplier, ledger, diagnostics);
            Show(receipt);
            taken += receipt.Statements.Count(statement => Keep(receipt, statement, ledger, store, job.AsOf, replaces, diagnostics));
        }

        foreach (Diagnostic diagnostic in diagnostics.Items.Where(diagnostic => diagnostic.Severity != DiagnosticSeverity.Note))
        {
            errors.WriteLine($"{(diagnostic.Severity == DiagnosticSeverity.Error ? "error" : "warning")} {diagnostic.Id} "
                + $"{VisibleText.Line(diagnostic.ToString())}");
        }

        store?.Dispose();
        output.WriteLine(isDry ? $"{Wording.FormatCount(taken, "statement")} would be taken; nothing was written."
            : $"{Wording.FormatCount(taken, "statement")} taken into {folder}.");
        if (before is not null && taken > 0 && Check(job) is { } after)
        {
            ShowChanges(before, after);
        }

        return diagnostics.HasErrors ? ExitCodes.Input : ExitCodes.Clean;
    }

    private bool Keep(Receipt receipt, Statement statement, EvidenceLedger ledger, EvidenceStore? store, DateOnly day, bool replaces, DiagnosticBag diagnostics)
    {
        Statement? known = ledger.Statements.FirstOrDefault(one => one.Id == statement.Id);
        if (known is not null && StatementWriter.ToBytes(known with { ReceivedOn = null, Path = "" }).AsSpan()
            .SequenceEqual(StatementWriter.ToBytes(statement with { ReceivedOn = null, Path = "" })))
        {
            output.WriteLine($"  {statement.Id} is on file already and says the same.");
            return false;
        }

        if (known is not null && !replaces
            && !Asks($"  {statement.Id} of {known.Supplier.Name} is on file already and says something else. Replace it? [y/N] "))
        {
            diagnostics.Error(DiagnosticIds.AnswerAlreadyOnFile, CellRef.ForFile(receipt.File), $"Statement {statement.Id} is on file already and says "
                + $"something else. Nothing of it was written.", "Compare both, then receive it again with --replace.");
            return false;
        }

        if (store is not null)
        {
            foreach ((byte[] content, string name, string kind) in receipt.Documents.Values)
            {
                store.PutDocument(content, name, kind);
            }

            store.Put(statement, day);
        }

        return true;
    }

    private bool Asks(string question)
    {
        if (Console.IsInputRedirected)
        {
            return false;
        }

        output.Write(question);
        return Console.ReadLine()?.Trim().ToUpperInvariant() is "Y" or "YES";
    }

    private void Show(Receipt receipt)
    {
        if (receipt.Form is null)
        {
            return;
        }

        output.WriteLine($"{VisibleText.Line(receipt.File)}: {receipt.Form}");
        foreach (Statement statement in receipt.Statements)
        {
            string signer = statement.Signer is { } signed
                ? $"signed by {VisibleText.Line(signed.Name)}{(signed.SignedOn is { } day ? $", {Wording.FormatDate(day)}" : "")}" : "not signed";
            output.WriteLine($"  {statement.Id} of {VisibleText.Line(statement.Supplier.Name)}, {signer}: "
                + $"{Wording.FormatCount(statement.Items.Sum(item => item.Facts.Length), "fact")} on {Wording.FormatCount(statement.Items.Length, "part")}");
            foreach (StatementItem item in statement.Items)
            {
                output.WriteLine($"    {VisibleText.Line(item.Subject.Words)}: "
                    + $"{VisibleText.Line(string.Join("; ", item.Facts.Select(StatementWords.Format)))}");
            }

            foreach (UnreadAnswer unread in statement.Unread)
            {
                output.WriteLine($"    not read: {VisibleText.Line(unread.Place)} \"{VisibleText.Line(unread.Text)}\" ({VisibleText.Line(unread.Reason)})");
            }
        }

        foreach (string warning in receipt.Warnings)
        {
            output.WriteLine($"  note: {VisibleText.Line(warning)}");
        }

        foreach (IGrouping<string, (RequestedItem Item, RequestedFact Question)> missing in (receipt.Questionnaire?.Missing
            ?? []).GroupBy(one => one.Item.PartNumber, StringComparer.Ordinal))
        {
            output.WriteLine($"    still missing: {VisibleText.Line(missing.Key)}: {string.Join(", ", missing.Select(one => one.Question.Code))}");
        }
    }

    private void ShowChanges(ComplianceReport before, ComplianceReport after)
    {
        var changed = ChangedLine.Between(before, after);
        output.WriteLine(changed.IsEmpty ? "No line item changes its verdict." : $"{Wording.FormatCount(changed.Length, "line item")} changed:");
        foreach (ChangedLine line in changed)
        {
            output.WriteLine($"  {VisibleText.Line(line.Row.ToString())} {VisibleText.Line(line.PartNumber)}: {ReportTokens.Format(line.Before)} -> "
                + $"{ReportTokens.Format(line.After)}");
        }
    }

    private ComplianceReport? Check(CheckJob job)
    {
        ComplianceReport report = EvidenceRun.CheckBefore(job, cancellation);
        return report.Files.IsEmpty ? null : report;
    }
}
