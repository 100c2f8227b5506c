using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Questions;
using NetflixPrep.Core.Reviews.Reviewers;

namespace NetflixPrep.Core.Tests.Reviews.Reviewers;

public class LicenceChoiceTests
{
    [Fact]
    public void The_samples_never_come_as_weak_fair_strong()
    {
        var orders = Enumerable.Range(0, 200).Select(at => Next(V.Bank(V.Question()), Somebody(at))!.Order).Distinct().ToList();

        Assert.Equal(5, orders.Count);
        Assert.DoesNotContain([SampleKind.Weak, SampleKind.Fair, SampleKind.Strong], orders);
    }

    [Fact]
    public void The_same_person_and_try_give_the_same_paper()
    {
        var bank = V.Bank([.. Enumerable.Range(0, 6).Select(at => V.Question($"culture.{at}"))]);

        Assert.Equal(Next(bank, V.State()), Next(bank, V.State()));
        Assert.True(Enumerable.Range(0, 50).Select(at => Next(bank, Somebody(at))!.QuestionId).Distinct().Count() > 1);
    }

    [Fact]
    public void It_is_among_the_six_that_are_read_fastest()
    {
        var bank = V.Bank([.. Enumerable.Range(0, 12).Select(at => V.Question($"culture.{at}", words: 20 + at))]);

        var chosen = Enumerable.Range(0, 200).Select(at => Next(bank, Somebody(at))!.QuestionId).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(["culture.0", "culture.1", "culture.2", "culture.3", "culture.4", "culture.5"], chosen);
    }

    [Fact]
    public void What_the_person_is_answering_is_left_out()
    {
        var bank = V.Bank(V.Question("culture.one"), V.Question("culture.two"));

        Assert.Equal("culture.two", Next(bank, V.State(), "culture.one")!.QuestionId);
        Assert.Null(Next(bank, V.State(), "culture.one", "culture.two"));
    }

    [Fact]
    public void Only_reviewed_questions_with_three_samples_and_two_scored_dimensions_fit()
    {
        var question = V.Question();
        Sample OnlyImpact(Sample sample) => sample with { Gold = [.. sample.Gold.Take(1)] };
        Seq<Question> others =
        [
            question with { Status = QuestionStatus.Draft },
            question with { Status = QuestionStatus.Sample },
            question with { Samples = [.. question.Samples.Take(2)] },
            question with { Samples = [.. question.Samples.Take(2), question.Samples[0]] },
            question with { Samples = [.. question.Samples.Select(OnlyImpact)] },
            question with { Samples = [.. question.Samples.Take(2), OnlyImpact(question.Samples[2])] },
        ];

        Assert.NotNull(Next(V.Bank(question), V.State()));
        Assert.All(others, other => Assert.Null(Next(V.Bank(other), V.State())));
    }

    [Fact]
    public void The_second_try_is_about_another_question()
    {
        var bank = V.Bank(V.Question("culture.one"), V.Question("culture.two", words: 300));

        var next = Next(bank, V.State(V.MissedOnce))!;

        Assert.Equal(("culture.two", 2, true, "hash of culture.two"), (next.QuestionId, next.Number, next.IsSecond, next.ScriptHash));
    }

    [Fact]
    public void Where_there_is_no_other_the_same_comes_in_another_order() =>
        Assert.All(Enumerable.Range(0, 50), at =>
        {
            var somebody = Somebody(at);
            var first = Next(V.Bank(V.Question()), somebody)!;
            var missed = somebody.Evolve(V.Begun(first)).Evolve(new ReviewerEvent.LicenceMissed(V.Noon, null));

            var second = Next(V.Bank(V.Question()), missed)!;

            Assert.Equal(first.QuestionId, second.QuestionId);
            Assert.NotEqual(first.Order, second.Order);
        });

    [Fact]
    public void When_all_were_seen_it_is_the_one_of_longest_ago()
    {
        var bank = V.Bank(V.Question("culture.one"), V.Question("culture.two"));

        var third = Next(bank, V.State(V.MissedTwice))!;

        Assert.Equal(("culture.one", 3, false), (third.QuestionId, third.Number, third.IsSecond));
    }

    [Fact]
    public void The_offered_button_runs_the_command_for_whoever_presses_it() =>
        Assert.Equal(CommandTable.ReviewLicence, CommandPress.Read(ReviewerAct.LicenceButton().Token));

    private static LicencePaper? Next(QuestionBank bank, Reviewer reviewer, params Seq<string> answering) =>
        LicenceChoice.Next(bank, reviewer, answering, id => $"hash of {id}");

    private static Reviewer Somebody(int at) => Reviewer.New(Reviewer.StreamOf(new("terminal", "hall", $"somebody{at}")));
}
