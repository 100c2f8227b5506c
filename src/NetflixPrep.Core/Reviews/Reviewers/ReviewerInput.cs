using System.Globalization;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Core.Reviews.Reviewers;

/// <summary>What the desk of reviewers is asked to decide on.</summary>
public abstract record ReviewerInput
{
    private ReviewerInput(Origin from) => From = from;

    public Origin From { get; init; }

    public DateTimeOffset At => From.At;

    /// <summary><c>/review licence</c>: begin, go on, or see that one has it.</summary>
    /// <param name="Next">What a new try would be about; null when no question is free.</param>
    /// <param name="HeldElsewhere">They took it where it counts here too.</param>
    public sealed record Take(Origin From, LicencePaper? Next, bool HeldElsewhere) : ReviewerInput(From);

    /// <param name="Step">The step at which the button was shown.</param>
    /// <param name="Next">As for <see cref="Take"/>.</param>
    public sealed record SecondTry(Origin From, int Step, LicencePaper? Next) : ReviewerInput(From);

    /// <param name="Points">Null when it is no number.</param>
    public sealed record Score(Origin From, int Step, int? Points) : ReviewerInput(From);

    /// <summary>The newest score is to be given again.</summary>
    public sealed record TakeBack(Origin From, int Step) : ReviewerInput(From);

    /// <summary>The sample of the open step is to be shown again.</summary>
    public sealed record ReadAgain(Origin From, int Step) : ReviewerInput(From);

    /// <summary><c>/review off</c>.</summary>
    /// <param name="IsOff">As it is now, also where it was said in direct messages.</param>
    public sealed record TurnOff(Origin From, bool IsOff) : ReviewerInput(From);

    /// <summary><c>/review on</c>.</summary>
    /// <param name="IsOff">As for <see cref="TurnOff"/>.</param>
    public sealed record TurnOn(Origin From, bool IsOff) : ReviewerInput(From);

    /// <summary>A button that this version does not know.</summary>
    public sealed record Unknown(Origin From) : ReviewerInput(From);
}

/// <summary>What buttons and menus of reviewers are called inside their tokens. Never changed, only added.</summary>
public static class ReviewerAct
{
    public const string SecondTry = "second-try";

    internal const string Score = "score";
    internal const string TakeBack = "take-back";
    internal const string ReadAgain = "read-again";

    /// <summary>A button that begins the licence, or goes on with it, for whoever presses it.</summary>
    public static Control.Button LicenceButton(Tone tone = Tone.Plain) => CommandPress.Button("Take the licence", CommandTable.ReviewLicence, tone);

    /// <summary>What a press means.</summary>
    /// <param name="next">What a new try would be about: only for <see cref="SecondTry"/>.</param>
    public static ReviewerInput Read(Token token, string? value, Origin from, LicencePaper? next) => token.Act switch
    {
        Score => new ReviewerInput.Score(from, token.Step, int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var points) ? points : null),
        TakeBack => new ReviewerInput.TakeBack(from, token.Step),
        ReadAgain => new ReviewerInput.ReadAgain(from, token.Step),
        SecondTry => new ReviewerInput.SecondTry(from, token.Step, next),
        _ => new ReviewerInput.Unknown(from),
    };
}
