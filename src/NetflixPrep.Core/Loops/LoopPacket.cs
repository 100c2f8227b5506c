using NetflixPrep.Core.Chat;

namespace NetflixPrep.Core.Loops;

/// <summary>The packet of a loop: round by round what was mentioned, with quotes; then the loop as a whole. No scores: people give those.</summary>
internal static class LoopPacket
{
    public static Message Message(LoopSheet sheet) => new(sheet.Held.Count == 0
        ? Prose.Of($"No round is over yet, so the packet is empty.")
        : Prose.Paragraphs([.. sheet.Held.Select((round, at) => Round(round, at + 1, sheet.Setup.OthersRead)), Whole(sheet)]))
    {
        Title = "Packet",
        Long = true,
    };

    private static Prose Round(RoundSummary round, int number, bool othersRead) => Prose.Lines(
    [
        Prose.Of($"**{number}. {Prose.Markdown(round.Label)}**, {round.MinutesUsed} of {round.MinutesAsked} min, mentioned {round.Mentioned} of {round.Of}{Prose.Markdown(round.Complete ? "" : ", stopped early")}"),
        Prose.Of($"Asked: {Prose.Markdown(string.Join("; ", round.Titles))}"),
        .. round.Moments.Select(moment => Prose.Of($"{Prose.Markdown(moment.Label)}, min {moment.Minute}: \"{moment.Quote}\"")),
        round.NotMentioned.Count == 0 ? Prose.Empty : Prose.Markdown($"Not mentioned: {string.Join("; ", round.NotMentioned)}"),
        round.Cause is null || othersRead ? Prose.Empty : Prose.Of($"One thing for next time: {round.Cause}"),
        round.Emptied ? Prose.Of($"What was said in it is older than this group keeps sessions, and is deleted.") : Prose.Of($"Session {round.Session.Key}"),
    ]);

    private static Prose Whole(LoopSheet sheet)
    {
        var touched = sheet.Setup.Plan.Covers.Intersect(sheet.Held.SelectMany(round => round.Topics)).ToSeq();
        return Prose.Lines(
            Prose.Of($"**All in all**, {sheet.Held.Count} of {sheet.Setup.Plan.Rounds.Count} rounds, {sheet.Held.Sum(round => round.MinutesUsed)} of {sheet.Held.Sum(round => round.MinutesAsked)} min, mentioned {sheet.Held.Sum(round => round.Mentioned)} of {sheet.Held.Sum(round => round.Of)}."),
            touched.Count == 0 ? Prose.Empty : Prose.Markdown($"Touched, of what this loop should touch: {string.Join(", ", touched)}"),
            sheet.Wanted.Count == 0 ? Prose.Empty : Prose.Markdown($"Not touched: {string.Join(", ", sheet.Wanted)}"),
            sheet.Setup.OthersRead ? Prose.Empty : Prose.Lines(Twice(sheet)),
            Prose.Of($"How strong it was is for people to say: share rounds with your group."));
    }

    /// <summary>Stories are private, so they are named only where nobody else reads.</summary>
    private static IEnumerable<Prose> Twice(LoopSheet sheet) =>
        from told in sheet.Held.SelectMany((round, at) => (round.Told ?? []).Select(story => (Round: at + 1, Story: story)))
        group told by told.Story.Id into same
        where same.Count() > 1
        let rounds = same.ToSeq()
        select Prose.Of($"Told more than once, it seems: your story \"{rounds[^1].Story.Title}\", in {Prose.Join(" and ", rounds.Select(each => Prose.Of($"round {each.Round} (\"{string.Join("\", \"", each.Story.Words.Take(4))}\")")))}. 6 to 8 stories give each round its own (S1).");
}
