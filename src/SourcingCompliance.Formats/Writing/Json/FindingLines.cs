using SourcingCompliance.Findings;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Formats.Writing.Json;

/// <summary>Finds the listed line of a finding: the one in its row, else the one at its place in the tree, because a cell of an assembly may decide.</summary>
internal sealed class FindingLines
{
    private readonly FileReport _file;
    private readonly Dictionary<CellRef, int> _rows = [];
    private Dictionary<string, int>? _paths;

    /// <summary>Prepares the lines of a file.</summary>
    public FindingLines(FileReport file)
    {
        _file = file;
        for (int at = 0; at < file.Lines.Length && !file.Findings.IsEmpty; at++)
        {
            _rows.TryAdd(file.Lines[at].Row, at);
        }
    }

    /// <summary>The place of the finding's line among those listed; -1 when it is not listed.</summary>
    public int Get(Finding finding)
    {
        if (_rows.TryGetValue(finding.Cell with { Column = 0 }, out int at) && _file.Lines[at].PartNumber == finding.PartNumber)
        {
            return at;
        }

        if (_paths is null)
        {
            _paths = new Dictionary<string, int>(StringComparer.Ordinal);
            for (int line = 0; line < _file.Lines.Length; line++)
            {
                _paths.TryAdd(GetKey(_file.Lines[line].Path), line);
            }
        }

        return _paths.GetValueOrDefault(GetKey(finding.Path), -1);
    }

    private static string GetKey(IEnumerable<string> path) => string.Join('\n', path);
}
