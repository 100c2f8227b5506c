using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using NetflixPrep.Bot.Adapters.Sockets;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot.Adapters.Slack;

/// <summary>Names, time zones and who manages the workspace, from people's profiles, kept for an hour.</summary>
internal sealed class SlackPeople(SlackApi api, TimeProvider time, ILogger logger)
{
    private const int Most = 5000;
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(1);
    private static readonly TimeSpan FreshFailure = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, (Profile Profile, long Stamp)> known = new();

    /// <summary>What rendering this message for this reader needs to know; asks Slack only for what the message shows.</summary>
    /// <param name="reader">Whose zone counts for times that Slack does not show itself; null when nobody's in particular.</param>
    public async Task<RenderContext> ContextAsync(SlackCommands commands, Message message, IReadOnlySet<string> notify, string? reader, CancellationToken ct)
    {
        var names = new Dictionary<string, string>();
        foreach (var person in SlackRenderer.People(message))
            if (!notify.Contains(person.User) && (await AskAsync(person.User, ct)).Name is { } name) names[person.User] = name;
        var zone = reader is not null && SlackRenderer.HasTimes(message) ? (await AskAsync(reader, ct)).Zone : null;
        return new(commands) { Names = names, Notify = notify, Zone = zone };
    }

    /// <summary>An administrator or owner of the workspace; false also when Slack does not say.</summary>
    public async Task<bool> IsAdminAsync(string user, CancellationToken ct) => (await AskAsync(user, ct)).IsAdmin;

    private async Task<Profile> AskAsync(string user, CancellationToken ct)
    {
        if (known.TryGetValue(user, out var there) && time.GetElapsedTime(there.Stamp) < (there.Profile.IsKnown ? Fresh : FreshFailure)) return there.Profile;
        var profile = await FetchAsync(user, ct);
        if (known.Count >= Most) known.Clear();
        known[user] = (profile, time.GetTimestamp());
        return profile;
    }

    private async Task<Profile> FetchAsync(string user, CancellationToken ct)
    {
        try
        {
            var json = await api.UserAsync(user, ct);
            var name = new[] { json.Get("profile")?.Text("display_name"), json.Text("real_name"), json.Text("name") }.FirstOrDefault(one => !string.IsNullOrWhiteSpace(one));
            return new(name, json.Text("tz") is { } id && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : null, json.Flag("is_admin") || json.Flag("is_owner"), IsKnown: true);
        }
        catch (SlackException failed)
        {
            // A name and a zone are niceties: their absence must not hold a message up.
            PeopleLog.Unknown(logger, failed.Message);
            return new(null, null, IsAdmin: false, IsKnown: false);
        }
    }

    private sealed record Profile(string? Name, TimeZoneInfo? Zone, bool IsAdmin, bool IsKnown);
}

internal static partial class PeopleLog
{
    [LoggerMessage(EventId = 4302, Level = LogLevel.Information, Message = "A profile could not be read: {Why}.")]
    public static partial void Unknown(ILogger logger, string why);
}
