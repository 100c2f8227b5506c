using NetflixPrep.Core.Chat;

namespace NetflixPrep.Core.Interviews;

/// <summary>What a session's buttons and forms are called inside their tokens. Never changed, only added: old messages keep theirs.</summary>
public static class Act
{
    internal const string Begin = "begin";
    internal const string Change = "change";
    public const string Changed = "changed";
    internal const string Done = "done";
    internal const string Hint = "hint";
    internal const string Ask = "ask";
    internal const string Asked = "asked";
    internal const string Pause = "pause";
    internal const string Resume = "resume";
    internal const string Skip = "skip";
    internal const string More = "more";
    internal const string Stop = "stop";
    internal const string StopConfirmed = "stop-yes";
    internal const string GoOn = "go-on";
    internal const string OpenScores = "scores";
    internal const string Score = "score";
    internal const string Cause = "cause";
    internal const string OtherCause = "cause-own";
    internal const string Held = "held";
    internal const string Slipped = "slipped";
    internal const string FullNotes = "notes";
    internal const string Outline = "outline";

    internal const string Script = "panel-script";
    internal const string JoinPanel = "panel-join";
    internal const string LeavePanel = "panel-leave";
    internal const string TellFact = "panel-tell";
    internal const string GiveHint = "panel-hint";
    internal const string ThrowNews = "panel-news";
    internal const string AskFollowUp = "panel-ask";

    /// <summary>True when a press is answered with a form at once, so that an adapter does not defer it.</summary>
    public static bool OpensForm(Token token) =>
        token.Act is Change or Ask || token is { Act: Cause, About: Sheet.OtherCause };

    /// <summary>True when the first answer to a press is for the person alone.</summary>
    public static bool AnswersPrivately(Token token) => token.Act is More or FullNotes or Outline or Script;

    /// <summary>What a press means to the interviewer.</summary>
    public static SessionInput Read(Token token, string? value, Origin from) => token.Act switch
    {
        Begin => new SessionInput.Begin(from, token.Step),
        Change => new SessionInput.Change(from),
        Done => new SessionInput.Done(from, token.Step),
        Hint => new SessionInput.Hint(from, token.Step, int.TryParse(token.About, out var rung) ? rung : null),
        Ask => new SessionInput.Ask(from),
        Pause => new SessionInput.Pause(from),
        Resume => new SessionInput.Resume(from),
        Skip => new SessionInput.Skip(from, token.Step),
        More => new SessionInput.More(from),
        Stop => new SessionInput.Stop(from),
        StopConfirmed => new SessionInput.StopConfirmed(from, token.Step),
        GoOn => new SessionInput.GoOn(from),
        OpenScores => new SessionInput.OpenScores(from, token.Step),
        Score => new SessionInput.Score(from, token.Step, token.About, value),
        Cause => new SessionInput.Cause(from, token.Step, token.About),
        Held => new SessionInput.Judge(from, token.Step, Held: true),
        Slipped => new SessionInput.Judge(from, token.Step, Held: false),
        FullNotes => new SessionInput.FullNotes(from),
        Outline => new SessionInput.Outline(from),
        Script => new SessionInput.OpenScript(from),
        JoinPanel => new SessionInput.JoinPanel(from),
        LeavePanel => new SessionInput.LeavePanel(from),
        TellFact => new SessionInput.TellFact(from, token.Step, value),
        GiveHint => new SessionInput.GiveHint(from, token.Step, int.TryParse(token.About, out var next) ? next : null),
        ThrowNews => new SessionInput.ThrowNews(from, token.Step, token.About),
        AskFollowUp => new SessionInput.AskFollowUp(from, token.Step, value),
        _ => new SessionInput.Unknown(from),
    };

    /// <summary>What a form means; a changed set-up is chosen by the caller, which has the bank.</summary>
    public static SessionInput Read(Token token, Seq<Argument> fields, Origin from) => token.Act switch
    {
        Asked => new SessionInput.Asked(from, Field(fields, "question")),
        OtherCause => new SessionInput.OtherCause(from, Field(fields, "cause")),
        _ => new SessionInput.Unknown(from),
    };

    private static string Field(Seq<Argument> fields, string name) => fields.FirstOrDefault(field => field.Name == name)?.Value ?? "";
}
