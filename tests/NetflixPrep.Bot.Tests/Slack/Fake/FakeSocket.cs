using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace NetflixPrep.Bot.Tests.Slack.Fake;

/// <summary>One Socket Mode connection, as the server sees it: it counts until the server notices that it is gone.</summary>
internal sealed class FakeSocket(int number, FakeSlack slack, WebSocket socket, FakeWire wire, Action drop)
{
    private readonly Channel<string?> leaving = Channel.CreateUnbounded<string?>();
    private readonly TaskCompletionSource over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<ITimer> timers = [];

    /// <summary>From 1, in the order they came.</summary>
    public int Number => number;

    /// <summary>Hello was sent: envelopes come here.</summary>
    public bool SaidHello { get; private set; }

    /// <summary>Still registered. A muted socket stays so: Slack routes envelopes into it.</summary>
    public bool IsOpen { get; private set; } = true;

    public bool IsMuted { get; private set; }

    /// <summary>The reason of the disconnect frame it was sent.</summary>
    public string? Told { get; private set; }

    /// <summary>The close code the bot sent; null when it did not close.</summary>
    public int? ClosedByBot { get; private set; }

    public int Acks { get; set; }

    public async Task RunAsync(bool tooMany)
    {
        var writer = WriteAsync();
        if (tooMany) Disconnect("too_many_websockets", TimeSpan.Zero);
        else if (slack.Sockets.HellosWithheld > 0) slack.Sockets.HellosWithheld--;
        else Hello();
        if (slack.Sockets.PingEvery > TimeSpan.Zero) After(slack.Sockets.PingEvery, slack.Sockets.PingEvery, () => _ = PingAsync());
        await ReadAsync();
        Leave();
        leaving.Writer.TryComplete();
        await writer;
        if (slack.Sockets.KeepsTcp) await over.Task;
        wire.Dispose();
    }

    /// <summary>Puts a frame on its way; what a muted socket is sent is lost.</summary>
    public void Send(JsonObject frame) => SendRaw(frame.ToJsonString());

    public void SendRaw(string frame) => leaving.Writer.TryWrite(frame);

    /// <param name="reason">warning, refresh_requested, link_disabled or too_many_websockets.</param>
    /// <param name="closesAfter">How long until the server closes; by default the grace of the rules.</param>
    public void Disconnect(string reason, TimeSpan? closesAfter = null)
    {
        Told = reason;
        Send(new() { ["type"] = "disconnect", ["reason"] = reason, ["debug_info"] = new JsonObject { ["host"] = "fake" } });
        var grace = closesAfter ?? (reason == "link_disabled" ? TimeSpan.Zero : slack.Sockets.Grace);
        if (grace == TimeSpan.Zero) Close();
        else After(grace, Timeout.InfiniteTimeSpan, Close);
    }

    /// <summary>The server sends a close frame after what is still on its way.</summary>
    public void Close() => leaving.Writer.TryWrite(null);

    /// <summary>The connection breaks without a close frame.</summary>
    public void Drop() => drop();

    /// <summary>Half-open: the server neither reads nor sends, the connection stands, and it still counts.</summary>
    public void Mute()
    {
        IsMuted = true;
        wire.Mute();
    }

    public Task PingAsync() => IsOpen ? Quietly(wire.PingAsync()) : Task.CompletedTask;

    /// <summary>The test is over.</summary>
    public void End()
    {
        over.TrySetResult();
        Leave();
        drop();
    }

    private void Hello()
    {
        SaidHello = true;
        Send(new()
        {
            ["type"] = "hello",
            ["num_connections"] = slack.OpenSockets,
            ["connection_info"] = new JsonObject { ["app_id"] = FakeSlack.AppId },
            ["debug_info"] = new JsonObject { ["host"] = "fake", ["started"] = "2026-01-01 00:00:00.000", ["build_number"] = 1, ["approximate_connection_time"] = slack.Sockets.ApproximateConnectionTime },
        });
    }

    private void Leave()
    {
        IsOpen = false;
        foreach (var timer in timers) timer.Dispose();
        slack.Signal();
    }

    private void After(TimeSpan due, TimeSpan period, Action act) => timers.Add(slack.Time.CreateTimer(_ => act(), null, due, period));

    private async Task ReadAsync()
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (true)
            {
                using var whole = new MemoryStream();
                ValueWebSocketReceiveResult read;
                do
                {
                    read = await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
                    whole.Write(buffer, 0, read.Count);
                }
                while (!read.EndOfMessage);
                if (read.MessageType == WebSocketMessageType.Close)
                {
                    if (Told is null || socket.State == WebSocketState.CloseReceived) ClosedByBot = (int?)socket.CloseStatus;
                    Close();
                    return;
                }
                Take(Encoding.UTF8.GetString(whole.ToArray()));
            }
        }
        catch (Exception broken) when (broken is WebSocketException or IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The bot has gone without a close frame.
        }
    }

    private void Take(string text)
    {
        try
        {
            slack.Acknowledge(this, JsonNode.Parse(text)!.AsObject());
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            slack.Violate($"a frame that is no JSON object: {text}");
        }
        slack.Signal();
    }

    private async Task WriteAsync()
    {
        await foreach (var frame in leaving.Reader.ReadAllAsync())
        {
            if (IsMuted) continue;
            if (frame is not null) await Quietly(socket.SendAsync(Encoding.UTF8.GetBytes(frame), WebSocketMessageType.Text, true, CancellationToken.None));
            else if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived) await Quietly(socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None));
        }
    }

    /// <summary>A bot that has gone is found out by the reader.</summary>
    private static async Task Quietly(Task sending)
    {
        try
        {
            await sending;
        }
        catch (Exception broken) when (broken is WebSocketException or IOException or ObjectDisposedException or InvalidOperationException)
        {
            return;
        }
    }
}
