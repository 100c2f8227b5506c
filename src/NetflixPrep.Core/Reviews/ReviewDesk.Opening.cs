using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Questions;
using NetflixPrep.Core.Questions.Reading;

namespace NetflixPrep.Core.Reviews;

/// <content>When everything opens, and what can be done then: read, rate, flag, show.</content>
public sealed partial class ReviewDesk
{
    private static void OnDeadline(ReviewDraft draft)
    {
        if (draft.Sheet.Deadline > draft.At) return;
        OpenUp(draft, byDeadline: true);
    }

    private static void OpenUp(ReviewDraft draft, bool byDeadline)
    {
        draft.Record(new ReviewEvent.Opened(draft.At, byDeadline));
        draft.Set(DeadlineTimer, null);
        draft.Set(InviteTimer, null);
        // Who was asked and has not come is free to be asked for something else.
        foreach (var seat in draft.Sheet.Seats.Where(seat => seat.State == SeatState.Invited))
        {
            draft.Record(new ReviewEvent.ClaimLapsed(draft.At, seat.Person));
            draft.Set(TimerOf(seat.Person), null);
        }
        draft.Say("foot", ReviewLines.Foot(draft.Sheet, isOpened: true));
        if (Awake(draft, draft.At) is var awake && awake > draft.At) draft.Set(TellTimer, awake);
        else TellCandidate(draft);
    }

    private static void TellCandidate(ReviewDraft draft) => draft.Tell(draft.Sheet.Setup.Candidate, "opened", ReviewLines.OpenedNow(draft.Sheet));

    private void OnResult(ReviewDraft draft, ReviewInput.Result result)
    {
        var mine = draft.Sheet.IsBy(result.From.Person);
        if (!mine && !draft.Sheet.IsPublished && draft.Sheet.SeatOf(result.From.Person) is not { State: SeatState.Given })
        {
            draft.Whisper(new(ReviewLines.ResultIsForThem()));
            return;
        }
        var round = mine ? draft.Sheet.Round : ForOthers(draft.Sheet);
        draft.Whisper(ReviewResultPage.Message(ReviewResult.Of(round, result.Severity), Causes, mine: mine));
        draft.Whisper(ReviewLines.AfterResult(draft.Sheet, mine ? GapTrend.Sentence([.. result.Before, round]) : null, mine));
    }

    private void OnPublish(ReviewDraft draft, ReviewInput.Publish publish)
    {
        if (!draft.Sheet.IsBy(publish.From.Person))
        {
            draft.Whisper(new(ReviewLines.OnlyTheCandidate()));
            return;
        }
        if (draft.Sheet.IsHomeless)
        {
            draft.Whisper(new(ReviewLines.NoThread()));
            return;
        }
        if (!draft.Sheet.IsPublished) draft.Record(new ReviewEvent.Published(draft.At));
        ShowResult(draft, publish.Severity);
        draft.Whisper(new(ReviewLines.PublishedNow()));
    }

    private void ShowResult(ReviewDraft draft, Seq<Severity> severity) =>
        draft.Say("result", ReviewResultPage.Message(ReviewResult.Of(ForOthers(draft.Sheet), severity), Causes, mine: false), quotes: true);

    /// <summary>The one thing for next time stays with the candidate unless they chose to show it.</summary>
    private static ReviewedRound ForOthers(ShareSheet sheet) => sheet.Parts == ShareParts.WithCause ? sheet.Round : sheet.Round with { ChosenCause = null };

    private static void OnRating(ReviewDraft draft, ReviewInput input)
    {
        if (!draft.Sheet.IsBy(input.From.Person))
        {
            draft.Whisper(new(ReviewLines.OnlyTheCandidate()));
            return;
        }
        switch (input)
        {
            case ReviewInput.Rate { Value: { } value } when value.Split(':') is [var number, var useful] && Numbered(draft, number) is { } seat:
                draft.Record(new ReviewEvent.Rated(draft.At, draft.Sheet.Setup.Candidate, seat.Person, useful == ReviewLines.UsefulValue));
                draft.Whisper(ReviewLines.Rated(draft.Sheet, number, useful == ReviewLines.UsefulValue));
                break;
            case ReviewInput.OpenWhy why when Numbered(draft, why.About) is { Useful: not null }:
                draft.Wish(new Effect.OpenForm(ReviewLines.WhyForm(draft.Sheet, why.About)));
                break;
            case ReviewInput.Explain explain when Numbered(draft, explain.About) is { Useful: not null } seat && explain.Text.Trim() is { Length: > 0 } text:
                draft.Record(new ReviewEvent.RatingExplained(draft.At, draft.Sheet.Setup.Candidate, seat.Person, text));
                draft.Whisper(new(ReviewLines.WhyKept()));
                break;
            default:
                draft.Whisper(new(ReviewLines.Stale()));
                break;
        }
    }

    private static void OnFlag(ReviewDraft draft, ReviewInput.FlagReview flag)
    {
        var sheet = draft.Sheet;
        var knows = sheet.IsBy(flag.From.Person) || sheet.IsPublished || sheet.SeatOf(flag.From.Person) is { State: SeatState.Given };
        if (!knows || Numbered(draft, flag.Value) is not { } seat || seat.Person.IsSameHuman(flag.From.Person))
        {
            draft.Whisper(new(ReviewLines.Stale()));
            return;
        }
        if (seat.Flag != FlagState.None)
        {
            draft.Whisper(new(ReviewLines.DecidedBefore()));
            return;
        }
        draft.Record(new ReviewEvent.Flagged(draft.At, InGroup(draft), seat.Person, flag.Moderators));
        draft.Say("flags", new(ReviewLines.Flagged()));
        draft.Say("foot", ReviewLines.Foot(draft.Sheet, isOpened: true));
        if (Awake(draft, draft.At) is var awake && awake > draft.At) draft.Set(FlagsTimer, awake);
        else TellModerators(draft);
        if (sheet.IsPublished) draft.Say("result", new(ReviewLines.ResultChanged()));
        draft.Whisper(new(ReviewLines.FlagKept()));
    }

    private static void TellModerators(ReviewDraft draft)
    {
        var waiting = draft.Sheet.Seats.Where(seat => seat.Flag == FlagState.Waiting).ToSeq();
        foreach (var moderator in draft.Sheet.Moderators.Where(person => waiting.Any(seat => !MayNotDecide(draft.Sheet, seat, person))))
            draft.Tell(moderator, $"flag-{moderator.User}-{draft.At.UtcTicks}", ReviewLines.FlagToDecide(draft.Sheet));
    }

    /// <summary>One of these people may decide about each review that is flagged; else those who manage the group do.</summary>
    public static bool CanDecide(ShareSheet sheet, Seq<PersonId> moderators) =>
        sheet.Seats.Where(seat => seat.Flag == FlagState.Waiting).All(seat => moderators.Any(person => !MayNotDecide(sheet, seat, person)));

    private static void OnLookAtFlags(ReviewDraft draft, bool moderates)
    {
        var waiting = draft.Sheet.Seats.Where(seat => seat.Flag == FlagState.Waiting && !MayNotDecide(draft.Sheet, seat, draft.From.Person)).ToSeq();
        if (!moderates) draft.Whisper(new(ReviewLines.OnlyModerators()));
        else if (waiting.Count == 0) draft.Whisper(new(ReviewLines.NothingFlagged()));
        else draft.Whisper(ReviewLines.ReviewToDecide(draft.Sheet, waiting[0]));
    }

    private static void OnDecideFlag(ReviewDraft draft, ReviewInput.DecideFlag decide)
    {
        if (!decide.Moderates)
        {
            draft.Whisper(new(ReviewLines.OnlyModerators()));
            return;
        }
        if (Numbered(draft, decide.About) is not { Flag: FlagState.Waiting } seat || MayNotDecide(draft.Sheet, seat, decide.From.Person))
        {
            draft.Whisper(new(ReviewLines.Stale()));
            return;
        }
        draft.Record(new ReviewEvent.FlagDecided(draft.At, InGroup(draft), seat.Person, decide.Hide));
        draft.Whisper(new(ReviewLines.Decided(decide.Hide)));
        draft.Say("flags", new(ReviewLines.FlagOver(draft.Sheet)));
        draft.Say("foot", ReviewLines.Foot(draft.Sheet, isOpened: true));
    }

    /// <summary>Nobody decides about their own review, one of their answer, or one they flagged themselves.</summary>
    private static bool MayNotDecide(ShareSheet sheet, Seat seat, PersonId person) =>
        sheet.IsBy(person) || seat.Person.IsSameHuman(person) || seat.FlaggedBy?.IsSameHuman(person) == true;

    private void OnCoverage(ReviewDraft draft, Share share)
    {
        var mine = draft.Sheet.IsBy(draft.From.Person);
        var given = draft.Sheet.SeatOf(draft.From.Person) is { State: SeatState.Given };
        if (!mine && !given && share is Share.Open) draft.Whisper(new(ReviewLines.ScoreFirst()));
        else draft.Whisper(ReviewLines.Coverage(share is Share.Open ? draft.Sheet with { Overrules = [.. draft.Sheet.Overrules.Where(each => each.Person.IsSameHuman(draft.From.Person))] } : draft.Sheet, Findings(draft.Sheet), mine, mayOverrule: given));
    }

    private void OnOverrule(ReviewDraft draft, ReviewInput.OverruleSignal overrule)
    {
        if (draft.Sheet.SeatOf(draft.From.Person) is not { State: SeatState.Given } seat || Findings(draft.Sheet).FirstOrDefault(found => ReviewLines.ValueOf(found) == overrule.Value) is not { } found)
        {
            draft.Whisper(new(ReviewLines.Stale()));
            return;
        }
        var said = draft.Sheet.Overrules.FirstOrDefault(each => each.Person.IsSameHuman(seat.Person) && each.Signal == found.Key)?.Mentioned ?? found.Mentioned;
        draft.Record(new ReviewEvent.Overruled(draft.At, seat.Person, found.Key, !said));
        OnCoverage(draft, draft.State);
    }

    private Seq<Covered> Findings(ShareSheet sheet) =>
    [
        .. from pair in sheet.Setup.Answers.Zip(questions)
           let reading = pair.Second.Reader.Read(pair.First.Read(sheet.Parts))
           from finding in reading.Signals
           let signal = pair.Second.Script.Question.Signals.First(each => each.Id == finding.Id)
           select new Covered($"{pair.First.QuestionId}:{finding.Id}", signal.Label, finding.Hits is [var hit, ..] ? hit : null),
    ];

    /// <summary>The reviewer with that number on the page of the result, or of those that are flagged.</summary>
    private static Seat? Numbered(ReviewDraft draft, string? number) =>
        int.TryParse(number, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var at) && at >= 1 && at <= draft.Sheet.Seats.Count
        && draft.Sheet.Seats[at - 1] is { State: SeatState.Given } seat ? seat : null;
}

/// <summary>What a detector saw of one signal.</summary>
internal sealed record Covered(string Key, string Label, Hit? Hit)
{
    public bool Mentioned => Hit is not null;
}
