using System.Buffers;
using System.Text.Json;

namespace NetflixPrep.Bot.Adapters.Discord;

/// <summary>The three payloads a bot sends to the gateway.</summary>
internal static class GatewayPayload
{
    /// <summary>A larger payload would close the connection (Discord docs, Sending Events).</summary>
    public const int MaxBytes = 4096;

    public static byte[] Write(GatewayOrder order, string token) => order switch
    {
        GatewayOrder.Heartbeat beat => Json(GatewayOp.Heartbeat, json =>
        {
            if (beat.Seq is { } seq) json.WriteNumber("d", seq);
            else json.WriteNull("d");
        }),
        GatewayOrder.Identify identify => Json(GatewayOp.Identify, json =>
        {
            json.WriteStartObject("d");
            json.WriteString("token", token);
            json.WriteNumber("intents", (int)identify.Intents);
            json.WriteStartObject("properties");
            json.WriteString("os", OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "macos" : "linux");
            json.WriteString("browser", "netflixprep-bot");
            json.WriteString("device", "netflixprep-bot");
            json.WriteEndObject();
            json.WriteEndObject();
        }),
        GatewayOrder.Resume resume => Json(GatewayOp.Resume, json =>
        {
            json.WriteStartObject("d");
            json.WriteString("token", token);
            json.WriteString("session_id", resume.Session.SessionId);
            json.WriteNumber("seq", resume.Session.Seq);
            json.WriteEndObject();
        }),
        _ => throw new ArgumentException($"{order.GetType().Name} is no payload.", nameof(order)),
    };

    private static byte[] Json(int op, Action<Utf8JsonWriter> data)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("op", op);
            data(json);
            json.WriteEndObject();
        }
        return buffer.WrittenCount <= MaxBytes
            ? buffer.WrittenSpan.ToArray()
            : throw new InvalidOperationException($"A gateway payload of {buffer.WrittenCount} bytes is over the {MaxBytes} that Discord takes.");
    }
}
