using NetflixPrep.Core.Questions;

namespace NetflixPrep.Core.Interviews;

/// <summary>How the minutes asked for are shared between the answer and the follow-ups: in the question's own proportion.</summary>
public sealed record Pace(Setup Setup, Question Question)
{
    /// <summary>A card, score or cause that nobody touches for so long is closed.</summary>
    public static readonly TimeSpan WaitLimit = TimeSpan.FromHours(24);

    /// <summary>A pause longer than this ends the session; what was said is kept.</summary>
    public static readonly TimeSpan PauseLimit = TimeSpan.FromDays(7);

    /// <summary>"Your questions for us?" is over after this, besides the minutes asked for.</summary>
    public static readonly TimeSpan Closing = TimeSpan.FromMinutes(2);

    /// <summary>The thread stays open so long after the end, for the notes.</summary>
    public static readonly TimeSpan CloseAfter = TimeSpan.FromHours(1);

    /// <summary>Words in a row after which a monologue is pointed out, once.</summary>
    public const int MonologueWords = 300;

    private double Factor => (double)Setup.Minutes / Question.Minutes.Total;

    public TimeSpan Total => TimeSpan.FromMinutes(Setup.Minutes);

    public TimeSpan Answer => Scale(TimeSpan.FromMinutes(Question.Minutes.Answer));

    public TimeSpan Probe(FollowUp followUp) => Scale(TimeSpan.FromSeconds(followUp.Seconds));

    /// <summary>The one piece of news of this session; the seed says which when the question has several.</summary>
    public Curveball? Curveball => Question.Curveballs is [] ? null : Question.Curveballs[new Chance(Setup.Seed).Below(Question.Curveballs.Count)];

    public TimeSpan When(Curveball curveball) => Scale(TimeSpan.FromMinutes(curveball.Minute));

    public TimeSpan Silence => Answer / 4;

    /// <summary>How long before the end of the answer "two minutes left" is said; null in a short answer, where it would only disturb.</summary>
    public TimeSpan? Warning => Answer switch
    {
        { TotalMinutes: > 6 } => TimeSpan.FromMinutes(2),
        { TotalMinutes: > 2.5 } => TimeSpan.FromMinutes(1),
        _ => null,
    };

    /// <summary>Time of the part that runs.</summary>
    public TimeSpan Budget(Session.Speaking speaking) => speaking switch
    {
        Session.Answering => Answer,
        Session.Probing probing => Probe(Question.FollowUps.First(followUp => followUp.Id == probing.FollowUp)),
        _ => Closing,
    };

    /// <summary>Round lengths, as a person would name them: whole minutes from five up, else steps of five seconds.</summary>
    private TimeSpan Scale(TimeSpan span)
    {
        var seconds = span.TotalSeconds * Factor;
        var step = seconds >= 300 ? 60 : 5;
        return TimeSpan.FromSeconds(Math.Max(step, Math.Round(seconds / step, MidpointRounding.AwayFromZero) * step));
    }
}
