using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using SourcingCompliance.Lines.Storage;

namespace SourcingCompliance.Formats.Reading.Packages;

/// <summary>
/// A forward stream that a thread of its own reads ahead: a large part inflates while what came before is looked at. What fails there is
/// thrown where its bytes would have come, behind all bytes before.
/// </summary>
internal sealed class AheadStream : ForwardStream
{
    private const int BlockBytes = 1 << 18;
    private const int MostBlocks = 4;

    private readonly Stream _source;
    private readonly IDisposable _owner;
    private readonly HandOver<(byte[] Bytes, int Length)> _read = new(MostBlocks);
    private readonly ConcurrentQueue<byte[]> _free = new();
    private readonly Task _reading;
    private ExceptionDispatchInfo? _failure;
    private byte[] _block = [];
    private int _from;
    private int _to;

    /// <summary>Begins to read ahead.</summary>
    /// <param name="source">The stream; nobody else reads it. Closed with this one.</param>
    /// <param name="owner">What the stream lives in; closed after it.</param>
    public AheadStream(Stream source, IDisposable owner)
    {
        _source = source;
        _owner = owner;
        _reading = Task.Factory.StartNew(ReadAll, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (_from == _to && !NextBlock())
        {
            _failure?.Throw();
            return 0;
        }

        int length = Math.Min(buffer.Length, _to - _from);
        _block.AsSpan(_from, length).CopyTo(buffer);
        _from += length;
        return length;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            // The file is closed next, so the reading must have ended by then.
            _read.Leave();
            _reading.Wait();
            _source.Dispose();
            _owner.Dispose();
        }

        base.Dispose(disposing);
    }

    private bool NextBlock()
    {
        if (_block.Length > 0)
        {
            _free.Enqueue(_block);
        }

        bool hasNext = _read.TryTake(out (byte[] Bytes, int Length) next);
        (_block, _from, _to) = (next.Bytes ?? [], 0, next.Length);
        return hasNext;
    }

    private void ReadAll()
    {
        try
        {
            while (ReadBlock())
            {
            }
        }
        finally
        {
            _read.Complete();
        }
    }

    // False after the last block, and when nobody wants more.
    private bool ReadBlock()
    {
        byte[] block = _free.TryDequeue(out byte[]? free) ? free : new byte[BlockBytes];
        int length = 0;
        int read = 1;
        while (read > 0 && length < block.Length && _failure is null)
        {
            read = ReadSome(block.AsSpan(length));
            length += read;
        }

        return (length == 0 || _read.Give((block, length))) && read > 0 && _failure is null;
    }

    private int ReadSome(Span<byte> rest)
    {
        try
        {
            return _source.Read(rest);
        }
#pragma warning disable CA1031 // Whatever it is, whoever reads this stream is told.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            _failure = ExceptionDispatchInfo.Capture(failure);
            return 0;
        }
    }
}
