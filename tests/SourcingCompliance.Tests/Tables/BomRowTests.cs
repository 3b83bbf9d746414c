using SourcingCompliance.Tables;

namespace SourcingCompliance.Tests.Tables;

public sealed class BomRowTests
{
    [Fact]
    public void A_text_that_a_reader_points_at_reads_like_one_that_it_sets()
    {
        char[] characters = "before| A1 ,,x\n".ToCharArray();
        var row = new BomRow();
        row.Reset(1);
        row.SetHeld(1, " A1 ", 0);
        row.SetHeld(2, "", 5);
        row.SetHeld(3, "x", 6);
        row.Hold(characters, 7, 7);

        row.Cells.ShouldBe([new BomCell(" A1 ", CellKind.Text), BomCell.Empty, new BomCell("x", CellKind.Text)]);
        row.TrimmedAt(1).ToString().ShouldBe("A1");
        row.IsBlankAt(2).ShouldBeTrue();
        row.TextAt(4).ToString().ShouldBe("");
    }

    [Fact]
    public void A_detached_row_keeps_its_texts_when_the_characters_change()
    {
        char[] characters = "A1,B2".ToCharArray();
        var row = new BomRow();
        row.Reset(1);
        row.SetHeld(1, "A1", 0);
        row.SetHeld(2, "B2", 3);
        row.Hold(characters, 0, 5);

        BomRow kept = row.Detach();
        characters.AsSpan().Fill('?');

        kept.Cells.Select(cell => cell.Text).ShouldBe(["A1", "B2"]);
    }

    [Fact]
    public void A_copy_into_a_row_that_held_more_says_only_what_it_was_copied_from()
    {
        var copy = new BomRow();
        copy.Reset(7);
        copy.Set(1, new BomCell("old", CellKind.Text));
        copy.Set(2, new BomCell("#REF!", CellKind.Error));
        copy.SetRepeated(3, new BomCell("merged", CellKind.Text));
        var row = new BomRow { Indent = 2 };
        row.Reset(1);
        row.SetHeld(1, " A1 ", 0);
        row.Hold(" A1 ,B2".ToCharArray(), 0, 7);

        row.CopyTo(copy);

        (copy.Number, copy.Width, copy.MayHoldErrors, copy.IsRepeated(3), copy.Length).ShouldBe((1, 1, false, false, row.Length));
        copy.Cells.ShouldBe([new BomCell(" A1 ", CellKind.Text)]);
    }

    [Fact]
    public void A_row_that_is_filled_again_says_nothing_of_the_row_before()
    {
        var row = new BomRow();
        row.Reset(1);
        row.Set(1, new BomCell("old", CellKind.Text));
        row.Set(3, new BomCell("#REF!", CellKind.Error));

        row.Reset(2);
        row.SetUtf8(1, "Würth"u8, CellKind.Text);
        row.SetUtf8(3, "12"u8, CellKind.Number);

        row.Cells.ShouldBe([new BomCell("Würth", CellKind.Text), BomCell.Empty, new BomCell("12", CellKind.Number)]);
        row.MayHoldErrors.ShouldBeFalse();
    }

    [Theory]
    [InlineData("#REF!", true)]
    [InlineData(" #N/A", true)]
    [InlineData("4# cable", false)]
    public void A_row_knows_whether_a_cell_may_be_an_error(string text, bool may)
    {
        var row = new BomRow();
        row.Reset(1);
        row.Set(1, new BomCell(text, CellKind.Text));

        row.MayHoldErrors.ShouldBe(may);
    }
}
