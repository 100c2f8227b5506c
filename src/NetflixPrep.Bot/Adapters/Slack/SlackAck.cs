using System.Text.Json;

namespace NetflixPrep.Bot.Adapters.Slack;

/// <summary>The one acknowledgement of an envelope or request, with or without something in it. Later ones are left out.</summary>
/// <param name="send">Sends it where it came from: a message, errors of a form, or nothing.</param>
internal sealed class SlackAck(Func<ResponseBody?, FormErrors?, bool> send)
{
    private int done;

    public bool IsDone => Volatile.Read(ref done) != 0;

    public bool Empty() => Once() && send(null, null);

    /// <summary>Answers a slash command; only the person sees it.</summary>
    public bool With(MessageBody message) => Once() && send(new() { ResponseType = "ephemeral", Text = message.Text, Blocks = message.SentBlocks }, null);

    /// <summary>Keeps a form open and says what to mend, by block.</summary>
    public bool With(IReadOnlyDictionary<string, string> errors) => Once() && send(null, new("errors", errors));

    /// <summary>For an envelope of Socket Mode.</summary>
    public static SlackAck ForEnvelope(SlackEnvelope envelope, Func<byte[], bool> send) => new((message, errors) => send(errors is not null
        ? JsonSerializer.SerializeToUtf8Bytes(new Acknowledgement<FormErrors>(envelope.Id, errors), SlackJson.Default.AckWithErrors)
        : JsonSerializer.SerializeToUtf8Bytes(new Acknowledgement<ResponseBody>(envelope.Id, envelope.TakesPayload ? message : null), SlackJson.Default.AckWithMessage)));

    private bool Once() => Interlocked.Exchange(ref done, 1) == 0;
}
