using Dapper;
using NetflixPrep.Bot.Adapters;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;
using static NetflixPrep.Bot.Tests.Groups.DailyRig;

namespace NetflixPrep.Bot.Tests.Groups;

/// <summary>The question of the day in the whole bot: hours, cards, forms, sealed answers, lost channels.</summary>
public sealed class DailyQuestionTests : IAsyncDisposable
{
    private readonly DailyRig rig = new();

    public ValueTask DisposeAsync() => rig.DisposeAsync();

    [Fact]
    public async Task Each_group_is_asked_once_a_date_in_its_own_channel()
    {
        await rig.AskedAsync();
        await rig.Bot.PassAsync(TimeSpan.FromHours(20));

        Assert.Equal(["terminal:#one", "terminal:#two"], rig.Cards.Select(card => card.Place.ToString()).Order());
        Assert.Equal(["2026-03-03", "2026-03-03"], Column("date"));
    }

    [Fact]
    public async Task The_next_date_brings_another_question()
    {
        await rig.TurnOnAsync(Ana);
        await rig.Bot.PassAsync(TimeSpan.FromDays(5));

        Assert.Equal(5, Column("question_id").Distinct().Count());
    }

    [Fact]
    public async Task Days_that_are_not_meant_bring_none()
    {
        await rig.Bot.CommandAsync(Ana, "/settings practice-channel:#one daily-question:\"09:00 thu\"");
        await rig.Bot.PassAsync(TimeSpan.FromDays(6));

        Assert.Equal(["2026-03-05"], Column("date"));
    }

    [Fact]
    public async Task The_hour_is_that_of_the_groups_zone()
    {
        await rig.Bot.CommandAsync(Ana, "/settings practice-channel:#one zone:America/New_York daily-question:\"09:00\"");
        await rig.Bot.PassAsync(TimeSpan.FromHours(3.9));
        var before = rig.Cards.Count();
        await rig.Bot.PassAsync(TimeSpan.FromHours(0.1));

        Assert.Equal((0, 1), (before, rig.Cards.Count()));
    }

    [Fact]
    public async Task After_downtime_it_comes_late_on_the_same_day()
    {
        await rig.TurnOnAsync(Ana);
        rig.Bot.Time.Advance(TimeSpan.FromHours(37)); // 23:00 on Tuesday
        await rig.Bot.PassAsync(TimeSpan.FromHours(2));

        Assert.Equal(["2026-03-03"], Column("date"));
    }

    [Fact]
    public async Task After_midnight_yesterdays_comes_no_more_and_todays_comes_at_its_hour()
    {
        await rig.TurnOnAsync(Ana);
        rig.Bot.Time.Advance(TimeSpan.FromHours(39)); // 01:00 on Wednesday
        await rig.Bot.PassAsync(TimeSpan.FromHours(9));

        Assert.Equal(["2026-03-04"], Column("date"));
    }

    [Fact]
    public async Task Once_off_the_hour_lapses()
    {
        await rig.TurnOnAsync(Ana);
        await rig.Bot.CommandAsync(Ana, "/settings daily-question:off");
        await rig.Bot.PassAsync(TimeSpan.FromDays(3));

        Assert.Empty(rig.Cards);
        Assert.Equal(0, rig.Bot.Database.Writer.QuerySingle<long>("SELECT count(*) FROM timers WHERE stream LIKE 'slot/%'"));
    }

    [Fact]
    public async Task Moved_to_a_later_hour_of_the_same_day_it_is_not_asked_again()
    {
        await rig.AskedAsync();
        await rig.Bot.CommandAsync(Ana, "/settings daily-question:15:00");
        await rig.Bot.PassAsync(TimeSpan.FromHours(8));

        Assert.Single(rig.Cards, card => card.Place == new PlaceId("terminal", "#one"));
        Assert.Equal(0, Failed());
    }

    [Fact]
    public async Task It_shares_its_hour_with_drills_and_both_come()
    {
        await rig.Bot.CommandAsync(Ben, "/drill on time:09:00");
        await rig.AskedAsync();

        Assert.Equal(2, rig.Cards.Count());
        Assert.Contains(rig.Bot.Platform.Sent, sent => sent.Effect is Effect.OpenPlace { Openness: Openness.Dm });
        Assert.Equal(1, rig.Bot.Database.Writer.QuerySingle<long>("SELECT count(*) FROM timers WHERE stream LIKE 'slot/%'"));
    }

    [Fact]
    public async Task Answers_are_read_by_those_who_answered_and_the_card_only_counts()
    {
        await rig.AskedAsync();
        await rig.AnswerAsync(Ana, "words of ana");
        await rig.PressAsync(Ben, "read");
        var sealedFor = rig.Told;
        await rig.AnswerAsync(Ben, "words of ben");
        var card = rig.Cards.Last();
        await rig.PressAsync(Ben, "read");

        Assert.StartsWith("These are sealed until you have answered yourself.", sealedFor, StringComparison.Ordinal);
        Assert.Contains("words of ana", rig.Told, StringComparison.Ordinal);
        Assert.Contains("2 answered.", ((Effect.Show)card.Effect).Message.Body.ToString(), StringComparison.Ordinal);
        Assert.NotEmpty(card.Replaces);
        Assert.DoesNotContain(rig.Cards, each => ((Effect.Show)each.Effect).Message.Body.ToString().Contains("words of", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_changed_answer_is_a_new_fact_and_the_newest_is_read()
    {
        await rig.AskedAsync();
        await rig.AnswerAsync(Ana, "first thought");
        await rig.AnswerAsync(Ana, "second thought");
        await rig.AnswerAsync(Ben, "words of ben");
        await rig.PressAsync(Ben, "read");

        Assert.Contains("second thought", rig.Told, StringComparison.Ordinal);
        Assert.DoesNotContain("first thought", rig.Told, StringComparison.Ordinal);
        Assert.Equal(3, rig.Bot.Database.Writer.QuerySingle<long>("SELECT count(*) FROM events WHERE type = 'daily-answered'"));
    }

    [Fact]
    public async Task The_same_delivery_twice_is_one_answer()
    {
        await rig.AskedAsync();
        var form = new Inbound.Form(rig.Bot.From(Ana, new("terminal", "#one")), new Token(Question("one", Tuesday), "answered", 0).ToString(), [new("answer", "once")]);
        await rig.Bot.HearAsync(form);
        await rig.Bot.HearAsync(form);

        Assert.Equal(1, rig.Bot.Database.Writer.QuerySingle<long>("SELECT count(*) FROM events WHERE type = 'daily-answered'"));
    }

    [Fact]
    public async Task A_press_opens_the_form_and_an_earlier_answer_stands_in_it()
    {
        await rig.AskedAsync();
        await rig.AnswerAsync(Ana, "words of ana");
        await rig.PressAsync(Ana, "answer");

        Assert.Equal("words of ana", rig.Bot.Platform.Sent.Select(sent => sent.Effect).OfType<Effect.OpenForm>().Last().Form.Inputs[0].Value);
    }

    [Fact]
    public async Task It_can_be_answered_days_later()
    {
        await rig.AskedAsync();
        await rig.Bot.PassAsync(TimeSpan.FromDays(3));
        await rig.AnswerAsync(Ana, "late words");

        Assert.StartsWith("Your answer is kept.", rig.Bot.Platform.Texts.Reverse().Skip(1).First(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_of_another_group_reads_and_changes_nothing()
    {
        await rig.AskedAsync();
        await rig.AnswerAsync(Ana, "words of group one");
        var events = Events();

        await rig.AnswerAsync(AnaInTwo, "forged", Question("one", Tuesday));
        await rig.PressAsync(AnaInTwo, "read", Question("one", Tuesday));
        await rig.PressAsync(AnaInTwo, "outline", Question("one", Tuesday));
        await rig.PressAsync(AnaInTwo, "answer", Question("one", Tuesday));
        await rig.PressAsync(AnaInTwo, "read", new("daily", "no such thing"));

        Assert.Equal(events, Events());
        Assert.All(rig.Bot.Platform.Texts.TakeLast(5), text => Assert.StartsWith("I do not know that question here", text, StringComparison.Ordinal));
        Assert.Equal(0, Failed());
    }

    [Fact]
    public async Task Answers_of_one_group_are_not_read_in_the_other()
    {
        await rig.AskedAsync();
        await rig.AnswerAsync(Ana, "words of group one");
        await rig.AnswerAsync(AnaInTwo, "words of group two");
        await rig.PressAsync(AnaInTwo, "read");

        Assert.StartsWith("Nobody else has answered so far.", rig.Told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("@everyone <!channel> <@U123> **bold** [link](https://evil.example)")]
    [InlineData("daily/terminal:one@2026-03-03|answered|0|")]
    [InlineData("\0\u0007\u001b[2J \u202Eevil")]
    public async Task Hostile_words_are_shown_to_the_letter_and_ping_nobody(string words)
    {
        await rig.AskedAsync();
        await rig.AnswerAsync(Ana, words);
        await rig.AnswerAsync(Ben, "words of ben");
        await rig.PressAsync(Ben, "read");

        var shown = (Effect.Show)rig.Bot.Platform.Sent.Last().Effect;
        Assert.Contains(new Part.Typed(words), shown.Message.Body.Parts);
        Assert.Empty(shown.Notify);
        Assert.Equal(0, Failed());
    }

    [Fact]
    public async Task A_lost_channel_is_seen_in_the_settings_and_nothing_is_stuck()
    {
        await rig.TurnOnAsync(Ana);
        await rig.Bot.PassAsync(TimeSpan.FromHours(22.5));
        rig.Bot.Platform.FailNext(new SendException(SendFault.PlaceGone, "gone"));
        await rig.Bot.PassAsync(TimeSpan.FromHours(1));
        var lost = await rig.Bot.CommandAsync(Ana, "/settings");

        await rig.Bot.CommandAsync(Ana, "/settings practice-channel:#other");
        var mended = await rig.Bot.CommandAsync(Ana, "/settings");
        await rig.Bot.PassAsync(TimeSpan.FromDays(1));

        Assert.Contains("The question of Tue 3 Mar could not be shown: the practice channel is gone or closed to me.", lost, StringComparison.Ordinal);
        Assert.DoesNotContain("could not be shown", mended, StringComparison.Ordinal);
        Assert.Equal(new PlaceId("terminal", "#other"), Assert.Single(rig.Cards).Place);
    }

    [Fact]
    public async Task Quiet_hours_after_downtime_leave_the_date_out()
    {
        await rig.TurnOnAsync(Ana);
        await rig.Bot.CommandAsync(Ana, "/settings quiet-hours:22:00-07:30");
        rig.Bot.Time.Advance(TimeSpan.FromHours(37)); // 23:00 on Tuesday
        await rig.Bot.PassAsync(TimeSpan.FromHours(8));

        Assert.Empty(rig.Cards);
        Assert.Equal(["quiet"], Column("state"));
    }

    private IEnumerable<string> Column(string name) => rig.Bot.Database.Writer.Query<string>($"SELECT {name} FROM dailies ORDER BY date, stream");

    private List<string> Events() => rig.Bot.Rows()["events"];

    private long Failed() => rig.Bot.Database.Writer.QuerySingle<long>("SELECT count(*) FROM inbound WHERE status = 'failed'");
}
