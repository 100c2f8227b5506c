using System.Text.Json.Nodes;

namespace NetflixPrep.Bot.Tests.Slack.Fake;

/// <summary>Something Slack wants the bot to know, through all its deliveries.</summary>
/// <param name="type">events_api, slash_commands or interactive.</param>
internal sealed class FakeEnvelope(string type, JsonObject payload, DateTimeOffset at)
{
    public string Type => type;

    public JsonObject Payload => payload;

    public DateTimeOffset At => at;

    public bool IsEvent => type == "events_api";

    /// <summary>Block actions take no answer, slash commands and forms do.</summary>
    public bool TakesAnswer => type == "slash_commands" || (string?)payload["type"] is "view_submission" or "block_suggestion";

    /// <summary>Each delivery has an id of its own.</summary>
    public List<FakeDelivery> Deliveries { get; } = [];

    public bool Acked => AckedAt is not null;

    public DateTimeOffset? AckedAt { get; set; }

    /// <summary>What came with the acknowledgement.</summary>
    public JsonObject? Answer { get; set; }

    /// <summary>Nobody was there or nobody answered, and it does not come again: the person sees an error.</summary>
    public bool Lost { get; set; }

    public override string ToString() => $"{type} {payload["type"]} {payload["event"]?["type"]} {payload["command"]} in {Deliveries.Count} deliveries{(Acked ? ", acknowledged" : "")}{(Lost ? ", lost" : "")}";
}

/// <summary>One delivery of an envelope to one socket.</summary>
internal sealed class FakeDelivery(string id, FakeEnvelope envelope, FakeSocket? socket, int attempt, DateTimeOffset at)
{
    public string Id => id;

    public FakeEnvelope Envelope => envelope;

    /// <summary>Null: no socket was open.</summary>
    public FakeSocket? Socket => socket;

    public int Attempt => attempt;

    public DateTimeOffset At => at;

    /// <summary>How often the frame was sent.</summary>
    public int Copies { get; set; } = 1;

    public int Acks { get; set; }

    public bool TimedOut { get; set; }
}

/// <summary>A call as it came, and what was answered.</summary>
/// <param name="Method">A Web API name, or what <see cref="FakeFault"/> calls the others.</param>
/// <param name="Error">Slack's word when ok was false.</param>
internal sealed record FakeCall(string Method, JsonObject Args, string ContentType, int Status, string? Error, JsonObject? Answer, DateTimeOffset At);
