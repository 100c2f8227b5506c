using System.Text.Json;
using Microsoft.Extensions.Logging;
using NetflixPrep.Bot.Adapters.Sockets;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot.Adapters.Slack;

/// <summary>Reads what was said in open sessions while the bot heard nothing. Slack delivers some of it again by itself; what comes twice is known by its delivery id.</summary>
internal sealed class SlackCatchUp(SlackWiring wiring, SlackApi api, EnvelopeRouter router, SlackIdentity self, TimeProvider time, ILogger logger)
{
    private const int MostPages = 20;

    public async Task RunAsync(CancellationToken ct)
    {
        foreach (var conversation in await wiring.OpenConversations(ct))
        {
            if (conversation.Place.Platform != SlackReader.Platform) continue;
            try
            {
                await ReadAsync(SlackPlace.Of(conversation.Place), conversation.LastMessageId, ct);
            }
            catch (SlackException gone) when (SlackCode.IsPlaceGone(gone.Code))
            {
                var lost = new Origin($"gone:{conversation.Place.Place}", PersonId.Bot with { Group = conversation.Group }, conversation.Place, time.GetUtcNow());
                await router.TakeAsync(new SlackReading.Said(new Inbound.PlaceGone(lost, "the place is gone or closed to the bot")), Unacknowledged(), ct);
            }
            catch (SlackException failed)
            {
                RouterLog.NoCatchUp(logger, failed.Message);
            }
        }
    }

    private async Task ReadAsync(SlackPlace place, string? after, CancellationToken ct)
    {
        // A thread can be read from its beginning; of direct messages the last one must be known.
        if (place.Thread is null && after is null) return;
        var missed = new List<JsonElement>();
        string? cursor = null;
        for (var page = 0; page < MostPages; page++)
        {
            var answer = await api.ReadAsync(place.Channel, place.Thread, after, cursor, ct);
            missed.AddRange(answer.List("messages"));
            cursor = answer.Get("response_metadata")?.Text("next_cursor") is { Length: > 0 } next ? next : null;
            if (cursor is null) break;
        }
        foreach (var message in missed.Where(message => message.Text("ts") is not null).OrderBy(message => message.Text("ts"), StringComparer.Ordinal))
            foreach (var reading in SlackReader.ReadListed(message, place.Channel, self.Team, self, time.GetUtcNow()))
                await router.TakeAsync(reading, Unacknowledged(), ct);
    }

    private static EventReceipt Unacknowledged() => new(() => { });
}
