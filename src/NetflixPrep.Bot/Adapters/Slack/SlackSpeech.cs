using Microsoft.Extensions.Logging;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot.Adapters.Slack;

/// <summary>What the adapter itself says, past the outbox: look-ups, and that something was not kept.</summary>
internal sealed class SlackSpeech(SlackApi api, SlackDesk desk, SlackPeople people, SlackCommands commands, ILogger logger)
{
    private static readonly HashSet<string> Nobody = [];

    public async Task<IReadOnlyList<MessageBody>> RenderAsync(Message message, PersonId reader, CancellationToken ct) =>
        SlackRenderer.Render(message, await people.ContextAsync(commands, message, Nobody, reader.User, ct));

    public Task WhisperAsync(SlackInteraction to, Prose text, CancellationToken ct) => WhisperAsync(to, new Message(text), ct);

    /// <summary>A line for one person: in the thread they acted in, which a response URL cannot reach from a shortcut.</summary>
    public async Task WhisperAsync(SlackInteraction to, Message message, CancellationToken ct)
    {
        var bodies = await RenderAsync(message, to.Person, ct);
        var stand = to.Kind == SlackKind.Shortcut ? 0 : await desk.AnswerAsync(to.DeliveryId, bodies, ct);
        foreach (var body in bodies.Skip(stand)) await PostAsync(to.Person, to.Place, body, ct);
    }

    /// <summary>Said directly, to the person who wrote.</summary>
    public Task SayAsync(Origin to, string sentence, CancellationToken ct) => PostAsync(to.Person, to.Place, MessageBody.Of(sentence), ct);

    private async Task PostAsync(PersonId person, PlaceId? where, MessageBody body, CancellationToken ct)
    {
        try
        {
            var place = where is { } known ? SlackPlace.Of(known) : new(await api.OpenDmAsync(person.User, ct), null);
            await api.PostEphemeralAsync(place.Channel, place.Thread, person.User, body, ct);
        }
        catch (SlackException failed)
        {
            RouterLog.Unsaid(logger, failed);
        }
    }
}
