using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Interviews;
using NetflixPrep.Core.Questions;
using NetflixPrep.Core.Tests.Questions;

namespace NetflixPrep.Core.Tests.Interviews;

public class OpeningTests
{
    private static readonly Question Rows = B.Question("ml-system-design.rows") with { Levels = ["L5", "L6"] };
    private static readonly Question Ranker = B.Question("ml-system-design.ranker") with { Levels = ["L4"] };
    private static readonly Question Streams = B.Question("coding.streams") with { Minutes = new(25, 5, 2) };
    private static readonly Opening Opening = new(new QuestionBank(new() { Questions = [Rows, Ranker, Streams] }), id => $"hash of {id}");
    private static readonly Past Nothing = new([], null);

    [Fact]
    public void What_was_asked_for_wins() => Assert.Equal("coding.streams", Start(("round", "coding")).QuestionId);

    [Fact]
    public void A_question_by_its_id_wins_over_everything() => Assert.Equal("ml-system-design.rows", Start(("question", "ml-system-design.rows"), ("level", "L4")).QuestionId);

    [Fact]
    public void The_script_hash_is_the_questions() => Assert.Equal("hash of coding.streams", Start(("round", "coding")).ScriptHash);

    [Fact]
    public void The_minutes_are_the_questions_own_unless_named()
    {
        Assert.Equal(35, Start(("round", "coding")).Minutes);
        Assert.Equal(12, Start(("round", "coding"), ("minutes", "12")).Minutes);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("181")]
    [InlineData("-5")]
    [InlineData("soon")]
    [InlineData("99999999999")]
    public void Minutes_have_bounds(string minutes) => Assert.Equal("Minutes are a whole number from 1 to 180.", Refused(("minutes", minutes)));

    [Theory]
    [InlineData("1", 1)]
    [InlineData("180", 180)]
    public void The_bounds_belong_to_it(string minutes, int expected) => Assert.Equal(expected, Start(("minutes", minutes)).Minutes);

    [Fact]
    public void An_unknown_round_is_refused_with_the_list() => Assert.StartsWith("There is no round called 'chess'. The rounds are recruiter-screen, ", Refused(("round", "chess")), StringComparison.Ordinal);

    [Fact]
    public void An_unknown_level_is_refused_with_the_list() => Assert.Equal("The levels are L4, L5, L6 and L7.", Refused(("level", "L9")));

    [Fact]
    public void A_level_that_nothing_fits_is_said_on_the_card()
    {
        var setup = Start(("round", "coding"), ("level", "l7"));

        Assert.Equal(("L7", "No L7 question fits, so this one is for L5."), (setup.Level, setup.Note));
    }

    [Fact]
    public void Without_a_level_it_is_L5_where_the_question_has_it()
    {
        Assert.Equal("L5", Start(("question", "ml-system-design.rows")).Level);
        Assert.Equal("L4", Start(("question", "ml-system-design.ranker")).Level);
    }

    [Theory]
    [InlineData("public", Openness.Public)]
    [InlineData("private", Openness.Private)]
    [InlineData("dm", Openness.Dm)]
    public void The_place_is_the_one_asked_for(string place, Openness expected) => Assert.Equal(expected, Start(("place", place)).Openness);

    [Fact]
    public void Without_a_place_a_group_gets_a_private_thread_and_a_direct_message_stays_one()
    {
        var direct = (Opened.Ready)Opening.Start(A.Stream, A.From(0, new("terminal", null, "ada")), [], Nothing);

        Assert.Equal((Openness.Private, Openness.Dm), (Start().Openness, direct.Setup.Openness));
    }

    [Fact]
    public void The_seed_is_the_one_named_or_the_deliverys()
    {
        Assert.Equal(42ul, Start(("seed", "42")).Seed);
        Assert.Equal(Chance.From("d0").Seed, Start().Seed);
    }

    [Fact]
    public void The_same_seed_gives_the_same_question() => Assert.Equal(Start(("seed", "5")), Start(("seed", "5")));

    [Fact]
    public void The_cause_of_last_time_comes_along()
    {
        var ready = (Opened.Ready)Opening.Start(A.Stream, A.From(0), [], new([], A.LastTime));

        Assert.Equal(A.LastTime, ready.Setup.LastCause);
    }

    [Fact]
    public void A_change_of_minutes_keeps_the_question_that_was_asked_for()
    {
        var before = Start(("question", "ml-system-design.ranker"), ("seed", "1"));

        var after = Change(before, ("round", "ml-system-design"), ("level", "L4"), ("minutes", "20"));

        Assert.Equal(before with { Minutes = 20 }, after);
    }

    [Fact]
    public void A_change_of_minutes_keeps_the_note_about_the_level()
    {
        var before = Start(("round", "coding"), ("level", "L7"));

        Assert.Equal(before with { Minutes = 20 }, Change(before, ("round", "coding"), ("level", "L7"), ("minutes", "20")));
    }

    [Fact]
    public void A_change_of_level_finds_a_question_for_it()
    {
        var before = Start(("question", "ml-system-design.ranker"));

        Assert.Equal("ml-system-design.rows", Change(before, ("round", "ml-system-design"), ("level", "L6"), ("minutes", "30")).QuestionId);
    }

    [Fact]
    public void A_change_of_round_finds_a_question_of_it_and_keeps_the_seed()
    {
        var before = Start(("question", "ml-system-design.rows"), ("seed", "9"));

        var after = Change(before, ("round", "coding"), ("level", "L5"), ("minutes", "30"));

        Assert.Equal(("coding.streams", "coding", 9ul), (after.QuestionId, after.RoundId, after.Seed));
    }

    [Fact]
    public void A_change_keeps_the_topic_and_the_difficulty_that_were_asked_for()
    {
        var opening = Two(new("topic-a", Difficulty.Hard), new("topic-b", Difficulty.Easy));

        var after = Enumerable.Range(0, 20).SelectMany(seed => new[] { ("topic", "topic-a"), ("difficulty", "hard") }.Select(wish =>
            Change(opening, Start(opening, null, wish, ("round", "coding"), ("seed", $"{seed}")), ("round", "coding"), ("level", "L5"), ("minutes", "20")))).ToList();

        Assert.All(after, setup => Assert.Equal("coding.topic-a", setup.QuestionId));
        Assert.Contains(after, setup => setup.Topic == "topic-a");
        Assert.Contains(after, setup => setup.Difficulty == "hard");
    }

    [Theory]
    [InlineData("topic-b", null)]
    [InlineData(null, "topic-a")]
    public void A_change_in_a_round_of_a_loop_still_sees_to_what_the_loop_wishes(string? wanted, string? usedUp)
    {
        var opening = Two(new("topic-a", Difficulty.Medium), new("topic-b", Difficulty.Medium));
        var part = new LoopPart(new("loop", "abcdefgh"), 2, 3, One(wanted), One(usedUp));

        var after = Enumerable.Range(0, 20).Select(seed =>
            Change(opening, Start(opening, part, ("round", "coding"), ("seed", $"{seed}")), ("round", "coding"), ("level", "L5"), ("minutes", "20")));

        Assert.All(after, setup => Assert.Equal(("coding.topic-b", part), (setup.QuestionId, setup.Loop)));
    }

    [Fact]
    public void A_round_that_a_loop_fixed_is_not_changed()
    {
        var before = Start(("round", "coding")) with { Loop = new(new("loop", "abcdefgh"), 2, 3) };

        Assert.StartsWith("This is round 2 of 3 of your loop, so its round stays.", NotChanged(before, ("round", "ml-system-design"), ("level", "L5"), ("minutes", "30")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_session_that_is_run_again_is_not_changed()
    {
        var before = Start(("round", "coding")) with { FirstRun = new(new("session", "earlier1"), []) };

        Assert.StartsWith("A session that is run again keeps its questions", NotChanged(before, ("round", "coding"), ("level", "L5"), ("minutes", "20")), StringComparison.Ordinal);
    }

    private static Opening Two(params (string Topic, Difficulty Difficulty)[] questions) => new(
        new QuestionBank(new() { Questions = [.. questions.Select(each => B.Question($"coding.{each.Topic}") with { Topics = [each.Topic], Difficulty = each.Difficulty })] }), id => $"hash of {id}");

    private static Seq<string> One(string? topic) => topic is null ? [] : [topic];

    private static Setup Start(Opening opening, LoopPart? loop, params (string Name, string Value)[] arguments) =>
        Assert.IsType<Opened.Ready>(opening.Start(A.Stream, A.From(0), Of(arguments), Nothing, loop)).Setup;

    private static Setup Change(Opening opening, Setup before, params (string Name, string Value)[] fields) => Assert.IsType<Opened.Ready>(opening.Change(before, A.From(1), Of(fields), Nothing)).Setup;

    private static string NotChanged(Setup before, params (string Name, string Value)[] fields) => Assert.IsType<Opened.Refused>(Opening.Change(before, A.From(1), Of(fields), Nothing)).Complaint;

    private static Setup Start(params (string Name, string Value)[] arguments) => Assert.IsType<Opened.Ready>(Opening.Start(A.Stream, A.From(0), Of(arguments), Nothing)).Setup;

    private static string Refused(params (string Name, string Value)[] arguments) => Assert.IsType<Opened.Refused>(Opening.Start(A.Stream, A.From(0), Of(arguments), Nothing)).Complaint;

    private static Setup Change(Setup before, params (string Name, string Value)[] fields) => Assert.IsType<Opened.Ready>(Opening.Change(before, A.From(1), Of(fields), Nothing)).Setup;

    private static Seq<Argument> Of((string Name, string Value)[] arguments) => [.. arguments.Select(argument => new Argument(argument.Name, argument.Value))];
}

public class SessionStatusTests
{
    [Fact]
    public void Says_part_time_left_and_what_to_do() =>
        Assert.Equal("**System design**: your answer to Homepage rows, 15 minutes left.\n1 message saved, hints used: 1.\nGo on answering, and press *Done* when you have finished.",
            Status(5, A.Started, A.Asked, A.Answered("goal"), A.Hinted(1, 2)));

    [Fact]
    public void Says_that_the_clock_stands() => Assert.Contains("15 minutes left.\n0 messages saved, hints used: 0.\nThe session is paused", Status(50, A.Started, A.Asked, A.Paused(5)), StringComparison.Ordinal);

    [Fact]
    public void Counts_the_follow_ups() => Assert.Contains("follow-up 1 of 2, 4 minutes left", Status(11, A.Started, A.Asked, A.Answered("goal"), A.Finished(), A.Probed("ask-baseline")), StringComparison.Ordinal);

    [Fact]
    public void Says_what_a_card_waits_for() => Assert.Contains("Press *Begin*", Status(0, A.Started), StringComparison.Ordinal);

    [Fact]
    public void Says_that_nothing_is_open() => Assert.Equal("No session is open. /mock start opens one.", Status(9, A.Started, A.Ended(Ending.Stopped, 1)));

    [Fact]
    public void Whoever_chooses_their_one_thing_sees_the_causes_again() =>
        Assert.Equal(Debriefed(Choosing), Buttons(Choosing));

    [Fact]
    public void Whoever_judges_last_times_one_thing_sees_both_buttons() => Assert.Equal(["Held", "Slipped"], Buttons([A.StartedWith(A.Setup with { LastCause = A.LastTime }), .. Choosing[1..], A.Chose()]));

    [Fact]
    public void The_buttons_of_status_can_be_pressed()
    {
        var session = Specification.Given(Choosing).Session;
        var button = SessionStatus.WithControls(session, Scripted, A.Min(13)).Controls.OfType<Control.Button>().First();

        var pressed = Act.Read(Token.Read(button.Token)!, value: null, A.From(13));

        Specification.Given(Choosing).When(pressed).Then(A.Chose("no-latency", "No latency"), A.Ended(Ending.Complete, 13));
    }

    private static readonly SessionEvent[] Choosing = [A.Started, A.Asked, A.Answered("The goal. A baseline."), A.Finished(), A.Invited(), A.QuestionsOver(), A.ScoresSkipped(), A.Debriefed()];

    private static Seq<Scripted> Scripted => [new(Fixture.Script, Core.Questions.Reading.QuestionReader.Compile(Fixture.Script))];

    private static IEnumerable<string> Buttons(SessionEvent[] facts) => SessionStatus.WithControls(Specification.Given(facts).Session, Scripted, A.Min(13)).Controls.Select(Outcome.Label);

    // What the debrief itself showed.
    private static IEnumerable<string> Debriefed(SessionEvent[] facts) => Specification.Given(facts[..^2]).When(A.Skip(12)).Shown[^1].Message.Controls.Select(Outcome.Label);

    private static string Status(double minute, params SessionEvent[] facts) => SessionStatus.Describe(Specification.Given(facts).Session, [Fixture.Script], A.Min(minute)).ToString();
}
