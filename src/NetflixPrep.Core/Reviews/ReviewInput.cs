using NetflixPrep.Core.Chat;

namespace NetflixPrep.Core.Reviews;

/// <summary>What the desk of a shared answer is asked to decide on.</summary>
public abstract record ReviewInput
{
    private ReviewInput(Origin from) => From = from;

    public Origin From { get; init; }

    public DateTimeOffset At => From.At;

    /// <summary>Somebody wants their answer reviewed.</summary>
    public sealed record Prepare(Origin From, ShareSetup Setup) : ReviewInput(From);

    public sealed record ChooseChannel(Origin From, string? Value) : ReviewInput(From);

    public sealed record ChooseNaming(Origin From, string? Value) : ReviewInput(From);

    public sealed record ChooseParts(Origin From, string? Value) : ReviewInput(From);

    /// <param name="Balance">Reviews that the candidate gave and got so far.</param>
    /// <param name="Fresh">What was said as it stands now; null when nothing of it is left, and then nothing is posted.</param>
    public sealed record Post(Origin From, int Step, Balance Balance, ShareSetup? Fresh) : ReviewInput(From);

    public sealed record Cancel(Origin From) : ReviewInput(From);

    public sealed record ScoreSelf(Origin From, int Step, string Dimension, string? Value, Balance Balance, ShareSetup? Fresh) : ReviewInput(From);

    public sealed record LeaveSelfOut(Origin From, int Step, Balance Balance, ShareSetup? Fresh) : ReviewInput(From);

    /// <summary>Takes the answer on, or goes on where the person left off.</summary>
    /// <param name="Licensed">The person has a licence.</param>
    /// <param name="LicenceNeeded">The group wants one.</param>
    /// <param name="Here">The person stands in the thread, where the answer can be read.</param>
    public sealed record Claim(Origin From, bool Licensed, bool LicenceNeeded, bool Here) : ReviewInput(From);

    /// <summary>An invited person passes.</summary>
    public sealed record Pass(Origin From) : ReviewInput(From);

    public sealed record Score(Origin From, string Dimension, string? Value) : ReviewInput(From);

    public sealed record BeginAnew(Origin From) : ReviewInput(From);

    public sealed record ChooseMoveOn(Origin From, string? Value) : ReviewInput(From);

    /// <summary>The form for words is asked for.</summary>
    public sealed record OpenWords(Origin From) : ReviewInput(From);

    /// <param name="Licensed">The person has a licence by now.</param>
    public sealed record Words(Origin From, Seq<Argument> Fields, bool Licensed) : ReviewInput(From);

    public sealed record NameCause(Origin From, string? Value) : ReviewInput(From);

    public sealed record TakeBack(Origin From) : ReviewInput(From);

    public sealed record Coverage(Origin From) : ReviewInput(From);

    public sealed record OverruleSignal(Origin From, string? Value) : ReviewInput(From);

    /// <param name="Severity">Of the reviewers of this answer, as far as it is known.</param>
    /// <param name="Before">Rounds of the same candidate that opened before, oldest first.</param>
    public sealed record Result(Origin From, Seq<Severity> Severity, Seq<ReviewedRound> Before) : ReviewInput(From);

    public sealed record Publish(Origin From, Seq<Severity> Severity) : ReviewInput(From);

    /// <param name="Value">Which reviewer, and whether useful.</param>
    public sealed record Rate(Origin From, string? Value) : ReviewInput(From);

    /// <summary>The form for the reason of a rating is asked for.</summary>
    public sealed record OpenWhy(Origin From, string About) : ReviewInput(From);

    public sealed record Explain(Origin From, string About, string Text) : ReviewInput(From);

    public sealed record FlagReview(Origin From, string? Value, Seq<PersonId> Moderators) : ReviewInput(From);

    public sealed record LookAtFlags(Origin From, bool Moderates) : ReviewInput(From);

    public sealed record DecideFlag(Origin From, string About, bool Hide, bool Moderates) : ReviewInput(From);

    /// <summary>The candidate takes it back.</summary>
    public sealed record Withdraw(Origin From, bool Sure) : ReviewInput(From);

    /// <summary>Reviewers are to be asked.</summary>
    /// <param name="Candidates">Who may be asked, the one whose turn it is first.</param>
    public sealed record Invite(Origin From, Seq<PersonId> Candidates) : ReviewInput(From);

    /// <summary>A claim or an invitation is over.</summary>
    public sealed record SeatDue(Origin From, PersonId Person) : ReviewInput(From);

    public sealed record DeadlineDue(Origin From) : ReviewInput(From);

    /// <summary>Quiet hours are over: the candidate hears of the result.</summary>
    public sealed record TellDue(Origin From) : ReviewInput(From);

    /// <summary>Quiet hours are over: moderators hear of what was flagged.</summary>
    public sealed record FlagsDue(Origin From) : ReviewInput(From);

    /// <summary>What was prepared was never shared.</summary>
    public sealed record DraftDue(Origin From) : ReviewInput(From);

    public sealed record Discuss(Origin From, string MessageId, string Text) : ReviewInput(From);

    public sealed record EditDiscussion(Origin From, string MessageId, string Text) : ReviewInput(From);

    public sealed record DeleteDiscussion(Origin From, string MessageId) : ReviewInput(From);

    public sealed record PlaceLost(Origin From) : ReviewInput(From);

    /// <summary>A reviewer's words were erased: what stands in the thread is to be without them.</summary>
    public sealed record Refresh(Origin From) : ReviewInput(From);

    /// <summary>A button that this version does not know.</summary>
    public sealed record Unknown(Origin From) : ReviewInput(From);
}

/// <summary>Reviews that a person gave and got.</summary>
public readonly record struct Balance(int Given, int Got);
