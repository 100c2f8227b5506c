namespace NetflixPrep.Bot.Adapters.Slack;

/// <summary>The newest few thousand ids: for what is never journalled and so would be done again when it is delivered again.</summary>
internal sealed class RecentIds(int most = 4096)
{
    private readonly Lock gate = new();
    private readonly HashSet<string> known = [];
    private readonly Queue<string> order = new();

    /// <summary>True the first time.</summary>
    public bool Add(string id)
    {
        lock (gate)
        {
            if (!known.Add(id)) return false;
            order.Enqueue(id);
            if (order.Count > most) known.Remove(order.Dequeue());
            return true;
        }
    }
}
