using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Interviews;
using NetflixPrep.Core.Questions;
using NetflixPrep.Core.Reviews.Reviewers;

namespace NetflixPrep.Core.Reviews;

/// <content>What a reviewer reads, alone.</content>
internal static partial class ReviewLines
{
    private static readonly MoveOn[] Calls = [MoveOn.StrongNo, MoveOn.No, MoveOn.Yes, MoveOn.StrongYes];

    public static Message Invitation(ShareSheet sheet) => new(Prose.Of(
        $"{Name(sheet)} waits for a review of an answer to **{Prose.Markdown(sheet.Setup.Title)}** ({Prose.Markdown(sheet.Setup.RoundLabel)}), and you are next in turn. It takes about twenty minutes, any time in the next day. {new CommandRef(CommandTable.ReviewOff)} ends such invitations."))
    {
        Title = "A review?",
        Controls = [Button(sheet, "Review this", ReviewAct.Claim, tone: Tone.Main), Button(sheet, "Pass", ReviewAct.Pass)],
    };

    public static Prose Passed() => Prose.Of($"Thank you for saying so; somebody else is asked.");

    public static Message LicenceFirst() => new(Prose.Of($"In this group reviewers need a licence: you score three sample answers, which takes three minutes, and see how near you are to the scores that people agreed on. {new CommandRef(CommandTable.ReviewLicence)} begins it; then come back to this answer."))
    {
        Controls = [ReviewerAct.LicenceButton(Tone.Main)],
    };

    public static Prose OpenedAlready() => Prose.Of($"Its reviews are open already, so a new one could not be blind. {new CommandRef(CommandTable.ReviewNext)} finds an answer that waits.");

    public static Prose NotYourOwn() => Prose.Of($"This is your own answer: your peers review it. {new CommandRef(CommandTable.ReviewNext)} finds somebody else's.");

    /// <param name="here">The answer stands above in this thread.</param>
    public static Message Taken(ShareSheet sheet, bool here, bool licensed)
    {
        var head = Prose.Of($"You review {Name(sheet)}. Read the answer first, then score it in five steps; each is kept, and you can stop and go on within {(int)ReviewDesk.ClaimLasts.TotalHours} hours. Nobody sees a score before all are open.");
        var licence = licensed ? Prose.Empty : Prose.Of($"{new CommandRef(CommandTable.ReviewLicence)} takes three minutes and shows how near you are to agreed scores; without it your review is marked so.");
        return here
            ? new(Prose.Paragraphs(head, licence)) { Controls = licensed ? [] : [ReviewerAct.LicenceButton()] }
            : new(Prose.Paragraphs([head, licence, Prose.Of($"**Asked**"), .. sheet.Setup.Answers.Select(answer => Prose.Markdown(answer.Prompt.Trim())), .. sheet.Setup.Answers.SelectMany(answer => Lines(sheet, answer))]))
            {
                Title = Cut($"Review: {sheet.Setup.Title}", LongestTitle),
                Long = true,
            };
    }

    public static Message Lapsed(ShareSheet sheet) => new(Prose.Of($"Your day for the review of {Name(sheet)} is over, so the answer is back in the queue. No harm done: what you scored is kept, and you can go on as long as it waits."))
    {
        Controls = [Button(sheet, "Review this", ReviewAct.Claim)],
    };

    public static Message TakeFirst(ShareSheet sheet) => new(Prose.Of($"Take this answer on first, then score it."))
    {
        Controls = [Button(sheet, "Review this", ReviewAct.Claim, tone: Tone.Main)],
    };

    public static Message ScoreStep(ShareSheet sheet, Seat seat, InterviewScript script)
    {
        var dimension = script.Rubric[seat.Scores.Count];
        return new(Prose.Paragraphs(
            SoFar(seat, script.Rubric),
            Prose.Of($"Step {seat.Scores.Count + 1} of {script.Rubric.Count + 2}. **{Prose.Markdown(dimension.Label)}**: {Prose.Markdown(dimension.Rounds.FirstOrDefault(round => round.Round == sheet.Setup.RoundId)?.Text ?? dimension.Why)}")))
        {
            Controls = [Scale(sheet, ReviewAct.Score, dimension, script), .. Anew(sheet, seat)],
        };
    }

    public static Message MoveOnStep(ShareSheet sheet, Seat seat, Seq<Dimension> rubric) => new(Prose.Paragraphs(
        SoFar(seat, rubric),
        Prose.Of($"Step {rubric.Count + 1} of {rubric.Count + 2}. Apart from the scores: **would you move this candidate on?**")))
    {
        Controls = [new Control.Select("Move on?", Token(sheet, ReviewAct.MoveOn), [.. Calls.Select(call => new Option(Wording.Capital(ReviewWords.MoveOn(call)), call.ToString()))]), .. Anew(sheet, seat)],
    };

    public static Message WordsStep(ShareSheet sheet, Seat seat, Seq<Dimension> rubric) => new(Prose.Paragraphs(
        SoFar(seat, rubric),
        Prose.Of($"Step {rubric.Count + 2} of {rubric.Count + 2}. Last, your words: a quote for every score but 3, one strength, one change. *Write* opens a form.")))
    {
        Controls = [Button(sheet, "Write", ReviewAct.OpenWords, tone: Tone.Main), .. Anew(sheet, seat)],
    };

    private static Prose SoFar(Seat seat, Seq<Dimension> rubric) => seat.Scores.Count == 0 ? Prose.Empty : Prose.Markdown(
        $"So far: {string.Join(", ", seat.Scores.Select(score => $"{rubric.First(dimension => dimension.Id == score.Dimension).Label} {Text(score.Score)}"))}{(seat.MoveOn is { } call ? $", move on: {ReviewWords.MoveOn(call)}" : "")}.");

    private static Seq<Control> Anew(ShareSheet sheet, Seat seat) => seat.Scores.Count == 0 ? [] : [Button(sheet, "Begin anew", ReviewAct.Anew)];

    public static Form WordsForm(ShareSheet sheet, Seat seat, Seq<Dimension> rubric)
    {
        string? Kept(string name) => seat.Draft.FirstOrDefault(field => field.Name == name)?.Value is { Length: > 0 } value ? value : null;
        return new(Token(sheet, ReviewAct.Words), "Your review",
        [
            .. seat.Scores.Where(score => score.Score != 3).Select(score => new Input(ReviewDesk.QuoteField + score.Dimension,
                Cut($"{rubric.First(dimension => dimension.Id == score.Dimension).Label} {Text(score.Score)}: quote", 45), Required: true, MaxLength: 300)
            {
                Hint = "Words of the answer, to the letter",
                Value = Kept(ReviewDesk.QuoteField + score.Dimension),
            }),
            new Input(ReviewDesk.StrengthField, "One strength", Required: true, MaxLength: 1000) { Paragraph = true, Hint = "20 characters or more", Value = Kept(ReviewDesk.StrengthField) },
            new Input(ReviewDesk.ChangeField, "One change for next time", Required: true, MaxLength: 1000) { Paragraph = true, Hint = "In your own words, 20 characters or more", Value = Kept(ReviewDesk.ChangeField) },
        ]);
    }

    public static Message WordsWrong(ShareSheet sheet, Seq<string> complaints) => new(Prose.Paragraphs(
        Prose.Lines(complaints.Select(complaint => Prose.Markdown($"- {complaint}"))),
        Prose.Of($"What you wrote is kept: *Write* shows it again.")))
    {
        Controls = [Button(sheet, "Write", ReviewAct.OpenWords, tone: Tone.Main)],
    };

    public static Message Thanks(ShareSheet sheet, Seat seat, Seq<RootCause> causes) => new(Prose.Of(
        $"Thank you, your review is kept{Prose.Markdown(sheet.OpenedAt is null ? " and sealed until all are open" : "; it came after the opening and is marked so")}. If one cause explains most of what was missing, you can name it."))
    {
        Controls =
        [
            new Control.Select("Root cause", Token(sheet, ReviewAct.Cause), [.. causes.Take(25).Select(cause => new Option(Cut(cause.Label, 75), cause.Id, seat.Cause == cause.Id ? "Named" : null))]),
            Button(sheet, "Coverage", ReviewAct.Coverage),
            Button(sheet, "Take my review back", ReviewAct.TakeBack),
        ],
    };

    public static Message GivenAlready(ShareSheet sheet, Seat seat, bool isOpened) => new(Prose.Of(
        $"You have reviewed this answer: {Prose.Markdown(string.Join(", ", seat.Scores.Select(score => $"{sheet.Setup.Rubric.First(dimension => dimension.Id == score.Dimension).Label} {Text(score.Score)}")))}. {new CommandRef(CommandTable.ReviewNext)} finds another."))
    {
        Controls =
        [
            .. isOpened ? [Button(sheet, "Result", ReviewAct.Result)] : Seq<Control>.Empty,
            Button(sheet, "Coverage", ReviewAct.Coverage),
            Button(sheet, "Take my review back", ReviewAct.TakeBack),
        ],
    };

    public static Prose CauseKept(string label) => Prose.Of($"Kept: {Prose.Markdown(label)}. The person sees it beside their own when all is open.");

    public static Message TakenBack(ShareSheet sheet, bool isOpen) => new(Prose.Of($"Your review is taken back and counts no more.{Prose.Markdown(isOpen ? " You can review the answer again while it waits." : "")}"))
    {
        Controls = isOpen ? [Button(sheet, "Review this", ReviewAct.Claim)] : [],
    };

    /// <summary>The value of a signal in the menu, which holds 75 characters.</summary>
    internal static string ValueOf(Covered found) => Cut(found.Key, 75);

    public static Prose ScoreFirst() => Prose.Of($"Coverage is folded away until you have scored, so that it does not score for you. *Review this* begins.");

    public static Message Coverage(ShareSheet sheet, Seq<Covered> findings, bool mine, bool mayOverrule)
    {
        Prose Line(Covered found)
        {
            var against = sheet.Overrules.Where(each => each.Signal == found.Key && each.Mentioned != found.Mentioned).ToSeq();
            var said = found.Hit is { } hit ? Prose.Of($": \"{hit.Quote}\"{(sheet.Setup.MinutesAsked is null ? Prose.Empty : Prose.Of($", min {hit.Minute}"))}") : Prose.Of($": not mentioned");
            return Prose.Of($"- {Prose.Markdown(Wording.Capital(found.Label))}{said}{Prose.Markdown(against.Count == 0 ? "" : $" ({Wording.Many(against.Count, "reviewer")} {(against.Count == 1 ? "says" : "say")} otherwise)")}");
        }
        return new(Prose.Paragraphs(
            Prose.Of($"Mentioned {findings.Count(found => found.Mentioned)} of {findings.Count}. Words were looked for, nothing was judged."),
            Prose.Lines(findings.Select(Line)),
            mayOverrule ? Prose.Of($"Does the list miss something, or see what is not there? Choose it, and it counts the other way for you.") : Prose.Empty))
        {
            Title = "Coverage",
            Long = true,
            Controls =
            [
                .. mayOverrule && findings.Count > 0
                    ? [new Control.Select("Overrule", Token(sheet, ReviewAct.Overrule), [.. findings.Take(25).Select(found => new Option(Cut(Wording.Capital(found.Label), 75), ValueOf(found), found.Mentioned ? "Say: not mentioned" : "Say: mentioned"))])]
                    : Seq<Control>.Empty,
                .. mine ? [Button(sheet, "Withdraw", ReviewAct.Withdraw)] : Seq<Control>.Empty,
            ],
        };
    }
}
