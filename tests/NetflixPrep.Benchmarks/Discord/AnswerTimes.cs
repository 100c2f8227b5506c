using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json.Nodes;
using NetflixPrep.Bot.Tests.Discord.Fake;

namespace NetflixPrep.Benchmarks.Discord;

/// <summary>Stops the time from the moment a message's frame is written to the arrival of the request that follows from it.</summary>
internal sealed class AnswerTimes
{
    private readonly ConcurrentDictionary<string, long> answers = new(); // by message
    private readonly ConcurrentDictionary<string, long> dones = new(); // by thread
    private readonly ConcurrentQueue<TimeSpan> ticked = new();
    private readonly ConcurrentQueue<TimeSpan> followed = new();
    private readonly TaskCompletionSource all = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly int expected;
    private int done;

    public AnswerTimes(FakeDiscord fake, int expected)
    {
        this.expected = expected;
        fake.FrameLeaves = Left;
        fake.RequestCame = Came;
    }

    /// <summary>From the frame to the tick's request, sorted.</summary>
    public TimeSpan[] Ticks => [.. ticked.Order()];

    /// <summary>From the frame of "done" to the request with what comes next, sorted.</summary>
    public TimeSpan[] FollowUps => [.. followed.Order()];

    /// <summary>How many messages nothing came of.</summary>
    public int Lost => expected - Volatile.Read(ref done);

    /// <summary>Returns when something came of every message, or nothing more will.</summary>
    public async Task CompleteAsync(CancellationToken ct) => await Task.WhenAny(all.Task, Task.Delay(TimeSpan.FromSeconds(60), ct));

    private void Left(JsonObject frame)
    {
        if ((string?)frame["t"] != "MESSAGE_CREATE") return;
        var message = frame["d"]!;
        if ((string?)message["content"] == "done") dones[(string)message["channel_id"]!] = Stopwatch.GetTimestamp();
        else answers[(string)message["id"]!] = Stopwatch.GetTimestamp();
    }

    private void Came(long arrived, string method, string path, JsonNode? body)
    {
        switch (method, path.Split('/'))
        {
            case ("PUT", ["channels", _, "messages", var message, "reactions", ..]) when answers.TryRemove(message, out var left):
                Stop(ticked, left, arrived);
                break;
            // Facts and nudges are posted too, because of an answer; this one is because of the part that ended.
            case ("POST", ["channels", var thread, "messages"]) when body is not null && EndsPart((string?)body["content"]) && dones.TryRemove(thread, out var left):
                Stop(followed, left, arrived);
                break;
        }
    }

    private static bool EndsPart(string? text) =>
        text is not null && (text.Contains("Follow-up", StringComparison.Ordinal) || text.Contains("Your questions for us", StringComparison.Ordinal));

    private void Stop(ConcurrentQueue<TimeSpan> times, long left, long arrived)
    {
        times.Enqueue(Stopwatch.GetElapsedTime(left, arrived));
        if (Interlocked.Increment(ref done) == expected) all.SetResult();
    }
}
