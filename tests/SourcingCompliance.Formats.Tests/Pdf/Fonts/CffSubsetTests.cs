using SourcingCompliance.Formats.Pdf.Fonts;

namespace SourcingCompliance.Formats.Tests.Pdf.Fonts;

public class CffSubsetTests
{
    [Fact]
    public void Calls_are_replaced_by_what_they_call()
    {
        // Glyph 1: 50 hstem-pair, a call of local subroutine 0 (number 0 - 107), endchar. The subroutine: 10 20 rmoveto, a mask of one byte, return.
        byte[] subroutine = [149, 159, 21, 11];
        byte[] font = Font(charstrings: [[14], [139, 149, 18, 32, 10, 14]], subrs: [subroutine]);

        CffFont subset = new(CffSubset.Build(font, "ABCDEF+Test", [0, 1]));

        subset.Charstring(1).ToArray().ShouldBe([139, 149, 18, 149, 159, 21, 14]);
        subset.Charstring(0).ToArray().ShouldBe([14]);
        subset.GlobalSubrCount.ShouldBe(0);
    }

    [Fact]
    public void The_bytes_of_a_mask_are_not_taken_for_operators()
    {
        // Two stems need a mask of one byte, whose value 10 would be a call.
        byte[] program = [139, 149, 139, 149, 18, 19, 10, 14];

        CffFont subset = new(CffSubset.Build(Font([[14], program], []), "ABCDEF+Test", [0, 1]));

        subset.Charstring(1).ToArray().ShouldBe(program);
    }

    [Fact]
    public void A_glyph_that_calls_itself_for_ever_is_refused()
    {
        byte[] font = Font([[14], [32, 10, 14]], [[32, 10]]);

        Should.Throw<InvalidDataException>(() => CffSubset.Build(font, "ABCDEF+Test", [0, 1]));
    }

    [Fact]
    public void Glyphs_stand_in_the_order_given()
    {
        CffFont subset = new(CffSubset.Build(Font([[14], [139, 22, 14], [149, 22, 14]], []), "ABCDEF+Test", [0, 2, 1]));

        subset.Charstring(1).ToArray().ShouldBe([149, 22, 14]);
        subset.Charstring(2).ToArray().ShouldBe([139, 22, 14]);
    }

    // A font without CIDs: header, name, Top DICT, no strings, no global subroutines, charstrings, Private DICT, local subroutines.
    private static byte[] Font(byte[][] charstrings, byte[][] subrs)
    {
        byte[] head = [1, 0, 4, 1, .. Index([[.. "Test"u8]])];
        byte[] strings = [.. Index([]), .. Index([])];
        byte[] programs = Index(charstrings);
        byte[] hidden = subrs.Length == 0 ? [] : [.. Number(6), 19];
        int charstringsAt = head.Length + Index([Top(0, 0, 0)]).Length + strings.Length;
        int privateAt = charstringsAt + programs.Length;
        return [.. head, .. Index([Top(charstringsAt, hidden.Length, privateAt)]), .. strings,
            .. programs, .. hidden, .. subrs.Length == 0 ? [] : Index(subrs)];
    }

    private static byte[] Top(int charstrings, int size, int place) => [.. Number(charstrings), 17, .. Number(size), .. Number(place), 18];

    private static byte[] Number(int value) => [29, (byte)(value >> 24), (byte)((value >> 16) & 255), (byte)((value >> 8) & 255), (byte)(value & 255)];

    private static byte[] Index(byte[][] entries)
    {
        if (entries.Length == 0)
        {
            return [0, 0];
        }

        var offsets = new List<byte> { 0, (byte)entries.Length, 1, 1 };
        int offset = 1;
        foreach (byte[] entry in entries)
        {
            offset += entry.Length;
            offsets.Add((byte)offset);
        }

        return [.. offsets, .. entries.SelectMany(entry => entry)];
    }
}
