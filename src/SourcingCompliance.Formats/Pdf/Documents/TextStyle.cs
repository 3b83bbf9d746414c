namespace SourcingCompliance.Formats.Pdf.Documents;

/// <summary>How a paragraph is set. Lengths are in points.</summary>
/// <param name="Size">Size of the type.</param>
/// <param name="Leading">Distance of base lines.</param>
internal sealed record TextStyle(double Size, double Leading)
{
    /// <summary>Running text.</summary>
    public static readonly TextStyle Body = new(9.5, 13.5) { After = 6 };

    /// <summary>Tables and notes.</summary>
    public static readonly TextStyle Small = new(8, 11) { After = 3 };

    /// <summary>The sentence that answers, on the cover.</summary>
    public static readonly TextStyle Lead = new(15, 21) { IsStrong = true, After = 12 };

    /// <summary>The line above a title.</summary>
    public static readonly TextStyle Eyebrow = new(8, 11) { Color = Ink.Muted, After = 4 };

    /// <summary>Heading of a part.</summary>
    public static readonly TextStyle Heading1 = new(20, 24) { IsStrong = true, Before = 26, After = 10 };

    /// <summary>Heading of a section.</summary>
    public static readonly TextStyle Heading2 = new(13, 17) { IsStrong = true, Before = 20, After = 6 };

    /// <summary>Heading of a subsection.</summary>
    public static readonly TextStyle Heading3 = new(10.5, 14) { IsStrong = true, Before = 14, After = 4 };

    /// <summary>Whether every run is semi-bold.</summary>
    public bool IsStrong { get; init; }

    /// <summary>Ink of the runs that name none.</summary>
    public Ink Color { get; init; } = Ink.Text;

    /// <summary>Room above, unless the paragraph opens a page.</summary>
    public double Before { get; init; }

    /// <summary>Room below.</summary>
    public double After { get; init; }
}
