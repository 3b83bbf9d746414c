using System.Collections.Immutable;
using System.Text;
using SourcingCompliance.Formats.Reading;
using SourcingCompliance.Mapping;
using SourcingCompliance.Mapping.Profiles;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Server.Storage;
using SourcingCompliance.Server.Uploads;

namespace SourcingCompliance.Server.Pages.Columns;

/// <summary>One sheet of a check.</summary>
/// <param name="Input">Its file.</param>
/// <param name="Mapping">How its columns are understood.</param>
internal sealed record CheckSheet(CheckInput Input, SheetMapping Mapping)
{
    /// <summary>File and name of the sheet.</summary>
    public string Name => Mapping.Map.Sheet.Sheet.Length > 0 ? $"{Input.Name} · {Mapping.Map.Sheet.Sheet}" : Input.Name;
}

/// <summary>Reads the sheets of a check again, and checks them again with column settings.</summary>
/// <param name="store">The checks.</param>
/// <param name="saved">The column settings.</param>
/// <param name="uploads">Where contents are kept.</param>
/// <param name="intake">Accepts checks.</param>
/// <param name="time">The clock.</param>
internal sealed class CheckSheets(RunStore store, ProfileStore saved, UploadFolder uploads, UploadIntake intake, TimeProvider time)
{
    /// <summary>The sheets of every file that is still there, in the order of the upload; empty when there is no such check.</summary>
    /// <param name="id">Id of the check.</param>
    /// <param name="profiles">Column settings, the first that fits applies.</param>
    /// <param name="cancellation">Stops reading.</param>
    public async Task<IReadOnlyList<CheckSheet>> Read(string id, IReadOnlyList<MappingProfile> profiles, CancellationToken cancellation) =>
    [
        .. (await store.GetFiles(id, cancellation)).Select(file => new CheckInput(uploads.GetPath(file.Sha256), file.Name))
            .Where(input => File.Exists(input.Path))
            .SelectMany(input => SheetPreview.Map(input, profiles).Select(mapping => new CheckSheet(input, mapping))),
    ];

    /// <summary>The column settings that every check applies now.</summary>
    /// <param name="cancellation">Stops reading.</param>
    public async Task<ImmutableArray<MappingProfile>> ReadSaved(CancellationToken cancellation) =>
        [.. (await saved.All(cancellation)).Select(profile => MappingProfile.Parse(Encoding.UTF8.GetBytes(profile.Json), profile.Name, new DiagnosticBag()))
            .OfType<MappingProfile>()];

    /// <summary>Checks the files once more with column settings that go before those that the check applied.</summary>
    /// <param name="id">Id of the check.</param>
    /// <param name="profile">The column settings.</param>
    /// <param name="isKept">Whether later checks apply them too.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Id of the new check; null when there is no such check.</returns>
    /// <exception cref="UploadRefusedException">The queue is full.</exception>
    public async Task<string?> CheckAgain(string id, MappingProfile profile, bool isKept, CancellationToken cancellation)
    {
        using var json = new MemoryStream();
        profile.Write(json);
        var stored = new StoredProfile
        {
            Id = UploadFolder.NewId(), Name = profile.Name,
            Json = Encoding.UTF8.GetString(json.ToArray()), CreatedAt = Timestamp.Now(time)
        };
        await saved.Add(stored, cancellation);
        if (!isKept)
        {
            // Settings that are not saved belong to the new check alone: no other finds them.
            await saved.Remove(stored.Id, stored.CreatedAt, cancellation);
        }

        return await intake.Repeat(id, cancellation, [stored.Id, .. (await store.GetProfiles(id, cancellation)).Select(earlier => earlier.Id)]);
    }
}
