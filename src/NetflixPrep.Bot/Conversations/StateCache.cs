using NetflixPrep.Core;

namespace NetflixPrep.Bot.Conversations;

/// <summary>The folded states of the streams used last, at most <paramref name="limit"/> of them.</summary>
internal sealed class StateCache(int limit)
{
    private readonly Dictionary<StreamId, LinkedListNode<Entry>> entries = [];
    private readonly LinkedList<Entry> newestFirst = [];

    public int Count => entries.Count;

    public (TState State, long Version)? Find<TState>(StreamId stream)
    {
        if (!entries.TryGetValue(stream, out var node) || node.Value is not Entry<TState> entry) return null;
        newestFirst.Remove(node);
        newestFirst.AddFirst(node);
        return (entry.State, entry.Version);
    }

    public void Keep<TState>(StreamId stream, TState state, long version)
    {
        Drop(stream);
        entries[stream] = newestFirst.AddFirst(new Entry<TState>(stream, state, version));
        if (entries.Count > limit) Drop(newestFirst.Last!.Value.Stream);
    }

    public void Drop(StreamId stream)
    {
        if (entries.Remove(stream, out var node)) newestFirst.Remove(node);
    }

    public void Clear()
    {
        entries.Clear();
        newestFirst.Clear();
    }

    private abstract record Entry(StreamId Stream);

    private sealed record Entry<TState>(StreamId Stream, TState State, long Version) : Entry(Stream);
}
