using System.Diagnostics;
using NetflixPrep.Core.Calendars;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Drills;
using NetflixPrep.Core.Drills.Dailies;
using NetflixPrep.Core.Groups;
using static NetflixPrep.Core.Tests.Drills.Dailies.Q;

namespace NetflixPrep.Core.Tests.Drills.Dailies;

public class DailyDeskTests
{
    [Fact]
    public void The_card_shows_question_and_reason_in_the_practice_channel_and_pings_nobody()
    {
        var outcome = Given().When(Ask(setup: Setup)).Then(Asked()).CardSays("Tell me about culture.one.", "Why this one: behaviour is next in turn", "Nobody has answered yet.", "sealed until you have answered");

        Assert.Equal((new Where.In(Channel), "Question of the day: culture.one"), (outcome.Card!.To, outcome.Card.Message.Title));
        Assert.Empty(outcome.Card.Notify);
        Assert.Equal(["Answer", "Read answers"], outcome.Card.Message.Controls.OfType<Control.Button>().Select(button => button.Label));
    }

    [Fact]
    public void A_date_is_asked_once() => Assert.Equal(Decision<DailyEvent>.Nothing, Given(Asked()).When(Ask(setup: Setup)).Decision);

    [Fact]
    public void A_date_that_was_left_out_stays_so() =>
        Assert.Equal(Decision<DailyEvent>.Nothing, Given(new DailyEvent.LeftOut(At("09:00"), Withheld.NoQuestion)).When(Ask(setup: Setup)).Decision);

    [Fact]
    public void After_downtime_it_is_asked_late_on_the_same_local_day() => Given().When(Ask(At("21:59"), setup: Setup)).Then(new DailyEvent.Asked(At("21:59"), Setup));

    [Fact]
    public void The_next_day_is_too_late() => Given().When(Ask(At("09:00").AddHours(15))).Then(new DailyEvent.LeftOut(At("09:00").AddHours(15), Withheld.Missed));

    [Fact]
    public void Quiet_hours_to_the_end_of_the_day_leave_it_out() => Given().When(Ask(At("22:00"))).Then(new DailyEvent.LeftOut(At("22:00"), Withheld.Quiet));

    [Fact]
    public void Quiet_hours_that_end_earlier_put_it_off()
    {
        var siesta = Settings with { QuietHours = new(new(12, 0), new(14, 0)) };

        var outcome = Given().When(Ask(At("13:00"), siesta)).Then();

        Assert.Equal(DailyDesk.AskAt(Day, At("09:00"), At("14:00")), Assert.Single(outcome.Decision.Effects));
    }

    [Fact]
    public void Turned_off_meanwhile_it_is_left_out() =>
        Given().When(Ask(settings: Settings with { DailyQuestion = null })).Then(new DailyEvent.LeftOut(At("09:00"), Withheld.Off));

    [Fact]
    public void Without_a_question_in_the_bank_it_is_left_out() => Given().When(Ask()).Then(new DailyEvent.LeftOut(At("09:00"), Withheld.NoQuestion));

    [Fact]
    public void The_form_takes_one_paragraph_of_three_thousand_characters_and_says_what_is_not_read()
    {
        var form = Assert.IsType<Effect.OpenForm>(Assert.Single(Given(Asked()).When(new DailyInput.Open(From())).Decision.Effects)).Form;

        var input = Assert.Single(form.Inputs);
        Assert.Equal((3000, true, true, null), (input.MaxLength, input.Paragraph, input.Required, input.Value));
        Assert.Contains("Files and threads are not read", input.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void The_form_brings_back_what_one_answered_before() =>
        Assert.Equal("mine", Assert.IsType<Effect.OpenForm>(Assert.Single(Given(Asked(), Answered(Bea, "hers"), Answered(Ada, "mine")).When(new DailyInput.Open(From())).Decision.Effects)).Form.Inputs[0].Value);

    [Fact]
    public void An_answer_is_kept_under_its_name_and_the_card_says_how_many_without_names()
    {
        var outcome = Given(Asked(), Answered(Bea, "hers")).When(Answer(Ada, "  mine ")).Then(Answered(Ada, "mine"))
            .Whispers("Your answer is kept. 1 other answered so far.").Offers("Read answers", "Outline").CardSays("2 answered.");

        Assert.DoesNotContain("ada", outcome.Card!.Message.Body.ToString(), StringComparison.Ordinal);
        Assert.Equal("card", outcome.Card.Slot);
    }

    [Fact]
    public void Who_answers_first_is_told_that_nobody_else_has() => Given(Asked()).When(Answer(Ada, "mine")).Whispers("Nobody else has answered so far.").Offers("Outline").CardSays("1 answered.");

    [Fact]
    public void Answering_again_changes_ones_own_answer_as_a_new_fact()
    {
        var outcome = Given(Asked(), Answered(Ada, "mine"), Answered(Bea, "hers")).When(Answer(Ada, "mine, better told", "11:00"))
            .Then(Answered(Ada, "mine, better told", "11:00")).Whispers("Your answer is changed.").LeavesTheCard();

        Assert.Equal([new(Ada, At("10:00"), At("11:00"), "mine, better told"), new(Bea, At("10:00"), At("10:00"), "hers")], ((Daily.Asked)outcome.After).Answers);
    }

    [Fact]
    public void The_same_answer_again_is_no_new_fact() => Given(Asked(), Answered(Ada, "mine")).When(Answer(Ada, "mine ")).Then().Whispers("Your answer is kept.").LeavesTheCard();

    [Fact]
    public void An_empty_answer_is_not_kept() => Given(Asked()).When(Answer(Ada, " \n ")).Then().Whispers("Nothing was written").Offers("Answer");

    [Fact]
    public void An_answer_beyond_the_form_is_not_kept_and_not_cut() => Given(Asked()).When(Answer(Ada, new string('x', 3001))).Then().Whispers("up to 3,000 characters; this one has 3,001").Offers("Answer");

    [Fact]
    public void Answers_are_sealed_until_one_has_answered() => Given(Asked(), Answered(Bea, "hers")).When(Read(Ada)).Then().Whispers("sealed until you have answered").Offers("Answer");

    [Fact]
    public void The_outline_is_sealed_too() => Given(Asked()).When(new DailyInput.Outline(From())).Whispers("sealed until you have answered");

    [Fact]
    public void Who_has_answered_reads_the_others_with_name_day_and_time()
    {
        var outcome = Given(Asked(), Answered(Bea, "hers", "09:40"), Answered(Ada, "mine"), Answered(Cid, "his", "10:20"), Answered(Bea, "hers again", "10:30")).When(Read(Ada)).Then()
            .Whispers("bea, Mon 2 Mar, 10:30 (changed):\nhers again\n\ncid, Mon 2 Mar, 10:20:\nhis").Offers("Outline");

        Assert.DoesNotContain("mine", outcome.Whisper.Message.Body.ToString(), StringComparison.Ordinal);
        Assert.Equal((Ada, true), (outcome.Whisper.Only, outcome.Whisper.Quotes));
    }

    [Fact]
    public void What_others_wrote_is_shown_to_the_letter() =>
        Assert.Contains(new Part.Typed("**bold** @everyone <script>"), Given(Asked(), Answered(Bea, "**bold** @everyone <script>"), Answered(Ada, "mine")).When(Read(Ada)).Whisper.Message.Body.Parts);

    [Fact]
    public void A_long_answer_is_cut_at_a_word_with_how_much_was_cut()
    {
        var words = string.Join(' ', Enumerable.Repeat("elephant", 120)); // 1,079 characters

        Given(Asked(), Answered(Bea, words), Answered(Ada, "mine")).When(Read(Ada)).Whispers($"{words[..800].TrimEnd()}… (279 more characters)");
    }

    [Theory]
    [InlineData(800, false)]
    [InlineData(801, true)]
    public void Only_what_is_longer_is_cut(int length, bool cut) =>
        Assert.Equal(cut, Given(Asked(), Answered(Bea, new string('x', length)), Answered(Ada, "mine")).When(Read(Ada)).Whisper.Message.Body.ToString().Contains("more characters", StringComparison.Ordinal));

    [Fact]
    public void A_cut_never_divides_a_character()
    {
        var text = "x" + string.Concat(Enumerable.Repeat("😀", 600));

        var shown = Given(Asked(), Answered(Bea, text), Answered(Ada, "mine")).When(Read(Ada)).Whisper.Message.Body.ToString();

        Assert.DoesNotContain('\uFFFD', System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(shown)));
    }

    [Fact]
    public void Many_answers_come_five_at_a_time()
    {
        DailyEvent[] facts = [Asked(), Answered(Ada, "mine"), .. Enumerable.Range(1, 7).Select(number => Answered(Ada with { User = $"p{number}" }, $"answer {number}"))];

        var first = Given(facts).When(Read(Ada)).Offers("More answers", "Outline").Whisper;
        var more = DailyAct.Read(Token.Read(((Control.Button)first.Message.Controls[0]).Token)!, From());
        var second = Given(facts).When(more).Offers("Outline").Whispers("answer 6", "answer 7").Whisper;

        Assert.Equal(("Answers 1 to 5 of 7 by others", "Answers 6 to 7 of 7 by others"), (first.Message.Title, second.Message.Title));
    }

    [Fact]
    public void A_page_that_is_not_there_any_more_is_the_first() => Given(Asked(), Answered(Ada, "mine"), Answered(Bea, "hers")).When(Read(Ada, 50)).Whispers("hers");

    [Fact]
    public void With_nobody_else_there_is_nothing_to_read() => Given(Asked(), Answered(Ada, "mine")).When(Read(Ada)).Whispers("Nobody else has answered so far.").Offers("Outline");

    [Fact]
    public void The_outline_comes_after_ones_own_answer() => Given(Asked(), Answered(Ada, "mine")).When(new DailyInput.Outline(From())).Whispers("one", "four");

    [Fact]
    public void A_sum_shows_its_working_instead() =>
        Given(Asked(SumSetup), Answered(Ada, "0.8")).When(new DailyInput.Outline(From())).Whispers(Core.Drills.Calculators.Sums.Make("precision-recall", 7).Working[0]);

    [Fact]
    public void A_card_with_a_sum_names_no_result() => Given().When(Ask(setup: SumSetup)).CardSays("A calculator is fine.");

    [Fact]
    public void Somebody_of_another_group_is_told_nothing_and_changes_nothing()
    {
        DailyInput[] forged = [new DailyInput.Open(From(Stranger)), Answer(Stranger, "forged"), Read(Stranger), new DailyInput.Outline(From(Stranger)), new DailyInput.Unknown(From(Stranger))];

        Assert.All(forged, input => Given(Asked(), Answered(Ada, "mine"), Answered(Bea, "hers")).When(input).Then().Whispers("I do not know that question here").Offers().LeavesTheCard());
    }

    [Fact]
    public void In_direct_messages_nobody_is_of_a_group() => Given(Asked()).When(Answer(Ada with { Group = null }, "mine")).Then().Whispers("I do not know that question here");

    [Fact]
    public void What_was_never_asked_is_answered_as_what_belongs_to_others() => Given().When(Read(Ada)).Then().Whispers("I do not know that question here");

    [Fact]
    public void A_lost_channel_is_recorded_once() =>
        Assert.Equal(Decision<DailyEvent>.Nothing, Given(Asked(), Lost).When(new DailyInput.PlaceLost(From(PersonId.Bot))).Decision);

    [Fact]
    public void In_a_lost_channel_no_card_is_changed() => Given(Asked(), Lost).When(Answer(Ada, "mine")).Then(Answered(Ada, "mine")).LeavesTheCard();

    [Fact]
    public void When_answers_were_erased_the_card_counts_anew() => Given(Asked(), Answered(Bea, "hers")).When(new DailyInput.Recount(From())).Then().CardSays("1 answered.");

    [Fact]
    public void Every_pair_of_state_and_input_is_answered_and_can_be_folded()
    {
        DailyEvent[][] histories = [[], [Asked()], [Asked(SumSetup)], [Asked(), Answered(Ada, "mine")], [Asked(), Answered(Bea, "hers"), Lost], [new DailyEvent.LeftOut(At("09:00"), Withheld.Quiet)]];
        var inputs = typeof(DailyInput).GetNestedTypes().SelectMany(Variants).ToList();

        Assert.Equal(typeof(Daily).GetNestedTypes().Length, histories.Select(history => Given(history).After.GetType()).Distinct().Count());
        Assert.All(histories, history => Assert.All(inputs, input => Assert.NotNull(Given(history).When(input).After)));
        Assert.All(histories, history => Assert.All(inputs.Where(input => input.From.Person != PersonId.Bot && input is not (DailyInput.Ask or DailyInput.Recount or DailyInput.PlaceLost)),
            input => Assert.NotEmpty(Given(history).When(input).Decision.Effects)));
    }

    [Fact]
    public void An_impossible_fact_throws() => Assert.Throws<UnreachableException>(() => new Daily.NotAsked(Day).Evolve(Answered(Ada, "too early")));

    [Fact]
    public void A_stream_names_its_group_and_date()
    {
        Assert.Equal((Hall, Monday), Daily.Read(Day));
        Assert.Null(Daily.Read(new("daily", "terminal:hall")));
        Assert.Null(Daily.Read(new("drill", Day.Key)));
    }

    [Fact]
    public void Tokens_fit_also_with_the_longest_ids() =>
        Assert.True(new Token(Daily.StreamOf(new("group", "discord:12345678901234567890"), Monday), "answered", 0, "995").ToString().Length <= Token.MaxLength);

    private static DailyEvent Lost => new DailyEvent.PlaceLost(At("12:00"));

    private static IEnumerable<DailyInput> Variants(Type kind)
    {
        var origins = new[] { From(), From(Stranger) };
        return kind.Name switch
        {
            nameof(DailyInput.Ask) =>
            [
                .. from settings in (GroupSettings[])[Settings, GroupSettings.Default]
                   from now in (string[])["09:00", "23:00"]
                   from setup in (DailySetup?[])[null, Setup, SumSetup]
                   select Ask(At(now), settings, setup),
            ],
            nameof(DailyInput.Answer) => [.. from origin in origins from text in (string[])["", "mine", "other"] select new DailyInput.Answer(origin, text)],
            nameof(DailyInput.Read) => [.. from origin in origins from skip in (int[])[0, 5, 5000] select new DailyInput.Read(origin, skip)],
            nameof(DailyInput.Open) => [.. origins.Select(origin => new DailyInput.Open(origin))],
            nameof(DailyInput.Outline) => [.. origins.Select(origin => new DailyInput.Outline(origin))],
            nameof(DailyInput.Unknown) => [.. origins.Select(origin => new DailyInput.Unknown(origin))],
            nameof(DailyInput.Recount) => [new DailyInput.Recount(From())],
            nameof(DailyInput.PlaceLost) => [new DailyInput.PlaceLost(From(PersonId.Bot))],
            _ => throw new InvalidOperationException($"Say what {kind.Name} can look like."),
        };
    }
}
