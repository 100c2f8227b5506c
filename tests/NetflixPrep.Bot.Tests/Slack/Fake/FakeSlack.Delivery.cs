using System.Text.Json.Nodes;

namespace NetflixPrep.Bot.Tests.Slack.Fake;

/// <summary>How envelopes reach the bot: one socket each, three seconds, and events again.</summary>
internal sealed partial class FakeSlack
{
    public static readonly TimeSpan AckWithin = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan[] Retries = [TimeSpan.Zero, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5)];

    private readonly HashSet<string> tickets = [];
    private readonly Dictionary<string, FakeDelivery> deliveries = [];
    private readonly HashSet<ITimer> timers = [];
    private bool ended;

    /// <summary>What a bot sends on its socket.</summary>
    public void Acknowledge(FakeSocket socket, JsonObject frame)
    {
        lock (gate)
        {
            if ((string?)frame["envelope_id"] is not { } id || !deliveries.TryGetValue(id, out var delivery))
            {
                Violate($"an acknowledgement of nothing: {frame.ToJsonString()}");
                return;
            }
            foreach (var (name, _) in frame)
            {
                if (name is not ("envelope_id" or "payload")) Violate($"an acknowledgement with {name}");
            }
            if (delivery.Socket != socket)
            {
                Violate($"an acknowledgement on socket {socket.Number} of what socket {delivery.Socket?.Number} got");
                return;
            }
            socket.Acks++;
            if (++delivery.Acks > delivery.Copies) Violate($"a second acknowledgement of {delivery.Envelope}");
            if (delivery.TimedOut)
            {
                if (Sockets.ChecksAcks) Violate($"an acknowledgement after three seconds of {delivery.Envelope}");
                return;
            }
            if (Sockets.LosesAcks > 0)
            {
                Sockets.LosesAcks--;
                delivery.TimedOut = true;
                if (delivery.Envelope.IsEvent) After(AckWithin, () => Fail(delivery));
                else delivery.Envelope.Lost = true;
                return;
            }
            if (delivery.Envelope.Acked) return;
            delivery.Envelope.AckedAt = Time.GetUtcNow();
            if (frame["payload"] is JsonObject { Count: > 0 } answer) TakeAnswer(delivery.Envelope, answer);
            else Unanswered(delivery.Envelope);
        }
    }

    /// <summary>Brings something to the bot, whether or not it is there.</summary>
    public FakeEnvelope Raise(string type, JsonObject payload)
    {
        var envelope = new FakeEnvelope(type, payload, Time.GetUtcNow());
        lock (gate)
        {
            Envelopes.Add(envelope);
            Deliver(envelope, 0);
        }
        Signal();
        return envelope;
    }

    private async Task<FakeEnvelope> RaiseAsync(string type, JsonObject payload)
    {
        if (!BotIsAway) await LiveAsync();
        return Raise(type, payload);
    }

    /// <summary>Wraps an event as Slack does and brings it to the bot.</summary>
    private FakeEnvelope RaiseEvent(JsonObject said) => Raise("events_api", new()
    {
        ["token"] = "old-token-nobody-checks",
        ["team_id"] = TeamId,
        ["context_team_id"] = TeamId,
        ["context_enterprise_id"] = null,
        ["api_app_id"] = AppId,
        ["event"] = said,
        ["type"] = "event_callback",
        ["event_id"] = NewKey("Ev"),
        ["event_time"] = Time.GetUtcNow().ToUnixTimeSeconds(),
        ["authorizations"] = new JsonArray(new JsonObject { ["enterprise_id"] = null, ["team_id"] = TeamId, ["user_id"] = BotUser, ["is_bot"] = true, ["is_enterprise_install"] = false }),
        ["is_ext_shared_channel"] = false,
        ["event_context"] = NewKey("ctx"),
    });

    private void Deliver(FakeEnvelope envelope, int attempt)
    {
        var open = Connections.Where(socket => socket is { IsOpen: true, SaidHello: true }).ToList();
        var socket = open.Count == 0 ? null : open[random.Next(open.Count)];
        var delivery = new FakeDelivery(NewKey("env"), envelope, socket, attempt, Time.GetUtcNow());
        deliveries[delivery.Id] = delivery;
        envelope.Deliveries.Add(delivery);
        if (socket is null)
        {
            Fail(delivery);
            return;
        }
        var frame = new JsonObject { ["envelope_id"] = delivery.Id, ["type"] = envelope.Type, ["accepts_response_payload"] = envelope.TakesAnswer, ["payload"] = envelope.Payload.DeepClone() };
        if (envelope.IsEvent) (frame["retry_attempt"], frame["retry_reason"]) = (attempt, attempt == 0 ? "" : "timeout");
        if (Sockets.Doubles > 0)
        {
            Sockets.Doubles--;
            delivery.Copies++;
            socket.Send((JsonObject)frame.DeepClone());
        }
        socket.Send(frame);
        After(AckWithin, () => Overdue(delivery));
    }

    private void Overdue(FakeDelivery delivery)
    {
        if (delivery.TimedOut || delivery.Envelope.Acked || delivery.Acks > 0) return;
        delivery.TimedOut = true;
        if (Sockets.ChecksAcks && delivery.Socket is { IsOpen: true, IsMuted: false }) Violate($"no acknowledgement within three seconds of {delivery.Envelope}");
        Fail(delivery);
    }

    private void Fail(FakeDelivery delivery)
    {
        var envelope = delivery.Envelope;
        if (!envelope.IsEvent || delivery.Attempt == Retries.Length)
        {
            envelope.Lost = true;
            if (!envelope.IsEvent) Unheard(envelope);
        }
        else if (Retries[delivery.Attempt] == TimeSpan.Zero)
        {
            Deliver(envelope, delivery.Attempt + 1);
        }
        else
        {
            After(Retries[delivery.Attempt], () => Deliver(envelope, delivery.Attempt + 1));
        }
    }

    /// <summary>Something happens later on the fake's clock, under its lock.</summary>
    private void After(TimeSpan due, Action act)
    {
        ITimer? timer = null;
        timer = Time.CreateTimer(_ =>
        {
            lock (gate)
            {
                if (ended) return;
                if (timer is not null) timers.Remove(timer);
                act();
            }
            Signal();
        }, null, due, Timeout.InfiniteTimeSpan);
        timers.Add(timer);
    }

    private void ForgetTimers()
    {
        lock (gate)
        {
            ended = true;
            foreach (var timer in timers) timer.Dispose();
            timers.Clear();
        }
    }
}
