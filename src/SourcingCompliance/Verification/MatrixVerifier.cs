using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using SourcingCompliance.Decisions;
using SourcingCompliance.Items;
using SourcingCompliance.Law;
using SourcingCompliance.Lines;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Primitives.Json;
using SourcingCompliance.Recognition.Materials;
using SourcingCompliance.Recognition.Origins;

namespace SourcingCompliance.Verification;

/// <summary>What came of a pack's matrix.</summary>
/// <param name="Run">Verdicts asked: two for each situation.</param>
/// <param name="Failed">Verdicts that came out otherwise than the matrix says.</param>
public sealed record MatrixVerification(int Run, int Failed);

/// <summary>
/// Runs the situations of a pack's <c>matrix.cases.json</c> (materials and steps) and <c>contracts.cases.json</c> (contracts and exceptions),
/// each for a delivery on the last day of 2026 and on the first of 2027.
/// </summary>
public static class MatrixVerifier
{
    private static readonly (string Property, DateOnly Delivery)[] Columns = [("through2026", new(2026, 12, 31)), ("from2027", new(2027, 1, 1))];

    private static readonly string[] Files = ["matrix.cases.json", "contracts.cases.json"];

    private static readonly ColumnMap Map =
        new() { Sheet = CellRef.ForFile("situation"), HeaderRow = 1, Columns = [new(BomField.PartNumber, 1, "part", MappingBasis.ExactAlias, "")] };

    /// <summary>Runs the matrix; a pack without one has nothing to run.</summary>
    /// <param name="folder">The rules folder.</param>
    /// <param name="pack">The pack.</param>
    /// <param name="diagnostics">Told of each verdict that came out otherwise (SC9508).</param>
    public static MatrixVerification Verify(RuleFolder folder, RulePack pack, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(diagnostics);
        MatrixVerification[] each = [.. Files.Select(file => Verify(folder, pack, $"{pack.Id}/{file}", diagnostics))];
        return new MatrixVerification(each.Sum(one => one.Run), each.Sum(one => one.Failed));
    }

    private static MatrixVerification Verify(RuleFolder folder, RulePack pack, string path, DiagnosticBag diagnostics)
    {
        if (folder.Find(path) is not { } content)
        {
            return new MatrixVerification(0, 0);
        }

        try
        {
            using JsonDocument document = JsonText.Parse(content);
            return Run(document.RootElement, new DeterminationEngine(pack), path, diagnostics);
        }
        catch (Exception problem) when (problem is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException or FormatException)
        {
            diagnostics.Error(DiagnosticIds.PackFileInvalid, CellRef.ForFile(path), $"The matrix cannot be read: {problem.Message}",
                "Its shape is schema/matrix.schema.json.");
            return new MatrixVerification(1, 1);
        }
    }

    private static MatrixVerification Run(JsonElement root, DeterminationEngine engine, string path, DiagnosticBag diagnostics)
    {
        int run = 0;
        int failed = 0;
        foreach (JsonElement situation in root.GetProperty("situations").EnumerateArray())
        {
            foreach ((string property, DateOnly delivery) in Columns)
            {
                Verdict expected = Enum.Parse<Verdict>(Text(situation, property), ignoreCase: true);
                Verdict actual = Decide(situation, engine, delivery, diagnostics);
                run++;
                if (actual != expected)
                {
                    failed++;
                    diagnostics.Error(DiagnosticIds.RuleCaseFailed, CellRef.ForFile(path),
                        FormattableString.Invariant(
                            $"\"{Text(situation, "name")}\", delivered {delivery:yyyy-MM-dd}, came out {actual}; {expected} was expected ({Text(situation, "because")})."));
                }
            }
        }

        return new MatrixVerification(run, failed);
    }

    private static Verdict Decide(JsonElement situation, DeterminationEngine engine, DateOnly delivery, DiagnosticBag diagnostics)
    {
        ContractContext? contract = situation.TryGetProperty("contract", out JsonElement stated)
            ? ContractReader.Parse(Encoding.UTF8.GetBytes(stated.GetRawText()), "contract.json", diagnostics)
            : null;
        Regime regime = Regime.CreateAll(engine.Pack, contract, diagnostics).First(candidate => candidate.Governs(delivery));
        if (situation.TryGetProperty("component", out _))
        {
            BomItem component = Item("P-1", Item("TOP", null, [], [], true), Origins(situation), [], true);
            contract = Weighed(contract, [Item("C-1", component, [], Materials(situation), false, Mass(situation))]);
            return engine.DetermineComponent(component, Materials(situation)[0], "C-1", contract, regime)?.Verdict ?? Verdict.NotCovered;
        }

        if (!situation.TryGetProperty("endItem", out _))
        {
            BomItem? parent = situation.TryGetProperty("parent", out JsonElement above) ? Item(above.GetString() ?? "", null, [], [], true) : null;
            BomItem line = Item("P-1", parent, Origins(situation), Materials(situation), false, Mass(situation));
            contract = Weighed(contract, [line, .. Siblings(situation, parent)]);
            return Verdicts.Worst(engine.Determine(line, contract, regime).Select(determination => determination.Verdict));
        }

        BomItem top = Item("P-1", null, Origins(situation), [], true);
        BomItem child = Item("C-1", top, [], Materials(situation), false);
        return new EndItemLimb(engine).Determine(top, [top, child], contract, regime)?.Verdict ?? Verdict.NotCovered;
    }

    private static ContractContext? Weighed(ContractContext? contract, IReadOnlyList<BomItem> items) =>
        contract is null ? null : contract with { Listed = ListedMasses.From(items, contract.CotsClaims) };

    // Further lines of the same assembly, which hold the same material.
    private static IEnumerable<BomItem> Siblings(JsonElement situation, BomItem? parent) =>
        situation.TryGetProperty("siblingsKilograms", out JsonElement masses)
        ? masses.EnumerateArray().Select(mass => Item("S-1", parent, [], Materials(situation), false, mass.GetDecimal()))
        : [];

    private static decimal? Mass(JsonElement situation) => situation.TryGetProperty("massKilograms", out JsonElement weight) ? weight.GetDecimal() : null;

    private static BomItem Item(
        string partNumber, BomItem? parent, ImmutableArray<OriginStatement> origins, ImmutableArray<MaterialOccurrence> materials, bool hasChildren,
        decimal? massKilograms = null) => new()
        {
            MassKilograms = massKilograms,
            Line = new BomLine(Map, 2, [partNumber]),
            Parent = parent,
            Level = parent is null ? 0 : parent.Level + 1,
            HasChildren = hasChildren,
            Origins = origins,
            Materials = materials,
        };

    private static ImmutableArray<MaterialOccurrence> Materials(JsonElement situation) =>
    [
        new MaterialOccurrence
        {
            Material = Text(situation, "material"),
            Presence = Enum.Parse<Presence>(Text(situation, "presence"), ignoreCase: true),
            Likelihood = situation.TryGetProperty("likelihood", out JsonElement likelihood) ? likelihood.GetDouble() : 1,
            Signals = [new MaterialSignal(BomField.Description, Text(situation, "material"), "the situation says so")],
        },
    ];

    private static ImmutableArray<OriginStatement> Origins(JsonElement situation)
    {
        var origins = ImmutableArray.CreateBuilder<OriginStatement>();
        foreach (JsonProperty origin in situation.GetProperty("origins").EnumerateObject())
        {
            // "mined:Nd" speaks of one element, "produced" of the part as bought.
            string[] name = origin.Name.Split(':');
            string text = origin.Value.GetString() ?? "";
            (ImmutableArray<Country> countries, OriginCertainty certainty) = CaseFact.GetOrigin(text);
            OriginRelation relation = countries.Length switch { 0 => OriginRelation.None, 1 => OriginRelation.Single, _ => OriginRelation.Any };
            origins.Add(new OriginStatement(
                CellRef.ForFile("situation"), BomField.CountryOfOrigin, text, name[0] == StageIds.Produced ? null : name[0], name.Length > 1 ? name[1] : null,
                new RecognizedOrigin
                {
                    Countries = countries, Certainty = certainty, Relation = relation,
                    IsChoice = countries.Length > 1 && !text.EndsWith('?')
                }));
        }

        return origins.ToImmutable();
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";
}
