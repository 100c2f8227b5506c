using NetflixPrep.Core.Chat;

namespace NetflixPrep.Core.Pairs;

/// <summary>What the desk of a meeting is asked to decide on.</summary>
public abstract record MeetingInput
{
    private MeetingInput(Origin from) => From = from;

    public Origin From { get; init; }

    public DateTimeOffset At => From.At;

    public sealed record Start(Origin From, MeetingSetup Setup) : MeetingInput(From);

    public sealed record Say(Origin From, string MessageId, string Text, string? FileName) : MeetingInput(From);

    public sealed record Edit(Origin From, string MessageId, string Text) : MeetingInput(From);

    public sealed record Delete(Origin From, string MessageId) : MeetingInput(From);

    public sealed record Pass(Origin From, int Step) : MeetingInput(From);

    public sealed record Done(Origin From, int Step) : MeetingInput(From);

    public sealed record Swap(Origin From, int Step) : MeetingInput(From);

    /// <summary>The script of the question that is asked, for who asks it.</summary>
    public sealed record Script(Origin From) : MeetingInput(From);

    /// <summary>What was said and what of it the question looks for.</summary>
    public sealed record Notes(Origin From) : MeetingInput(From);

    public sealed record CannotCome(Origin From, bool Sure) : MeetingInput(From);

    public sealed record Stop(Origin From, bool Sure) : MeetingInput(From);

    /// <summary>The answer to the question whether to stop: go on.</summary>
    public sealed record GoOn(Origin From) : MeetingInput(From);

    public sealed record Due(Origin From) : MeetingInput(From);

    /// <param name="NeverOpened">There never was a place.</param>
    public sealed record PlaceLost(Origin From, bool NeverOpened) : MeetingInput(From);

    /// <summary>The data of one of the two was erased.</summary>
    public sealed record PersonGone(Origin From) : MeetingInput(From);

    /// <summary>A button that this version does not know.</summary>
    public sealed record Unknown(Origin From) : MeetingInput(From);
}

/// <summary>What the buttons of meetings and matchings are called inside their tokens. Never changed, only added.</summary>
public static class PairAct
{
    internal const string Script = "script";
    internal const string Done = "done";
    internal const string Pass = "pass";
    internal const string Swap = "swap";
    internal const string CannotCome = "cannot";
    internal const string CannotComeSure = "cannot-sure";
    internal const string Stop = "stop";
    internal const string StopSure = "stop-sure";
    internal const string GoOn = "go-on";
    internal const string Notes = "notes";

    /// <summary>Of the pool: wait for a partner again.</summary>
    internal const string Again = "again";

    /// <summary>Of the pool: wait no longer.</summary>
    internal const string Leave = "leave";

    /// <summary>What a press in a meeting means.</summary>
    public static MeetingInput Read(Token token, Origin from) => token.Act switch
    {
        Script => new MeetingInput.Script(from),
        Done => new MeetingInput.Done(from, token.Step),
        Pass => new MeetingInput.Pass(from, token.Step),
        Swap => new MeetingInput.Swap(from, token.Step),
        CannotCome => new MeetingInput.CannotCome(from, Sure: false),
        CannotComeSure => new MeetingInput.CannotCome(from, Sure: true),
        Stop => new MeetingInput.Stop(from, Sure: false),
        StopSure => new MeetingInput.Stop(from, Sure: true),
        GoOn => new MeetingInput.GoOn(from),
        Notes => new MeetingInput.Notes(from),
        _ => new MeetingInput.Unknown(from),
    };

    /// <summary>Whether a press about the matching puts one back into it; null when it is no such button.</summary>
    public static bool? Joins(Token token) => token.Act switch
    {
        Again => true,
        Leave => false,
        _ => null,
    };
}
