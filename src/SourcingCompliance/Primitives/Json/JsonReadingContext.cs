using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Primitives.Json;

/// <summary>Where a JSON file comes from and how its faults are reported.</summary>
/// <param name="File">Address of the file.</param>
/// <param name="Diagnostics">Receives the faults.</param>
/// <param name="UnreadableId">Diagnostic id for a file that is no JSON object.</param>
/// <param name="UnknownPropertyId">Diagnostic id for a property that is not known.</param>
/// <param name="InvalidId">Diagnostic id for a value of the wrong kind.</param>
public sealed record JsonReadingContext(CellRef File, DiagnosticBag Diagnostics, string UnreadableId, string UnknownPropertyId, string InvalidId)
{
    /// <summary>The context of a file of a pack.</summary>
    public static JsonReadingContext ForPack(string file, DiagnosticBag diagnostics) =>
        new(CellRef.ForFile(file), diagnostics, DiagnosticIds.PackFileInvalid, DiagnosticIds.PackPropertyUnknown, DiagnosticIds.PackFileInvalid);

    /// <summary>The context of a contract file.</summary>
    public static JsonReadingContext ForContract(string file, DiagnosticBag diagnostics) =>
        new(CellRef.ForFile(file), diagnostics, DiagnosticIds.ContractUnreadable, DiagnosticIds.ContractPropertyUnknown, DiagnosticIds.ContractValueInvalid);

    /// <summary>The context of a file whose faults all have one id.</summary>
    public static JsonReadingContext ForOneId(CellRef file, string id, DiagnosticBag diagnostics) => new(file, diagnostics, id, id, id);

    /// <summary>The context of a file of the user's settings, waivers or baseline, whose faults all have one id.</summary>
    public static JsonReadingContext ForSettings(string file, string invalidId, DiagnosticBag diagnostics) =>
        new(CellRef.ForFile(file), diagnostics, invalidId, DiagnosticIds.SettingsPropertyUnknown, invalidId);
}
