using System.Globalization;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Questions;
using NetflixPrep.Core.Reviews;

namespace NetflixPrep.Core.Interviews;

/// <summary>The buttons and forms of each state. The labels are fixed: people learn them and scripts press them.</summary>
internal static class Controls
{
    public static Seq<Control> For(Session session, InterviewScript script) => session switch
    {
        Session.Briefed => [Button(session, "Begin", Act.Begin, Tone.Main), Button(session, "Change", Act.Change)],
        Session.Speaking { Sheet.Clock.Stands: true } => [Button(session, "Resume", Act.Resume, Tone.Main), Button(session, "More", Act.More)],
        Session.Answering answering =>
        [
            Button(session, "Done", Act.Done, Tone.Main),
            .. answering.Sheet.Hints < script.Question.Hints.Count ? [Button(session, "Hint", Act.Hint, about: Text(answering.Sheet.Hints + 1))] : Seq<Control>.Empty,
            Button(session, "Pause", Act.Pause),
            Button(session, "More", Act.More),
        ],
        Session.Probing probing =>
        [
            Button(session, "Done", Act.Done, Tone.Main),
            .. HasHint(probing, script) ? [Button(session, "Hint", Act.Hint)] : Seq<Control>.Empty,
            Button(session, "Skip", Act.Skip),
            Button(session, "More", Act.More),
        ],
        Session.Closing => [Button(session, "Done", Act.Done, Tone.Main), Button(session, "None", Act.Skip)],
        Session.Scoring => [Button(session, "Score", Act.OpenScores, Tone.Main), Button(session, "Skip", Act.Skip)],
        Session.JudgingLastCause => Judge(session),
        Session.Finished { Sheet.Clock: not null } => Notes(session),
        _ => [],
    };

    /// <summary>What else can be done now, shown to the person alone.</summary>
    public static Seq<Control> More(Session session) => session switch
    {
        Session.Answering or Session.Probing =>
        [
            Button(session, "Ask", Act.Ask),
            ((Session.Started)session).Sheet.Clock!.Stands ? Button(session, "Resume", Act.Resume) : Button(session, "Pause", Act.Pause),
            Button(session, "Skip", Act.Skip),
            Button(session, "Stop", Act.Stop, Tone.Danger),
        ],
        Session.Finished => [],
        _ => [Button(session, "Stop", Act.Stop, Tone.Danger)],
    };

    public static Seq<Control> StopSure(Session session) =>
        [Button(session, "Stop and keep", Act.StopConfirmed, Tone.Danger), Button(session, "Go on", Act.GoOn)];

    public static Seq<Control> ScoreMenu(Sheet sheet, InterviewScript script)
    {
        var dimension = script.Rubric[sheet.SelfScores.Count];
        var options = Enumerable.Range(1, 5).Select(score => new Option(Text(score), Text(score), Anchors.Short(dimension, score, script)));
        return
        [
            new Control.Select(dimension.Label, Token(sheet, Act.Score, dimension.Id), [.. options]),
            new Control.Button("Skip", Token(sheet, Act.Skip)),
        ];
    }

    public static Seq<Control> Causes(Session session, Debrief debrief) =>
    [
        .. debrief.LikelyCauses.Select(cause => (Control)Button(session, cause.Label, Act.Cause, about: cause.Id)),
        Button(session, "Other", Act.Cause, about: Sheet.OtherCause),
        .. Notes(session),
    ];

    public static Seq<Control> Judge(Session session) => [Button(session, "Held", Act.Held), Button(session, "Slipped", Act.Slipped)];

    public static Form AskForm(Session session) => new(Token(SheetOf(session), Act.Asked), "Ask the interviewer",
        [new("question", "What do you need to know?", Required: true, MaxLength: 300) { Paragraph = true }]);

    public static Form CauseForm(Session session) => new(Token(SheetOf(session), Act.OtherCause), "One thing for next time",
        [new("cause", "In a few words", Required: true, MaxLength: 60)]);

    public static Form ChangeForm(Session.Briefed card) => new(Token(card.Sheet, Act.Changed), "Change the session",
    [
        new("round", "Round", Required: true, MaxLength: 40) { Value = card.Sheet.Setup.RoundId, Options = [.. Rounds.All.Select(round => new Option(round.Label, round.Id))] },
        new("level", "Level", Required: true, MaxLength: 2) { Value = card.Sheet.Setup.Level, Options = [.. Rounds.Levels.Select(level => new Option(level, level))] },
        new("minutes", "Minutes", Required: true, MaxLength: 3) { Value = Text(card.Sheet.Setup.Minutes), Hint = "1 to 180" },
    ]);

    private static Seq<Control> Notes(Session session) =>
    [
        Button(session, "Full notes", Act.FullNotes),
        Button(session, "Outline", Act.Outline),
        .. MayBeShared(SheetOf(session)) ? [Button(session, "Share for review", ReviewAct.Share)] : Seq<Control>.Empty,
    ];

    /// <summary>Peers are the people of a group, and there must be something to review.</summary>
    private static bool MayBeShared(Sheet sheet) => sheet.Setup is { IsSample: false, Person.Group: not null } && sheet.All.Any(each => each.Answer.Count > 0);

    private static bool HasHint(Session.Probing probing, InterviewScript script) =>
        !probing.Sheet.ProbeHintGiven && script.Question.FollowUps.First(followUp => followUp.Id == probing.FollowUp).Hint is not null;

    private static Sheet SheetOf(Session session) => ((Session.Started)session).Sheet;

    private static Control.Button Button(Session session, string label, string act, Tone tone = Tone.Plain, string about = "") =>
        new(label, Token(SheetOf(session), act, about), tone);

    private static string Token(Sheet sheet, string act, string about = "") => new Token(sheet.Setup.Stream, act, sheet.Step, about).ToString();

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
