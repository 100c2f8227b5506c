using NetflixPrep.Bot.Storage;

namespace NetflixPrep.Bot.Conversations;

/// <summary>What a transaction will have changed, handed on only after its commit.</summary>
internal sealed class Pending(DateTimeOffset lastAt)
{
    public List<OutboxEntry> Rows { get; } = [];

    public List<TimerChange> Timers { get; } = [];

    /// <summary>The receipt time of the last inbound; the next is not before it.</summary>
    public DateTimeOffset LastAt { get; set; } = lastAt;

    public (int Rows, int Timers) Here => (Rows.Count, Timers.Count);

    /// <summary>A part of the transaction was taken back.</summary>
    public void BackTo((int Rows, int Timers) here)
    {
        Rows.RemoveRange(here.Rows, Rows.Count - here.Rows);
        Timers.RemoveRange(here.Timers, Timers.Count - here.Timers);
    }
}
