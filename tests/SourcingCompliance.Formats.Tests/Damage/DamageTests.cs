using System.Globalization;
using System.Text;

namespace SourcingCompliance.Formats.Tests.Damage;

/// <summary>A damaged file never has a better answer than the sound one without a word.</summary>
public sealed class DamageTests
{
    private const int Files = 2_000;

    [Fact]
    public void The_sound_files_have_their_violations_and_nothing_is_told_of_them()
    {
        var run = new DamageRun();

        run.Answer("bom.xlsx", SoundFile.Bytes(SoundFile.Xlsx, isStored: false)).ShouldBe((DamageRun.Violations, false));
        run.Answer("bom.ods", SoundFile.Bytes(SoundFile.Ods, isStored: true)).ShouldBe((DamageRun.Violations, false));
        run.Answer("bom.xls", DamageRun.SoundXls()).ShouldBe((DamageRun.Violations, false));
        run.Answer("bom.csv", Encoding.UTF8.GetBytes(SoundFile.Csv)).ShouldBe((DamageRun.Violations, false));
    }

    [Fact]
    public void No_damage_takes_a_violation_away_in_silence()
    {
        var run = new DamageRun();
        var wrong = new StringBuilder();
        int letters = 0;
        for (int seed = 0; seed < Files; seed++)
        {
            (bool isSilent, string kind) = run.Check(seed);
            letters += isSilent && kind == "a bit of an xls" ? 1 : 0;
            if (isSilent)
            {
                wrong.AppendLine(CultureInfo.InvariantCulture, $"seed {seed} [{kind}]");
            }
        }

        // A binary workbook has no checksum: a letter of a text may be another one, which nothing else contradicts.
        letters.ShouldBeLessThanOrEqualTo(Files / 500, wrong.ToString());
        wrong.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => !line.Contains("a bit of an xls", StringComparison.Ordinal)).ShouldBeEmpty();
    }
}
