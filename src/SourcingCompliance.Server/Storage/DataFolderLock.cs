namespace SourcingCompliance.Server.Storage;

/// <summary>Keeps a second server off the data folder: it would clear away what the first one is receiving. It ends with the process, however that
/// ends.</summary>
public sealed class DataFolderLock : IDisposable
{
    private readonly FileStream _file;

    private DataFolderLock(FileStream file) => _file = file;

    /// <summary>Takes the folder.</summary>
    /// <param name="folder">The data folder.</param>
    /// <exception cref="FormatException">Another server has it.</exception>
    public static DataFolderLock Take(string folder)
    {
        try
        {
            return new DataFolderLock(PrivateFiles.Create(Path.Combine(folder, PrivateFiles.LockName), FileMode.OpenOrCreate));
        }
        catch (IOException taken) when (StorageProblem.From(taken) is null)
        {
            throw new FormatException($"--data: another server uses {folder}. Stop it, or name another folder with --data.", taken);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
