namespace NetflixPrep.Bot.Adapters.Sockets;

/// <summary>Acts once everything that held it has let go; starts with one hold.</summary>
internal sealed class EventReceipt(Action atZero)
{
    private int held = 1;

    public void Hold() => Interlocked.Increment(ref held);

    public void Release()
    {
        if (Interlocked.Decrement(ref held) == 0) atZero();
    }
}
