using SourcingCompliance.Items.Trees;
using SourcingCompliance.Lines;
using SourcingCompliance.Lines.Storage;
using SourcingCompliance.Mapping.Rows;
using SourcingCompliance.Primitives;
using SourcingCompliance.Recognition.Origins;

namespace SourcingCompliance.Items;

/// <summary>
/// Makes items of the lines that carry something, of the assemblies above them, and of the items that they are other sources for. Most
/// lines of a list are screws, of which no item is made.
/// </summary>
internal sealed class ItemAssembler
{
    // Where carriers are rarer than this, they take their texts with them, so that the texts of a thousand lists need not be kept for a few of each.
    private const int LinesOfCarrier = 8;

    private readonly LineRecognizer _recognizer;
    private readonly PackedLines _lines;
    private readonly TreePlaces _places;
    private readonly Dictionary<MappedColumn, OriginCodeScheme> _schemes;
    private readonly Dictionary<int, BomItem> _items = [];
    private readonly Dictionary<ReusedAssembly, List<BomItem>> _reused = new(ReferenceEqualityComparer.Instance);
    private readonly Stack<int> _waiting = new();
    private readonly InstallationMarks? _marks;
    private readonly Dictionary<ColumnMap, bool> _zeroIsNone = new(ReferenceEqualityComparer.Instance);

    /// <summary>Assembles the items of a sheet.</summary>
    /// <param name="recognizer">Recognizes what lines say.</param>
    /// <param name="lines">The lines.</param>
    /// <param name="places">Their places.</param>
    /// <param name="schemes">The list that the codes of each origin column come from.</param>
    /// <param name="marks">Reads which parts are left out of the build; null = all of them count.</param>
    public ItemAssembler(LineRecognizer recognizer, PackedLines lines, TreePlaces places,
        Dictionary<MappedColumn, OriginCodeScheme> schemes, InstallationMarks? marks)
    {
        _recognizer = recognizer;
        _marks = marks;
        _lines = lines;
        _places = places;
        _schemes = schemes;
    }

    /// <summary>Of the items that were made, what leaves them out of one variant of the product while another has them; in no order.</summary>
    public List<NotInstalledMark> LeftOutOfSome { get; } = [];

    /// <summary>The items in the order of the rows; an assembly without a row stands in front of the first line that names it.</summary>
    /// <param name="carriers">0-based indices of the lines that carry something.</param>
    /// <param name="cancellation">Stops the work.</param>
    public BomItem[] Assemble(IReadOnlyCollection<int> carriers, CancellationToken cancellation)
    {
        bool areFew = carriers.Count <= _lines.Count / LinesOfCarrier;
        foreach (int carrier in carriers.Concat(ImpliedCarriers()))
        {
            cancellation.ThrowIfCancellationRequested();
            Add(carrier, areFew);
        }

        // What an assembly holds counts in its other places as well, so these and the assemblies above them are wanted too.
        var places = new Queue<ReusedAssembly>(_reused.Keys);
        while (places.TryDequeue(out ReusedAssembly? assembly))
        {
            cancellation.ThrowIfCancellationRequested();
            int before = _reused.Count;
            foreach (int place in assembly.Places)
            {
                Add(place, areFew);
                _reused[assembly].Add(_items[place]);
            }

            foreach (ReusedAssembly found in _reused.Keys.Skip(before))
            {
                places.Enqueue(found);
            }
        }

        return [.. _items.OrderBy(pair => GetOrder(pair.Key)).Select(pair => pair.Value)];
    }

    private IEnumerable<int> ImpliedCarriers() => Enumerable.Range(_lines.Count, _places.Implied.Count)
        .Where(index => !_recognizer.RecognizeImplied(_lines.GetMap(_places.Implied[index - _lines.Count].Line),
            _places.Implied[index - _lines.Count]).Materials.IsEmpty);

    private void Add(int wanted, bool areFew)
    {
        for (int next = wanted; next >= 0 && !_items.ContainsKey(next); next = _places[next].AlternateOf ?? _places[next].Parent)
        {
            _waiting.Push(next);
        }

        while (_waiting.TryPop(out int ready))
        {
            BomItem item = GetItem(ready, areFew);
            _items.Add(ready, item);
            if (_places.Reused.TryGetValue(ready, out ReusedAssembly? assembly))
            {
                if (!_reused.TryGetValue(assembly, out List<BomItem>? places))
                {
                    _reused.Add(assembly, places = []);
                }

                item.OtherPlaces = places;
            }
        }
    }

    private BomItem GetItem(int index, bool areFew)
    {
        if (index >= _lines.Count)
        {
            ImpliedAssembly implied = _places.Implied[index - _lines.Count];
            return _recognizer.RecognizeImplied(_lines.GetMap(implied.Line), implied);
        }

        TreePlace place = _places[index];
        BomItem? alternateOf = place.AlternateOf is { } item ? _items[item] : null;
        BomItem? parent = place.Parent < 0 ? null : _items[place.Parent];
        BomLine line = areFew ? _lines.Detach(index) : _lines[index];
        return _recognizer.Recognize(line, parent, alternateOf, place, _schemes, GetMark(line, place, alternateOf));
    }

    // An assembly is there with its parts, whatever its own row says, and a row that could not be read says nothing.
    private NotInstalledMark? GetMark(BomLine line, TreePlace place, BomItem? alternateOf)
    {
        if (_marks is null || place.HasChildren || line.Damage is not null)
        {
            return null;
        }

        NotInstalledMark? mark = _marks.Find(line, () => ZeroIsNone(line.Map)) ?? (_marks.SaysInstalled(line) ? null : alternateOf?.NotInstalled);
        if (mark is null && _marks.FindInSomeVariant(line) is { } ofSome)
        {
            LeftOutOfSome.Add(ofSome);
        }

        return mark;
    }

    // Where most quantities are 0, nobody has filled them in.
    private bool ZeroIsNone(ColumnMap map)
    {
        if (!_zeroIsNone.TryGetValue(map, out bool isNone))
        {
            int balance = 0;
            int column = map.IndexOfFirstChoice(BomField.Quantity);
            for (int line = 0; column >= 0 && line < _lines.Count; line++)
            {
                string text = ReferenceEquals(_lines.GetMap(line), map) ? _lines.TextAt(line, column) : "";
                balance += text.Length == 0 ? 0 : InstallationMarks.IsZero(text) ? -1 : 1;
            }

            _zeroIsNone.Add(map, isNone = balance > 0);
        }

        return isNone;
    }

    private long GetOrder(int index) => index < _lines.Count ? (2L * index) + 1 : 2L * _places.Implied[index - _lines.Count].Line;
}
