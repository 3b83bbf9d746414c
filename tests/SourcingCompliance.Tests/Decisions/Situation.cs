using System.Text;
using System.Text.Json;
using SourcingCompliance.Decisions;
using SourcingCompliance.Items;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Recognition.Materials;
using SourcingCompliance.Recognition.Origins;
using SourcingCompliance.Tests.Law;
using SourcingCompliance.Verification;

namespace SourcingCompliance.Tests.Decisions;

/// <summary>One situation of a pack's matrix, and what the engine makes of it.</summary>
internal sealed class Situation
{
    private readonly JsonElement _json;

    private Situation(JsonElement json) => _json = json;

    public string Name => _json.GetProperty("name").GetString() ?? "";

    public string Because => _json.GetProperty("because").GetString() ?? "";

    public Verdict Through2026 => VerdictOf("through2026");

    public Verdict From2027 => VerdictOf("from2027");

    public static IReadOnlyList<Situation> All(string packId, string file = "matrix.cases.json")
    {
        ReadOnlyMemory<byte> content = MainPack.Folder.Find($"{packId}/{file}") ?? throw new InvalidOperationException("no matrix");
        using JsonDocument document = JsonDocument.Parse(content);
        return [.. document.RootElement.GetProperty("situations").EnumerateArray().Select(entry => new Situation(entry.Clone()))];
    }

    /// <summary>The worst verdict of the line, or that of the end-item limb, for a delivery on a day.</summary>
    public Verdict Decide(DeterminationEngine engine, DateOnly delivery)
    {
        var diagnostics = new DiagnosticBag();
        ContractContext? contract = _json.TryGetProperty("contract", out JsonElement stated)
            ? ContractReader.Parse(Encoding.UTF8.GetBytes(stated.GetRawText()), "contract.json", diagnostics)
            : null;
        Regime regime = Regime.CreateAll(engine.Pack, contract, diagnostics).Single(candidate => candidate.Governs(delivery));
        diagnostics.Items.ShouldBeEmpty();
        if (_json.TryGetProperty("component", out _))
        {
            BomItem component = Origins(new ItemBuilder("P-1")).WithChildren().Under(new ItemBuilder("TOP").WithChildren().Build()).Build();
            BomItem part = Weighing(Carrying(new ItemBuilder("C-1"))).Under(component).Build();
            return engine.DetermineComponent(component, part.Materials[0], "C-1", Weighed(contract, [part]), regime)?.Verdict ?? Verdict.NotCovered;
        }

        if (_json.TryGetProperty("endItem", out _))
        {
            return DecideEndItem(engine, contract, regime);
        }

        BomItem line = Line();
        contract = Weighed(contract, [line, .. Siblings(line.Parent)]);
        return Verdicts.Worst(engine.Determine(line, contract, regime).Select(determination => determination.Verdict));
    }

    private Verdict DecideEndItem(DeterminationEngine engine, ContractContext? contract, Regime regime)
    {
        BomItem top = Origins(new ItemBuilder("P-1")).WithChildren().Build();
        BomItem child = Carrying(new ItemBuilder("C-1")).Under(top).Build();
        BomItem[] items = [top, child];
        EndItemLimb.GetEndItems(items, contract).ShouldBe([top]);
        return new EndItemLimb(engine).Determine(top, items, contract, regime)?.Verdict ?? Verdict.NotCovered;
    }

    private BomItem Line()
    {
        ItemBuilder builder = Weighing(Carrying(Origins(new ItemBuilder("P-1"))));
        return _json.TryGetProperty("parent", out JsonElement parent)
            ? builder.Under(new ItemBuilder(parent.GetString() ?? "").WithChildren().Build()).Build()
            : builder.Build();
    }

    private static ContractContext? Weighed(ContractContext? contract, IReadOnlyList<BomItem> items) =>
        contract is null ? null : contract with { Listed = ListedMasses.From(items, contract.CotsClaims) };

    private IEnumerable<BomItem> Siblings(BomItem? parent) => _json.TryGetProperty("siblingsKilograms", out JsonElement masses) && parent is not null
        ? masses.EnumerateArray().Select(mass => Carrying(new ItemBuilder("S-1")).Weighing(mass.GetDecimal()).Under(parent).Build())
        : [];

    private ItemBuilder Weighing(ItemBuilder builder) => _json.TryGetProperty("massKilograms", out JsonElement mass)
        ? builder.Weighing(mass.GetDecimal()) : builder;

    private ItemBuilder Carrying(ItemBuilder builder) => builder.Carrying(
        _json.GetProperty("material").GetString() ?? "",
        Enum.Parse<Presence>(_json.GetProperty("presence").GetString() ?? "", ignoreCase: true),
        _json.TryGetProperty("likelihood", out JsonElement likelihood) ? likelihood.GetDouble() : 1);

    private ItemBuilder Origins(ItemBuilder builder)
    {
        foreach (JsonProperty origin in _json.GetProperty("origins").EnumerateObject())
        {
            string[] name = origin.Name.Split(':');
            string text = origin.Value.GetString() ?? "";
            OriginCertainty certainty = CaseFact.GetOrigin(text).Certainty;
            builder.At(name[0] == StageIds.Produced ? null : name[0], text.TrimEnd('?'), certainty, name.Length > 1 ? name[1]
                : null, text.Contains('|', StringComparison.Ordinal) && !text.EndsWith('?'));
        }

        return builder;
    }

    private Verdict VerdictOf(string property) => Enum.Parse<Verdict>(_json.GetProperty(property).GetString() ?? "", ignoreCase: true);
}
