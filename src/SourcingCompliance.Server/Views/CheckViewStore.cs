using System.Globalization;
using System.Text;
using System.Text.Json;
using SourcingCompliance.Findings;
using SourcingCompliance.Reports;
using SourcingCompliance.Server.Storage;

namespace SourcingCompliance.Server.Views;

/// <summary>Keeps the views next to the reports: one file for the view and one for the reasons of its line items, of which a page reads only the part that it
/// shows.</summary>
/// <param name="uploads">Where reports are kept.</param>
public sealed class CheckViewStore(UploadFolder uploads)
{
    private const string ViewFile = "view";
    private const string ReasonsFile = "reasons";

    // In reasons that line items share, this number stands for the row.
    private const string SharedRow = "1999999999";

    // The pages of one check are opened one after another.
    private const int MostKept = 4;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly Lock _gate = new();
    private readonly LinkedList<(string Key, CheckView View)> _recent = new();

    /// <summary>Writes the view of a report.</summary>
    /// <param name="folder">The folder of its reports, which is not visible to anyone yet.</param>
    /// <param name="report">The report.</param>
    public static void Write(string folder, ComplianceReport report)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(report);
        using FileStream reasons = PrivateFiles.Create(Path.Combine(folder, ReasonsFile));
        var shared = new Dictionary<object, (long Offset, int Length)>(ReferenceEqualityComparer.Instance);
        (long Offset, int Length) Add(LineReport line)
        {
            if (line.SameFacts is { } facts && shared.TryGetValue(facts, out (long Offset, int Length) known))
            {
                return known;
            }

            long start = reasons.Position;
            JsonSerializer.Serialize(reasons, ReasonsBuilder.Get(report, line.ForSameFacts()), Json);
            (long Offset, int Length) place = (start, (int)(reasons.Position - start));
            if (line.SameFacts is { } first)
            {
                shared[first] = place;
            }

            return place;
        }

        CheckView view = CheckViewBuilder.Build(report, Add);
        using FileStream output = PrivateFiles.Create(Path.Combine(folder, ViewFile));
        JsonSerializer.Serialize(output, view, Json);
    }

    /// <summary>The view of a check; null = its reports are gone, or an earlier version of the program wrote them.</summary>
    /// <param name="run">Id of the run, from the store.</param>
    /// <param name="attempt">Number of the attempt that the result comes from.</param>
    /// <param name="cancellation">Stops reading.</param>
    public async Task<CheckView?> Find(string run, int attempt, CancellationToken cancellation)
    {
        string path = Path.Combine(uploads.GetReports(run, attempt), ViewFile);
        if (!File.Exists(path))
        {
            return null;
        }

        string key = string.Create(CultureInfo.InvariantCulture, $"{run}.{attempt}");
        lock (_gate)
        {
            for (LinkedListNode<(string Key, CheckView View)>? node = _recent.First; node is not null; node = node.Next)
            {
                if (node.Value.Key == key)
                {
                    _recent.Remove(node);
                    _recent.AddFirst(node);
                    return node.Value.View;
                }
            }
        }

        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete,
            1 << 16, FileOptions.Asynchronous | FileOptions.SequentialScan);
        CheckView? view = await JsonSerializer.DeserializeAsync<CheckView>(file, Json, cancellation);
        if (view is not null)
        {
            lock (_gate)
            {
                _recent.AddFirst((key, view));
                if (_recent.Count > MostKept)
                {
                    _recent.RemoveLast();
                }
            }
        }

        return view;
    }

    /// <summary>The reasons of a line item; null = it has none.</summary>
    /// <param name="run">Id of the run, from the store.</param>
    /// <param name="attempt">Number of the attempt that the result comes from.</param>
    /// <param name="line">The line item.</param>
    /// <param name="cancellation">Stops reading.</param>
    public async Task<LineReasons?> GetReasons(string run, int attempt, LineRow line, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(line);
        string path = Path.Combine(uploads.GetReports(run, attempt), ReasonsFile);
        if (line.Offset < 0 || !File.Exists(path))
        {
            return null;
        }

        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1, FileOptions.Asynchronous);
        byte[] bytes = new byte[line.Length];
        file.Position = line.Offset;
        await file.ReadExactlyAsync(bytes, cancellation);
        string text = Encoding.UTF8.GetString(bytes).Replace(SharedRow, line.Row.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        return JsonSerializer.Deserialize<LineReasons>(text, Json);
    }

    /// <summary>Forgets what is held in memory of a check that was deleted.</summary>
    /// <param name="run">Id of the run.</param>
    public void Forget(string run)
    {
        lock (_gate)
        {
            foreach ((string Key, CheckView View) kept in _recent.Where(kept => kept.Key.StartsWith(run + ".", StringComparison.Ordinal)).ToArray())
            {
                _recent.Remove(kept);
            }
        }
    }
}
