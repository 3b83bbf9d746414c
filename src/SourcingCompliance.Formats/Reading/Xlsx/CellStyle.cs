namespace SourcingCompliance.Formats.Reading.Xlsx;

/// <summary>How the numbers of a style are to be read.</summary>
internal enum NumberMeaning
{
    /// <summary>As a number.</summary>
    Number,

    /// <summary>As a date, with a time of day if it has one.</summary>
    Date,

    /// <summary>As a time of day.</summary>
    Time,
}

/// <summary>What a cell style says about the value.</summary>
/// <param name="Meaning">How its numbers are to be read.</param>
/// <param name="PaddedDigits">Digits to which leading zeros fill up, from formats like <c>00000</c>; 0 = none.</param>
/// <param name="Indent">Indentation of left-aligned text; 0 = none.</param>
internal readonly record struct CellStyle(NumberMeaning Meaning, byte PaddedDigits, byte Indent);
