using SourcingCompliance.Lines;

namespace SourcingCompliance.Recognition.Materials.Vocabulary;

/// <summary>What a filled cell of a line says.</summary>
/// <param name="Column">Its column.</param>
/// <param name="Reading">What its text says; null = it is a tariff code.</param>
/// <param name="TariffCode">The tariff code; null = it is none.</param>
internal readonly record struct EvaluatedCell(MappedColumn Column, TextReading? Reading, string? TariffCode);
