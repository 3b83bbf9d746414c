using SourcingCompliance.Running.Output;
using SourcingCompliance.Server.Responses;

namespace SourcingCompliance.Server.Pages.Answers;

/// <summary>What pages say when the ledger cannot be read or written.</summary>
internal static class LedgerTrouble
{
    /// <summary>What is said when it is damaged.</summary>
    public const string Damaged = "The evidence ledger is damaged, so it is not used and checks fail until it is restored.";

    /// <summary>The answer to a change that was not made.</summary>
    /// <param name="refusal">Why.</param>
    public static IResult Refuse(OutputRefusedException refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        return PageResult.Refuse(StatusCodes.Status503ServiceUnavailable,
            "The evidence ledger could not be written: someone else is writing to it, or it is damaged. Nothing was stored. Try again.", "Not stored");
    }
}
