using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using NetflixPrep.Bot.Adapters.Sockets;

namespace NetflixPrep.Bot.Adapters.Slack;

/// <summary>
/// Knows which outbox keys were posted in a place, so that none is posted twice. Slack takes no idempotency key: what an
/// earlier process posted, and what came of a doubtful answer, is read from the messages' metadata.
/// </summary>
internal sealed class PostLedger(SlackApi api, ILogger logger)
{
    private const int MostPlaces = 5000;
    private const int MostKeys = 500;
    private const int MostPages = 20;

    private readonly ConcurrentDictionary<SlackPlace, Page> pages = new();

    /// <summary>A thread that this process opened: nothing of before stands in it.</summary>
    public void Fresh(SlackPlace place) => Of(place).IsRead = true;

    /// <summary>Posts unless the key was posted already; the message's ts either way.</summary>
    /// <exception cref="SlackException">Refused; or in doubt, and the next call with the key looks first.</exception>
    public async Task<string> PostAsync(SlackPlace place, MessageBody body, string key, CancellationToken ct)
    {
        var page = Of(place);
        await page.Turn.WaitAsync(ct);
        try
        {
            if (!page.IsRead) await ReadAsync(place, page, ct);
            if (page.Keys.TryGetValue(key, out var known)) return known;
            var ts = await api.PostAsync(place.Channel, place.Thread, body, key, ct);
            if (page.Keys.Count >= MostKeys) page.Keys.Clear(); // long sent and marked
            return page.Keys[key] = ts;
        }
        catch (Exception doubt) when (doubt is OperationCanceledException or SlackException { Outcome: SlackOutcome.Ambiguous })
        {
            page.IsRead = false;
            throw;
        }
        finally
        {
            page.Turn.Release();
        }
    }

    private async Task ReadAsync(SlackPlace place, Page page, CancellationToken ct)
    {
        try
        {
            string? cursor = null;
            // A thread is listed from its beginning, so all of it is read; of a channel the newest will do.
            for (var number = 0; number < (place.Thread is null ? 1 : MostPages); number++)
            {
                var answer = await api.ReadAsync(place.Channel, place.Thread, null, cursor, ct);
                foreach (var message in answer.List("messages"))
                    if (SlackApi.KeyOf(message) is { } key && message.Text("ts") is { } ts) page.Keys[key] = ts;
                cursor = answer.Get("response_metadata")?.Text("next_cursor") is { Length: > 0 } next ? next : null;
                if (cursor is null) break;
            }
        }
        catch (SlackException refused) when (refused.Outcome is SlackOutcome.ApiError)
        {
            // Without the right to read there is nothing to look up; posting says what else is wrong.
            LedgerLog.Unread(logger, refused.Code);
        }
        page.IsRead = true;
    }

    private Page Of(SlackPlace place)
    {
        if (pages.Count >= MostPlaces) pages.Clear(); // read again where they are needed
        return pages.GetOrAdd(place, static _ => new());
    }

    private sealed class Page
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);

        public Dictionary<string, string> Keys { get; } = [];

        public volatile bool IsRead;
    }
}

internal static partial class LedgerLog
{
    [LoggerMessage(EventId = 4301, Level = LogLevel.Information, Message = "What was posted before could not be looked up ({Code}).")]
    public static partial void Unread(ILogger logger, string code);
}
