using System.Globalization;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Groups;

namespace NetflixPrep.Core.Drills.Dailies;

/// <summary>What the desk of a question of the day is asked to decide on.</summary>
public abstract record DailyInput
{
    private DailyInput(Origin from) => From = from;

    public Origin From { get; init; }

    public DateTimeOffset At => From.At;

    /// <summary>The group's hour has struck, or quiet hours are over.</summary>
    /// <param name="DueAt">The instant that was meant.</param>
    /// <param name="Settings">Of the group, as they are now.</param>
    /// <param name="Setup">Null when it is not to be asked now, or there is nothing to ask.</param>
    public sealed record Ask(Origin From, DateTimeOffset DueAt, GroupSettings Settings, DailySetup? Setup) : DailyInput(From);

    /// <summary>The form for an answer is asked for.</summary>
    public sealed record Open(Origin From) : DailyInput(From);

    public sealed record Answer(Origin From, string Text) : DailyInput(From);

    /// <summary>Somebody wants to read what the others answered.</summary>
    /// <param name="Skip">Answers that were shown before.</param>
    public sealed record Read(Origin From, int Skip) : DailyInput(From);

    public sealed record Outline(Origin From) : DailyInput(From);

    /// <summary>Somebody's answer was erased: the card is to say how many there are now.</summary>
    public sealed record Recount(Origin From) : DailyInput(From);

    public sealed record PlaceLost(Origin From) : DailyInput(From);

    /// <summary>A button that this version does not know.</summary>
    public sealed record Unknown(Origin From) : DailyInput(From);
}

/// <summary>What the buttons and the form of a question of the day are called inside their tokens. Never changed, only added.</summary>
public static class DailyAct
{
    internal const string Answer = "answer";
    internal const string Answered = "answered";
    internal const string ReadAnswers = "read";
    internal const string Outline = "outline";

    /// <summary>The name of the form's one field.</summary>
    internal const string Field = "answer";

    /// <summary>True when a press is answered with a form at once, so that an adapter does not defer it.</summary>
    public static bool OpensForm(Token token) => token is { Stream.Kind: Daily.StreamName, Act: Answer };

    /// <summary>What a press means.</summary>
    public static DailyInput Read(Token token, Origin from) => token.Act switch
    {
        Answer => new DailyInput.Open(from),
        ReadAnswers => new DailyInput.Read(from, int.TryParse(token.About, NumberStyles.None, CultureInfo.InvariantCulture, out var skip) ? skip : 0),
        Outline => new DailyInput.Outline(from),
        _ => new DailyInput.Unknown(from),
    };

    /// <summary>What a form means.</summary>
    public static DailyInput Read(Token token, Seq<Argument> fields, Origin from) => token.Act == Answered
        ? new DailyInput.Answer(from, fields.FirstOrDefault(field => field.Name == Field)?.Value ?? "")
        : new DailyInput.Unknown(from);
}
