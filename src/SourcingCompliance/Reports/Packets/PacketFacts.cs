using System.Collections.Immutable;
using System.Globalization;
using SourcingCompliance.Decisions;
using SourcingCompliance.Findings;
using SourcingCompliance.Primitives;
using SourcingCompliance.Recognition.Materials;
using SourcingCompliance.Recognition.Origins;

namespace SourcingCompliance.Reports.Packets;

/// <summary>What every packet is made from: the report of a run over all lines, the contract, and the names of countries.</summary>
/// <param name="Report">The report, with every line listed.</param>
/// <param name="Contract">The contract file; null = none.</param>
/// <param name="CountryName">The English short name of a country.</param>
public sealed record PacketFacts(ComplianceReport Report, ContractContext? Contract, Func<Country, string> CountryName)
{
    /// <summary>Id of the regime that governs the last delivery.</summary>
    public string Regime => Report.Run.GateRegime;

    /// <summary>
    /// The lines that carry a covered material, certain or possible, with their determinations, in document order. Where deliveries stand under several
    /// regimes, the worst determination of each material is given.
    /// </summary>
    public IEnumerable<(FileReport File, LineReport Line, Determination Determination)> Covered() =>
        from file in Report.Files
        from line in file.Lines
        from determination in GetCovered(line)
        select (file, line, determination);

    /// <summary>The determinations of the covered materials of a line.</summary>
    /// <param name="line">The line.</param>
    public IEnumerable<Determination> GetCovered(LineReport line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return line.Determinations.Where(determination => determination.Material is not null && Report.Run.Gates(determination.Regime)
                && !ComponentVerdicts.IsEmptyPass(determination, line.Verdicts))
            .GroupBy(determination => (determination.Material, determination.Through))
            .Select(group => group.OrderBy(determination => determination.Verdict).ThenBy(determination => determination.Regime == Regime ? 0 : 1).First());
    }

    /// <summary>The rows that could not be read, or not in full: nobody knows what they carry.</summary>
    public IEnumerable<(FileReport File, LineReport Line, Determination Determination)> Unread() =>
        from file in Report.Files
        from line in file.Lines
        let unread = line.Determinations.FirstOrDefault(determination => determination.Material is null && determination.Verdict == Verdict.Open)
        where unread is not null
        select (file, line, unread);

    /// <summary>The material in the words of 252.225-7052(a).</summary>
    public static string NameOfMaterial(string? material) => material switch
    {
        MaterialIds.SmCo => "samarium-cobalt magnets",
        MaterialIds.NdFeB => "neodymium-iron-boron magnets",
        MaterialIds.Tantalum => "tantalum metal and alloys",
        MaterialIds.TungstenPowder => "tungsten metal powder",
        MaterialIds.TungstenHeavyAlloy => "tungsten heavy alloy or any finished / semi-finished component containing tungsten heavy alloy",
        MaterialIds.RareEarthMagnet => "rare-earth magnet of a kind that is not stated (samarium-cobalt or neodymium-iron-boron)",
        null => "",
        _ => material,
    };

    /// <summary>The material in a word or two, for rows in which it repeats.</summary>
    public static string GetShortName(string? material) => material switch
    {
        MaterialIds.SmCo => "SmCo magnet",
        MaterialIds.NdFeB => "NdFeB magnet",
        MaterialIds.Tantalum => "tantalum",
        MaterialIds.TungstenPowder => "tungsten powder",
        MaterialIds.TungstenHeavyAlloy => "tungsten heavy alloy",
        MaterialIds.RareEarthMagnet => "rare-earth magnet",
        null => "",
        _ => material,
    };

    /// <summary>The material of a determination, and how the line carries it: <c>samarium-cobalt magnets (may be in the part)</c>.</summary>
    /// <param name="determination">The determination.</param>
    public static string GetName(Determination determination)
    {
        ArgumentNullException.ThrowIfNull(determination);
        string how = determination.Through is { } part ? $" (in {part})" : determination.Presence switch
        {
            Presence.Possible => " (may be in the part)",
            Presence.Contains => " (in the part)",
            Presence.Is or null => "",
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return NameOfMaterial(determination.Material) + how;
    }

    /// <summary>Countries with their names: <c>Japan, United States</c>.</summary>
    public string GetNames(IEnumerable<Country> countries) => string.Join(", ", countries.Select(CountryName));

    /// <summary>Where a statement of origin stands and what it says: a cell of the list, or the statement of a supplier.</summary>
    public static string GetSource(OriginStatement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        (string path, string sheet, int row, int column) = statement.Cell;
        return statement.Evidence is { } evidence ? evidence.Chain
            : $"{new CellRef(path[(path.LastIndexOf('/') + 1)..], sheet, row, column)} \"{statement.Raw}\"";
    }

    /// <summary>What is on file of the steps of a determination, one line each: <c>melted: Japan (BOM.csv!F4 "JP")</c>.</summary>
    public IEnumerable<string> OnFile(Determination determination)
    {
        ArgumentNullException.ThrowIfNull(determination);
        IEnumerable<StepDetermination> steps = determination.Deciding is { } deciding ? determination.Steps.Append(deciding) : determination.Steps;
        return steps.SelectMany(step => step.Others.Prepend(step.Statement).OfType<OriginStatement>().Concat(step.Supporting)
                .Select(statement => $"{GetWords(step)}: {GetPlaces(statement)} ({GetSource(statement)})"))
            .Concat(determination.Adverse.Select(adverse => $"{(adverse.Kind == AdverseKind.OriginOfPart ? "the part" : Wording.DoneAt(adverse.Stage))}: "
                + $"{GetPlaces(adverse.Statement)} ({GetSource(adverse.Statement)})"))
            .Distinct(StringComparer.Ordinal);
    }

    /// <summary>The countries of a statement, with its doubt: <c>Japan</c>, <c>China (not certain)</c>, <c>not understood</c>.</summary>
    /// <param name="statement">The statement.</param>
    public string GetPlaces(OriginStatement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        return statement.Origin.Countries.IsEmpty ? "not understood"
            : $"{GetNames(statement.Origin.Countries)}{(statement.Origin.Certainty == OriginCertainty.Definite ? "" : " (not certain)")}";
    }

    /// <summary>What a determination still lacks: required steps that nothing on file settles, then other questions. Its reason, where it is open for none of
    /// these.</summary>
    /// <param name="determination">The determination.</param>
    public static IEnumerable<string> NotOnFile(Determination determination)
    {
        ArgumentNullException.ThrowIfNull(determination);
        StepDetermination[] unsettled = [
            .. determination.Steps.Where(step => step.IsRequired && (step.Statement is null || step.InCoveredCountry == Truth.Unknown))];
        string[] lacks =
        [
            .. unsettled.Select(step => step.Statement is null ? GetWords(step) : $"{GetWords(step)} (the text on file does not settle it)"),
            .. determination.Missing.Where(missing => missing.Stage is null || !unsettled.Any(step => step.Stages.Contains(missing.Stage)))
                .Select(missing => missing.Question),
        ];
        return lacks.Length == 0 && determination.Verdict is Verdict.Open or Verdict.Suspect ? [determination.Basis] : lacks.Distinct(StringComparer.Ordinal);
    }

    /// <summary>A step in words: <c>samarium mined</c>.</summary>
    public static string GetWords(StepDetermination step)
    {
        ArgumentNullException.ThrowIfNull(step);

        // An asterisk stands for every element of a magnet whose kind is not stated.
        return $"{(step.Element is { } element && element != "*" ? Wording.GetElement(element) + " " : "")}{Wording.DoneAt(step.Stages)}";
    }

    /// <summary>The quantity of a line: <c>2 per assembly</c>; empty when not stated.</summary>
    public static string GetQuantity(LineReport line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return line.Quantity is { } quantity ? string.Create(CultureInfo.InvariantCulture, $"{quantity:0.######} per assembly") : "";
    }

    /// <summary>The assembly at the top of a line's path; empty for a line that stands alone.</summary>
    public static string GetEndItem(LineReport line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return line.Path.Length > 1 ? line.Path[0] : "";
    }

    /// <summary>The files of the run with their hashes.</summary>
    public ImmutableArray<PacketField> Inputs() =>
        [.. Report.Files.Select((file, at) => new PacketField(string.Create(CultureInfo.InvariantCulture, $"input{at + 1}"), "Bill of materials",
            PacketValue.From($"{file.Name}{(file.Sha256 is { } hash ? $", SHA-256 {hash}" : "")}")))];

    /// <summary>Who made the packet, when and from what law.</summary>
    public string Footing => $"{Report.Tool.Name} {Report.Tool.Version}, checked on {Wording.FormatDate(Report.Run.AsOf)}, rules: "
        + $"{string.Join("; ", Report.Packs.Where(pack => pack.Status == "active").Select(pack => $"{pack.Title}, edition {pack.Edition}"))}";
}
