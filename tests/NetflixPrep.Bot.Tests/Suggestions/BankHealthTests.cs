using NetflixPrep.Bot.Cli;
using NetflixPrep.Bot.Conversations;
using NetflixPrep.Bot.Questions;
using NetflixPrep.Bot.Sessions;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Bot.Suggestions;
using NetflixPrep.Bot.Tests.Golden;
using NetflixPrep.Bot.Tests.Reviews;
using NetflixPrep.Core.Chat;
using static NetflixPrep.Bot.Tests.Reviews.ReviewRig;

namespace NetflixPrep.Bot.Tests.Suggestions;

public sealed class BankHealthTests : IAsyncLifetime
{
    private const string Ridge = "ml-fundamentals.ridge";

    private readonly ReviewRig rig = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => rig.DisposeAsync();

    [Fact]
    public async Task A_bank_that_nobody_used_has_no_figures()
    {
        await rig.Bot.CommandAsync(Ana, "/mock start round:ml-fundamentals");

        Assert.All(Health(), question => Assert.Equal((0, 0, 0), (question.Asked, question.Held, question.Reviews)));
    }

    [Fact]
    public async Task It_counts_what_was_asked_reviewed_overruled_and_told()
    {
        var share = await rig.SharedAsync(Ana);
        await rig.ReviewedAsync(Ben, share, "clear", score: 2);
        await rig.ReviewedAsync(Cleo, share, "clear", score: 5);
        await rig.PressAsync(Ben, share, "coverage");
        var menu = rig.Bot.Platform.Sent.Select(sent => sent.Effect).OfType<Effect.Show>().SelectMany(show => show.Message.Controls).OfType<Control.Select>().Last(select => Token.Read(select.Token)!.Act == "overrule");
        await rig.ChooseAsync(Ben, share, "overrule", menu.Options[0].Value);
        await rig.Bot.CommandAsync(Dan, $"/question report {Ridge} the hint gives it away");

        var ridge = Health().Single(question => question.Id == Ridge);

        Assert.Equal((1, 1, 2), (ridge.Asked, ridge.Held, ridge.Reviews));
        Assert.Equal(3, ridge.Spread);
        Assert.Equal(1, Assert.Single(ridge.Overruled).Times);
        Assert.Equal(["the hint gives it away"], ridge.Reports);
        Assert.Empty(ridge.NeverFired);
    }

    [Fact]
    public async Task What_never_happens_is_said_from_five_mocks_on()
    {
        for (var i = 0; i < BankHealth.FewestHeld; i++)
        {
            await rig.Bot.PassAsync(TimeSpan.FromMinutes(1));
            await rig.Bot.HoldAsync(Ana, "no idea really");
        }

        var ridge = Health().Single(question => question.Id == Ridge);
        var question = SmallBank.Load().Find(Ridge)!;

        Assert.Equal(BankHealth.FewestHeld, ridge.Held);
        Assert.Equal(question.Signals.Where(signal => signal.Detect is not null).Select(signal => signal.Id), ridge.NeverFound);
        Assert.NotEmpty(ridge.NeverFired);
        Assert.All(ridge.NeverFired, id => Assert.Contains(question.FollowUps, follow => follow.Id == id));
        Assert.True(ridge.NeverFired.Count < question.FollowUps.Count);
    }

    [Fact]
    public async Task The_verb_prints_it_and_writes_the_drafts_once()
    {
        await rig.Bot.CommandAsync(Dan, "/question report " + BuiltInBank.Load().Questions[0].Id + " not there");
        await rig.Bot.FillAsync(Dan, new(new("suggestions", Dan.ToString()), "proposed", 0, "coding"), ("title", "Two clocks"), ("prompt", "Sort."), ("mentions", "skew"), ("follow-up", "And?"));
        var folder = Directory.CreateTempSubdirectory("drafts-").FullName;
        var options = new BotOptions { Storage = new() { Path = rig.Bot.File, Synchronous = "NORMAL" } };
        using var output = new StringWriter();

        Assert.Equal(0, BankVerb.Health(options, output));
        Assert.Equal(0, BankVerb.Drafts(options, folder, "ours", output));
        Assert.Equal(0, BankVerb.Drafts(options, folder, "ours", output));

        Assert.Contains("What never happens is said from 5 finished mocks on.", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("1 draft written.", output.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("0 drafts written.\n", output.ToString(), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(folder, "questions", "coding", "ours-two-clocks.yaml")));
        Directory.Delete(folder, recursive: true);
    }

    private IReadOnlyList<QuestionHealth> Health()
    {
        using var connection = rig.Bot.Database.OpenReader();
        var bank = SmallBank.Load();
        var shelf = new ScriptShelf(bank, rig.Bot.Database);
        return new BankHealth(SessionStream.Kind(shelf), shelf, new Reads(connection)).Of(bank);
    }
}
