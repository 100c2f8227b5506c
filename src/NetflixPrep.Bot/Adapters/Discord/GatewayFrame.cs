using System.Text.Json;

using NetflixPrep.Bot.Adapters.Sockets;

namespace NetflixPrep.Bot.Adapters.Discord;

/// <summary>One frame of the gateway: op code, sequence number, event name, data. Read tolerantly: what is missing is null.</summary>
internal sealed record GatewayFrame(int Op, long? Seq, string? Type, JsonElement Data)
{
    /// <summary>Null when the text is no JSON object with an op code.</summary>
    public static GatewayFrame? Read(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || root.Int("op") is not { } op) return null;
            var data = root.TryGetProperty("d", out var d) ? d.Clone() : default;
            return new((int)op, root.Int("s"), root.Text("t"), data);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>Op codes of the gateway.</summary>
internal static class GatewayOp
{
    public const int Dispatch = 0;
    public const int Heartbeat = 1;
    public const int Identify = 2;
    public const int Resume = 6;
    public const int Reconnect = 7;
    public const int InvalidSession = 9;
    public const int Hello = 10;
    public const int HeartbeatAck = 11;
}
