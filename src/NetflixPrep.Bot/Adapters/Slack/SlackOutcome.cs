using System.Text.Json;

namespace NetflixPrep.Bot.Adapters.Slack;

/// <summary>What became of a call.</summary>
internal abstract record SlackOutcome
{
    private SlackOutcome() { }

    /// <param name="Scopes">What the token may do, as the answer's header says; empty when it does not.</param>
    public sealed record Ok(JsonElement Answer, IReadOnlyList<string> Scopes) : SlackOutcome;

    /// <summary>Slack understood and refused.</summary>
    /// <param name="Detail">Slack's own remarks, such as the scope that is missing; never content.</param>
    public sealed record ApiError(string Code, string? Detail) : SlackOutcome;

    public sealed record RateLimited(TimeSpan RetryAfter) : SlackOutcome;

    /// <summary>It may have been done: no answer came, or one that says so.</summary>
    public sealed record Ambiguous(string Why) : SlackOutcome;

    /// <summary>It was not done and may be tried again.</summary>
    public sealed record Transient(string Why) : SlackOutcome;

    /// <summary>The token will not do; trying again cannot help.</summary>
    /// <param name="Sentence">What a person has to mend.</param>
    public sealed record Fatal(string Code, string Sentence) : SlackOutcome;

    /// <summary>A newer call for the same thing took its place before it went.</summary>
    public sealed record Superseded : SlackOutcome;
}

/// <summary>Slack did not do what was asked. The message names method and code, never tokens or content.</summary>
internal sealed class SlackException(SlackMethod method, SlackOutcome outcome) : Exception($"{method}: {Describe(outcome)}")
{
    public SlackMethod Method => method;

    public SlackOutcome Outcome => outcome;

    /// <summary>Slack's error code; empty for every other outcome.</summary>
    public string Code => outcome switch { SlackOutcome.ApiError refused => refused.Code, SlackOutcome.Fatal fatal => fatal.Code, _ => "" };

    private static string Describe(SlackOutcome outcome) => outcome switch
    {
        SlackOutcome.ApiError { Detail: { } detail } refused => $"{refused.Code} ({detail})",
        SlackOutcome.ApiError refused => refused.Code,
        SlackOutcome.RateLimited limited => $"limited for {limited.RetryAfter.TotalSeconds:0} s",
        SlackOutcome.Ambiguous doubtful => $"in doubt, {doubtful.Why}",
        SlackOutcome.Transient failed => failed.Why,
        SlackOutcome.Fatal fatal => fatal.Code,
        _ => outcome.GetType().Name,
    };
}

/// <summary>Starting again cannot help; the message is one sentence that says what can.</summary>
internal sealed class SlackFatalException(string sentence) : Exception(sentence);

/// <summary>Slack's error codes that the adapter decides by (Slack docs, the methods' pages), and what they mean to people.</summary>
internal static class SlackCode
{
    /// <summary>What a person has to mend when the token will not do; null for every other code.</summary>
    public static string? Fatal(string code, SlackMethod method)
    {
        var (setting, name) = method == SlackMethod.OpenConnection ? ("Slack:AppToken", "app-level token (xapp-…)") : ("Slack:BotToken", "bot token (xoxb-…)");
        return code switch
        {
            "invalid_auth" or "not_authed" => $"Slack does not accept {setting}: copy the {name} once more.",
            "token_revoked" or "token_expired" or "account_inactive" or "user_removed_from_team" => $"{setting} was revoked: install the app to the workspace again and copy the {name}.",
            "not_allowed_token_type" => $"{setting} holds another kind of token: it must be the {name}.",
            "team_disabled" or "forbidden_team" or "team_access_not_granted" => "Slack lets this app into the workspace no longer: ask an administrator of the workspace.",
            "missing_scope" when method == SlackMethod.OpenConnection => "Slack:AppToken lacks the scope connections:write: make an app-level token with it on the app's page Basic Information.",
            _ => null,
        };
    }

    public const string AlreadyReacted = "already_reacted";

    public static bool IsDoubtful(string code) => code is "internal_error" or "fatal_error" or "request_timeout";

    public static bool IsTransient(string code) => code is "service_unavailable" or "ratelimited" or "rate_limited" or "team_added_to_org" or "org_login_required" or "ekm_access_denied" or "accesslimited";

    public static bool IsPlaceGone(string code) => code is "channel_not_found" or "not_in_channel" or "is_archived" or "thread_not_found" or "restricted_action" or "restricted_action_thread_locked"
        or "restricted_action_thread_only_channel" or "restricted_action_read_only_channel" or "posting_to_general_channel_denied";

    public static bool IsDmClosed(string code) => code is "user_not_found" or "user_disabled" or "user_not_visible" or "users_not_found" or "cannot_dm_bot" or "messages_tab_disabled" or "cannot_message_user"
        or "user_is_restricted" or "users_list_not_supplied";

    /// <summary>The message to change is not there any more, or may not be changed.</summary>
    public static bool IsUnchangeable(string code) => code is "message_not_found" or "cant_update_message" or "edit_window_closed" or "is_inactive";

    /// <summary>The form comes too late, or a second time.</summary>
    public static bool IsTooLate(string code) => code is "expired_trigger_id" or "exchanged_trigger_id" or "trigger_expired" or "trigger_exchanged" or "invalid_trigger_id" or "view_not_found" or "invalid_trigger";
}
