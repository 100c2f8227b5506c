using System.Globalization;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Groups;
using NetflixPrep.Core.Interviews;
using NetflixPrep.Core.Questions;

namespace NetflixPrep.Core.Reviews.Reviewers;

/// <summary>Reviews of one person.</summary>
/// <param name="Rated">Given ones that their candidate called useful or not; returned favours and blows are left out.</param>
public sealed record ReviewerCounts(int Given, int Received, int Useful = 0, int Rated = 0);

/// <summary>What is said to somebody about their licence and their invitations.</summary>
public static class ReviewerLines
{
    /// <summary>Characters up to which a prompt is shown whole.</summary>
    private const int ShortPrompt = 300;

    private const string Fence = "```";

    /// <summary><c>/review status</c>.</summary>
    /// <param name="licensed">Also when the licence was taken where it counts here too.</param>
    /// <param name="isOff">No invitations come, also where it was said in direct messages.</param>
    public static Message Status(Reviewer reviewer, bool licensed, bool isOff, ReviewerCounts counts, LicenceRule rule, DateTimeOffset at) => new(Prose.Paragraphs(
        Prose.Lines(
            Prose.Markdown($"- Licence: {(licensed ? "you have it" : Stands(reviewer.Licence, at))}"),
            Prose.Markdown($"- Invitations to review: {(isOff ? "off" : "on")}"),
            Prose.Markdown($"- Reviews: {counts.Given} given, {counts.Received} received"),
            counts.Rated == 0 ? Prose.Empty : Prose.Markdown($"- Called useful: {counts.Useful} of {counts.Rated} that were rated")),
        licensed ? Prose.Empty : rule == LicenceRule.Required
            ? Prose.Of($"This group asks for a licence before the first review. It takes three minutes: three samples to score.")
            : Prose.Of($"You can review without a licence; such reviews are marked so. The licence takes three minutes: three samples to score.")))
    {
        Title = "You as a reviewer",
        Controls =
        [
            .. licensed || (reviewer.Licence is Licence.Waiting waiting && at < waiting.Until) ? Seq<Control>.Empty
                : [reviewer.Licence is Licence.Taking or Licence.Missed ? CommandPress.Button("Go on", CommandTable.ReviewLicence, Tone.Main) : ReviewerAct.LicenceButton(Tone.Main)],
            isOff ? CommandPress.Button("Invitations on", CommandTable.ReviewOn) : CommandPress.Button("Invitations off", CommandTable.ReviewOff),
        ],
    };

    public static Message OnlyTheirs() => new(Prose.Of($"That belongs to somebody else's licence. {new CommandRef(CommandTable.ReviewLicence)} brings yours."));

    internal static Message Begin(Reviewer reviewer, LicenceSheet sheet) => Step(reviewer, sheet, [], whole: true, Prose.Of(
        $"{Prose.Markdown(((Licence.Taking)reviewer.Licence).Paper.IsSecond ? "Second try: three" : "Three")} answers to one question, {sheet.Steps.Count} scores, about three minutes. When every score lies within one point of what people agreed on, you have the licence. Each score is saved as you give it; {new CommandRef(CommandTable.ReviewLicence)} goes on where you were."));

    internal static Message GoOn(Reviewer reviewer, LicenceSheet sheet, Seq<LicenceScore> scores) => Step(reviewer, sheet, scores, whole: true, Prose.Of(
        $"You go on where you were: {scores.Count} of {sheet.Steps.Count} scores are saved."));

    internal static Message Again(Reviewer reviewer, LicenceSheet sheet, Seq<LicenceScore> scores) => Step(reviewer, sheet, scores, whole: true, Prose.Empty);

    internal static Message Next(Reviewer reviewer, LicenceSheet sheet, Seq<LicenceScore> scores) => Step(reviewer, sheet, scores, whole: false, Prose.Of(
        $"Saved: {Label(sheet.Steps[scores.Count - 1])} {scores[^1].Score}."));

    /// <param name="scores">As they were before.</param>
    internal static Message TakenBack(Reviewer reviewer, LicenceSheet sheet, Seq<LicenceScore> scores) => Step(reviewer, sheet, [.. scores.SkipLast(1)], whole: false, Prose.Of(
        $"Taken back: {Label(sheet.Steps[scores.Count - 1])} {scores[^1].Score}. Score it again."));

    internal static Message Stale(Reviewer reviewer, LicenceSheet sheet, Seq<LicenceScore> scores) => Step(reviewer, sheet, scores, whole: false, Prose.Of(
        $"That step is over, and what was saved stands. This one is open."));

    internal static Message Given(LicenceSheet sheet, Seq<LicenceScore> scores)
    {
        var exact = sheet.Compare(scores).Where(each => each.IsExact).GroupBy(each => each.Step.Number).ToSeq();
        return new(Prose.Paragraphs(
            Prose.Of($"You have the licence: each of your {sheet.Steps.Count} scores lies within one point of what people agreed on."),
            exact.Count == 0 ? Prose.Empty : Prose.Lines([Prose.Of($"Exactly theirs:"), .. exact.Select(sample => Prose.Of($"- sample {sample.Key}: {Prose.Markdown(string.Join(", ", sample.Select(each => each.Step.Dimension.Label)))}"))]),
            Prose.Of($"Reviews that you give from now on carry it. Thank you for taking the time.")))
        {
            Title = "Licence given",
        };
    }

    /// <summary>After the first try.</summary>
    internal static Message Missed(Reviewer reviewer, LicenceSheet sheet, Seq<LicenceScore> scores) => new(Prose.Paragraphs(
        Apart(sheet, scores),
        Prose.Of($"These are numbers beside numbers, nothing more. The second try is open, now or another day.")))
    {
        Title = "Not within one point yet",
        Long = true,
        Controls = [new Control.Button("Second try", new Token(reviewer.Stream, ReviewerAct.SecondTry, reviewer.Step).ToString(), Tone.Main)],
    };

    /// <summary>After the second one.</summary>
    internal static Message MissedTwice(LicenceSheet sheet, Seq<LicenceScore> scores, TimeSpan pause) => new(Prose.Paragraphs(
        Apart(sheet, scores),
        Prose.Of($"Thank you for the care you took. Two tries are enough for one day: from tomorrow, {In(pause)}, {new CommandRef(CommandTable.ReviewLicence)} brings a new one.")))
    {
        Title = "Not within one point yet",
        Long = true,
    };

    internal static Message Wait(TimeSpan left) => new(Prose.Of($"Two tries are enough for one day. {new CommandRef(CommandTable.ReviewLicence)} brings a new one {In(left)}."));

    internal static Message Has() => new(Prose.Of($"You have the licence: your reviews carry it."));

    internal static Message NoQuestion() => new(Prose.Of($"No question is free for a licence just now; one that you are answering yourself is never taken. Try {new CommandRef(CommandTable.ReviewLicence)} again later."));

    internal static Message Over() => new(Prose.Of($"That step is over. {new CommandRef(CommandTable.ReviewLicence)} says where your licence stands."));

    internal static Message NotKnown() => new(Prose.Of($"I do not know that button any more. {new CommandRef(CommandTable.ReviewLicence)} says where your licence stands."));

    internal static Message Off() => new(Prose.Of($"No more invitations to review. You can still review whatever is open; {new CommandRef(CommandTable.ReviewOn)} brings them back."));

    internal static Message StillOff() => new(Prose.Of($"Invitations to review are off already. {new CommandRef(CommandTable.ReviewOn)} brings them back."));

    internal static Message On() => new(Prose.Of($"Invitations to review come again. {new CommandRef(CommandTable.ReviewOff)} ends them."));

    internal static Message StillOn() => new(Prose.Of($"Invitations to review are on. {new CommandRef(CommandTable.ReviewOff)} ends them."));

    private static Message Step(Reviewer reviewer, LicenceSheet sheet, Seq<LicenceScore> scores, bool whole, Prose first)
    {
        var step = sheet.Open(scores)!;
        var shows = whole || scores.Count == 0 || sheet.Steps[scores.Count - 1].Number != step.Number;
        var options = Enumerable.Range(1, 5).Select(score => new Option(Text(score), Text(score), Short(sheet, step.Dimension, score)));
        return new(Prose.Paragraphs(
            first,
            whole ? Asked(sheet.Script.Question) : Prose.Empty,
            shows ? Prose.Of($"**Sample {step.Number}**\n{Body(step.Sample.Text.Trim())}") : Prose.Empty,
            Prose.Of($"**{Label(step)}**: {Prose.Markdown(LooksAt(sheet, step.Dimension))}")))
        {
            Title = $"Licence: sample {step.Number} of {((Licence.Taking)reviewer.Licence).Paper.Order.Count}, score {scores.Count + 1} of {sheet.Steps.Count}",
            Long = shows,
            Controls =
            [
                new Control.Select(step.Dimension.Label, new Token(reviewer.Stream, ReviewerAct.Score, reviewer.Step).ToString(), [.. options]),
                .. shows ? Seq<Control>.Empty : [new Control.Button("Read it again", new Token(reviewer.Stream, ReviewerAct.ReadAgain, reviewer.Step).ToString())],
                .. scores.Count == 0 ? Seq<Control>.Empty : [new Control.Button("Change the last score", new Token(reviewer.Stream, ReviewerAct.TakeBack, reviewer.Step).ToString())],
            ],
        };
    }

    /// <summary>The question in short: whole, or the paragraphs with what is asked, which the bank sets in bold.</summary>
    private static Prose Asked(Question question)
    {
        var prompt = question.Prompt.Trim();
        var asked = string.Join("\n\n", prompt.Split("\n\n").Where(paragraph => paragraph.Contains("**", StringComparison.Ordinal)));
        return Prose.Of($"**Question: {Prose.Markdown(question.Title)}**\n{Prose.Markdown(prompt.Length <= ShortPrompt || asked.Length == 0 ? prompt : asked)}");
    }

    /// <summary>To the letter, but for fenced code.</summary>
    private static Prose Body(string text) => text.Split(Fence)
        .Select((part, at) => at % 2 == 0 ? Prose.Typed(part) : Prose.Markdown(Fence + part + Fence))
        .Aggregate(Prose.Empty, Prose.Add);

    private static Prose Apart(LicenceSheet sheet, Seq<LicenceScore> scores)
    {
        var all = sheet.Compare(scores);
        var apart = all.Where(each => each.IsApart).ToSeq();
        return Prose.Paragraphs(
        [
            Prose.Of($"{all.Count - apart.Count} of {all.Count} scores lie within one point of what people agreed on. Further apart {Prose.Markdown(apart.Count == 1 ? "is" : "are")}:"),
            .. apart.Select(each => Prose.Of($"**Sample {each.Step.Number}, {Label(each.Step)}**: you {each.Score}, people {each.Step.Gold}.\n{Prose.Markdown(Reason(sheet, each.Step))}")),
        ]);
    }

    /// <summary>What the agreed score means for this question; 2 and 4 lie between two anchors.</summary>
    private static string Reason(LicenceSheet sheet, LicenceStep step)
    {
        string? Long(int score) => sheet.AnchorOf(step.Dimension, score)?.Long;
        if (Long(step.Gold) is { } exact) return $"{step.Gold} means: {exact}";
        return Long(step.Gold - 1) is { } below && Long(step.Gold + 1) is { } above
            ? $"{step.Gold} lies between two. {step.Gold - 1} means: {below} {step.Gold + 1} means: {above}"
            : step.Dimension.Why;
    }

    private static string? Short(LicenceSheet sheet, Dimension dimension, int score) =>
        sheet.AnchorOf(dimension, score)?.Short ?? (score is 2 or 4 ? $"Between {score - 1} and {score + 1}" : null);

    private static string LooksAt(LicenceSheet sheet, Dimension dimension) =>
        dimension.Rounds.FirstOrDefault(wording => wording.Round == sheet.Script.Round.Id)?.Text ?? dimension.Why;

    private static Prose Label(LicenceStep step) => Prose.Markdown(step.Dimension.Label);

    private static string Stands(Licence licence, DateTimeOffset at) => licence switch
    {
        Licence.Taking taking => $"begun, {Wording.Many(taking.Scores.Count, "score")} saved",
        Licence.Missed => "one try taken, the second is open",
        Licence.Waiting waiting when at < waiting.Until => $"two tries taken, a new one {InText(waiting.Until - at)}",
        Licence.Waiting => "two tries taken, a new one is open",
        _ => "not taken yet",
    };

    private static Prose In(TimeSpan left) => Prose.Markdown(InText(left));

    private static string InText(TimeSpan left) => left <= TimeSpan.FromHours(1) ? "within the hour" : $"in {Text((int)Math.Ceiling(left.TotalHours))} hours";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
