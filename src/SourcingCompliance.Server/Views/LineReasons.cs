namespace SourcingCompliance.Server.Views;

/// <summary>Why a line item has its verdicts, as its page shows it.</summary>
/// <param name="Words">The words that were recognized.</param>
/// <param name="Periods">One entry for each material and period.</param>
public sealed record LineReasons(IReadOnlyList<string> Words, IReadOnlyList<PeriodReasons> Periods);

/// <summary>Why a line item has its verdict for one material in one period.</summary>
/// <param name="Period">The period in words.</param>
/// <param name="Verdict">The verdict as reports spell it.</param>
/// <param name="Material">The material in words; empty for a row that could not be read.</param>
/// <param name="Basis">Why, in one sentence.</param>
/// <param name="Citation">Paragraph of the law.</param>
/// <param name="Rule">Id of the rule.</param>
/// <param name="Steps">The restricted steps.</param>
/// <param name="Questions">What a supplier must answer.</param>
/// <param name="Exceptions">The exceptions that were considered.</param>
/// <param name="Notes">What else holds.</param>
/// <param name="Changes">What evidence would change the verdict.</param>
/// <param name="Conditions">The conditions as evaluated.</param>
public sealed record PeriodReasons(
    string Period, string Verdict, string Material, string Basis, string Citation, string Rule,
    IReadOnlyList<StepReason> Steps, IReadOnlyList<string> Questions,
    IReadOnlyList<string> Exceptions, IReadOnlyList<string> Notes, IReadOnlyList<string> Changes, IReadOnlyList<string> Conditions);

/// <summary>One restricted step of production.</summary>
/// <param name="What">The step in words.</param>
/// <param name="Where">The countries on file; <c>not stated</c>.</param>
/// <param name="Source">Letters of the column and the text in it; empty = none.</param>
/// <param name="Finding">in a covered country, outside the covered countries, or not established.</param>
/// <param name="Citation">Paragraph that restricts it.</param>
public sealed record StepReason(string What, string Where, string Source, string Finding, string Citation);
