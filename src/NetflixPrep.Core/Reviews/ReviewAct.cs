using NetflixPrep.Core.Chat;

namespace NetflixPrep.Core.Reviews;

/// <summary>What the buttons and forms of shared answers are called inside their tokens. Never changed, only added.</summary>
public static class ReviewAct
{
    /// <summary>On a session's or drill's own token: its answer is to be shared.</summary>
    public const string Share = "share";

    internal const string Channel = "channel";
    internal const string Naming = "naming";
    internal const string Parts = "parts";
    public const string Post = "post";
    internal const string Cancel = "cancel";
    public const string Self = "self";
    public const string LeaveSelfOut = "self-out";
    public const string Claim = "claim";
    internal const string Pass = "pass";
    internal const string Score = "score";
    internal const string Anew = "anew";
    internal const string MoveOn = "move-on";
    internal const string OpenWords = "words";
    internal const string Words = "words-given";
    internal const string Cause = "cause";
    internal const string TakeBack = "take-back";
    internal const string Coverage = "coverage";
    internal const string Overrule = "overrule";
    public const string Result = "result";
    public const string Publish = "publish";
    internal const string Rate = "rate";
    internal const string OpenWhy = "why";
    internal const string Why = "why-given";
    public const string Flag = "flag";
    public const string Flags = "flags";
    public const string Hide = "hide";
    internal const string Unhide = "unhide";
    internal const string Withdraw = "withdraw";
    internal const string WithdrawSure = "withdraw-yes";

    /// <summary>True when a press is answered with a form at once, so that an adapter does not defer it.</summary>
    public static bool OpensForm(Token token) => token is { Stream.Kind: Reviews.Share.StreamName, Act: OpenWords or OpenWhy };

    /// <summary>True when it matters for a press whether the person manages the group.</summary>
    public static bool MindsAdmin(string token) => Token.Read(token) is { Stream.Kind: Reviews.Share.StreamName, Act: Flags or Hide or Unhide };

    /// <summary>True when a press needs what only the caller can read: who has a licence, who moderates, what was given before.</summary>
    public static bool NeedsReading(Token token) => token.Act is Post or Self or LeaveSelfOut or Claim or Result or Publish or Flag or Flags or Hide or Unhide;

    /// <summary>What a press means; those of <see cref="NeedsReading"/> are made by the caller.</summary>
    public static ReviewInput Read(Token token, string? value, Origin from) => token.Act switch
    {
        Channel => new ReviewInput.ChooseChannel(from, value),
        Naming => new ReviewInput.ChooseNaming(from, value),
        Parts => new ReviewInput.ChooseParts(from, value),
        Cancel => new ReviewInput.Cancel(from),
        Pass => new ReviewInput.Pass(from),
        Score => new ReviewInput.Score(from, token.About, value),
        Anew => new ReviewInput.BeginAnew(from),
        MoveOn => new ReviewInput.ChooseMoveOn(from, value),
        OpenWords => new ReviewInput.OpenWords(from),
        Cause => new ReviewInput.NameCause(from, value),
        TakeBack => new ReviewInput.TakeBack(from),
        Coverage => new ReviewInput.Coverage(from),
        Overrule => new ReviewInput.OverruleSignal(from, value),
        Rate => new ReviewInput.Rate(from, value),
        OpenWhy => new ReviewInput.OpenWhy(from, token.About),
        Withdraw => new ReviewInput.Withdraw(from, Sure: false),
        WithdrawSure => new ReviewInput.Withdraw(from, Sure: true),
        _ => new ReviewInput.Unknown(from),
    };

    /// <summary>What a form means.</summary>
    /// <param name="licensed">The person has a licence.</param>
    public static ReviewInput Read(Token token, Seq<Argument> fields, Origin from, bool licensed) => token.Act switch
    {
        Words => new ReviewInput.Words(from, fields, licensed),
        Why => new ReviewInput.Explain(from, token.About, fields.FirstOrDefault(field => field.Name == "why")?.Value ?? ""),
        _ => new ReviewInput.Unknown(from),
    };
}
