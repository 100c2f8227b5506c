using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Reviews;

namespace NetflixPrep.Core.Committees;

/// <summary>What the desk of a committee is asked to decide on.</summary>
public abstract record CommitteeInput
{
    private CommitteeInput(Origin from) => From = from;

    public Origin From { get; init; }

    public DateTimeOffset At => From.At;

    /// <summary><c>/committee</c> while none of the person is open.</summary>
    public sealed record Prepare(Origin From, CommitteeSetup Setup) : CommitteeInput(From);

    /// <summary><c>/committee</c> while one of the person is open.</summary>
    public sealed record Ask(Origin From) : CommitteeInput(From);

    /// <summary>A round is left out, or put back when it is left out.</summary>
    public sealed record Turn(Origin From, int Step, string Review) : CommitteeInput(From);

    public sealed record Name(Origin From, int Step, bool UnderAlias) : CommitteeInput(From);

    public sealed record Channel(Origin From, int Step, string Place) : CommitteeInput(From);

    /// <param name="Setup">As it is now.</param>
    /// <param name="Rounds">All that can go in now.</param>
    public sealed record Convene(Origin From, int Step, CommitteeSetup Setup, Seq<ReviewedRound> Rounds) : CommitteeInput(From);

    /// <summary>The form for a vote is asked for.</summary>
    public sealed record OpenVote(Origin From) : CommitteeInput(From);

    public sealed record Vote(Origin From, string MoveOn, string Sentence) : CommitteeInput(From);

    public sealed record Close(Origin From) : CommitteeInput(From);

    public sealed record Withdraw(Origin From) : CommitteeInput(From);

    public sealed record WithdrawConfirmed(Origin From) : CommitteeInput(From);

    public sealed record ReadPacket(Origin From) : CommitteeInput(From);

    public sealed record ReadResult(Origin From) : CommitteeInput(From);

    /// <summary>Its days are over.</summary>
    public sealed record Due(Origin From) : CommitteeInput(From);

    /// <summary>Somebody's vote was erased: the card is to say how many there are now.</summary>
    public sealed record Recount(Origin From) : CommitteeInput(From);

    public sealed record PlaceLost(Origin From) : CommitteeInput(From);

    /// <summary>A button that this version does not know.</summary>
    public sealed record Unknown(Origin From) : CommitteeInput(From);
}

/// <summary>What the buttons and the form of a committee are called inside their tokens. Never changed, only added.</summary>
public static class CommitteeAct
{
    internal const string Turn = "turn";
    internal const string Alias = "alias";
    internal const string OwnName = "own-name";
    internal const string Channel = "channel";
    internal const string Convene = "convene";
    internal const string Vote = "vote";
    internal const string Voted = "voted";
    internal const string Close = "close";
    internal const string Withdraw = "withdraw";
    internal const string WithdrawConfirmed = "withdraw-yes";
    internal const string GoOn = "go-on";
    internal const string Packet = "packet";
    internal const string Result = "result";

    internal const string MoveOnField = "move-on";
    internal const string SentenceField = "sentence";

    /// <summary>True when a press is answered with a form at once, so that an adapter does not defer it.</summary>
    public static bool OpensForm(Token token) => token is { Stream.Kind: Committee.StreamName, Act: Vote };

    /// <summary>True when the router is to add what can go in now.</summary>
    public static bool Convenes(Token token) => token.Act == Convene;

    /// <summary>What a press means; <see cref="Convene"/> is made by the router.</summary>
    /// <param name="value">Of a select.</param>
    public static CommitteeInput Read(Token token, string? value, Origin from) => token.Act switch
    {
        Turn => new CommitteeInput.Turn(from, token.Step, value ?? ""),
        Alias => new CommitteeInput.Name(from, token.Step, UnderAlias: true),
        OwnName => new CommitteeInput.Name(from, token.Step, UnderAlias: false),
        Channel => new CommitteeInput.Channel(from, token.Step, value ?? ""),
        Vote => new CommitteeInput.OpenVote(from),
        Close => new CommitteeInput.Close(from),
        Withdraw => new CommitteeInput.Withdraw(from),
        WithdrawConfirmed => new CommitteeInput.WithdrawConfirmed(from),
        GoOn => new CommitteeInput.Ask(from),
        Packet => new CommitteeInput.ReadPacket(from),
        Result => new CommitteeInput.ReadResult(from),
        _ => new CommitteeInput.Unknown(from),
    };

    /// <summary>What a form means.</summary>
    public static CommitteeInput Read(Token token, Seq<Argument> fields, Origin from) => token.Act == Voted
        ? new CommitteeInput.Vote(from, Value(fields, MoveOnField), Value(fields, SentenceField))
        : new CommitteeInput.Unknown(from);

    /// <summary>A vote as it travels in a form.</summary>
    internal static string Word(MoveOn vote) => vote switch
    {
        MoveOn.StrongNo => "strong-no",
        MoveOn.No => "no",
        MoveOn.Yes => "yes",
        _ => "strong-yes",
    };

    internal static MoveOn? ReadVote(string word) => Enum.GetValues<MoveOn>().Cast<MoveOn?>().FirstOrDefault(vote => Word(vote!.Value) == word);

    private static string Value(Seq<Argument> fields, string name) => fields.FirstOrDefault(field => field.Name == name)?.Value ?? "";
}
