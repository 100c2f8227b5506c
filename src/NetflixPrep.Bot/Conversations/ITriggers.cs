using NetflixPrep.Core;

namespace NetflixPrep.Bot.Conversations;

/// <summary>Something that rings for some timers instead of <see cref="Timers"/>; the table of timers stays the truth for both. Safe for threads.</summary>
internal interface ITriggers
{
    /// <summary>Whether timers of this stream are its business.</summary>
    bool Takes(StreamId stream);

    /// <summary>Rings at that time, in place of any earlier setting of the same timer.</summary>
    void Set(StreamId stream, string timer, DateTimeOffset at);

    void Clear(StreamId stream, string timer);
}
