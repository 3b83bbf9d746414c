namespace SourcingCompliance.Server.Storage;

/// <summary>A note on a part.</summary>
public sealed record PartNote
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Key of the part, see <see cref="Storage.PartKey"/>.</summary>
    public required string PartKey { get; init; }

    /// <summary>The part number as it stood when the note was written.</summary>
    public required string Part { get; init; }

    /// <summary>The note.</summary>
    public required string Text { get; init; }

    /// <summary>Who wrote it, as they said; there are no accounts.</summary>
    public required string Author { get; init; }

    /// <summary>When, UTC.</summary>
    public required string WrittenAt { get; init; }
}

/// <summary>Who looks after a part.</summary>
public sealed record PartAssignee
{
    /// <summary>Key of the part, see <see cref="Storage.PartKey"/>.</summary>
    public required string PartKey { get; init; }

    /// <summary>The part number as it stood then.</summary>
    public required string Part { get; init; }

    /// <summary>Who looks after it; empty = no one.</summary>
    public required string Name { get; init; }

    /// <summary>Who assigned it, as they said; there are no accounts.</summary>
    public required string Author { get; init; }

    /// <summary>When, UTC.</summary>
    public required string AssignedAt { get; init; }
}

/// <summary>The notes and assignees of one program.</summary>
/// <param name="Notes">The notes, newest first.</param>
/// <param name="Assignees">The assignees, by name.</param>
public sealed record PartNotes(IReadOnlyList<PartNote> Notes, IReadOnlyList<PartAssignee> Assignees)
{
    private readonly Dictionary<string, PartAssignee> _assignees = Assignees.ToDictionary(assignee => assignee.PartKey, StringComparer.Ordinal);
    private readonly ILookup<string, PartNote> _notes = Notes.ToLookup(note => note.PartKey, StringComparer.Ordinal);

    /// <summary>No notes.</summary>
    public static PartNotes None { get; } = new([], []);

    /// <summary>Who looks after a part; null = no one.</summary>
    /// <param name="part">Its number.</param>
    public PartAssignee? GetAssignee(string part) => _assignees.GetValueOrDefault(PartKey.From(part));

    /// <summary>The notes on a part, newest first.</summary>
    /// <param name="part">Its number.</param>
    public IReadOnlyList<PartNote> GetNotes(string part) => [.. _notes[PartKey.From(part)]];

    /// <summary>Who looks after a part and how many notes it has, in a few words; empty = neither.</summary>
    /// <param name="part">Its number.</param>
    public string GetWords(string part)
    {
        int notes = _notes[PartKey.From(part)].Count();
        return string.Join(" · ", new[]
        {
            GetAssignee(part) is { } assignee ? $"→ {assignee.Name}" : "",
            notes == 0 ? "" : notes == 1 ? "1 note" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{notes} notes"),
        }.Where(text => text.Length > 0));
    }

    /// <summary>The parts that have a note or an assignee, as they are spelled, in their order.</summary>
    public IReadOnlyList<string> GetParts() => [.. Notes.Select(note => (note.PartKey, note.Part))
        .Concat(Assignees.Select(assignee => (assignee.PartKey, assignee.Part)))
        .DistinctBy(part => part.PartKey, StringComparer.Ordinal).Select(part => part.Part).Order(StringComparer.OrdinalIgnoreCase)];
}
