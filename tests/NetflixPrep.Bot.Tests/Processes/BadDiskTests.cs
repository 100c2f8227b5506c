using Dapper;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Bot.Tests.Storage;

namespace NetflixPrep.Bot.Tests.Processes;

/// <summary>A full disk and a damaged database, tried with the whole program.</summary>
public sealed class BadDiskTests
{
    private const string Begun = "@ana /mock start round:coding\n@ana [Begin]\n@ana A ring buffer of sixty buckets.";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task On_a_full_disk_the_person_reads_it_nothing_said_before_is_lost_and_it_goes_on_with_room()
    {
        using var disk = SmallDisk.Mount("2m");
        Assert.SkipWhen(disk is null, "mounting a small disk is not permitted here");
        var begun = await BotProcess.RunAsync(disk!.Path, Begun, Ct, "run", "--script", "-");
        Fill(disk.File("filler"));

        var full = await BotProcess.RunAsync(disk.Path, "@ana This finds no room.", Ct, "run", "--script", "-");
        File.Delete(disk.File("filler"));
        var after = await BotProcess.RunAsync(disk.Path, "@ana And on it goes, in O(1).", Ct, "run", "--script", "-");

        Assert.Equal((0, 0), (begun.ExitCode, after.ExitCode));
        Assert.Matches("disk (is )?full|no room on the disk", full.Output + full.Errors);
        Assert.DoesNotContain("   at ", full.Output + full.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("This finds no room.  ✓", full.Output, StringComparison.Ordinal);
        Assert.Contains("And on it goes, in O(1).  ✓ saved", after.Output, StringComparison.Ordinal);
        Assert.Contains("A ring buffer of sixty buckets.", Answers(disk.Path));
    }

    [Fact]
    public async Task A_damaged_database_stops_the_start_with_one_sentence_and_is_left_as_it_is()
    {
        using var folder = new TempFolder();
        await BotProcess.RunAsync(folder.Path, Begun, Ct, "run", "--script", "-");
        Damage.Flip(folder.File("netflixprep.db"), from: 4096, count: 20_000);
        var damaged = await File.ReadAllBytesAsync(folder.File("netflixprep.db"), Ct);

        var script = await BotProcess.RunAsync(folder.Path, "@ana Hello?", Ct, "run", "--script", "-");
        var window = await BotProcess.RunAsync(folder.Path, "Hello?\n", Ct, "run");

        Assert.Equal((1, 1), (script.ExitCode, window.ExitCode));
        Assert.Single(script.Errors.Trim().Split('\n'));
        Assert.Contains("is damaged. Put a copy of it aside, restore the newest backup in its place", script.Errors, StringComparison.Ordinal);
        Assert.Contains("is damaged", window.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", window.Errors, StringComparison.Ordinal);
        Assert.Equal(damaged, await File.ReadAllBytesAsync(folder.File("netflixprep.db"), Ct));
    }

    [Fact]
    public async Task In_the_plain_window_a_session_goes_on_where_it_was_after_the_program_ended()
    {
        using var folder = new TempFolder();
        var first = await BotProcess.RunAsync(folder.Path, "/mock start round:coding place:dm\n", Ct, "run");
        var replay = await BotProcess.RunAsync(folder.Path, "", Ct, "replay", "unknown");

        Assert.Equal((0, 1), (first.ExitCode, replay.ExitCode));
        Assert.StartsWith("There is no session unknown.", replay.Errors, StringComparison.Ordinal);
    }

    private static List<string> Answers(string data)
    {
        using var database = Database.Open(new() { Path = Path.Combine(data, "netflixprep.db") });
        return database.Writer.Query<string>("SELECT json_extract(data, '$.text') FROM events WHERE type = 'answer-given'").AsList();
    }

    private static void Fill(string path)
    {
        using var filler = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            while (true) filler.Write(new byte[512]);
        }
        catch (IOException)
        {
            // Full, as wanted.
        }
    }
}
