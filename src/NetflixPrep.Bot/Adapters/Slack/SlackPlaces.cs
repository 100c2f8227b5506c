using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot.Adapters.Slack;

/// <summary>Opens threads and direct messages, and remembers whose they are.</summary>
internal sealed class SlackPlaces(SlackApi api, PostLedger posts, ILogger logger)
{
    private const int Most = 10_000;

    private readonly ConcurrentDictionary<string, string> dms = new();
    private readonly ConcurrentDictionary<PlaceId, string> owners = new();
    private readonly ConcurrentDictionary<PlaceId, bool> closed = new();

    /// <summary>The person's direct messages.</summary>
    /// <exception cref="SlackException">They take none from the bot, or Slack cannot be reached.</exception>
    public async Task<SlackPlace> DmAsync(PersonId person, CancellationToken ct)
    {
        if (!dms.TryGetValue(person.User, out var known))
        {
            known = await api.OpenDmAsync(person.User, ct);
            if (dms.Count >= Most) dms.Clear();
            dms[person.User] = known;
        }
        return new(known, null);
    }

    /// <summary>Takes note of who acts in a place.</summary>
    public void Saw(PlaceId place, PersonId person)
    {
        if (owners.Count >= Most) owners.Clear();
        owners[place] = person.User;
    }

    public string? OwnerOf(PlaceId place) => owners.GetValueOrDefault(place);

    /// <summary>Opens the place wished for, or the next best. The sentence says what a person could mend, or is null.</summary>
    public async Task<(SlackPlace Place, string? Mend)> OpenAsync(string key, Effect.OpenPlace wish, CancellationToken ct)
    {
        var near = SlackPlace.Of(wish.Near);
        string? mend = null;
        if (wish.Openness == Openness.Public && !near.IsDm)
        {
            try
            {
                return (await ThreadAsync(near.Root, key, wish, ct), null);
            }
            catch (SlackException refused) when (SlackCode.IsPlaceGone(refused.Code) || refused.Code is "missing_scope")
            {
                mend = refused.Code == "missing_scope"
                    ? "I may not post in channels here, so it goes on in our direct messages."
                    : "I am not in that channel, so it goes on in our direct messages. To hold it there, invite me with /invite and start again.";
                PlaceLog.ThreadRefused(logger, refused.Code);
            }
        }
        if (wish.People.Count == 0) throw new SendException(SendFault.PlaceGone, "No thread can be opened there, and nobody is named for direct messages.");
        var dm = await DmAsync(wish.People[0], ct);
        if (wish.Openness != Openness.Dm) return (await ThreadAsync(dm, key, wish, ct), mend);
        Saw(dm.Id, wish.People[0]);
        return (dm, mend);
    }

    /// <summary>Slack cannot lock a thread: what is written there from now on is not taken as an answer.</summary>
    public void Close(PlaceId place)
    {
        if (SlackPlace.Of(place).Thread is null) return;
        if (closed.Count >= Most) closed.Clear(); // the streams know as well
        closed[place] = true;
    }

    public bool IsClosed(PlaceId place) => closed.ContainsKey(place);

    /// <summary>A link to a thread; null when Slack gives none.</summary>
    public async Task<string?> LinkAsync(SlackPlace place, CancellationToken ct)
    {
        try
        {
            return place.Thread is { } ts ? await api.PermalinkAsync(place.Channel, ts, ct) : null;
        }
        catch (SlackException)
        {
            return null;
        }
    }

    private async Task<SlackPlace> ThreadAsync(SlackPlace channel, string key, Effect.OpenPlace wish, CancellationToken ct)
    {
        var name = wish.Name is "" ? "Interview" : wish.Name;
        var anchor = new MessageBody(SlackText.Escape(name), [SlackRenderer.Header(name)]);
        var ts = await posts.PostAsync(channel, anchor, key, ct);
        var place = new SlackPlace(channel.Channel, ts);
        if (wish.People.Count > 0) Saw(place.Id, wish.People[0]);
        return place;
    }
}

internal static partial class PlaceLog
{
    [LoggerMessage(EventId = 4401, Level = LogLevel.Warning, Message = "A thread in a channel could not be opened ({Code}); the next best is tried.")]
    public static partial void ThreadRefused(ILogger logger, string code);
}
