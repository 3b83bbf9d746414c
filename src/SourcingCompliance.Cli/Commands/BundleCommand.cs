using System.Collections.Immutable;
using System.CommandLine;
using System.Security.Cryptography;
using SourcingCompliance.Cli.Display;
using SourcingCompliance.Findings;
using SourcingCompliance.Formats.Writing;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Reports;
using SourcingCompliance.Running.Exchange;
using SourcingCompliance.Running.Jobs;
using SourcingCompliance.Running.Output;

namespace SourcingCompliance.Cli.Commands;

/// <summary><c>sourcing bundle</c>: one zip with everything that an answer rests on, and its verification.</summary>
internal static class BundleCommand
{
    public static Command Create(TextWriter output, TextWriter errors, TimeProvider time)
    {
        var run = new EvidenceRun();
        Argument<string[]> paths = CheckOptions.PathsArgument("A BOM file, a folder of them, or a glob.");
        var file = new Option<string>("--out") { Description = "The bundle.", HelpName = "FILE", DefaultValueFactory = _ => "sourcing-bundle.zip" };
        var key = new Option<string?>("--key")
        {
            Description = "Private key (ECDSA P-256, PEM) to sign with. Without it the bundle is unsigned.",
            HelpName = "FILE"
        };
        var newKey = new Option<bool>("--new-key") { Description = "Create the key of --key, and its public half next to it (.pub)." };
        var command = new Command("bundle", "Write lists, evidence, rules, and report into one zip that can be verified years later.") { paths,
            file, key, newKey };
        run.AddTo(command);
        command.SetAction((parsed, cancellation) => Task.FromResult(Write(
            GetJob(run, parsed, parsed.GetValue(paths) ?? [], time), parsed.GetValue(file) ?? "sourcing-bundle.zip",
            parsed.GetValue(key), parsed.GetValue(newKey), output, errors, cancellation)));
        command.Subcommands.Add(Verify(output, errors));
        return command;
    }

    private static int Write(CheckJob job, string file, string? keyPath, bool creates, TextWriter output, TextWriter errors, CancellationToken cancellation)
    {
        ComplianceReport first = EvidenceRun.Check(job, cancellation);
        if (EvidenceRun.ShowErrors(first, errors) is not ExitCodes.Clean and var failed)
        {
            return failed;
        }

        using ECDsa? key = keyPath is null ? null : creates ? CreateKey(keyPath) : GetKey(keyPath);
        ImmutableArray<string> lists = [.. first.Files.Select(report => report.Path)];
        (int files, ComplianceReport report) = Bundle.Write(job with { Paths = lists }, file, key, staged => EvidenceRun.Check(staged, cancellation), first);
        if (files == 0)
        {
            errors.WriteLine($"error {DiagnosticIds.BundleIncomplete} The check over the files of the bundle gives other findings than the check over the "
                + $"files themselves, so the bundle would not prove the result. No bundle was written. Name the BOMs one by one, and write the baseline anew.");
            return ExitCodes.Configuration;
        }

        RegimeSummary? gate = report.Summary.Regimes.FirstOrDefault(regime => regime.Regime.Id == report.Run.GateRegime);
        output.WriteLine($"{file}: {Wording.FormatCount(files, "file")}, {(key is null ? "unsigned" : "signed")}. "
            + $"{(gate is null ? "" : GetCounts(gate))}");
        return ExitCodes.Clean;
    }

    // The statement of a bundle says passed or failed as the settings of the project do, and never passed for violations or suspects.
    private static CheckJob GetJob(EvidenceRun run, ParseResult parsed, string[] paths, TimeProvider time)
    {
        Gate configured = run.Settings(parsed, paths, time).Job.Gate;
        return run.Job(parsed, paths, time) with { Gate = configured == Gate.Open ? Gate.Open : Gate.Suspect };
    }

    private static string GetCounts(RegimeSummary gate) =>
        $"{Wording.FormatCount(gate.Violation, "violation")}, {Wording.FormatCount(gate.Suspect, "suspect")}, {gate.Open} open.";

    private static Command Verify(TextWriter output, TextWriter errors)
    {
        var file = new Argument<string>("FILE") { Description = "A bundle." };
        var key = new Option<string?>("--key") { Description = "Public key (PEM) of the one who signed it.", HelpName = "FILE" };
        var command = new Command("verify",
            "Check hashes and signature of a bundle, and make its check again: exit code 0 when all is as it was.") { file, key };
        command.SetAction((parsed, cancellation) =>
        {
            string path = parsed.GetValue(file) ?? "";
            using ECDsa? publicKey = parsed.GetValue(key) is { } keyPath ? GetKey(keyPath) : null;
            BundleVerification verified = Bundle.Verify(path, publicKey, staged => EvidenceRun.Check(staged, cancellation));
            foreach (string problem in verified.Problems)
            {
                errors.WriteLine($"error {DiagnosticIds.BundleInvalid} {VisibleText.Line(problem)}");
            }

            string signature = verified.KeyId is null ? "unsigned" : verified.IsSignatureChecked
                ? $"signed with key {VisibleText.Line(verified.KeyId)}, which fits"
                : $"signed with key {VisibleText.Line(verified.KeyId)}, not checked without --key";
            output.WriteLine(verified.Problems.IsEmpty
                ? $"{path}: {Wording.FormatCount(verified.Files, "file")} unchanged, {signature}. Made by {VisibleText.Line(verified.MadeBy)}; the check "
                    + $"made again by {verified.VerifiedBy} gives the same report, byte for byte."
                : $"{path}: not verified, {signature}.");
            return Task.FromResult(verified.Problems.IsEmpty ? ExitCodes.Clean : ExitCodes.Found);
        });
        return command;
    }

    private static ECDsa CreateKey(string path)
    {
        if (File.Exists(path))
        {
            throw new OutputRefusedException($"'{path}' is there already. Leave out --new-key to sign with it.");
        }

        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        OutputFile.Write(path, output => output.Write(System.Text.Encoding.ASCII.GetBytes(key.ExportPkcs8PrivateKeyPem() + "\n")));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        OutputFile.Write(path + ".pub", output => output.Write(System.Text.Encoding.ASCII.GetBytes(key.ExportSubjectPublicKeyInfoPem() + "\n")));
        return key;
    }

    private static ECDsa GetKey(string path)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(File.ReadAllText(path));
            return key;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or CryptographicException)
        {
            key.Dispose();
            throw new OutputRefusedException($"'{path}' is no key that can be read (ECDSA, PEM). Create one with --new-key.", problem);
        }
    }
}
