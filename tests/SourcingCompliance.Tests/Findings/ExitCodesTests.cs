using SourcingCompliance.Findings;

namespace SourcingCompliance.Tests.Findings;

public sealed class ExitCodesTests
{
    private static readonly RegimeReference Regime = new("mined-to-produced", "mined to produced", new DateOnly(2027, 1, 1), null);

    [Theory]
    [InlineData(Gate.None, 1, 1, 1, 0)]
    [InlineData(Gate.Violation, 1, 0, 0, 1)]
    [InlineData(Gate.Violation, 0, 1, 1, 0)]
    [InlineData(Gate.Suspect, 1, 0, 0, 1)]
    [InlineData(Gate.Suspect, 0, 1, 0, 1)]
    [InlineData(Gate.Suspect, 0, 0, 1, 0)]
    [InlineData(Gate.Open, 0, 0, 1, 2)]
    [InlineData(Gate.Open, 0, 1, 1, 1)]
    [InlineData(Gate.Open, 0, 0, 0, 0)]
    public void The_gate_decides_which_verdicts_turn_the_code_red(Gate gate, int violation, int suspect, int open, int expected)
    {
        ExitCodes.Compute(gate, new RegimeSummary(Regime, violation, suspect, open, 0, 0, 5)).ShouldBe(expected);
    }

    [Theory]
    [InlineData(1, 2, 1)]
    [InlineData(2, 0, 2)]
    [InlineData(3, 1, 3)]
    [InlineData(3, 4, 4)]
    [InlineData(5, 3, 5)]
    public void A_finding_beats_an_open_line_and_an_unread_input_beats_both(int one, int other, int expected)
    {
        ExitCodes.Worse(one, other).ShouldBe(expected);
        ExitCodes.Worse(other, one).ShouldBe(expected);
    }
}
