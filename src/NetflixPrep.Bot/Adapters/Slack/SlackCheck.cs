using Microsoft.Extensions.Logging.Abstractions;

namespace NetflixPrep.Bot.Adapters.Slack;

/// <summary>Looks whether the tokens do what the bot needs, without connecting.</summary>
internal static class SlackCheck
{
    /// <summary>The scopes that are needed and missing; empty too when Slack does not say what the token may do.</summary>
    public static IReadOnlyList<SlackScope> Missing(SlackIdentity self) => [.. SlackScope.Needed.Where(scope => !self.May(scope.Name))];

    public static string Describe(IReadOnlyList<SlackScope> missing) =>
        $"The Slack app lacks {string.Join(", ", missing.Select(scope => $"{scope.Name} ({scope.Why})"))}: add it on the app's page OAuth & Permissions and install the app again.";

    /// <summary>What is well, in a sentence; or what is wrong, as an exception.</summary>
    /// <exception cref="SlackFatalException">One sentence that says what to mend.</exception>
    public static async Task<string> ExamineAsync(SlackOptions options, HttpMessageHandler? handler, TimeProvider time, CancellationToken ct)
    {
        if (options.Problems().FirstOrDefault() is { } problem) throw new SlackFatalException(problem);
        using var web = new SlackWebApi(options, new(SlackPace.Unheld, time), handler, time, NullLogger.Instance);
        var api = new SlackApi(web);
        SlackIdentity self;
        try
        {
            self = await api.WhoAmIAsync(ct);
        }
        catch (SlackException failed)
        {
            throw new SlackFatalException(failed.Outcome is SlackOutcome.Fatal fatal ? fatal.Sentence : $"Slack could not be asked ({failed.Message}). Look at the network and at status.slack.com, then try again.");
        }
        if (Missing(self) is { Count: > 0 } missing) throw new SlackFatalException(Describe(missing));
        switch (await api.OpenConnectionAsync(ct))
        {
            case SlackOutcome.Fatal fatal:
                throw new SlackFatalException(fatal.Sentence);
            case SlackOutcome.ApiError { Code: var code }:
                throw new SlackFatalException($"Slack opens no socket ({code}): switch Socket Mode on for the app, on its page Socket Mode.");
        }
        var channels = SlackScope.ForChannels.Any(scope => self.May(scope.Name)) ? "sessions in channels too" : "sessions in direct messages";
        return $"both tokens work, in workspace {self.Team}, with {channels}; the command is {options.Command}";
    }
}
