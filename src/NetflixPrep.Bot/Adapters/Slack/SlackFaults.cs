using System.Globalization;

namespace NetflixPrep.Bot.Adapters.Slack;

/// <summary>What a failed call means for the effect that was to be carried out.</summary>
internal static class SlackFaults
{
    /// <param name="sent">The parts that did go out.</param>
    public static SendException Translate(SlackException failed, IReadOnlyList<string>? sent = null)
    {
        var (fault, wait) = failed.Outcome switch
        {
            SlackOutcome.RateLimited limited => (SendFault.Transient, (TimeSpan?)limited.RetryAfter),
            SlackOutcome.ApiError { Code: var code } when SlackCode.IsDmClosed(code) => (SendFault.DmClosed, null),
            SlackOutcome.ApiError { Code: var code } when SlackCode.IsPlaceGone(code) => (SendFault.PlaceGone, null),
            SlackOutcome.ApiError => (SendFault.Refused, null),
            _ => (SendFault.Transient, null),
        };
        return new(fault, failed.Message, failed) { RetryAfter = wait, Sent = sent ?? [], MayHaveArrived = failed is { Outcome: SlackOutcome.Ambiguous, Method.Repeat: Repeat.Unsafe } };
    }
}

/// <summary>Idempotency keys of the parts of one message.</summary>
internal static class SlackPartKey
{
    public static string Of(string key, int part) => part == 0 ? key : string.Create(CultureInfo.InvariantCulture, $"{key}.{part}");
}
