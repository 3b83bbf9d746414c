using System.Collections.Immutable;

namespace SourcingCompliance.Running.Jobs;

/// <summary>Which part of the work of a job one run does: all of it, what an earlier run left, one shard, or the joining of shards.</summary>
public abstract record RunScope
{
    private RunScope()
    {
    }

    /// <summary>Checks every file from the beginning and keeps no results. The default.</summary>
    public static RunScope Everything { get; } = new Whole();

    /// <summary>Whether results of single files are kept next to the reports, and kept ones are taken over where nothing has changed.</summary>
    public virtual bool KeepsResults => false;

    /// <summary>Every file, from the beginning.</summary>
    public sealed record Whole : RunScope;

    /// <summary>Every file; results that an earlier run left in the output folder are taken over where nothing has changed.</summary>
    /// <param name="Arguments">The command line, kept for a later run.</param>
    public sealed record Resumed(ImmutableArray<string> Arguments) : RunScope
    {
        /// <inheritdoc/>
        public override bool KeepsResults => true;
    }

    /// <summary>The files of one shard, for machines that share a job.</summary>
    /// <param name="Shard">The shard.</param>
    /// <param name="IsResumed">Whether the console reports what was taken over from an earlier run.</param>
    /// <param name="Arguments">The command line, kept with the results for the run that joins the shards.</param>
    public sealed record Part(Shard Shard, bool IsResumed, ImmutableArray<string> Arguments) : RunScope
    {
        /// <inheritdoc/>
        public override bool KeepsResults => true;
    }

    /// <summary>No file: the results of all shards are joined into one report.</summary>
    /// <param name="Folders">The output folders of the shards; at least one.</param>
    public sealed record Joined(ImmutableArray<string> Folders) : RunScope;
}
