using System.Text.Json.Nodes;
using Dapper;
using NetflixPrep.Bot.Conversations;
using NetflixPrep.Bot.Reviews;
using NetflixPrep.Bot.Sessions;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Bot.Tests.Golden;
using NetflixPrep.Bot.Tests.Groups;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Questions;
using NetflixPrep.Core.Reviews.Reviewers;
using static NetflixPrep.Bot.Tests.Reviews.LicenceRig;

namespace NetflixPrep.Bot.Tests.Reviews;

/// <summary>Licences and invitations through the whole bot: whose they are, where they count, what becomes of them.</summary>
public sealed class LicenceTests : IAsyncDisposable
{
    private static readonly QuestionBank Bank = SmallBank.Load();

    private readonly LicenceRig rig = new();

    public ValueTask DisposeAsync() => rig.DisposeAsync();

    [Fact]
    public async Task A_licence_taken_in_a_group_counts_there_and_is_known_in_direct_messages()
    {
        await rig.TakeAsync(Ana, Bank, off: 1);

        Assert.StartsWith("You have the licence", rig.Told, StringComparison.Ordinal);
        Assert.True(rig.Reads.IsLicensed(Ana));
        Assert.True(rig.Reads.IsLicensed(AnaAlone));
        Assert.False(rig.Reads.IsLicensed(AnaInTwo));
        Assert.False(rig.Reads.IsLicensed(Ben));
    }

    [Fact]
    public async Task One_taken_in_direct_messages_counts_in_every_group()
    {
        await rig.TakeAsync(AnaAlone, Bank);
        await rig.Bot.CommandAsync(Ana, "/review licence");

        Assert.Equal("You have the licence: your reviews carry it.", rig.Told);
        Assert.True(rig.Reads.IsLicensed(AnaInTwo));
        Assert.Contains("- Licence: you have it", await rig.Bot.CommandAsync(Ana, "/review status"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scores_two_points_apart_give_none()
    {
        await rig.TakeAsync(Ana, Bank, off: 2);

        Assert.StartsWith("0 of 9 scores lie within one point", rig.Told, StringComparison.Ordinal);
        Assert.False(rig.Reads.IsLicensed(Ana));
        Assert.Contains("- Licence: one try taken, the second is open", await rig.Bot.CommandAsync(Ana, "/review status"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_try_is_about_another_question_and_gives_the_licence()
    {
        await rig.TakeAsync(Ana, Bank, off: 2);
        var first = rig.Reads.ReviewerOf(Ana).Papers[0];
        await rig.Bot.PressAsync(Ana, "Second try");
        var second = rig.PaperOf(Ana);

        foreach (var kind in second.Order)
            foreach (var gold in Bank.Find(second.QuestionId)!.Samples.Single(sample => sample.Kind == kind).Gold) await rig.ScoreAsync(Ana, gold.Score);

        Assert.NotEqual(first.QuestionId, second.QuestionId);
        Assert.True(rig.Reads.IsLicensed(Ana));
    }

    [Fact]
    public async Task What_was_said_last_about_invitations_counts_in_the_group_or_in_direct_messages()
    {
        await rig.Bot.CommandAsync(AnaAlone, "/review off");
        Assert.True(rig.Reads.HasOptedOut(Ana) && rig.Reads.HasOptedOut(AnaInTwo) && rig.Reads.HasOptedOut(AnaAlone));

        await rig.Bot.PassAsync(TimeSpan.FromMinutes(1));
        await rig.Bot.CommandAsync(Ana, "/review on");

        Assert.False(rig.Reads.HasOptedOut(Ana));
        Assert.True(rig.Reads.HasOptedOut(AnaInTwo) && rig.Reads.HasOptedOut(AnaAlone));
    }

    [Fact]
    public async Task Turning_off_twice_is_recorded_once()
    {
        await rig.Bot.CommandAsync(Ana, "/review off");
        await rig.Bot.CommandAsync(Ana, "/review off");

        Assert.StartsWith("Invitations to review are off already.", rig.Told, StringComparison.Ordinal);
        Assert.Equal(1, rig.Bot.Database.Writer.QuerySingle<long>("SELECT count(*) FROM events WHERE type = 'reviewer-opted-out'"));
        Assert.Contains("- Invitations to review: off", await rig.Bot.CommandAsync(Ana, "/review status"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_that_one_is_answering_is_never_taken()
    {
        await rig.Bot.BeginAsync(Ana, "my words", "ml-fundamentals");
        var answering = rig.Bot.Database.Writer.QuerySingle<string>("SELECT question_id FROM sessions");

        await rig.Bot.CommandAsync(Ana, "/review licence");

        Assert.NotEqual(answering, rig.PaperOf(Ana).QuestionId);
    }

    [Fact]
    public async Task Nor_one_that_the_open_round_has_still_to_ask()
    {
        await using var bot = new TwoGroups(SmallBank.LoadRounds());
        await bot.BeginAsync(Ana, "my words", "behavioral");
        var planned = JsonNode.Parse(bot.Database.Writer.QuerySingle<string>("SELECT data FROM events WHERE stream LIKE 'session/%' AND version = 1"))!["setup"]!["plan"]!.AsArray().Select(each => (string)each!["questionId"]!).ToList();

        var answering = new Reads(bot.Database.Writer).Answering(Ana);

        Assert.True(planned.Count > 1);
        Assert.Equal(planned.Order(), answering.Order());
    }

    [Fact]
    public async Task Somebody_elses_buttons_are_answered_and_do_nothing()
    {
        await rig.Bot.CommandAsync(Ana, "/review licence");
        await rig.ScoreAsync(Ben, 3);

        Assert.Equal((Ben, "That belongs to somebody else's licence. /review licence brings yours."), (rig.Shown.Only, rig.Told));
        Assert.Empty(((Licence.Taking)rig.LicenceOf(Ana)).Scores);
    }

    [Fact]
    public async Task A_forged_act_is_answered_and_does_nothing()
    {
        await rig.Bot.CommandAsync(Ana, "/review licence");
        await rig.Bot.PressAsync(Ana, new Token(Reviewer.StreamOf(Ana), "give-me-the-licence", 1));

        Assert.StartsWith("I do not know that button any more.", rig.Told, StringComparison.Ordinal);
        Assert.Empty(((Licence.Taking)rig.LicenceOf(Ana)).Scores);
    }

    [Fact]
    public async Task The_offered_button_begins_it_for_whoever_presses()
    {
        await rig.Bot.PressAsync(Ben, Token.Read(ReviewerAct.LicenceButton().Token)!);

        Assert.IsType<Licence.Taking>(rig.LicenceOf(Ben));
        Assert.Equal(Ben, rig.Shown.Only);
    }

    [Fact]
    public async Task A_later_bank_changes_nothing_about_a_try_that_is_under_way()
    {
        await rig.Bot.CommandAsync(Ana, "/review licence");
        await rig.ScoreAsync(Ana, 3);
        var paper = rig.PaperOf(Ana);
        var sample = Bank.Find(paper.QuestionId)!.Samples.Single(sample => sample.Kind == paper.Order[0]);
        var later = new ScriptShelf(new QuestionBank(Bank.Contents with { Questions = [] }), rig.Bot.Database);

        var decision = ReviewerStream.Kind(later).Decide(rig.Reads.ReviewerOf(Ana), new ReviewerInput.Take(rig.Bot.From(Ana, TwoGroups.Channel(Ana)), null, false));

        Assert.Contains(sample.Text.Trim(), Assert.IsType<Effect.Show>(decision.Effects[0]).Message.Body.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bank_without_samples_has_no_licence_to_take()
    {
        await using var bot = new TwoGroups(new(Bank.Contents with { Questions = [.. Bank.Questions.Select(question => question with { Samples = [] })] }));

        await bot.CommandAsync(Ana, "/review licence");

        Assert.Contains(bot.Platform.Texts, text => text.StartsWith("No question is free for a licence just now", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_export_holds_ones_own_scores_of_that_group_and_nobody_elses()
    {
        await rig.Bot.CommandAsync(Ben, "/review off");
        await rig.TakeAsync(Ana, Bank);
        await rig.Bot.CommandAsync(AnaInTwo, "/review off");
        await rig.Bot.PressAsync(Ana, new Token(new("privacy", "self"), "export", 0, "one"));

        var file = rig.Shown.Message.Attachment!.Text;

        Assert.Contains("\"reviewer\": \"reviewer/terminal:one:ana\"", file, StringComparison.Ordinal);
        Assert.Contains("\"type\": \"sample-scored\"", file, StringComparison.Ordinal);
        Assert.DoesNotContain("reviewer-opted-out", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deleting_takes_the_licence_and_a_new_one_can_be_taken()
    {
        await rig.TakeAsync(Ana, Bank);
        await rig.TakeAsync(Ben, Bank);
        await rig.Bot.PressAsync(Ana, new Token(new("privacy", "self"), "delete", 0, "one"));
        await rig.Bot.PressAsync(Ana, "Delete everything");

        Assert.False(rig.Reads.IsLicensed(Ana));
        Assert.True(rig.Reads.IsLicensed(Ben));
        await rig.TakeAsync(Ana, Bank);
        Assert.True(rig.Reads.IsLicensed(Ana));
    }
}
