using System.Collections.Concurrent;
using System.Threading.Channels;
using NetflixPrep.Bot.Adapters;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Benchmarks;

/// <summary>A platform that takes every send at once and shows it to nobody. It remembers only the Begin buttons nobody has pressed yet.</summary>
internal sealed class SilentPlatform : IChatAdapter
{
    private readonly Channel<Delivery> heard = Channel.CreateBounded<Delivery>(new BoundedChannelOptions(1024) { SingleReader = true });
    private readonly ConcurrentDictionary<PlaceId, TaskCompletionSource<string>> beginnings = new();
    private long messages;

    public string Platform => "silent";

    /// <summary>Done when it is kept, or was not.</summary>
    public async Task<Settlement> HearAsync(Inbound inbound, CancellationToken ct)
    {
        var settled = new TaskCompletionSource<Settlement>(TaskCreationOptions.RunContinuationsAsynchronously);
        await heard.Writer.WriteAsync(new(inbound, settlement =>
        {
            settled.SetResult(settlement);
            return ValueTask.CompletedTask;
        }), ct);
        return await settled.Task.WaitAsync(ct);
    }

    /// <summary>The token of the Begin button in this thread, once it was shown.</summary>
    public async Task<string> BeginOfAsync(PlaceId thread, CancellationToken ct)
    {
        var token = await Beginning(thread).Task.WaitAsync(ct);
        beginnings.TryRemove(thread, out _);
        return token;
    }

    public PlaceId ThreadOf(PersonId person) => new(Platform, $"thread-{person.User}");

    public IAsyncEnumerable<Delivery> ReceiveAsync(CancellationToken ct) => heard.Reader.ReadAllAsync(ct);

    public Task<Receipt> SendAsync(Outbound outbound, CancellationToken ct) => Task.FromResult(outbound.Effect switch
    {
        Effect.OpenPlace { People: [var first, ..] } => new Receipt([], ThreadOf(first)),
        Effect.Show show => new Receipt([Shown(show, outbound)], outbound.Place),
        _ => new Receipt([], outbound.Place),
    });

    private string Shown(Effect.Show show, Outbound outbound)
    {
        foreach (var control in show.Message.Controls)
            if (control is Control.Button { Label: "Begin" } begin && outbound.Place is { } thread) Beginning(thread).TrySetResult(begin.Token);
        return outbound.Replaces is [var before, ..] ? before : $"m{Interlocked.Increment(ref messages)}";
    }

    private TaskCompletionSource<string> Beginning(PlaceId thread) =>
        beginnings.GetOrAdd(thread, static _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
}
