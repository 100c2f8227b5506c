using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NetflixPrep.Core;
using NetflixPrep.Core.Questions;

namespace NetflixPrep.Bot.Questions;

/// <summary>
/// Takes changed question files into use without a restart. It looks every few seconds, because watching a folder is not to be relied on in a container;
/// files that are still being written are left until two looks see the same. A broken file leaves the old bank running.
/// </summary>
internal sealed partial class BankReload(BankSources sources, LiveBank bank, TimeProvider time, ILogger<BankReload> log) : BackgroundService
{
    internal static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(5);

    private string known = sources.Snapshot();
    private string seen = "";

    /// <summary>What kept the newest files from being used; empty when they are in use.</summary>
    public Seq<BankFinding> Wrong { get; private set; } = [];

    /// <summary>One look; true when another bank came into use.</summary>
    public bool Look()
    {
        try
        {
            var snapshot = sources.Snapshot();
            var isSettled = snapshot == seen;
            seen = snapshot;
            if (snapshot == known || !isSettled) return false;
            // Only what could be read counts as known: else it is tried again at the next look.
            var loaded = sources.Load();
            known = snapshot;
            return Use(loaded);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            LogUnread(gone.Message);
            return false;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!sources.CanChange) return;
        using var timer = new PeriodicTimer(BetweenLooks, time);
        while (await timer.WaitForNextTickAsync(stoppingToken)) Look();
    }

    private bool Use(LoadedBank loaded)
    {
        Wrong = [.. loaded.Findings.Where(finding => finding.Severity == Severity.Error)];
        foreach (var finding in Wrong) LogWrong(finding.ToString());
        if (Wrong.Count > 0)
        {
            LogKept(bank.Now.Questions.Count);
            return false;
        }
        bank.Replace(loaded.Bank);
        LogUsed(loaded.Bank.Questions.Count);
        return true;
    }

    [LoggerMessage(1, LogLevel.Information, "Question files have changed: {Count} questions are in use now.")]
    private partial void LogUsed(int count);

    [LoggerMessage(2, LogLevel.Error, "{Finding}")]
    private partial void LogWrong(string finding);

    [LoggerMessage(3, LogLevel.Error, "Question files have changed but cannot be used; the {Count} questions from before stay in use. Mend the files, nothing else is needed.")]
    private partial void LogKept(int count);

    [LoggerMessage(4, LogLevel.Warning, "The question files cannot be looked at, the questions from before stay in use: {Reason}")]
    private partial void LogUnread(string reason);
}
