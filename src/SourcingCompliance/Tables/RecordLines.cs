namespace SourcingCompliance.Tables;

/// <summary>
/// On which line of the text each record of a csv begins. The two are the same until a quoted cell holds a line end; from there on an editor
/// counts further than the list does.
/// </summary>
public sealed class RecordLines
{
    private readonly List<int> _records = [];
    private readonly List<int> _linesMore = [];

    /// <summary>Whether every record stands on the line of its number.</summary>
    public bool IsPlain => _records.Count == 0;

    /// <summary>Tells that a record goes on over further lines. Records come in their order; one that was told already is not counted again.</summary>
    /// <param name="record">1-based record.</param>
    /// <param name="further">Lines that it has beyond the first.</param>
    public void Add(int record, int further)
    {
        if (_records.Count == 0 || record > _records[^1])
        {
            _records.Add(record);
            _linesMore.Add(further + (_linesMore.Count == 0 ? 0 : _linesMore[^1]));
        }
    }

    /// <summary>The 1-based line on which a record begins.</summary>
    /// <param name="record">1-based record.</param>
    public int GetLine(int record)
    {
        int at = _records.BinarySearch(record);
        int before = (at < 0 ? ~at : at) - 1;
        return before < 0 ? record : record + _linesMore[before];
    }
}
