using NetflixPrep.Core.Questions;

namespace NetflixPrep.Core.Interviews;

/// <summary>How the minutes of a question are shared between the answer and the follow-ups: in the question's own proportion.</summary>
/// <param name="Number">Of the question in the round, from 0.</param>
public sealed record Pace(Setup Setup, Question Question, int Number = 0)
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

    /// <summary>Words a minute at which people speak in an interview.</summary>
    public const int SpokenWords = 140;

    /// <summary>One piece of news for so many minutes of answer.</summary>
    private const int MinutesPerCurveball = 15;

    private PlannedQuestion? Planned => Setup.Plan?[Number];

    /// <summary>Follow-ups at most.</summary>
    public int MostProbes => Planned?.Probes ?? Question.Minutes.MostProbes;

    private int Minutes => Planned?.Minutes ?? Setup.Minutes;

    private double Factor => Minutes * Setup.ExtraFactor / (Question.Minutes.Answer + (Question.Minutes.PerProbe * MostProbes));

    public TimeSpan Total => TimeSpan.FromMinutes(Minutes * Setup.ExtraFactor);

    public TimeSpan Answer => Scale(TimeSpan.FromMinutes(Question.Minutes.Answer));

    public TimeSpan Probe(FollowUp followUp) => Scale(TimeSpan.FromSeconds(followUp.Seconds));

    /// <summary>The news of this session, in the order of their minutes: as many as the answer is long enough for; the seed says which.</summary>
    public IEnumerable<Curveball> Curveballs
    {
        get
        {
            var left = Question.Curveballs.ToList();
            var room = Math.Min(left.Count, Math.Max(1, (int)(Answer.TotalMinutes / MinutesPerCurveball)));
            var chance = new Chance(Setup.Seed);
            var chosen = new List<Curveball>();
            for (; chosen.Count < room; chance = chance.Next())
            {
                var at = chance.Below(left.Count);
                chosen.Add(left[at]);
                left.RemoveAt(at);
            }
            return chosen.OrderBy(card => card.Minute);
        }
    }

    public TimeSpan When(Curveball curveball) => Scale(TimeSpan.FromMinutes(curveball.Minute));

    public TimeSpan When(Symptom symptom) => symptom.Minute == 0 ? TimeSpan.Zero : Scale(TimeSpan.FromMinutes(symptom.Minute));

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
        Session.Awaiting => Panel.Grace,
        _ => Closing * Setup.ExtraFactor,
    };

    /// <summary>Round lengths, as a person would name them: whole minutes from five up, else steps of five seconds.</summary>
    private TimeSpan Scale(TimeSpan span)
    {
        var seconds = span.TotalSeconds * Factor;
        var step = seconds >= 300 ? 60 : 5;
        return TimeSpan.FromSeconds(Math.Max(step, Math.Round(seconds / step, MidpointRounding.AwayFromZero) * step));
    }
}
