using System.Text.Json;
using NetflixPrep.Bot.Adapters.Sockets;

namespace NetflixPrep.Bot.Adapters.Slack;

/// <summary>An envelope as it came, with or without a type that is known.</summary>
internal sealed record SlackEnvelope(string Id, string Type, JsonElement Payload, bool TakesPayload);

/// <summary>What came through a socket. Read tolerantly: what is missing is null.</summary>
internal abstract record SocketModeFrame
{
    private SocketModeFrame() { }

    public sealed record Hello(int? Counted) : SocketModeFrame;

    public sealed record Disconnect(string Reason) : SocketModeFrame;

    public sealed record Envelope(SlackEnvelope Content) : SocketModeFrame;

    /// <summary>Nothing that can be answered.</summary>
    public sealed record Unknown(string? Type) : SocketModeFrame;

    public static SocketModeFrame Read(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8);
            var root = document.RootElement;
            var type = root.Text("type");
            // Whatever has an envelope's id is acknowledged, also what is not understood: else it would come for ever.
            if (root.Id("envelope_id") is { } id) return new Envelope(new(id, type ?? "", root.Get("payload")?.Clone() ?? default, root.Flag("accepts_response_payload")));
            return type switch
            {
                "hello" => new Hello((int?)root.Int("num_connections")),
                "disconnect" => new Disconnect(root.Text("reason") ?? ""),
                _ => new Unknown(type),
            };
        }
        catch (JsonException)
        {
            return new Unknown(null);
        }
    }
}
