using NetflixPrep.Bot.Adapters;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot.Tests.Conversations;

/// <summary>A platform that remembers what it was sent and fails when told to.</summary>
internal sealed class FakeAdapter : IChatAdapter
{
    private readonly Lock gate = new();
    private readonly Queue<Exception> failures = [];
    private (int Count, TaskCompletionSource Reached)? awaited;

    public string Platform => "terminal";

    public List<Outbound> Sent { get; } = [];

    /// <summary>What was shown, in order, as text.</summary>
    public IEnumerable<string> Texts => Sent.Select(sent => sent.Effect).OfType<Effect.Show>().Select(show => show.Message.Body.ToString());

    /// <summary>Done when so many were sent.</summary>
    public Task Reaches(int count)
    {
        lock (gate)
        {
            awaited = (count, new(TaskCreationOptions.RunContinuationsAsynchronously));
            return awaited.Value.Reached.Task;
        }
    }

    public void FailNext(params Exception[] with)
    {
        foreach (var one in with) failures.Enqueue(one);
    }

    public async IAsyncEnumerable<Delivery> ReceiveAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await Task.Yield();
        yield break;
    }

    public Task<Receipt> SendAsync(Outbound outbound, CancellationToken ct)
    {
        if (failures.TryDequeue(out var failure)) return Task.FromException<Receipt>(failure);
        lock (gate)
        {
            Sent.Add(outbound);
            if (awaited is { } goal && Sent.Count >= goal.Count) goal.Reached.TrySetResult();
        }
        return Task.FromResult(outbound.Effect switch
        {
            Effect.OpenPlace open => new Receipt([], new PlaceId("terminal", "thread-" + open.Name)),
            Effect.Show { To: Where.Dm } => new Receipt([$"m{Sent.Count}"], new PlaceId("terminal", "dm-ann")),
            _ => new Receipt(outbound.Replaces.Count > 0 ? outbound.Replaces : [$"m{Sent.Count}"], outbound.Place),
        });
    }
}
