namespace NetflixPrep.Bot.Adapters.Sockets;

/// <summary>Tasks that run beside a queue: each is kept until it ends, and what goes wrong is told.</summary>
internal sealed class SideTasks(Action<Exception> failed)
{
    private readonly Lock gate = new();
    private readonly List<Task> running = [];

    public void Add(Task task)
    {
        var guarded = GuardAsync(task);
        lock (gate)
        {
            running.RemoveAll(done => done.IsCompletedSuccessfully);
            if (!guarded.IsCompletedSuccessfully) running.Add(guarded);
        }
    }

    /// <summary>Completes when all that run now have ended.</summary>
    public Task EndedAsync()
    {
        lock (gate) return Task.WhenAll(running);
    }

    private async Task GuardAsync(Task task)
    {
        try
        {
            await task;
        }
        catch (OperationCanceledException)
        {
            // The adapter stops.
        }
        catch (Exception wrong) when (wrong is not OutOfMemoryException)
        {
            failed(wrong);
        }
    }
}
