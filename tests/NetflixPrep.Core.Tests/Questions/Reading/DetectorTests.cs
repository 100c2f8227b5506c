using NetflixPrep.Core.Questions;
using NetflixPrep.Core.Questions.Reading;

namespace NetflixPrep.Core.Tests.Questions.Reading;

public sealed class DetectorTests
{
    [Theory]
    [InlineData("calibrat*", "We CALIBRATED it.", "CALIBRATED")]
    [InlineData("top-k", "Return the Top K rows", "Top K")]
    [InlineData("don't need", "I don’t need that", "don’t need")]
    [InlineData("feature store", "a feature_store helps", "feature_store")]
    [InlineData("p99", "p99<800 ms", "p99")]
    [InlineData("l2", "add ℓ or L2-penalty", "L2")]
    [InlineData("1 %", "first 1% then more", "1%")]
    [InlineData("1000", "about 1,000 rows", "1,000")]
    [InlineData("baseline", "a base\u200Bline", "base\u200Bline")]
    [InlineData("ranking", "ｒａｎｋｉｎｇ first", "ｒａｎｋｉｎｇ")]
    [InlineData("naïve bayes", "nai\u0308ve Bayes", "nai\u0308ve Bayes")]
    [InlineData("canary", "🚀canary🚀", "canary")]
    [InlineData("recall", "שלום recall שלום", "recall")]
    [InlineData("a/b test", "an A/B-test", "A/B-test")]
    [InlineData("feature store", "We keep what every model has in common in one feature\nstore for all", "feature\nstore")]
    public void An_item_is_found_however_it_is_typed(string item, string text, string words)
    {
        var finding = B.Find(new() { Any = [item] }, text);

        Assert.Equal(words, Assert.Single(finding.Hits).Words);
    }

    [Theory]
    [InlineData("rank", "We keep ranking")]
    [InlineData("feature store", "One more feature. Store it")]
    [InlineData("feature store", "- a feature\n- store it")]
    [InlineData("baseline", "```\nbaseline = 1\n```")]
    [InlineData("baseline", "so ```baseline = 1")]
    [InlineData("baseline", "`baseline = fit the model`")]
    [InlineData("baseline", "> your baseline?\nno idea")]
    [InlineData("baseline", "")]
    [InlineData("baseline", "\uD83D \uFFFF \0 base line")]
    public void Other_text_is_no_hit(string item, string text)
    {
        var finding = B.Find(new() { Any = [item] }, text);

        Assert.False(finding.Mentioned);
    }

    [Theory]
    [InlineData("Short code such as `baseline` is read")]
    [InlineData("> 800 ms is too slow for a baseline")]
    [InlineData("```x = 1``` then a baseline")]
    public void What_stands_around_code_is_read(string text) => Assert.True(B.Find(new() { Any = ["baseline"] }, text).Mentioned);

    [Theory]
    [InlineData("raise the alarm when drift passes 0.2", true)]
    [InlineData("drift passes a limit, so raise the alarm", false)]
    public void Any_number_is_an_item(string text, bool mentioned) =>
        Assert.Equal(mentioned, B.Find(new() { Near = [new(["drift"], [Detector.AnyNumber], 3)] }, text).Mentioned);

    [Fact]
    public void A_number_is_found_before_and_after_the_other_word()
    {
        var detector = new Detector { Near = [new(["workers", "hours"], [Detector.AnyNumber], 1)] };

        Assert.True(B.Find(detector, "with 12 workers").Mentioned);
        Assert.True(B.Find(detector, "workers: 12 of them, for many hours").Mentioned);
        Assert.False(B.Find(detector, "12 of these big workers").Mentioned);
    }

    [Theory]
    [InlineData("we split traffic by salted hash of the member id", true)]
    [InlineData("we split traffic by hash", false)]
    [InlineData("a salt. we split traffic by hash", false)]
    [InlineData("salt our soup while somebody far away and later splits traffic by hash", false)]
    public void A_third_list_must_stand_as_near(string text, bool mentioned) =>
        Assert.Equal(mentioned, B.Find(new() { Near = [new(["split*"], ["hash"], 4) { Also = ["salt*"] }] }, text).Mentioned);

    [Fact]
    public void A_third_hit_is_quoted_with_the_two()
    {
        var finding = B.Find(new() { Near = [new(["split"], ["hash"], 4) { Also = ["salted"] }] }, "we split by salted hash");

        Assert.Equal(["split", "salted", "hash"], finding.Hits.Select(hit => hit.Words));
    }

    [Fact]
    public void A_veto_of_one_line_leaves_the_others()
    {
        var detector = new Detector { Any = ["staged roll-out"], Near = [new(["ramp"], ["slowly"], 3) { Not = ["today"] }] };

        Assert.False(B.Find(detector, "today we ramp slowly").Mentioned);
        Assert.True(B.Find(detector, "I would ramp slowly").Mentioned);
        Assert.True(B.Find(detector, "today we have a staged roll-out").Mentioned);
    }

    [Fact]
    public void All_needs_a_hit_of_each_list_in_any_message()
    {
        var detect = new Detector { All = [["precision"], ["recall", "sensitivity"]] };

        Assert.True(B.Find(detect, "precision first", "then sensitivity").Mentioned);
        Assert.False(B.Find(detect, "precision and precision").Mentioned);
    }

    [Fact]
    public void Near_needs_both_within_so_many_words_of_one_message()
    {
        var detect = new Detector { Near = [new(["label*"], ["late", "delay*"], 3)] };

        Assert.True(B.Find(detect, "labels come a day late").Mentioned);
        Assert.True(B.Find(detect, "delayed by days: labels").Mentioned);
        Assert.False(B.Find(detect, "labels come in a day or two late").Mentioned);
        Assert.False(B.Find(detect, "labels", "late").Mentioned);
    }

    [Fact]
    public void Count_needs_different_items()
    {
        var detect = new Detector { Count = new(["shadow", "canary", "ramp*"], 2) };

        Assert.True(B.Find(detect, "shadow first, then ramping").Mentioned);
        Assert.False(B.Find(detect, "shadow, shadow, shadow").Mentioned);
    }

    [Fact]
    public void Not_vetoes_its_own_sentence_only()
    {
        var detect = new Detector { Any = ["popular"], Not = ["popular opinion"] };

        Assert.False(B.Find(detect, "It is a popular opinion.").Mentioned);
        Assert.True(B.Find(detect, "It is a popular opinion. Show popular titles.").Mentioned);
    }

    [Fact]
    public void First_fires_when_the_earlier_signal_leads_or_the_later_is_missing()
    {
        var question = B.Question(signals:
        [
            B.Signal("goal", new() { Any = ["goal"] }),
            B.Signal("model", new() { Any = ["model"] }),
            B.Signal("order", new() { First = new("goal", "model") }),
        ]);
        var reader = QuestionReader.Compile(B.Script(question));

        Assert.True(reader.Read([new("1", "The goal, then a model", 0)]).Mentions("order"));
        Assert.True(reader.Read([new("1", "The goal", 0)]).Mentions("order"));
        Assert.False(reader.Read([new("1", "A model", 0), new("2", "the goal", 1)]).Mentions("order"));
        Assert.False(reader.Read([new("1", "Neither", 0)]).Mentions("order"));
    }

    [Fact]
    public void A_message_that_is_code_is_not_read()
    {
        var reading = B.Reader(new() { Any = ["baseline"] }).Read([new("1", "baseline", 0, IsCode: true)]);

        Assert.False(reading.Mentions("it"));
    }

    [Fact]
    public void The_longest_of_overlapping_hits_is_kept()
    {
        var finding = B.Find(new() { Any = ["latency", "p99 latency", "p99"] }, "our p99 latency");

        Assert.Equal("p99 latency", Assert.Single(finding.Hits).Words);
    }

    [Fact]
    public void A_hit_knows_message_position_and_minute()
    {
        var hit = B.Find(new() { Any = ["baseline"] }, "Goal first.", "Then the baseline: popularity.").Hits[0];

        Assert.Equal(new Hit(1, 9, 8, "baseline", "Then the baseline: popularity.", 1), hit);
    }

    [Fact]
    public void A_long_sentence_is_quoted_around_the_words_and_cut_at_word_ends()
    {
        var text = string.Join(' ', Enumerable.Repeat("something", 20)) + " baseline " + string.Join(' ', Enumerable.Repeat("something", 20));

        var quote = B.Find(new() { Any = ["baseline"] }, text).Hits[0].Quote;

        Assert.InRange(quote.Length, 60, 90);
        Assert.StartsWith("something", quote, StringComparison.Ordinal);
        Assert.Contains(" baseline ", quote, StringComparison.Ordinal);
        Assert.EndsWith("something", quote, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fact_is_asked_for_in_questions_only()
    {
        var fact = new FactCard("members", "280 million.", new() { Any = ["how many members", "scale"] }, false);
        var other = new FactCard("latency", "800 ms.", new() { Any = ["latency"] }, false);
        var reader = QuestionReader.Compile(B.Script(B.Question(signals: B.Signal("it")) with { Facts = [other, fact] }));

        Assert.Equal([fact], reader.FactsAskedIn("Latency matters. How many members?"));
        Assert.Equal([other, fact], reader.FactsAskedIn("scale, no latency"));
        Assert.Empty(reader.FactsAskedIn("Why?"));
    }

    [Fact]
    public void Near_stays_inside_one_sentence()
    {
        var near = new Detector { Near = [new(["label*"], ["late"], 5)] };

        Assert.True(B.Find(near, "labels may come late").Mentioned);
        Assert.False(B.Find(near, "We have labels. Late at night it runs").Mentioned);
    }

    [Fact]
    public void Asking_for_something_does_not_mention_it()
    {
        var baseline = new Detector { Any = ["baseline"] };

        Assert.False(B.Find(baseline, "Do you have a baseline?").Mentioned);
        Assert.True(B.Find(baseline, "What first? A baseline.").Mentioned);
        Assert.True(B.Find(baseline with { Asking = true }, "Do you have a baseline?").Mentioned);
    }

    [Fact]
    public void A_number_may_begin_with_its_point() => Assert.True(B.Find(new() { Any = ["power .8"] }, "at power .8 we need more").Mentioned);
}
