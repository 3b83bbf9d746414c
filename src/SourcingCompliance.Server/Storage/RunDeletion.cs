namespace SourcingCompliance.Server.Storage;

/// <summary>What became of a deletion.</summary>
/// <param name="IsDone">False when there is no such run, or it has not ended: nothing was deleted.</param>
/// <param name="Remains">What is still on the disk and why, as sentences; empty = nothing of it.</param>
public sealed record DeletionOutcome(bool IsDone, IReadOnlyList<string> Remains);

/// <summary>
/// Deletes runs that have ended, with all that was kept of them: rows are overwritten, the log of the database is emptied, and uploaded files that no
/// other run needs are removed at once.
/// </summary>
/// <param name="store">Where the runs are.</param>
/// <param name="uploads">Where uploads and reports are.</param>
/// <param name="database">The database below the store.</param>
public sealed class RunDeletion(RunStore store, UploadFolder uploads, Database database)
{
    /// <summary>Deletes a run.</summary>
    /// <param name="id">Id of the run.</param>
    /// <param name="cancellation">Gives up before the deletion has begun.</param>
    public async Task<DeletionOutcome> Delete(string id, CancellationToken cancellation)
    {
        ILookup<string, string> names = (await store.GetFiles(id, cancellation)).Select(file => (file.Sha256, file.Name))
            .Concat((await store.GetAttachments(id, cancellation)).Select(beside => (beside.Sha256, beside.Name)))
            .ToLookup(content => content.Sha256, content => content.Name, StringComparer.Ordinal);
        if (!await store.Forget(id, cancellation))
        {
            return new DeletionOutcome(false, []);
        }

        // From here on nobody may stop half-way.
        uploads.RemoveReports(id);
        IReadOnlySet<string> kept = await store.GetClearContent([.. names.Select(content => content.Key)], uploads.RemoveContent, CancellationToken.None);
        var remains = names.Where(content => kept.Contains(content.Key))
            .Select(content => $"{string.Join(", ", content)}: another check needs the same file.").ToList();
        if (!await database.Purge(CancellationToken.None))
        {
            remains.Add("The database is being read at this moment, so its log still contains deleted text. It is emptied within half an hour.");
        }

        return new DeletionOutcome(true, remains);
    }
}
