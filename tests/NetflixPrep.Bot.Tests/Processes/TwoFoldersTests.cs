using NetflixPrep.Bot.Adapters.Terminal;
using NetflixPrep.Bot.Tests.Storage;

namespace NetflixPrep.Bot.Tests.Processes;

/// <summary>The terminal counts its deliveries from one in every new folder; its sessions are told apart all the same.</summary>
public sealed class TwoFoldersTests : IDisposable
{
    private const string OneSession = "/mock start round:coding\n/mock stop\n";

    private readonly TempFolder one = new();
    private readonly TempFolder two = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        one.Dispose();
        two.Dispose();
    }

    [Fact(Timeout = 120_000)]
    public async Task Sessions_of_two_new_folders_come_together_by_import()
    {
        foreach (var folder in new[] { one, two }) Assert.Equal(0, (await BotProcess.RunAsync(folder.Path, OneSession, Ct, "run")).ExitCode);
        await File.WriteAllTextAsync(one.File("sessions.json"), (await BotProcess.RunAsync(one.Path, "", Ct, "export", "--format", "json")).Output, Ct);

        var imported = await BotProcess.RunAsync(two.Path, "", Ct, "import", one.File("sessions.json"));

        Assert.Equal("1 imported, 0 there already, 0 still open and left out.\n", imported.Output);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_session_opens_also_after_the_terminals_memory_was_lost()
    {
        await BotProcess.RunAsync(one.Path, OneSession, Ct, "run");
        File.Delete(one.File(TerminalFile.Name));

        var again = await BotProcess.RunAsync(one.Path, OneSession, Ct, "run");

        Assert.Contains("[Begin]", again.Output, StringComparison.Ordinal);
    }
}
