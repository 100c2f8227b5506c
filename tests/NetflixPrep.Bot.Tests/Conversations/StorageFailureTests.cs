using Dapper;
using NetflixPrep.Bot.Conversations;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Bot.Tests.Storage;

namespace NetflixPrep.Bot.Tests.Conversations;

public sealed class StorageFailureTests
{
    [Fact]
    public async Task On_a_full_disk_nothing_is_kept_the_person_hears_why_and_it_goes_on_when_there_is_room()
    {
        using var rig = new Rig();
        await rig.Say("!add 1");
        var pages = rig.One<long>("PRAGMA page_count");
        rig.Database.Writer.Execute($"PRAGMA max_page_count = {pages}");

        await rig.SayTogether(Enumerable.Range(0, 100).Select(i => $"!add 1 {new string('x', 2000)}"));
        var settled = rig.Settled.Skip(1).ToList();
        rig.Database.Writer.Execute("PRAGMA max_page_count = 1000000");
        await rig.Say("!add 2");

        Assert.Equal(100, settled.Count);
        Assert.All(settled, settlement => Assert.False(settlement.Kept));
        Assert.Contains("the disk is full", settled[0].Sentence, StringComparison.Ordinal);
        Assert.Equal(3, rig.SumOf(Tally.One));
    }

    [Fact]
    public async Task On_a_real_full_disk_nothing_is_lost_that_was_kept()
    {
        using var disk = SmallDisk.Mount("1m");
        Assert.SkipWhen(disk is null, "mounting a small disk is not permitted here");
        using var rig = new Rig(disk!.File("bot.db"));
        var kept = 0;
        for (var i = 0; i < 400 && rig.Settled.TrueForAll(settlement => settlement.Kept); i++)
        {
            await rig.Say($"!quiet 1 {new string('x', 4000)}");
            kept = rig.Settled.Count(settlement => settlement.Kept);
        }

        var refused = rig.Settled[^1];
        rig.Restart();

        Assert.Contains("the disk is full", refused.Sentence, StringComparison.Ordinal);
        Assert.Equal(kept, rig.One<long>("SELECT count(*) FROM inbound"));
    }

    [Fact]
    public async Task When_storage_cannot_be_written_every_delivery_hears_it_and_it_goes_on_afterwards()
    {
        using var rig = new Rig();
        await rig.Say("!add 1");
        rig.Database.Writer.Execute("PRAGMA query_only = ON");
        await rig.SayTogether("!add 2", "!add 3");
        var settled = rig.Settled.Skip(1).ToList();
        rig.Database.Writer.Execute("PRAGMA query_only = OFF");
        await rig.Say("!add 4");

        Assert.All(settled, settlement => Assert.Contains("cannot be written", settlement.Sentence, StringComparison.Ordinal));
        Assert.Equal(5, rig.SumOf(Tally.One));
        Assert.Equal(2, rig.Queue.Count);
    }

    [Fact]
    public async Task A_file_damaged_while_running_is_said_and_does_not_end_the_lane()
    {
        using var rig = new Rig();
        await rig.Say("!add 1");
        rig.Database.Writer.Execute("PRAGMA wal_checkpoint(TRUNCATE); PRAGMA cache_size = 1");
        var path = rig.One<string>("SELECT file FROM pragma_database_list WHERE name = 'main'");
        Damage.Flip(path, from: 4096, count: 400 * 1024);
        rig.Database.Writer.Execute("PRAGMA shrink_memory");

        var settlement = await rig.Say("!add 2");
        var again = await rig.Say("!add 3");

        Assert.Contains("damaged", settlement.Sentence, StringComparison.Ordinal);
        Assert.False(again.Kept);
    }

    [Fact]
    public void Each_way_to_fail_has_a_sentence_of_its_own()
    {
        string[] sentences = [Sentences.NotKept(StorageFault.Full), Sentences.NotKept(StorageFault.Damaged), Sentences.NotKept(StorageFault.CannotWrite)];

        Assert.Equal(3, sentences.Distinct().Count());
        Assert.All(sentences, sentence => Assert.Contains("nothing you said before", sentence, StringComparison.OrdinalIgnoreCase));
    }
}
