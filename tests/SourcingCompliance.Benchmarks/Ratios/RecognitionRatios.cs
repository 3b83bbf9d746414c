using System.Diagnostics;
using System.Globalization;
using SourcingCompliance.Formats.Files;
using SourcingCompliance.Lines;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Recognition.Materials;

namespace SourcingCompliance.Benchmarks.Ratios;

/// <summary>
/// How fast lines are classified: distinct descriptions (each worked out once), repeated ones (from memory), and the time to build the
/// vocabulary. The lines are made here in the proportions of an electromechanical list: most are screws, resistors and connectors.
/// </summary>
public static class RecognitionRatios
{
    private const int Distinct = 100_000;
    private const int Rounds = 5;

    private static readonly string[] Kinds =
    [
        "RES SMD {0} OHM 1% 1/10W 0603", "CAP CER {0}PF 50V X7R 0402", "CONN HEADER VERT {0}POS 2.54MM", "IC REG LINEAR {0}MV 1A SOT223",
        "SCREW, SOCKET HEAD, M{0} X 12, STAINLESS", "LED GREEN CLEAR {0}NM SMD", "WASHER FLAT {0} ZINC PLATED", "FERRITE BEAD {0} OHM 0603",
        "Cable assembly {0} mm, shielded, black", "BRACKET, MOUNTING, {0}, 6061-T6", "INDUCTOR {0}NH SHIELDED 2A", "Bearing, ball, {0}-2RS, deep groove",
        "TRANSISTOR NPN {0}V 200MA SOT23", "Label, serial number {0}, polyester", "CRYSTAL {0} KHZ 18PF SMD", "Gasket, silicone, {0}, 60 shore A",
        "CAP TANT {0}UF 16V 10% 2312", "MOTOR, BLDC, 24V, {0}W", "Magnet NdFeB N42SH {0} x 5", "Fan axial {0}mm 12V",
    ];

    private static readonly string[] LongPieces = ["NdFeB ", "magnet", "motor mount ", "for magnet ",
        "no magnet ", "n42 10x5 ", "90W-7Ni-3Fe ", "drive, hard "];

    private static readonly ColumnMap LongMap = new()
    {
        Sheet = CellRef.ForFile("text"), HeaderRow = 1, Columns = [new MappedColumn(BomField.Description, 1, "Text", MappingBasis.ExactAlias, "")],
    };

    /// <summary>Measures and writes the figures.</summary>
    public static void Run(TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        RuleFolder rules = RuleFolders.Shipped();
        double best = double.MaxValue;
        var watch = Stopwatch.StartNew();
        MaterialVocabulary vocabulary = MaterialVocabulary.Load(rules, new DiagnosticBag());
        double first = watch.Elapsed.TotalMilliseconds;
        for (int round = 0; round < 20; round++)
        {
            watch.Restart();
            vocabulary = MaterialVocabulary.Load(rules, new DiagnosticBag());
            best = Math.Min(best, watch.Elapsed.TotalMilliseconds);
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"vocabulary: first load {first:0.0} ms, best {best:0.0} ms"));
        BomLine[] lines = MakeLines();
        double distinct = 0;
        double repeated = 0;
        for (int round = 0; round < Rounds; round++)
        {
            distinct = Math.Max(distinct, Rate(lines, new MaterialClassifier(vocabulary)));
            var classifier = new MaterialClassifier(vocabulary);
            BomLine[] few = lines[..5_000];
            Rate(few, classifier);
            repeated = Math.Max(repeated, Rate(few, classifier));
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"distinct descriptions: {distinct:N0} a second"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"repeated descriptions: {repeated:N0} a second"));
        foreach (string piece in LongPieces)
        {
            // The parts hold as many characters as the whole; with the square of the length the whole would take 32 times as long.
            string whole = string.Concat(Enumerable.Repeat(piece, (MaterialClassifier.MostCharacters / piece.Length) + 1))[..MaterialClassifier.MostCharacters];
            double ratio = Seconds(vocabulary, whole, 1) / Seconds(vocabulary, whole[..1000], 32);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"a cell of {whole.Length:N0} characters ('{piece}'), times 32 cells of 1,000: "
                + $"{ratio:0.0} (wished: at most 8)"));
        }
    }

    private static double Seconds(MaterialVocabulary vocabulary, string text, int times)
    {
        double least = double.MaxValue;
        for (int attempt = 0; attempt < Rounds; attempt++)
        {
            var classifier = new MaterialClassifier(vocabulary);
            var watch = Stopwatch.StartNew();
            for (int i = 0; i < times; i++)
            {
                // A text of its own, so that none is remembered.
                classifier.Classify(new BomLine(LongMap, 1, [string.Create(CultureInfo.InvariantCulture, $"{i} {text}")]));
            }

            least = Math.Min(least, watch.Elapsed.TotalSeconds);
        }

        return least;
    }

    private static double Rate(BomLine[] lines, MaterialClassifier classifier)
    {
        var watch = Stopwatch.StartNew();
        foreach (BomLine line in lines)
        {
            classifier.Classify(line);
        }

        return lines.Length / watch.Elapsed.TotalSeconds;
    }

    private static BomLine[] MakeLines()
    {
        var map = new ColumnMap
        {
            Sheet = CellRef.ForFile("made"),
            HeaderRow = 1,
            Columns = [new MappedColumn(BomField.Description, 1, "Description", MappingBasis.ExactAlias, "")],
        };
        var lines = new BomLine[Distinct];
        for (int i = 0; i < Distinct; i++)
        {
            string text = string.Format(CultureInfo.InvariantCulture, Kinds[i % Kinds.Length], 1 + (i / Kinds.Length));
            lines[i] = new BomLine(map, i + 2, [text]);
        }

        return lines;
    }
}
