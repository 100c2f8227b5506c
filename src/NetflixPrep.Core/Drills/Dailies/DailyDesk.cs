using System.Diagnostics;
using System.Globalization;
using NetflixPrep.Core.Calendars;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Drills.Calculators;
using NetflixPrep.Core.Groups;
using NetflixPrep.Core.Interviews;

namespace NetflixPrep.Core.Drills.Dailies;

/// <summary>
/// Decides for a group's question of the day: the same question for all on that date, once; answers are sealed until one has answered oneself;
/// nobody is pinged, and who was away finds nothing piled up. Pure.
/// </summary>
/// <param name="question">What is asked; null for a sum, and while nothing is asked.</param>
/// <param name="sum">The sum; null for a question, and while nothing is asked.</param>
public sealed class DailyDesk(Scripted? question, Sum? sum)
{
    /// <summary>The timer by which a group's hour reaches the question of a date.</summary>
    public const string AskTimer = "ask";

    /// <summary>The argument of that timer: the instant that was meant.</summary>
    public const string DueArgument = "due";

    /// <summary>Characters of one answer.</summary>
    public const int LongestAnswer = 3000;

    private const string Card = "card";

    /// <summary>Asks the question of a group and date at that time.</summary>
    public static Effect.Later AskAt(StreamId daily, DateTimeOffset dueAt, DateTimeOffset at) =>
        new(daily, AskTimer, [new(DueArgument, dueAt.ToString("O", CultureInfo.InvariantCulture))], at);

    /// <summary>Why the question of a date is not to be asked now; null when it is.</summary>
    public static Withheld? Hold(GroupSettings settings, DateTimeOffset dueAt, DateTimeOffset now)
    {
        if (settings is not { DailyQuestion: not null, PracticeChannel: not null }) return Withheld.Off;
        var today = ZonedDays.DateOf(dueAt, settings.Zone);
        if (ZonedDays.DateOf(now, settings.Zone) != today) return Withheld.Missed;
        if (settings.QuietHours?.EndAfter(now, settings.Zone) is not { } until) return null;
        return ZonedDays.DateOf(until, settings.Zone) == today ? Withheld.PutOff : Withheld.Quiet;
    }

    /// <summary>Answers every pair of state and input.</summary>
    public Decision<DailyEvent> Decide(Daily daily, DailyInput input) => (daily, input) switch
    {
        (Daily.NotAsked before, DailyInput.Ask ask) => Ask(before.Stream, ask),
        (_, DailyInput.Ask) => Decision<DailyEvent>.Nothing,

        (Daily.Asked { IsLost: false }, DailyInput.PlaceLost) => new([new DailyEvent.PlaceLost(input.At)], []),
        (_, DailyInput.PlaceLost) => Decision<DailyEvent>.Nothing,
        (Daily.Asked { IsLost: false } asked, DailyInput.Recount) => new([], [ShowCard(asked)]),
        (_, DailyInput.Recount) => Decision<DailyEvent>.Nothing,

        // The same sentence for what was never there, what is deleted, and what belongs to another group.
        (Daily.Asked asked, _) when !asked.IsFor(input.From.Person) => Whisper(input, DailyLines.NotKnown()),
        (Daily.Asked asked, DailyInput.Open) => new([], [new Effect.OpenForm(DailyLines.Form(asked.Setup, asked.Of(input.From.Person)))]),
        (Daily.Asked asked, DailyInput.Answer answer) => Answer(asked, answer),
        (Daily.Asked asked, DailyInput.Read or DailyInput.Outline) when asked.Of(input.From.Person) is null => Whisper(input, DailyLines.AnswerFirst(asked.Setup)),
        (Daily.Asked asked, DailyInput.Read read) => new([], [Private(input, DailyLines.Answers(asked, input.From.Person, read.Skip)) with { Quotes = true }]),
        (Daily.Asked, DailyInput.Outline) => Whisper(input, sum is not null ? new(SumWording.Working(sum)) : Wording.Outline([question!.Script])),
        (_, DailyInput.Open or DailyInput.Answer or DailyInput.Read or DailyInput.Outline or DailyInput.Unknown) => Whisper(input, DailyLines.NotKnown()),
        _ => throw new UnreachableException($"No rule for {input.GetType().Name} in {daily.GetType().Name}."),
    };

    private Decision<DailyEvent> Ask(StreamId stream, DailyInput.Ask ask)
    {
        var hold = Hold(ask.Settings, ask.DueAt, ask.At);
        if (hold == Withheld.PutOff) return new([], [AskAt(stream, ask.DueAt, ask.Settings.QuietHours!.EndAfter(ask.At, ask.Settings.Zone)!.Value)]);
        if (hold is null && ask.Setup is { } setup)
            return new([new DailyEvent.Asked(ask.At, setup)], [ShowCard(new(setup, []))]);
        return new([new DailyEvent.LeftOut(ask.At, hold ?? Withheld.NoQuestion)], []);
    }

    private Decision<DailyEvent> Answer(Daily.Asked asked, DailyInput.Answer answer)
    {
        var text = answer.Text.Trim();
        if (text.Length == 0) return Whisper(answer, DailyLines.NothingWritten(asked.Setup));
        if (text.Length > LongestAnswer) return Whisper(answer, DailyLines.TooLong(asked.Setup, text.Length));
        var person = answer.From.Person;
        var before = asked.Of(person);
        var others = asked.ByOthers(person).Count;
        if (before?.Text == text) return Whisper(answer, DailyLines.Kept(asked.Setup, others, changed: false));
        var fact = new DailyEvent.Answered(answer.At, person, text);
        var reply = Private(answer, DailyLines.Kept(asked.Setup, others, changed: before is not null));
        // Only how many there are stands on the card.
        return before is not null || asked.IsLost ? new([fact], [reply]) : new([fact], [reply, ShowCard((Daily.Asked)asked.Evolve(fact))]);
    }

    private Effect.Show ShowCard(Daily.Asked asked) =>
        new(new Where.In(asked.Setup.Place), Card, DailyLines.Card(asked, question?.Script.Question, sum), Only: null, Notify: []);

    private static Decision<DailyEvent> Whisper(DailyInput input, Message message) => new([], [Private(input, message)]);

    private static Effect.Show Private(DailyInput input, Message message) => new(new Where.In(input.From.Place), "whisper", message, input.From.Person, []);
}
