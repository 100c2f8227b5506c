using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Questions;
using NetflixPrep.Core.Reviews;

namespace NetflixPrep.Core.Committees;

/// <summary>The packet of a committee: round by round every score as a number that can be read aloud, two quotes, and where peers lie apart. Reviewers are not named.</summary>
internal static class CommitteePacketPage
{
    /// <summary>Quotes of the answer, for each round.</summary>
    private const int Quotes = 2;

    /// <summary>Characters of a quote that are shown.</summary>
    private const int LongestQuote = 200;

    public static Message Message(Committee.Convened committee, Seq<RootCause> causes) => new(Prose.Paragraphs(
    [
        Prose.Of($"Candidate: {Candidate(committee)}{(committee.Packet.Loop is { } loop ? Prose.Of($", loop \"{loop}\"") : Prose.Empty)}. Scores are 1 to 5, each number one reviewer."),
        .. CommitteeResult.Add(committee.Packet.Rounds).Select(round => Round(round, causes)),
    ]))
    {
        Title = "Committee: the packet",
        Long = true,
    };

    /// <summary>By name, or as they chose to stand.</summary>
    public static Prose Candidate(Committee.Convened committee) => committee.Packet.Alias is { } alias ? Prose.Typed(alias) : Prose.Of($"{committee.Setup.Candidate}");

    /// <summary>The beginning, up to the end of a word where there is one near.</summary>
    public static Prose Cut(string text)
    {
        if (text.Length <= LongestQuote) return Prose.Typed(text);
        var end = text.LastIndexOfAny([' ', '\n', '\t'], LongestQuote);
        if (end < LongestQuote / 2) end = char.IsHighSurrogate(text[LongestQuote - 1]) ? LongestQuote - 1 : LongestQuote;
        return Prose.Typed(text[..end].TrimEnd() + "…");
    }

    private static Prose Round(CommitteeRound round, Seq<RootCause> causes)
    {
        var result = round.Result;
        return Prose.Lines(
        [
            Prose.Of($"**{round.Number}. {Prose.Markdown(result.Round.RoundLabel)}**, {Prose.Markdown(result.Round.Title)}{(result.IsOneOpinion ? Prose.Of($". One review: this is one opinion") : Prose.Empty)}"),
            .. result.Dimensions.Select(dimension => Prose.Markdown($"{dimension.Label} {ReviewWords.Scores(dimension with { Scores = [.. dimension.Scores.OrderBy(score => score.Score)] })}")),
            Prose.Markdown($"Move on: {ReviewWords.MoveOns(result.MoveOns)}"),
            result.Causes.Count == 0 ? Prose.Empty : Prose.Markdown($"Peers named: {ReviewWords.Causes(result, causes)}"),
            .. Chosen(result).Select(quote => Prose.Of($"\"{Cut(quote.Score.Quote!)}\" ({Prose.Markdown(quote.Label)} {quote.Score.Score})")),
            .. result.TalkingPoints.Select(point => Prose.Of($"Apart on {Prose.Markdown(point.Dimension)}: {Given(point.Low)}; {Given(point.High)}")),
        ]);
    }

    private static Prose Given(GivenScore score) => Prose.Of($"one gave {score.Score}{(score.Quote is { } quote ? Prose.Of($" (\"{Cut(quote)}\")") : Prose.Empty)}");

    /// <summary>The highest and the lowest that are quoted, apart from those that show a disagreement.</summary>
    private static Seq<(string Label, GivenScore Score)> Chosen(ReviewResult result)
    {
        var shown = result.TalkingPoints.SelectMany(point => new[] { point.Low.Quote, point.High.Quote }).ToSeq();
        var quoted = result.Dimensions.SelectMany(dimension => dimension.Scores.Select(score => (dimension.Label, Score: score)))
            .Where(each => each.Score.Quote is { } quote && !shown.Contains(quote)).DistinctBy(each => each.Score.Quote).OrderByDescending(each => each.Score.Score).ToSeq();
        return quoted.Count <= Quotes ? quoted : [quoted[0], quoted[^1]];
    }
}
