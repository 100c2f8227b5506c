using NetflixPrep.Bot.Adapters;
using NetflixPrep.Bot.Tests.Groups;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Reviews;
using static NetflixPrep.Bot.Tests.Committees.CommitteeRig;

namespace NetflixPrep.Bot.Tests.Committees;

/// <summary><c>/committee</c> in the whole bot: what goes in, sealed votes, the end, lost channels, two groups.</summary>
public sealed class CommitteeTests : IAsyncDisposable
{
    private readonly CommitteeRig rig = new();

    public ValueTask DisposeAsync() => rig.DisposeAsync();

    [Fact]
    public async Task With_fewer_than_three_reviewed_rounds_it_says_what_is_missing_and_keeps_nothing()
    {
        rig.Review(2);
        await rig.Bot.CommandAsync(Ana, "/committee");

        Assert.Contains(rig.Bot.Platform.Texts, text => text.Contains("You have 2 of 3: share another", StringComparison.Ordinal));
        Assert.Empty(rig.Column("SELECT stream FROM committees"));
    }

    [Fact]
    public async Task In_direct_messages_it_says_where_it_can_be_asked_for() =>
        Assert.StartsWith("Members of a group vote in a committee, so ask for it there", await rig.Bot.CommandAsync(TwoGroups.In(null, "ana"), "/committee"), StringComparison.Ordinal);

    [Fact]
    public async Task What_would_go_in_is_shown_to_the_candidate_alone_and_asked_again_is_the_same_draft()
    {
        rig.Review();
        await rig.Bot.CommandAsync(Ana, "/committee");
        await rig.Bot.CommandAsync(Ana, "/committee");

        Assert.Equal(["draft"], rig.Column("SELECT status FROM committees"));
        Assert.All(rig.Shown("whisper"), show => Assert.Equal(Ana, show.Only));
        Assert.Contains("1. ML fundamentals, Question 1, 3 reviews", rig.Told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task From_the_command_to_the_result()
    {
        rig.Review();
        await rig.Bot.CommandAsync(Ana, "/settings review-channel:#reviews");
        await rig.ConveneAsync();
        await rig.VoteAsync(Ben);
        await rig.VoteAsync(Cleo, "strong-no", "The cost of it was never named.");
        await rig.PressAsync(Ana, "close");
        var tooEarly = rig.Told;
        await rig.VoteAsync(Dan, "strong-yes", "Clear from the first minute on.");
        await rig.VoteAsync(Dan, "no", "Clear, but it leaves the cost open.");
        await rig.Bot.CommandAsync(Ana, "/committee");
        await rig.Bot.PressAsync(Ana, "Close");

        Assert.StartsWith("You can close it from 3 votes on; 1 more to come.", tooEarly, StringComparison.Ordinal);
        Assert.All(rig.Shown("packet").Concat(rig.Shown("votes")).Concat(rig.Shown("result")), show => Assert.Equal((new Where.In(new("terminal", "#reviews")), null, 0), (show.To, show.Only, show.Notify.Count)));
        var result = Assert.Single(rig.Shown("result")).Message.Body;
        Assert.Contains("**Votes:** 1 yes, 1 no, 1 strong no", result.ToString(), StringComparison.Ordinal);
        Assert.Contains(new Part.Typed("Clear, but it leaves the cost open."), result.Parts);
        Assert.Equal(["closed"], rig.Column("SELECT status FROM committees"));
        Assert.Equal(0, rig.Failed);
    }

    [Fact]
    public async Task Votes_are_seen_by_nobody_before_it_closes()
    {
        rig.Review();
        await rig.ConveneAsync();
        await rig.VoteAsync(Ben);
        await rig.PressAsync(Cleo, "result");
        await rig.PressAsync(Cleo, "packet");
        await rig.Bot.CommandAsync(Ana, "/committee");

        Assert.DoesNotContain(rig.Bot.Platform.Texts, text => text.Contains(Sentence, StringComparison.Ordinal));
    }

    [Fact]
    public async Task At_its_deadline_it_closes_by_itself_also_without_a_vote()
    {
        rig.Review();
        await rig.ConveneAsync();
        await rig.Bot.PassAsync(TimeSpan.FromDays(2.9));
        var before = rig.Shown("result").Count();
        await rig.Bot.PassAsync(TimeSpan.FromDays(0.2));

        Assert.Equal(0, before);
        Assert.Contains("Nobody voted in time.", Assert.Single(rig.Shown("result")).Message.Body.ToString(), StringComparison.Ordinal);
        Assert.Empty(rig.Column("SELECT stream FROM timers WHERE stream LIKE 'committee/%'"));
    }

    [Fact]
    public async Task The_deadline_is_that_of_the_group()
    {
        rig.Review();
        await rig.Bot.CommandAsync(Ana, "/settings review-days:1");
        await rig.ConveneAsync();
        await rig.Bot.PassAsync(TimeSpan.FromDays(1.1));

        Assert.Single(rig.Shown("result"));
    }

    [Fact]
    public async Task Rounds_that_stood_in_a_committee_stand_in_no_other_and_its_result_can_be_read_again()
    {
        rig.Review();
        await rig.ConveneAsync();
        await rig.Bot.PassAsync(TimeSpan.FromDays(4));
        var missing = await rig.Bot.CommandAsync(Ana, "/committee");
        await rig.Bot.PressAsync(Ana, "Last result");

        Assert.Contains("You have 0 of 3", missing, StringComparison.Ordinal);
        Assert.Contains("Nobody voted in time.", rig.Told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Taken_back_it_shows_no_vote_and_its_rounds_can_go_before_another()
    {
        rig.Review();
        await rig.ConveneAsync();
        await rig.VoteAsync(Ben);
        await rig.Bot.CommandAsync(Ana, "/committee");
        await rig.Bot.PressAsync(Ana, "Take it back");
        await rig.Bot.PressAsync(Ana, "Take back");
        await rig.Bot.PassAsync(TimeSpan.FromDays(4));
        await rig.ConveneAsync();

        Assert.DoesNotContain(rig.Bot.Platform.Texts, text => text.Contains(Sentence, StringComparison.Ordinal));
        Assert.Equal(["open", "withdrawn"], rig.Column("SELECT status FROM committees ORDER BY status"));
        Assert.Equal(0, rig.Failed);
    }

    [Fact]
    public async Task A_round_that_is_left_out_stays_for_another_committee()
    {
        rig.Review(4);
        await rig.Bot.CommandAsync(Ana, "/committee");
        await rig.ChooseAsync(Ana, new(rig.Stream, "turn", 1), "review2");
        await rig.Bot.PressAsync(Ana, "Under an alias");
        await rig.Bot.PressAsync(Ana, "Convene");

        Assert.Equal(["review/review1", "review/review3", "review/review4"], rig.Column("SELECT review FROM committee_rounds ORDER BY review"));
        Assert.DoesNotContain(Assert.Single(rig.Shown("packet")).Message.Body.Parts, part => part is Part.Person);
    }

    [Fact]
    public async Task A_loop_that_is_over_goes_in_when_its_rounds_were_reviewed()
    {
        await rig.Bot.PlanAsync(Ana, rounds: 1);
        await rig.Bot.HoldRoundAsync(Ana, "words of a loop");
        rig.Rounds.Add(Round(1, Ana, StreamId.Parse(rig.Column("SELECT stream FROM sessions").Single())));

        Assert.Contains("These rounds of your loop", await rig.Bot.CommandAsync(Ana, "/committee"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_channel_is_lost_it_ends_and_the_candidate_gets_the_result()
    {
        rig.Review();
        await rig.ConveneAsync();
        rig.Bot.Platform.FailNext(new SendException(SendFault.PlaceGone, "gone"));
        await rig.VoteAsync(Ben);

        Assert.Equal(["closed"], rig.Column("SELECT status FROM committees"));
        Assert.Equal(new Where.Dm(Ana), Assert.Single(rig.Shown("result")).To);
        Assert.Empty(rig.Column("SELECT stream FROM timers WHERE stream LIKE 'committee/%'"));
    }

    [Fact]
    public async Task When_the_channel_was_never_there_the_same_rounds_can_go_to_another()
    {
        rig.Review();
        await rig.Bot.CommandAsync(Ana, "/committee");
        rig.Bot.Platform.FailNext(new SendException(SendFault.PlaceGone, "gone"));
        await rig.Bot.PressAsync(Ana, "Convene");
        var told = Assert.Single(rig.Shown("result"));
        await rig.ConveneAsync();

        Assert.Equal(new Where.Dm(Ana), told.To);
        Assert.Equal(["open", "withdrawn"], rig.Column("SELECT status FROM committees ORDER BY status"));
        Assert.Equal(0, rig.Failed);
    }

    [Fact]
    public async Task Somebody_of_another_group_reads_and_changes_nothing()
    {
        rig.Review();
        await rig.ConveneAsync();
        var events = rig.Column("SELECT type FROM events WHERE stream LIKE 'committee/%'").ToList();

        await rig.VoteAsync(BenInTwo);
        foreach (var act in (string[])["vote", "packet", "result", "close", "withdraw-yes", "convene", "no such act"]) await rig.PressAsync(BenInTwo, act);
        await rig.Bot.PressAsync(Ben, new Token(new("committee", "no such thing"), "packet", 0));

        Assert.All(rig.Bot.Platform.Texts.TakeLast(9), text => Assert.StartsWith("I do not know that committee here", text, StringComparison.Ordinal));
        Assert.Equal(events, rig.Column("SELECT type FROM events WHERE stream LIKE 'committee/%'"));
        Assert.Equal(0, rig.Failed);
    }

    [Fact]
    public async Task The_same_delivery_twice_is_one_vote()
    {
        rig.Review();
        await rig.ConveneAsync();
        var form = new Inbound.Form(rig.Bot.From(Ben, TwoGroups.Channel(Ben)), new Token(rig.Stream, "voted", 0).ToString(), [new("move-on", "yes"), new("sentence", Sentence)]);
        await rig.Bot.HearAsync(form);
        await rig.Bot.HearAsync(form);

        Assert.Single(rig.Column("SELECT type FROM events WHERE type = 'committee-vote-given'"));
    }

    [Fact]
    public async Task A_second_convene_changes_nothing()
    {
        rig.Review();
        await rig.ConveneAsync();
        await rig.Bot.PressAsync(Ana, "Convene");

        Assert.StartsWith("Your committee in #one is open.", rig.Told, StringComparison.Ordinal);
        Assert.Single(rig.Shown("packet"));
    }

    [Theory]
    [InlineData("@everyone <!channel> **bold** [link](https://evil.example)")]
    [InlineData("committee/aaaaaaaa|voted|0| and \u202Eevil words")]
    public async Task Hostile_words_are_shown_to_the_letter_and_ping_nobody(string words)
    {
        rig.Review();
        await rig.ConveneAsync();
        await rig.VoteAsync(Ben, "yes", words);
        await rig.Bot.PassAsync(TimeSpan.FromDays(4));

        var result = Assert.Single(rig.Shown("result"));
        Assert.Contains(new Part.Typed(words), result.Message.Body.Parts);
        Assert.Empty(result.Notify);
    }

    [Fact]
    public async Task The_history_puts_what_peers_named_beside_what_was_chosen()
    {
        await rig.Bot.HoldAsync(Ana, "words");
        rig.Rounds.Add(Round(1, Ana, StreamId.Parse(rig.Column("SELECT stream FROM sessions").Single())));
        rig.Rounds.Add(Round(2, Ana, new("session", "elsewhere")) with { Reviews = [rig.Rounds[0].Reviews[0] with { Cause = "gone-cause" }] });

        var history = await rig.Bot.CommandAsync(Ana, "/history");

        Assert.Contains("- No trade-off: chosen once, peers named: No trade-off (3 of 3)\n", history, StringComparison.Ordinal);
        Assert.Contains("Where you chose nothing, peers named: gone-cause (1 of 1)", history, StringComparison.Ordinal);
    }
}
