using System.Globalization;
using NetflixPrep.Core.Calendars;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Drills;
using NetflixPrep.Core.Interviews;

namespace NetflixPrep.Core.Reviews;

/// <summary>What is said around a shared answer: sharing, the card, the result. What somebody typed is shown to the letter.</summary>
internal static partial class ReviewLines
{
    private const int LongestTitle = 100;

    /// <summary>Characters of an answer in one message; adapters split it further where a platform holds less.</summary>
    private const int OneMessage = 6000;

    public static Message Choices(ShareSheet sheet)
    {
        var setup = sheet.Setup;
        return new(Prose.Paragraphs(
            Prose.Of($"**{Prose.Markdown(setup.RoundLabel)}, {Prose.Markdown(setup.Title)}**"),
            Prose.Lines(
                Prose.Of($"- Where: {sheet.Channel}"),
                Prose.Of($"- Name: {Name(sheet)}"),
                Prose.Of($"- Others see: {Prose.Markdown(PartsInWords(sheet))}")),
            Prose.Of($"Your own scores stay sealed until {Prose.Markdown(Wording.Many(setup.Needed, "review"))} {Prose.Markdown(Are(sheet))} in, or {Prose.Markdown(Wording.Many(setup.Days, "day"))} are over. Earlier sessions stay with you.")))
        {
            Title = "Share for review",
            Controls =
            [
                .. setup.Channels.Count > 1
                    ? [new Control.Select("Where", Token(sheet, ReviewAct.Channel), [.. setup.Channels.Select(channel => new Option(ChannelLabel(setup, channel), channel.ToString()))])]
                    : Seq<Control>.Empty,
                new Control.Select("Name", Token(sheet, ReviewAct.Naming), [new("My name", ReviewDesk.NamedValue), new("Another name", ReviewDesk.AliasValue, $"You are called {setup.Alias}")]),
                new Control.Select("Parts", Token(sheet, ReviewAct.Parts),
                [
                    new("Answer and follow-ups", nameof(ShareParts.Everything)),
                    new("The answer alone", nameof(ShareParts.Answer)),
                    .. setup.CauseLabel is { } cause ? [new Option("And my one thing for next time", nameof(ShareParts.WithCause), Cut(cause, 75))] : Seq<Option>.Empty,
                ]),
                Button(sheet, "Share", ReviewAct.Post, tone: Tone.Main),
                Button(sheet, "Cancel", ReviewAct.Cancel),
            ],
        };
    }

    private static string ChannelLabel(ShareSetup setup, PlaceId channel) => channel == setup.ReviewChannel ? "The review channel" : channel == setup.PracticeChannel ? "The practice channel" : "Where it was asked";

    private static string PartsInWords(ShareSheet sheet) => sheet.Parts switch
    {
        ShareParts.Answer => "the question and the answer, without follow-ups",
        ShareParts.WithCause => "the question, the answer, the follow-ups and your one thing for next time",
        _ => "the question, the answer and the follow-ups",
    };

    public static Message OwnScore(ShareSheet sheet, Questions.InterviewScript script)
    {
        var dimension = script.Rubric[sheet.Self.Count];
        return new(Prose.Of($"Your own scores first, {sheet.Self.Count + 1} of {script.Rubric.Count}. **{Prose.Markdown(dimension.Label)}**: {Prose.Markdown(dimension.Why)} They are sealed until your peers' are open."))
        {
            Controls = [Scale(sheet, ReviewAct.Self, dimension, script), Button(sheet, "Leave out", ReviewAct.LeaveSelfOut), Button(sheet, "Cancel", ReviewAct.Cancel)],
        };
    }

    public static Message Posted(ShareSheet sheet, Balance balance) => new(Prose.Paragraphs(
        Prose.Of($"It stands in {sheet.Channel}. It opens when {Prose.Markdown(Wording.Many(sheet.Setup.Needed, "review"))} {Prose.Markdown(Are(sheet))} in, or {Until(sheet)} with what there is; then I tell you."),
        balance.Got > balance.Given
            ? Prose.Of($"You have got {Prose.Markdown(Wording.Many(balance.Got, "review"))} and given {balance.Given}. {new CommandRef(CommandTable.ReviewNext)} gives one back, when you have twenty minutes.")
            : Prose.Empty))
    {
        Controls = [Button(sheet, "Withdraw", ReviewAct.Withdraw)],
    };

    public static string ThreadName(ShareSheet sheet) => Cut($"Review: {sheet.Setup.Title}{(sheet.Aliased ? $", {sheet.Setup.Alias}" : "")}", 90);

    public static Message Card(ShareSheet sheet) => new(Prose.Paragraphs(
    [
        Prose.Of($"By {Name(sheet)}. {Prose.Markdown(sheet.Setup.RoundLabel)}, {Prose.Markdown(TimeUsed(sheet.Setup))}."),
        .. sheet.Setup.Answers.Select((answer, at) => Prose.Of($"**{Prose.Markdown(sheet.Setup.Answers.Count == 1 ? "Asked" : $"Question {Text(at + 1)}")}**\n{Prose.Markdown(answer.Prompt.Trim())}")),
        sheet.Parts == ShareParts.WithCause ? Prose.Of($"One thing for next time, as they see it: {sheet.Setup.CauseLabel!}") : Prose.Empty,
    ]))
    {
        Title = Cut($"Review: {sheet.Setup.Title}", LongestTitle),
    };

    private static string TimeUsed(ShareSetup setup) => setup.MinutesAsked is { } asked ? $"{Text(setup.MinutesUsed)} of {Wording.Many(asked, "minute")} used" : "a drill, without a clock";

    /// <summary>What others may read of the answer, line by line.</summary>
    public static IEnumerable<SharedLine> Shown(ShareSheet sheet) =>
        sheet.Setup.Answers.SelectMany(answer => answer.Lines.Where(line => sheet.Parts != ShareParts.Answer || line.FollowUp == 0));

    /// <summary>The answer in readable pieces: one message a question, more when it is long.</summary>
    public static Seq<Message> Answer(ShareSheet sheet) =>
    [
        .. from pair in sheet.Setup.Answers.Select((answer, at) => (answer, at))
           from piece in Pieces(Lines(sheet, pair.answer))
           select new Message(Prose.Paragraphs(piece)) { Title = sheet.Setup.Answers.Count == 1 ? "The answer" : $"The answer to question {Text(pair.at + 1)}", Long = true },
    ];

    private static IEnumerable<Prose> Lines(ShareSheet sheet, SharedAnswer answer)
    {
        var part = 0;
        foreach (var line in answer.Lines.Where(line => sheet.Parts != ShareParts.Answer || line.FollowUp == 0))
        {
            if (line.FollowUp != part)
            {
                part = line.FollowUp;
                yield return part == Sheet.ClosingPart ? Prose.Of($"**Their questions for us**") : Prose.Of($"**Follow-up {part}:** {Prose.Markdown(part <= answer.Asked.Count ? answer.Asked[part - 1].Trim() : "")}");
            }
            yield return sheet.Setup.MinutesAsked is null ? Prose.Typed(line.Text) : Prose.Of($"Min {line.Minute}: {line.Text}");
        }
    }

    private static IEnumerable<Seq<Prose>> Pieces(IEnumerable<Prose> lines)
    {
        var piece = new List<Prose>();
        var length = 0;
        foreach (var line in lines)
        {
            var size = line.Parts.Sum(part => part is Part.Typed typed ? typed.Text.Length : 40);
            if (length > 0 && length + size > OneMessage)
            {
                yield return piece.ToSeq();
                (piece, length) = ([], 0);
            }
            piece.Add(line);
            length += size;
        }
        if (piece.Count > 0) yield return piece.ToSeq();
    }

    /// <summary>The last message of the thread's beginning: where it stands, and what can be done.</summary>
    public static Message Foot(ShareSheet sheet, bool isOpened) => isOpened
        ? new(Prose.Of($"**Open: {Prose.Markdown(sheet.Given == 0 ? "nobody reviewed it in time" : Wording.Many(sheet.Given, "review"))}.** The result is for {Name(sheet)} and for those who reviewed."))
        {
            // Of the messages in a thread one alone carries buttons, so the moderators' stands here too.
            Controls =
            [
                Button(sheet, "Result", ReviewAct.Result, tone: Tone.Main),
                Button(sheet, "Coverage", ReviewAct.Coverage),
                .. sheet.Seats.Any(seat => seat.Flag == FlagState.Waiting) ? [Button(sheet, "Look", ReviewAct.Flags)] : Seq<Control>.Empty,
            ],
        }
        : new(Prose.Of($"**{sheet.Given} of {Prose.Markdown(Wording.Many(sheet.Setup.Needed, "review"))}.** Scores are sealed until then, or until {Until(sheet)}. *Review this* takes about twenty minutes, and you can stop and go on. What is written in this thread is kept with the answer."))
        {
            Controls = [Button(sheet, "Review this", ReviewAct.Claim, tone: Tone.Main), Button(sheet, "Coverage", ReviewAct.Coverage)],
        };

    public static Message SharedAlready(ShareSheet sheet, Share share) => new(share switch
    {
        Share.Open => Prose.Of($"It is shared already and stands in {sheet.Channel}: {sheet.Given} of {Prose.Markdown(Wording.Many(sheet.Setup.Needed, "review"))}."),
        Share.Opened => Prose.Of($"It was shared, and its reviews are open."),
        _ => Prose.Of($"It was taken back. Sharing it again begins anew."),
    })
    {
        Controls = share switch
        {
            Share.Open => [Button(sheet, "Withdraw", ReviewAct.Withdraw)],
            Share.Opened => [Button(sheet, "Result", ReviewAct.Result)],
            _ => [],
        },
    };

    public static Prose Cancelled() => Prose.Of($"Nothing was shared. Your answer stays with you.");

    public static Message WithdrawSure(ShareSheet sheet) => new(Prose.Of($"Take it back? The answer goes from the thread, {Prose.Markdown(sheet.Given == 0 ? "nobody has reviewed it yet" : $"and {Wording.Many(sheet.Given, "review")} with it")}."))
    {
        Controls = [Button(sheet, "Withdraw it", ReviewAct.WithdrawSure, tone: Tone.Danger)],
    };

    public static Prose TakenAway() => Prose.Of($"Taken back by the person who shared it.");

    public static Prose NothingLeft() => Prose.Of($"Nothing of that answer is left, so nothing was shared. {new CommandRef(CommandTable.History)} shows your sessions.");

    public static Prose WithdrawnNow() => Prose.Of($"It is taken back. Your answer is kept for you alone.");

    public static Prose WasWithdrawn() => Prose.Of($"That answer was taken back by the person who shared it. {new CommandRef(CommandTable.ReviewNext)} finds another.");

    public static Prose NotKnown() => Prose.Of($"I do not know that review here, or not any more. {new CommandRef(CommandTable.ReviewNext)} finds one that waits.");

    public static Prose Stale() => Prose.Of($"That button belongs to an earlier step, so nothing was changed.");

    public static Prose OnlyTheCandidate() => Prose.Of($"Only the person who shared it can do that.");

    public static Message ThreadGone(ShareSheet sheet) => new(Prose.Of($"The thread with your answer to {Prose.Markdown(sheet.Setup.Title)} could not be opened or is gone. Nothing is lost: those who review it go on, {new CommandRef(CommandTable.ReviewNext)} still brings it to others, and I tell you when it opens."))
    {
        Controls = [Button(sheet, "Withdraw", ReviewAct.Withdraw)],
    };

    private static string Are(ShareSheet sheet) => sheet.Setup.Needed == 1 ? "is" : "are";

    /// <summary>The day in the group's zone, the time in the reader's where the platform can.</summary>
    private static Prose Until(ShareSheet sheet) => Prose.Of($"{Prose.Markdown(DrillWording.Day(ZonedDays.DateOf(sheet.Deadline!.Value, sheet.Setup.Zone)))}, {sheet.Deadline!.Value}");

    internal static Prose Name(ShareSheet sheet) => sheet.Aliased ? Prose.Markdown(sheet.Setup.Alias) : Prose.Of($"{sheet.Setup.Candidate}");

    internal static Control.Select Scale(ShareSheet sheet, string act, Questions.Dimension dimension, Questions.InterviewScript script) =>
        new(dimension.Label, Token(sheet, act, dimension.Id), [.. Enumerable.Range(1, 5).Select(score => new Option(Text(score), Text(score), Anchors.Short(dimension, score, script)))]);

    internal static Control.Button Button(ShareSheet sheet, string label, string act, string about = "", Tone tone = Tone.Plain) => new(label, Token(sheet, act, about), tone);

    internal static string Token(ShareSheet sheet, string act, string about = "") => new Token(sheet.Setup.Stream, act, sheet.Step, about).ToString();

    internal static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    internal static string Cut(string text, int most) => text.Length <= most ? text : text[..(most - 1)].TrimEnd() + "…";
}
