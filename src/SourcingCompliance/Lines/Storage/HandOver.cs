using System.Diagnostics.CodeAnalysis;

namespace SourcingCompliance.Lines.Storage;

/// <summary>
/// Hands things from one thread to another, in order, a few of them waiting. Whoever must wait sleeps: on two cores a waiter that looks
/// again and again takes its time from the very thread that it waits for.
/// </summary>
/// <typeparam name="T">What is handed over.</typeparam>
/// <param name="most">How many may wait.</param>
public sealed class HandOver<T>(int most)
{
    private readonly Queue<T> _waiting = new(most);
    private bool _isComplete;
    private bool _isLeft;

    /// <summary>The giver's side: hands a thing over, once there is room; false when the taker has left and nothing more is wanted.</summary>
    public bool Give(T thing)
    {
        lock (_waiting)
        {
            while (_waiting.Count >= most && !_isLeft)
            {
                Monitor.Wait(_waiting);
            }

            if (_isLeft)
            {
                return false;
            }

            _waiting.Enqueue(thing);
            if (_waiting.Count == 1)
            {
                Monitor.Pulse(_waiting);
            }

            return true;
        }
    }

    /// <summary>The giver's side: nothing more comes.</summary>
    public void Complete()
    {
        lock (_waiting)
        {
            _isComplete = true;
            Monitor.Pulse(_waiting);
        }
    }

    /// <summary>The taker's side: the next thing, once it is there; false when nothing more comes.</summary>
    public bool TryTake([MaybeNullWhen(false)] out T thing)
    {
        lock (_waiting)
        {
            while (_waiting.Count == 0 && !_isComplete)
            {
                Monitor.Wait(_waiting);
            }

            bool isThere = _waiting.TryDequeue(out thing);
            // The giver is woken when half of the room is free, so that the two do not wake each other for every single thing.
            if (_waiting.Count == most / 2)
            {
                Monitor.Pulse(_waiting);
            }

            return isThere;
        }
    }

    /// <summary>The taker's side: wants nothing more; a giver that waits for room goes on.</summary>
    public void Leave()
    {
        lock (_waiting)
        {
            _isLeft = true;
            Monitor.Pulse(_waiting);
        }
    }
}
