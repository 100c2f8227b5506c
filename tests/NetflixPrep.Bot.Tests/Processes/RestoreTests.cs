using NetflixPrep.Bot.Tests.Storage;

namespace NetflixPrep.Bot.Tests.Processes;

/// <summary>Backup and restore beside a running bot, each a process of its own.</summary>
public sealed class RestoreTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact(Timeout = 120_000)]
    public async Task A_running_bot_is_backed_up_but_never_replaced()
    {
        using var folder = new TempFolder();
        using var other = new TempFolder();
        using var bot = BotProcess.Start(folder.Path, "run");
        await bot.StandardInput.WriteLineAsync("/mock start round:coding");
        await bot.StandardInput.FlushAsync(Ct);
        while (await bot.StandardOutput.ReadLineAsync(Ct) is { } line && !line.Contains("[Begin]", StringComparison.Ordinal)) Assert.False(bot.HasExited);

        var backup = await BotProcess.RunAsync(folder.Path, "", Ct, "backup", other.File("copy.db"));
        var early = await BotProcess.RunAsync(folder.Path, "", Ct, "restore", other.File("copy.db"));
        var wasRunning = !bot.HasExited;
        await bot.StandardInput.WriteLineAsync("/leave");
        await bot.StandardInput.FlushAsync(Ct);
        await bot.WaitForExitAsync(Ct);
        var late = await BotProcess.RunAsync(folder.Path, "", Ct, "restore", other.File("copy.db"));

        Assert.True(wasRunning);
        Assert.Equal((0, 1, 0), (backup.ExitCode, early.ExitCode, late.ExitCode));
        Assert.Contains("open, so nothing was restored. Stop it first.", early.Errors, StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(folder.Path), file => file.Contains(".replaced-", StringComparison.Ordinal));
    }
}
