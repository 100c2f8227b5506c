using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Interviews;
using NetflixPrep.Core.Questions;

namespace NetflixPrep.Core.Reviews;

/// <summary>The page of a result: numbers first, then each review in its own words. Short lines that can be read aloud.</summary>
public static class ReviewResultPage
{
    /// <param name="causes">The closed list, for the labels.</param>
    /// <param name="named">The reviewers' names stand beside their numbers; for the candidate.</param>
    /// <param name="mine">It is the candidate who reads it.</param>
    public static Message Message(ReviewResult result, Seq<RootCause> causes, bool named = true, bool mine = true) => new(result.IsEmpty
        ? Prose.Of($"Nobody reviewed this in time: {Prose.Markdown(result.Round.RoundLabel)}, {Prose.Markdown(result.Round.Title)}. What you answered is kept, and you can share it again whenever you like.")
        : Prose.Paragraphs(
        [
            Numbers(result, causes, mine ? "your" : "their"),
            TalkAbout(result),
            .. result.Round.Reviews.Select((review, at) => Review(result, review, at + 1, causes, named)),
            Footnotes(result),
        ]))
    {
        Title = result.IsEmpty ? "No reviews" : Cut($"Reviews: {result.Round.RoundLabel}, {result.Round.Title}"),
        Long = !result.IsEmpty,
    };

    private static Prose Numbers(ReviewResult result, Seq<RootCause> causes, string whose) => Prose.Lines(
    [
        result.IsOneOpinion ? Prose.Of($"One review: this is one opinion.")
            : result.Mean is { } mean ? Prose.Markdown($"{result.Count} reviews, mean {ReviewWords.Mean(mean)} of 5 over all scores")
            : Prose.Of($"{result.Count} reviews. A mean is shown from {ReviewResult.FewestForMean} on."),
        .. result.Dimensions.Select(dimension => Prose.Markdown($"{dimension.Label} {ReviewWords.Scores(dimension)}{Own(dimension, whose)}")),
        Prose.Markdown($"Move on: {ReviewWords.MoveOns(result.MoveOns)}"),
        Causes(result, causes, whose),
    ]);

    private static string Own(DimensionResult dimension, string whose) => (dimension.Self, dimension.Gap) switch
    {
        (null, _) => "",
        ({ } own, null) => $"; {whose} own {own}",
        ({ } own, 0) => $"; {whose} own {own}, the same",
        ({ } own, { } gap) => $"; {whose} own {own}, {ReviewWords.Points(Math.Abs(gap))} {(gap > 0 ? "above" : "below")}",
    };

    private static Prose Causes(ReviewResult result, Seq<RootCause> causes, string whose)
    {
        var chosen = result.Round.ChosenCause is { } own ? Prose.Of($"{Prose.Markdown(whose == "your" ? "You" : "They")} chose: {own}") : Prose.Empty;
        var peers = result.Causes.Count == 0
            ? Prose.Empty
            : Prose.Markdown($"Peers named: {ReviewWords.Causes(result, causes)}");
        return Prose.Join(". ", [peers, chosen]);
    }

    private static Prose TalkAbout(ReviewResult result) => result.TalkingPoints.Count == 0 ? Prose.Empty : Prose.Lines(
    [
        Prose.Of($"**To talk about**"),
        .. result.TalkingPoints.Select(Talk),
    ]);

    /// <summary>Where reviewers lie apart, with the words that each rests on.</summary>
    public static Prose Talk(TalkingPoint point) =>
        Prose.Of($"- {Prose.Markdown(point.Dimension)}: {Given(point.Low)}; {Given(point.High)}");

    private static Prose Given(GivenScore score) => Prose.Of($"Reviewer {score.Reviewer} gave {score.Score}{Quote(score.Quote)}");

    private static Prose Quote(string? quote) => quote is null ? Prose.Empty : Prose.Of($" (\"{quote}\")");

    private static Prose Review(ReviewResult result, PeerReview review, int number, Seq<RootCause> causes, bool named) => Prose.Lines(
    [
        Prose.Of($"**Reviewer {number}**{(named ? Prose.Of($", {review.Reviewer}") : Prose.Empty)}, move on: {Prose.Markdown(ReviewWords.MoveOn(review.MoveOn))}"),
        .. from score in review.Scores
           let label = result.Dimensions.FirstOrDefault(dimension => dimension.Id == score.Dimension)?.Label ?? score.Dimension
           select Prose.Of($"{Prose.Markdown(label)} {score.Score}{(score.Quote is { } quote ? Prose.Of($": \"{quote}\"") : Prose.Empty)}"),
        Prose.Of($"Strong: {review.Strength}"),
        Prose.Of($"To change: {review.Change}"),
        review.Cause is { } cause ? Prose.Markdown($"Root cause: {ReviewWords.Cause(cause, causes)}") : Prose.Empty,
    ]);

    private static Prose Footnotes(ReviewResult result) => Prose.Lines(
    [
        .. result.Severities.Select(note => Prose.Markdown(note.Severity.Sentence(note.Reviewer, note.MeanWithout))),
        result.Unlicensed == 0 ? Prose.Empty : Prose.Markdown($"Given without a reviewer's licence: {Wording.Many(result.Unlicensed, "review")} of {result.Count}."),
    ]);

    private static string Cut(string title) => title.Length <= 100 ? title : title[..99].TrimEnd() + "…";
}
