using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Logging;
using NetflixPrep.Bot.Adapters.Sockets;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot.Adapters.Discord;

/// <summary>Opens and closes threads and direct messages.</summary>
internal sealed class DiscordPlaces(DiscordRest rest, TimeProvider time, ILogger logger)
{
    private static readonly DateTimeOffset Epoch = new(2015, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private const int Threads = 10; // channel types 10, 11 and 12 are threads

    private readonly ConcurrentDictionary<string, string> dms = new();
    private readonly ConcurrentDictionary<string, bool> isDm = new();
    private readonly ConcurrentDictionary<string, bool> closedDms = new();
    private readonly ConcurrentDictionary<string, ulong> permissions = new();
    private readonly ConcurrentDictionary<string, string> opened = new();
    private readonly ConcurrentDictionary<string, bool> doubtful = new();
    private readonly DateTimeOffset since = time.GetUtcNow();

    /// <summary>Takes note of where something came from.</summary>
    public void Saw(PlaceId place, string? guild, ulong? may = null)
    {
        if (isDm.Count > 10_000) isDm.Clear();
        isDm[place.Place] = guild is null;
        if (may is { } bits) permissions[place.Place] = bits;
        if (permissions.Count > 10_000) permissions.Clear();
    }

    public bool IsDm(PlaceId place) => isDm.TryGetValue(place.Place, out var known) && known;

    /// <summary>The person's direct messages.</summary>
    /// <exception cref="SendException">They take none from the bot.</exception>
    public async Task<PlaceId> DmAsync(PersonId person, CancellationToken ct)
    {
        if (closedDms.ContainsKey(person.User)) throw new SendException(SendFault.DmClosed, "This person takes no direct messages from the bot.");
        try
        {
            if (!dms.TryGetValue(person.User, out var known)) known = dms[person.User] = await rest.OpenDmAsync(person.User, ct);
            isDm[known] = true;
            return new(DiscordReader.Platform, known);
        }
        catch (DiscordException closed) when (closed.Code is DiscordCode.CannotSendToUser or DiscordCode.NoMutualGuilds)
        {
            DmClosed(person);
            throw DiscordFaults.Translate(closed);
        }
    }

    /// <summary>The person's messages are closed: not tried again until they write or press something.</summary>
    public void DmClosed(PersonId person) => closedDms[person.User] = true;

    public void DmOpen(PersonId person) => closedDms.TryRemove(person.User, out _);

    /// <summary>Opens the place wished for, or the next best. The sentence says what an organiser could mend, or is null.</summary>
    public async Task<(PlaceId Place, string? Mend)> OpenAsync(string key, Effect.OpenPlace wish, string? inReplyTo, CancellationToken ct)
    {
        if (opened.TryGetValue(key, out var before)) return (new(DiscordReader.Platform, before), null);
        string? mend = null;
        var again = !doubtful.TryAdd(key, true) || AskedBefore(inReplyTo);
        foreach (var openness in new[] { Openness.Public, Openness.Private }.Where(openness => openness >= wish.Openness))
        {
            if (IsDm(wish.Near)) break;
            try
            {
                var thread = await ThreadAsync(key, wish, openness, inReplyTo, again, ct);
                return (Done(key, thread), mend);
            }
            catch (DiscordException refused) when (refused.Status is 400 or 403 or 404 && refused.RetryAfter is null)
            {
                mend = Mend(openness, refused.Code);
                PlaceLog.ThreadRefused(logger, openness, refused.Code);
            }
        }
        var dm = await DmAsync(wish.People.Count > 0 ? wish.People[0] : throw new SendException(SendFault.PlaceGone, "No thread can be opened there, and nobody is named for direct messages."), ct);
        return (Done(key, dm.Place), mend);
    }

    /// <summary>Locks and archives; archives only where locking is not allowed.</summary>
    public async Task CloseAsync(PlaceId place, CancellationToken ct)
    {
        if (IsDm(place)) return;
        try
        {
            await rest.ChangeThreadAsync(place.Place, new() { Archived = true, Locked = true }, ct);
        }
        catch (DiscordException refused) when (refused.Code is DiscordCode.MissingPermissions or DiscordCode.MissingAccess)
        {
            await QuietlyAsync(() => rest.ChangeThreadAsync(place.Place, new() { Archived = true }, ct));
        }
        catch (DiscordException gone) when (gone.Status is 400 or 404)
        {
            PlaceLog.NotClosed(logger, gone.Code); // deleted already, or a direct message after a restart
        }
    }

    public Task ReopenAsync(PlaceId place, CancellationToken ct) => rest.ChangeThreadAsync(place.Place, new() { Archived = false }, ct);

    private PlaceId Done(string key, string place)
    {
        if (opened.Count > 10_000) opened.Clear();
        opened[key] = place;
        doubtful.TryRemove(key, out _);
        return new(DiscordReader.Platform, place);
    }

    private async Task<string> ThreadAsync(string key, Effect.OpenPlace wish, Openness openness, string? inReplyTo, bool again, CancellationToken ct)
    {
        var near = wish.Near.Place;
        Demand(near, openness);
        string thread;
        try
        {
            thread = await ThreadInAsync(near, key, wish, openness, inReplyTo, again, ct);
        }
        catch (DiscordException inside) when (inside.Code is DiscordCode.NotInDm or DiscordCode.NotInThisChannel)
        {
            // Asked for within a thread: its channel will do.
            var channel = await rest.GetChannelAsync(near, ct);
            if (channel.Int("type") is not (>= Threads and <= Threads + 2) || channel.Id("parent_id") is not { } parent) throw;
            thread = await ThreadInAsync(parent, key, wish, openness, inReplyTo, again, ct);
        }
        isDm[thread] = false;
        foreach (var person in wish.People) await QuietlyAsync(() => rest.AddToThreadAsync(thread, person.User, ct));
        return thread;
    }

    private async Task<string> ThreadInAsync(string channel, string key, Effect.OpenPlace wish, Openness openness, string? inReplyTo, bool again, CancellationToken ct)
    {
        var body = new ThreadBody(DiscordLimits.Cut(wish.Name is "" ? "Interview" : wish.Name, DiscordLimits.ThreadName)) { AutoArchiveDuration = DiscordLimits.LongestAutoArchive };
        if (openness == Openness.Public)
        {
            // The message has a nonce and the thread its id, so that doing it twice opens one thread.
            var anchor = await rest.CreateMessageAsync(channel, new() { Content = DiscordMarkup.Escape(body.Name), Flags = MessageFlag.SuppressEmbeds }, [], PartKey.Of(key, 0), ct);
            try
            {
                return await rest.CreateThreadFromMessageAsync(channel, anchor, body, ct);
            }
            catch (DiscordException refused) when (refused.Status is 400 or 403)
            {
                await QuietlyAsync(() => rest.DeleteMessageAsync(channel, anchor, ct)); // an announcement of nothing
                throw;
            }
        }
        // A private thread has no such sign: after a doubtful try it is looked for first.
        if (again && wish.People.Count > 0 && wish.People[0].Group is { } guild && await FindAsync(guild, channel, body.Name, inReplyTo, ct) is { } found) return found;
        return await rest.CreateThreadAsync(channel, body with { Type = 12, Invitable = false }, ct);
    }

    private async Task<string?> FindAsync(string guild, string channel, string name, string? inReplyTo, CancellationToken ct)
    {
        var after = ulong.TryParse(inReplyTo?.Split(':')[^1], out var asked) ? asked : Snowflake(time.GetUtcNow() - TimeSpan.FromHours(1));
        var threads = await rest.ListActiveThreadsAsync(guild, ct);
        return threads.List("threads")
            .Where(thread => thread.Id("parent_id") == channel && thread.Text("name") == name && ulong.TryParse(thread.Id("id"), out var id) && id > after)
            .Select(thread => thread.Id("id")!)
            .FirstOrDefault(id => !opened.Values.Contains(id));
    }

    /// <summary>Asked for before this process began: an earlier one may have opened it already.</summary>
    private bool AskedBefore(string? inReplyTo) => ulong.TryParse(inReplyTo?.Split(':')[^1], out var id) && id < Snowflake(since);

    private static ulong Snowflake(DateTimeOffset at) => (ulong)Math.Max(0, (at - Epoch).TotalMilliseconds) << 22;

    /// <summary>What Discord said about the bot's permissions saves a request that would be refused.</summary>
    private void Demand(string channel, Openness openness)
    {
        if (!permissions.TryGetValue(channel, out var may)) return;
        var needed = DiscordPermission.SendMessagesInThreads
            | (openness == Openness.Public ? DiscordPermission.CreatePublicThreads | DiscordPermission.SendMessages : DiscordPermission.CreatePrivateThreads);
        if ((may & needed) != needed) throw new DiscordException(403, DiscordCode.MissingPermissions, "The bot may not open such a thread here.");
    }

    private static string Mend(Openness openness, int code) => code == DiscordCode.TooManyThreads
        ? "This server has as many open threads as Discord allows; an organiser can archive some."
        : openness == Openness.Public
            ? "I may not open public threads in this channel. An organiser can mend that with *Send Messages*, *Create Public Threads* and *Send Messages in Threads*."
            : "I may not open private threads in this channel. An organiser can mend that with *Create Private Threads* and *Send Messages in Threads*.";

    private async Task QuietlyAsync(Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (DiscordException refused) when (refused.Status is 400 or 403 or 404)
        {
            PlaceLog.NotClosed(logger, refused.Code);
        }
    }
}

/// <summary>Idempotency keys of the parts of one message.</summary>
internal static class PartKey
{
    /// <summary>At most 25 characters, as Discord's nonce wants; different for each part.</summary>
    public static string Of(string key, int part)
    {
        if (part == 0 && key.Length <= DiscordLimits.Nonce) return key;
        var full = string.Create(CultureInfo.InvariantCulture, $"{key}.{part}");
        return full.Length <= DiscordLimits.Nonce ? full
            : Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(full)))[..DiscordLimits.Nonce];
    }
}

internal static partial class PlaceLog
{
    [LoggerMessage(EventId = 3401, Level = LogLevel.Warning, Message = "A {Openness} thread could not be opened (code {Code}); the next best is tried.")]
    public static partial void ThreadRefused(ILogger logger, Openness openness, int code);

    [LoggerMessage(EventId = 3402, Level = LogLevel.Information, Message = "A change to a thread was refused (code {Code}) and left out.")]
    public static partial void NotClosed(ILogger logger, int code);
}
