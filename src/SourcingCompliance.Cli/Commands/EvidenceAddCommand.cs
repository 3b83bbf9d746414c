using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Security.Cryptography;
using SourcingCompliance.Evidence;
using SourcingCompliance.Findings;
using SourcingCompliance.Formats.Files;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Recognition.Origins;
using SourcingCompliance.Running.Exchange;
using SourcingCompliance.Running.Jobs;

namespace SourcingCompliance.Cli.Commands;

/// <summary><c>sourcing evidence add</c>: records an answer on paper. What is not given is asked for, where somebody sits at the terminal.</summary>
internal sealed class EvidenceAddCommand
{
    private readonly EvidenceRun _run = new();
    private readonly Option<string?> _supplier = new("--supplier") { Description = "Who says it.", HelpName = "NAME" };
    private readonly Option<string?> _part = new("--part") { Description = "Our part number.", HelpName = "PART" };
    private readonly Option<string?> _maker = new("--maker") { Description = "Maker, for a maker's part number.", HelpName = "NAME" };
    private readonly Option<string?> _makerPart = new("--mpn") { Description = "The maker's part number.", HelpName = "PART" };
    private readonly Option<string?> _material = new("--material") { Description = "Covered material that it speaks of.", HelpName = "ID" };
    private readonly Option<string?> _contains = new("--contains") { Description = "Whether the part contains it: yes or no.", HelpName = "yes|no" };
    private readonly Option<string[]> _stages =
        new("--stage") { Description = "A step and its country, with the element where it matters: melted=Japan, mined.Nd=AU.", HelpName = "STEP=COUNTRY" };
    private readonly Option<string?> _signer = new("--signer") { Description = "Who signed.", HelpName = "NAME" };
    private readonly Option<string?> _contact = new("--contact") { Description = "Who said it, where there is no signature.", HelpName = "NAME" };
    private readonly Option<string?> _basis =
        new("--basis") { Description = "What the answer rests on: a letter, a phone call, with its day.", HelpName = "TEXT" };
    private readonly Option<string?> _title = new("--title") { Description = "Title of the signer.", HelpName = "TITLE" };
    private readonly Option<string?> _signed = new("--signed") { Description = "Day of the signature (YYYY-MM-DD).", HelpName = "DATE" };
    private readonly Option<string?> _valid = new("--valid-until") { Description = "Last day on which it is valid (YYYY-MM-DD).", HelpName = "DATE" };
    private readonly Option<string?> _document = new("--document") { Description = "The scanned paper; it is copied into the ledger.", HelpName = "FILE" };
    private readonly Option<string?> _page = new("--page") { Description = "Page in it.", HelpName = "PAGE" };
    private readonly Option<string[]> _supersedes = new("--supersedes") { Description = "Statement of the same supplier that it replaces.", HelpName = "ID" };

    /// <summary>The verb.</summary>
    public static Command Create(TextWriter output, TextWriter errors, TimeProvider time)
    {
        var add = new EvidenceAddCommand();
        var command = new Command("add", "Record an answer on paper: who says what of which part, and the scan.");
        foreach (Option option in (Option[])[add._supplier, add._part, add._maker, add._makerPart, add._material, add._contains, add._stages, add._signer,
            add._contact, add._basis, add._title, add._signed, add._valid, add._document, add._page, add._supersedes, add._run.Evidence, .. add._run.Days])
        {
            command.Options.Add(option);
        }

        command.SetAction(parsed => add.Run(parsed, output, errors, time));
        return command;
    }

    private int Run(ParseResult parsed, TextWriter output, TextWriter errors, TimeProvider time)
    {
        CheckJob job = _run.Job(parsed, ["."], time);
        var faults = new List<string>();
        string supplier = Get(parsed, _supplier, "Supplier", output) ?? "";
        string? part = Get(parsed, _part, "Our part number (empty = only the maker's)", output);
        string? makerPart = parsed.GetValue(_makerPart);
        string? material = Get(parsed, _material, "Material (smco-magnet, ndfeb-magnet, tantalum, tungsten-powder, tungsten-heavy-alloy)", output);
        string? materialId = material is null ? null : QuestionnaireTerms.GetMaterial(material);
        string? signer = Get(parsed, _signer, "Signed by", output);
        DateOnly? signed = GetDay(Get(parsed, _signed, "Signed on (YYYY-MM-DD)", output), "--signed", faults);
        string? basis = Get(parsed, _basis, "What it rests on (letter, phone call, with its day)", output);
        DateOnly? valid = GetDay(parsed.GetValue(_valid), "--valid-until", faults);
        faults.AddRange(supplier.Length == 0 ? ["--supplier is missing: who says it?"] : []);
        faults.AddRange(part is null && makerPart is null ? ["--part or --mpn is missing: about which part?"] : []);
        faults.AddRange(makerPart is not null && parsed.GetValue(_maker) is null ? ["--maker is missing: whose number is that?"] : []);
        faults.AddRange(material is not null && materialId is null
            ? [$"--material: '{material}' is none of smco-magnet, ndfeb-magnet, tantalum, tungsten-powder, tungsten-heavy-alloy, rare-earth-magnet."] : []);
        ImmutableArray<StatementFact> facts = GetFacts(parsed, materialId, faults);
        faults.AddRange(facts.IsEmpty && faults.Count == 0 ? ["Nothing is stated: give --contains or --stage."] : []);
        string? scan = parsed.GetValue(_document);
        faults.AddRange(scan is not null && (!File.Exists(scan) || OrdinaryFile.IsSpecial(scan)) ? [$"--document: '{scan}' not found."] : []);
        if (faults.Count > 0)
        {
            faults.ForEach(errors.WriteLine);
            return ExitCodes.Usage;
        }

        if (EvidenceRun.GetTerms(job, errors) is not { } terms)
        {
            return ExitCodes.Configuration;
        }

        using EvidenceStore store = EvidenceStore.Open(EvidenceRun.GetFolder(job));
        StatementDocument? document = scan is null ? null : store.PutDocument(OrdinaryFile.ReadAllBytes(scan), Path.GetFileName(scan), "letter");
        var statement = new Statement
        {
            Id = "T-",
            Source = new StatementSource(StatementKind.TypedIn) { Basis = basis },
            Supplier = new StatementSupplier(supplier) { Contact = parsed.GetValue(_contact) ?? signer },
            Signer = signer is null ? null : new StatementSigner(signer, parsed.GetValue(_title), signed),
            IssuedOn = signed,
            ValidUntil = valid,
            Supersedes = [.. parsed.GetValue(_supersedes) ?? []],
            Documents = document is null ? [] : [document],
            Items = [new StatementItem(new StatementSubject { Scope = StatementScope.Part, PartNumber = part,
                Manufacturer = parsed.GetValue(_maker), ManufacturerPartNumber = makerPart },
                document is null ? facts : [.. facts.Select(fact => fact with { Documents = [new DocumentPage(document.Sha256, parsed.GetValue(_page))] })])],
        };
        string hash = Convert.ToHexString(SHA256.HashData(StatementWriter.ToBytes(statement)))[..8];
        Statement kept = store.Put(statement with { Id = $"T{job.AsOf.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}-{hash}" }, job.AsOf);
        output.WriteLine($"{kept.Id} recorded: {supplier}, {kept.Items[0].Subject.Words}: {string.Join("; ", facts.Select(StatementWords.Format))}.");
        foreach (StageFact other in facts.OfType<StageFact>().Where(fact => !IsRequired(fact.Stage)))
        {
            output.WriteLine($"'{other.Stage}' is no step that the clause asks for, so it settles nothing.");
        }

        if (StatementStanding.Get(kept, terms) is { } reason)
        {
            output.WriteLine($"It does not count for a pass: {EvidenceReport.GetWords(reason)}. What it says against the part counts.");
        }

        output.WriteLine(EvidenceRun.GetDayWords(terms));

        return ExitCodes.Clean;
    }

    private static bool IsRequired(string stage) => stage is StageIds.Produced || Enum.GetValues<BomField>().Any(field => StageIds.OfField(field) == stage);

    private ImmutableArray<StatementFact> GetFacts(ParseResult parsed, string? material, List<string> faults)
    {
        var facts = ImmutableArray.CreateBuilder<StatementFact>();
        switch (parsed.GetValue(_contains)?.ToUpperInvariant())
        {
            case null:
                break;
            case "NO" or "N":
                facts.Add(new PresenceFact(material, false));
                break;
            case "YES" or "Y" when material is not null:
                facts.Add(new PresenceFact(material, true));
                break;
            default:
                faults.Add(material is null ? "--contains yes needs --material." : "--contains is yes or no.");
                break;
        }

        var diagnostics = new DiagnosticBag();
        var countries =
            new Lazy<OriginRecognizer>(() => new OriginRecognizer(CountryVocabulary.Load(RuleFolders.Shipped(), diagnostics), OriginSettings.Default));
        foreach (string text in parsed.GetValue(_stages) ?? [])
        {
            string[] sides = text.Split('=', 2, StringSplitOptions.TrimEntries);
            string[] step = sides[0].Split('.', 2);
            RecognizedOrigin? origin = sides.Length == 2 ? countries.Value.RecognizeCell(sides[1], OriginCodeScheme.Iso) : null;
            if (origin is { Certainty: OriginCertainty.Definite, Countries: [_, ..] named, Unread: null } && step[0].Length > 0)
            {
                facts.Add(new StageFact(material, step[0].ToLowerInvariant(),
                    [.. named.Select(country => new OriginShare(country))])
                { Element = step.Length == 2 ? step[1] : null });
            }
            else
            {
                faults.Add($"--stage: '{text}' is not of the form melted=Japan or mined.Nd=AU, with a country that is known.");
            }
        }

        return facts.ToImmutable();
    }

    private static string? Get(ParseResult parsed, Option<string?> option, string question, TextWriter output)
    {
        if (parsed.GetResult(option) is OptionResult || Console.IsInputRedirected || Console.IsOutputRedirected)
        {
            return parsed.GetValue(option) is { Length: > 0 } given ? given : null;
        }

        output.Write($"{question}: ");
        return Console.ReadLine()?.Trim() is { Length: > 0 } typed ? typed : null;
    }

    private static DateOnly? GetDay(string? text, string option, List<string> faults)
    {
        if (text is null)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
        {
            return day;
        }

        faults.Add($"{option}: '{text}' is not a date. Use YYYY-MM-DD.");
        return null;
    }
}
