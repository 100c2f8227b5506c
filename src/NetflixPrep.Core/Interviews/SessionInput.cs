using NetflixPrep.Core.Chat;

namespace NetflixPrep.Core.Interviews;

/// <summary>What the interviewer is asked to decide on. A step is what the pressed button carried; null when it was typed.</summary>
public abstract record SessionInput
{
    private SessionInput(Origin from) => From = from;

    /// <summary>Who, where and when; the time is the only clock the core has.</summary>
    public Origin From { get; init; }

    public DateTimeOffset At => From.At;

    public sealed record Start(Origin From, Setup Setup) : SessionInput(From);

    public sealed record Begin(Origin From, int? Step) : SessionInput(From);

    /// <summary>The form to change the set-up was asked for.</summary>
    public sealed record Change(Origin From) : SessionInput(From);

    /// <summary>A new set-up was chosen, or none fits and <paramref name="Complaint"/> says what to do instead.</summary>
    public sealed record Changed(Origin From, Setup? Setup, string? Complaint) : SessionInput(From);

    public sealed record Say(Origin From, string MessageId, string Text, string? FileName) : SessionInput(From);

    public sealed record Edit(Origin From, string MessageId, string Text) : SessionInput(From);

    public sealed record Delete(Origin From, string MessageId) : SessionInput(From);

    public sealed record Done(Origin From, int? Step) : SessionInput(From);

    /// <param name="Rung">The rung the button promised, or null when typed.</param>
    public sealed record Hint(Origin From, int? Step, int? Rung) : SessionInput(From);

    public sealed record Ask(Origin From) : SessionInput(From);

    public sealed record Asked(Origin From, string Text) : SessionInput(From);

    public sealed record Pause(Origin From) : SessionInput(From);

    public sealed record Resume(Origin From) : SessionInput(From);

    public sealed record Skip(Origin From, int? Step) : SessionInput(From);

    public sealed record More(Origin From) : SessionInput(From);

    /// <param name="ByCommand">Asked with a slash command, perhaps from elsewhere: that is answered where it was typed.</param>
    public sealed record Stop(Origin From, bool ByCommand = false) : SessionInput(From);

    public sealed record StopConfirmed(Origin From, int Step) : SessionInput(From);

    public sealed record GoOn(Origin From) : SessionInput(From);

    /// <summary>The first press of Score: shows the first menu.</summary>
    public sealed record OpenScores(Origin From, int Step) : SessionInput(From);

    public sealed record Score(Origin From, int Step, string Dimension, string? Value) : SessionInput(From);

    public sealed record Cause(Origin From, int Step, string Id) : SessionInput(From);

    public sealed record OtherCause(Origin From, string Text) : SessionInput(From);

    public sealed record Judge(Origin From, int Step, bool Held) : SessionInput(From);

    public sealed record FullNotes(Origin From) : SessionInput(From);

    public sealed record Outline(Origin From) : SessionInput(From);

    /// <summary>"My script" was pressed.</summary>
    public sealed record OpenScript(Origin From) : SessionInput(From);

    public sealed record JoinPanel(Origin From) : SessionInput(From);

    public sealed record LeavePanel(Origin From) : SessionInput(From);

    /// <param name="Fact">The id chosen in the lead's menu.</param>
    public sealed record TellFact(Origin From, int Step, string? Fact) : SessionInput(From);

    /// <param name="Rung">The rung the lead's button promised.</param>
    public sealed record GiveHint(Origin From, int Step, int? Rung) : SessionInput(From);

    public sealed record ThrowNews(Origin From, int Step, string Curveball) : SessionInput(From);

    /// <param name="FollowUp">The id chosen in the lead's menu.</param>
    public sealed record AskFollowUp(Origin From, int Step, string? FollowUp) : SessionInput(From);

    /// <summary>A member of the panel had their data deleted; the facts know them without a name already.</summary>
    public sealed record SeatEmptied(Origin From) : SessionInput(From);

    public sealed record Due(Origin From, string Timer) : SessionInput(From);

    public sealed record Woke(Origin From, DateTimeOffset DownSince) : SessionInput(From);

    public sealed record PlaceLost(Origin From, string Reason) : SessionInput(From);

    /// <summary>A button that this version does not know: from another version, or forged.</summary>
    public sealed record Unknown(Origin From) : SessionInput(From);
}
