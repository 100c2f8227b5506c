using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Interviews;

namespace NetflixPrep.Core.Reviews;

/// <content>What is said once everything is open.</content>
internal static partial class ReviewLines
{
    internal const string UsefulValue = "useful";

    public static Message OpenedNow(ShareSheet sheet) => new(sheet.Given == 0
        ? Prose.Of($"Nobody came to your answer to **{Prose.Markdown(sheet.Setup.Title)}** in time. It is not about you: groups are small. You can share it again from its last message.")
        : Prose.Of($"Your answer to **{Prose.Markdown(sheet.Setup.Title)}** has {Prose.Markdown(Wording.Many(sheet.Given, "review"))}, and everything is open now."))
    {
        Title = sheet.Given == 0 ? "No reviews this time" : "Your reviews are open",
        Controls = sheet.Given == 0 ? [] : [Button(sheet, "Result", ReviewAct.Result, tone: Tone.Main)],
    };

    public static Prose StillSealed(ShareSheet sheet) => Prose.Of($"It is sealed until {Prose.Markdown(Wording.Many(sheet.Setup.Needed, "review"))} {Prose.Markdown(Are(sheet))} in, or {Until(sheet)}. So far: {sheet.Given}.");

    public static Prose ResultIsForThem() => Prose.Of($"The result is for the person who shared the answer and for those who reviewed it.");

    /// <param name="trend">How own scores stand to peers' over time, or null.</param>
    /// <param name="mine">It is the candidate's page.</param>
    public static Message AfterResult(ShareSheet sheet, string? trend, bool mine)
    {
        var late = sheet.Seats.Count(seat => seat is { Counts: true, IsLate: true });
        var hidden = sheet.Seats.Count(seat => seat is { State: SeatState.Given, Counts: false });
        var back = sheet.Seats.Count(seat => seat.State == SeatState.TakenBack);
        return new(Prose.Lines(
            trend is null ? Prose.Empty : Prose.Markdown(trend),
            late == 0 ? Prose.Empty : Prose.Markdown($"{Wording.Many(late, "review")} came after the opening and {(late == 1 ? "counts" : "count")} with the others."),
            hidden == 0 ? Prose.Empty : Prose.Markdown($"{Wording.Many(hidden, "review")} {(hidden == 1 ? "is" : "are")} hidden because of a flag."),
            back == 0 ? Prose.Empty : Prose.Markdown($"{Wording.Many(back, "review")} {(back == 1 ? "was" : "were")} taken back by the reviewer."),
            mine && Counted(sheet).Count > 0 ? Prose.Of($"Which review helped? Its reviewer sees a count of such answers, never yours.") : Prose.Empty,
            Counted(sheet).Count > 0 ? Prose.Of($"A review that should not stand here can be flagged; a moderator looks at it.") : Prose.Empty))
        {
            Controls =
            [
                .. mine && Counted(sheet).Count > 0
                    ? [new Control.Select("Useful?", Token(sheet, ReviewAct.Rate),
                    [
                        .. Counted(sheet).Take(12).SelectMany(one => new[]
                        {
                            new Option($"Reviewer {Text(one.Number)}: useful", $"{Text(one.At)}:{UsefulValue}"),
                            new Option($"Reviewer {Text(one.Number)}: not useful", $"{Text(one.At)}:not"),
                        }),
                    ])]
                    : Seq<Control>.Empty,
                .. Counted(sheet).Count > 0
                    ? [new Control.Select("Flag", Token(sheet, ReviewAct.Flag), [.. Counted(sheet).Take(25).Select(one => new Option($"Reviewer {Text(one.Number)}", Text(one.At)))])]
                    : Seq<Control>.Empty,
                .. mine ? [Button(sheet, "Show to all", ReviewAct.Publish), Button(sheet, "Withdraw", ReviewAct.Withdraw)] : Seq<Control>.Empty,
            ],
        };
    }

    /// <summary>Reviews as the result numbers them, and their place among all seats.</summary>
    private static Seq<(int Number, int At)> Counted(ShareSheet sheet) =>
        [.. sheet.Seats.Select((seat, at) => (seat, at)).Where(pair => pair.seat.Counts).Select((pair, number) => (number + 1, pair.at + 1))];

    public static Message Rated(ShareSheet sheet, string number, bool useful) => new(Prose.Of($"Kept: {Prose.Markdown(useful ? "useful" : "not useful")}. A sentence why helps the moderators to help reviewers; it is yours to give."))
    {
        Controls = [Button(sheet, "Say why", ReviewAct.OpenWhy, number), Button(sheet, "Result", ReviewAct.Result)],
    };

    public static Form WhyForm(ShareSheet sheet, string number) => new(Token(sheet, ReviewAct.Why, number), "Why?", [new Input("why", "In a sentence", Required: true, MaxLength: 300) { Paragraph = true }]);

    public static Prose WhyKept() => Prose.Of($"Thank you, that is kept.");

    public static Prose PublishedNow() => Prose.Of($"The result stands in the thread for everybody to read.");

    public static Prose NoThread() => Prose.Of($"The thread is gone, so there is no place to show it. The result is yours to read here.");

    public static Prose ResultChanged() => Prose.Of($"The result changed: a review was flagged or taken back. The person who shared the answer can show it again.");

    public static Prose Flagged() => Prose.Of($"A review is hidden until a moderator has looked at it.");

    public static Message FlagToDecide(ShareSheet sheet) => new(Prose.Of($"A review of an answer to {Prose.Markdown(sheet.Setup.Title)} was flagged and is hidden. Please look at it and decide."))
    {
        Title = "A flagged review",
        Controls = [Button(sheet, "Look", ReviewAct.Flags, tone: Tone.Main)],
    };

    public static Message ReviewToDecide(ShareSheet sheet, Seat seat) => new(Prose.Lines(
        [
            Prose.Of($"By {seat.Person}: {Prose.Markdown(string.Join(", ", seat.Scores.Select(score => $"{sheet.Setup.Rubric.First(dimension => dimension.Id == score.Dimension).Label} {Text(score.Score)}")))}"),
            .. seat.Scores.Where(score => score.Quote is not null).Select(score => Prose.Of($"- \"{score.Quote!}\"")),
            Prose.Of($"Strong: {seat.Strength}"),
            Prose.Of($"To change: {seat.Change}"),
            Prose.Of($"Does it stay hidden? Harsh is not a reason; abuse and nonsense are."),
        ]))
    {
        Title = "A flagged review",
        Controls =
        [
            Button(sheet, "Keep hidden", ReviewAct.Hide, Text(Position(sheet, seat)), Tone.Danger),
            Button(sheet, "Show again", ReviewAct.Unhide, Text(Position(sheet, seat))),
        ],
    };

    private static int Position(ShareSheet sheet, Seat seat) => sheet.Seats.TakeWhile(each => each.Person != seat.Person).Count() + 1;

    public static Prose FlagKept() => Prose.Of($"It is hidden until a moderator has looked at it. Thank you for saying so.");

    public static Prose DecidedBefore() => Prose.Of($"That review was flagged before, and a moderator decides or has decided.");

    public static Prose OnlyModerators() => Prose.Of($"Moderators of this group decide about that. {new CommandRef(CommandTable.Settings)} says who they are.");

    public static Prose NothingFlagged() => Prose.Of($"There is nothing here for you to decide: it is decided, or it concerns a review or an answer of your own.");

    public static Prose Decided(bool hidden) => hidden ? Prose.Of($"It stays hidden and does not count.") : Prose.Of($"It is shown again and counts.");

    public static Prose FlagOver(ShareSheet sheet) => sheet.Seats.Any(seat => seat.Flag == FlagState.Waiting)
        ? Prose.Of($"A review is hidden until a moderator has looked at it.")
        : Prose.Of($"The moderators have looked at what was flagged.");
}
