using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Drills;
using NetflixPrep.Core.Pairs;

namespace NetflixPrep.Core.Tests.Pairs;

public class PoolDeskTests
{
    private static readonly DateOnly Today = new(2026, 1, 12);

    [Fact]
    public void Whoever_asks_for_a_partner_waits_and_is_told_when_the_matching_is()
    {
        var decision = Decide([], Join(M.Ana, -3));

        Assert.Equal([new PoolEvent.Joined(M.Hour(-3), M.Wish(M.Ana))], decision.Events);
        Assert.Contains("Your next matching is on Mon 12 Jan, 12:00", Text(decision), StringComparison.Ordinal);
        Assert.Equal([(PoolDesk.RunTimer, M.Noon), (PoolDesk.WarnTimer, M.Hour(-2))], Timers(decision));
    }

    [Fact]
    public void A_timer_that_is_set_stays_as_it_is_and_one_that_got_lost_is_set_again()
    {
        Assert.Empty(Timers(Decide([Joined(M.Ana)], Join(M.Ben, -3) with { TimerIsSet = true })));
        Assert.NotEmpty(Timers(Decide([Joined(M.Ana)], Join(M.Ben, -3))));
    }

    [Fact]
    public void The_hour_is_the_groups_and_told_where_the_person_lives()
    {
        var join = new PoolInput.Join(M.From(M.Ben, -3), M.Wish(M.Ben, zone: "America/New_York"), null) { Zone = "Europe/Berlin" };

        var decision = Decide([], join);

        Assert.Equal(M.Hour(-1), Timers(decision)[0].At);
        Assert.Contains("Mon 12 Jan, 06:00, where you live", Text(decision), StringComparison.Ordinal);
    }

    [Fact]
    public void Matched_people_are_out_and_each_is_remembered_with_the_other()
    {
        var decision = Run([Joined(M.Ana), Joined(M.Ben)], pairs: [(M.Ana, M.Ben)]);

        Assert.Equal([new PoolEvent.Matched(M.Noon, M.Ana, M.Ben, Today), new PoolEvent.Matched(M.Noon, M.Ben, M.Ana, Today), new PoolEvent.Ran(M.Noon, Today)], decision.Events);
        var after = After([Joined(M.Ana), Joined(M.Ben)], decision);
        Assert.False(after.AnyWaits);
        Assert.Equal([new MetBefore(M.Ana, M.Ben, Today)], after.Met);
        Assert.Empty(Timers(decision));
    }

    [Fact]
    public void The_one_for_whom_nobody_was_left_is_told_kindly_and_goes_first()
    {
        var decision = Run([Joined(M.Ana), Joined(M.Ben), Joined(M.Cleo)], [(M.Ana, M.Ben)], odd: M.Cleo);

        var told = Assert.Single(decision.Effects.OfType<Effect.Show>());
        Assert.Equal(new Where.Dm(M.Cleo), told.To);
        Assert.Contains("Nobody was left to meet you today, sorry. You stay in, and nobody goes before you", told.Message.Body.ToString(), StringComparison.Ordinal);
        Assert.True(After([Joined(M.Ana), Joined(M.Ben), Joined(M.Cleo)], decision).Free(M.Hour(24))[0].First);
        Assert.Equal(M.Hour(24), Timers(decision)[0].At);
    }

    [Fact]
    public void With_closed_direct_messages_it_is_said_where_they_asked_once()
    {
        PoolEvent[] facts = [Joined(M.Cleo), new PoolEvent.LeftOver(M.Noon, M.Cleo, Today)];
        var decision = Decide(facts, new PoolInput.DmClosed(M.From(M.Cleo, 0)));

        var told = Assert.Single(decision.Effects.OfType<Effect.Show>());
        Assert.Equal((new Where.In(M.Channel), null, M.Cleo), (told.To, told.Only, Assert.Single(told.Notify)));
        Assert.Empty(Decide([.. facts, .. decision.Events], new PoolInput.DmClosed(M.From(M.Cleo, 0))).Effects);
    }

    [Fact]
    public void A_matching_that_comes_twice_on_a_date_counts_once() =>
        Assert.Empty(Run([Joined(M.Ana), Joined(M.Ben), new PoolEvent.Ran(M.Noon, Today)], [(M.Ana, M.Ben)]).Events);

    [Fact]
    public void After_seven_without_a_partner_the_bot_stops_by_itself()
    {
        PoolEvent[] facts = [Joined(M.Ana), .. Enumerable.Range(1, 6).Select(day => new PoolEvent.LeftOver(M.Noon.AddDays(-day), M.Ana, Today.AddDays(-day)))];

        var decision = Run(facts, [], odd: M.Ana);

        Assert.Contains(new PoolEvent.Left(M.Noon, M.Ana), decision.Events);
        Assert.Contains("Seven matchings went by", Text(decision), StringComparison.Ordinal);
        Assert.Empty(Timers(decision));
    }

    [Fact]
    public void Whoever_is_away_or_not_free_that_day_is_not_matched()
    {
        var pool = State(Joined(M.Ana), new PoolEvent.WentAway(M.Hour(-3), M.Ana, Today), Joined(M.Ben, M.Wish(M.Ben) with { Days = DrillDays.Weekends }), Joined(M.Cleo));

        Assert.Equal([M.Cleo], pool.Free(M.Noon).Select(each => each.Person));
        Assert.Contains(M.Ana, pool.Free(M.Hour(24)).Select(each => each.Person));
    }

    [Fact]
    public void Away_counts_days_where_the_person_lives()
    {
        // Noon in the group is already the 13th in Kiritimati at UTC+14.
        var pool = State(Joined(M.Ana, M.Wish(M.Ana, zone: "Pacific/Kiritimati")), new PoolEvent.WentAway(M.Hour(-3), M.Ana, Today));

        Assert.Single(pool.Free(M.Noon));
    }

    [Fact]
    public void Opting_out_holds_until_they_ask_again()
    {
        PoolEvent[] facts = [Joined(M.Ana), Joined(M.Ben)];
        var decision = Decide(facts, new PoolInput.Leave(M.From(M.Ana, -3)));

        Assert.Contains("You are out.", Text(decision), StringComparison.Ordinal);
        Assert.Equal([M.Ben], After(facts, decision).Free(M.Hour(48)).Select(each => each.Person));
    }

    [Fact]
    public void When_the_last_one_leaves_no_timer_is_left() =>
        Assert.All(Decide([Joined(M.Ana)], new PoolInput.Leave(M.From(M.Ana, -3))).Effects.OfType<Effect.Later>(), later => Assert.Null(later.At));

    [Fact]
    public void Two_hours_before_each_is_told_once_for_each_asking_unless_they_asked_today()
    {
        PoolEvent[] facts = [new PoolEvent.Joined(M.Hour(-30), M.Wish(M.Ana)), Joined(M.Ben)];
        var decision = Decide(facts, new PoolInput.Warn(M.From(PersonId.Bot, -2)));

        Assert.Equal([new PoolEvent.Warned(M.Hour(-2), M.Ana)], decision.Events);
        Assert.Contains("You are in today's matching, on Mon 12 Jan, 12:00.", Text(decision), StringComparison.Ordinal);
        Assert.Empty(Decide([.. facts, .. decision.Events], new PoolInput.Warn(M.From(PersonId.Bot, -2))).Effects);
    }

    [Fact]
    public void Whose_partner_did_not_come_waits_again_and_goes_first()
    {
        PoolEvent[] facts = [Joined(M.Ana), Joined(M.Ben), new PoolEvent.Matched(M.Noon, M.Ana, M.Ben, Today), new PoolEvent.Matched(M.Noon, M.Ben, M.Ana, Today)];
        var decision = Decide(facts, new PoolInput.Over(M.From(PersonId.Bot, 40), [M.Ana]));

        Assert.Equal([new PoolEvent.PutBack(M.Hour(40), M.Ana)], decision.Events);
        Assert.Equal(M.Hour(48), Timers(decision)[0].At);
        Assert.True(Assert.Single(After(facts, decision).Free(M.Hour(48))).First);
    }

    [Fact]
    public void Who_opted_out_during_a_meeting_is_not_put_back()
    {
        PoolEvent[] facts = [Joined(M.Ana), Joined(M.Ben), new PoolEvent.Matched(M.Noon, M.Ana, M.Ben, Today), new PoolEvent.Matched(M.Noon, M.Ben, M.Ana, Today)];
        var left = Decide(facts, new PoolInput.Leave(M.From(M.Ana, 20)));
        Assert.Contains("You are out.", Text(left), StringComparison.Ordinal);

        PoolEvent[] after = [.. facts, .. left.Events];
        Assert.Empty(Decide(after, new PoolInput.Over(M.From(PersonId.Bot, 40), [M.Ana])).Events);
        Assert.NotEmpty(Decide([.. after, Joined(M.Ana)], new PoolInput.Over(M.From(PersonId.Bot, 40), [M.Ana])).Events);
    }

    [Fact]
    public void Nobody_is_in_two_meetings_at_once() =>
        Assert.Contains("Your meeting is still open in #mock/pair-x2pv.", Text(Decide([], Join(M.Ana, 1) with { IsBusy = true, BusyIn = M.Thread })), StringComparison.Ordinal);

    [Fact]
    public void Without_questions_those_who_wait_are_told_instead_of_nothing()
    {
        PoolEvent[] facts = [Joined(M.Ana), Joined(M.Ben)];
        var decision = Decide(facts, new PoolInput.Run(M.From(PersonId.Bot, 0), new([], null)) { NothingToAsk = true });

        Assert.Equal(2, decision.Effects.OfType<Effect.Show>().Count());
        Assert.Equal(2, After(facts, decision).Free(M.Hour(24)).Count(each => each.First));
    }

    [Theory]
    [InlineData("hours:evening", "hours: is two times, such as 18:00-22:00, or any.")]
    [InlineData("zone:Europe/Dubln", "zone: there is no Europe/Dubln. Did you mean zone:Europe/Dublin?")]
    [InlineData("days:someday", "days: is daily, weekdays")]
    public void What_makes_no_sense_gets_one_sentence(string typed, string sentence)
    {
        var (wish, complaint) = PairEntry.Read([new(typed.Split(':')[0], typed.Split(':')[1])], M.From(M.Ana, 0), null, null, "UTC");

        Assert.Null(wish);
        Assert.StartsWith(sentence, complaint, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_named_stays_as_it_was()
    {
        var before = M.Wish(M.Ana, "coding", "L5", "18:00-20:00", "Europe/Dublin");

        var (wish, _) = PairEntry.Read([new("round", "any"), new("hours", "19:00-21:00")], M.From(M.Ana, 0, M.Channel), before, "Asia/Kolkata", "UTC");

        Assert.Equal(M.Wish(M.Ana, null, "L5", "19:00-21:00", "Europe/Dublin"), wish);
    }

    [Theory]
    [InlineData("2026-01-20", 20, null)]
    [InlineData("3 days", 14, null)]
    [InlineData("soon", 0, "away: is the last day away")]
    [InlineData("2020-01-01", 0, "2020-01-01 has passed.")]
    public void Away_takes_a_date_or_days(string typed, int day, string? sentence)
    {
        var (until, complaint) = PairEntry.ReadAway(typed, Today);

        Assert.Equal(day == 0 ? null : new DateOnly(2026, 1, day), until);
        if (sentence is null) Assert.Null(complaint);
        else Assert.StartsWith(sentence, complaint, StringComparison.Ordinal);
    }

    private static PoolEvent.Joined Joined(PersonId who, PairWish? wish = null) => new(M.Hour(-4), wish ?? M.Wish(who));

    private static PoolInput.Join Join(PersonId who, double hours) => new(M.From(who, hours), M.Wish(who), null);

    private static Pool State(params PoolEvent[] facts) => facts.Aggregate(Pool.New(M.Pool), (pool, fact) => pool.Evolve(fact));

    private static Decision<PoolEvent> Decide(PoolEvent[] facts, PoolInput input) => PoolDesk.Decide(State(facts), input);

    private static Pool After(PoolEvent[] facts, Decision<PoolEvent> decision) => decision.Events.Aggregate(State(facts), (pool, fact) => pool.Evolve(fact));

    private static Decision<PoolEvent> Run(PoolEvent[] facts, (PersonId, PersonId)[] pairs, PersonId? odd = null)
    {
        Candidate Of(PersonId person) => new(M.Wish(person), M.Hour(-4), false);
        return Decide(facts, new PoolInput.Run(M.From(PersonId.Bot, 0), new([.. pairs.Select(pair => (Of(pair.Item1), Of(pair.Item2)))], odd is { } left ? Of(left) : null)));
    }

    private static string Text(Decision<PoolEvent> decision) => Assert.Single(decision.Effects.OfType<Effect.Show>()).Message.Body.ToString();

    private static List<(string Timer, DateTimeOffset? At)> Timers(Decision<PoolEvent> decision) =>
        [.. decision.Effects.OfType<Effect.Later>().Select(later => (later.Timer, later.At))];
}
