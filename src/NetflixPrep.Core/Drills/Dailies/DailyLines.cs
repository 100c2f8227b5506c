using System.Globalization;
using NetflixPrep.Core.Calendars;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Drills.Calculators;
using NetflixPrep.Core.Interviews;
using NetflixPrep.Core.Questions;

namespace NetflixPrep.Core.Drills.Dailies;

/// <summary>What is said around a group's question of the day. Answers are shown to the letter, or cut with how much was cut.</summary>
internal static class DailyLines
{
    /// <summary>Answers on one page.</summary>
    public const int OnOnePage = 5;

    /// <summary>Characters of an answer that are shown.</summary>
    public const int ShownOfOne = 800;

    public static Message Card(Daily.Asked asked, Question? question, Sum? sum) => new(Prose.Paragraphs(
        Prose.Markdown((sum?.Prompt ?? question!.Prompt).Trim()),
        question?.Context is { } context ? Prose.Markdown(context.Trim()) : Prose.Empty,
        HowTo(question),
        Prose.Of($"Why this one: {Prose.Markdown(asked.Setup.Why)}"),
        Prose.Of($"**{Count(asked.Answers.Count)}** Answers are sealed until you have answered yourself.")))
    {
        Title = $"Question of the day: {sum?.Kind.Title ?? question!.Title}",
        Controls = [Button(asked.Setup, "Answer", DailyAct.Answer, tone: Tone.Main), Button(asked.Setup, "Read answers", DailyAct.ReadAnswers)],
    };

    private static Prose HowTo(Question? question) => question switch
    {
        null => Prose.Of($"A calculator is fine. Write the number and how you came to it; the working can be read after that."),
        { Minutes.Answer: var minutes } when DailyChoice.IsShort(question) => Prose.Of($"About {minutes} minutes, on any day. No clock runs."),
        { Minutes.Answer: var minutes } => Prose.Of($"In full it takes {minutes} minutes; the outline of an answer is enough. Any day will do, and no clock runs."),
    };

    private static Prose Count(int answers) => answers == 0 ? Prose.Of($"Nobody has answered yet.") : Prose.Of($"{answers} answered.");

    public static Form Form(DailySetup setup, DailyAnswer? before) => new(Token(setup, DailyAct.Answered), "Your answer",
    [
        new Input(DailyAct.Field, "Answer", Required: true, DailyDesk.LongestAnswer)
        {
            Paragraph = true,
            Hint = "Up to 3,000 characters. Files and threads are not read for this.",
            Value = before?.Text,
        },
    ]);

    /// <param name="others">How many others have answered.</param>
    /// <param name="changed">There was an answer before it.</param>
    public static Message Kept(DailySetup setup, int others, bool changed) => new(Prose.Of(
        $"{Prose.Markdown(changed ? "Your answer is changed." : "Your answer is kept.")} {Prose.Markdown(others == 0 ? "Nobody else has answered so far." : $"{Wording.Many(others, "other")} answered so far.")} *Answer* changes yours whenever you like."))
    {
        Controls = [.. others > 0 ? [Button(setup, "Read answers", DailyAct.ReadAnswers)] : Seq<Control>.Empty, OutlineButton(setup)],
    };

    /// <summary>A page of what the others answered, in the order in which they did.</summary>
    public static Message Answers(Daily.Asked asked, PersonId reader, int skip)
    {
        var others = asked.ByOthers(reader);
        if (others.Count == 0) return new(Prose.Of($"Nobody else has answered so far. Yours is kept."))
        {
            Controls = [OutlineButton(asked.Setup)],
        };
        if (skip >= others.Count) skip = 0;
        var page = others.Skip(skip).Take(OnOnePage).ToSeq();
        var left = others.Count - skip - page.Count;
        return new(Prose.Paragraphs(page.Select(answer => Answer(answer, asked.Setup.Zone))))
        {
            Title = others.Count <= OnOnePage
                ? $"{Wording.Many(others.Count, "answer")} by others"
                : string.Create(CultureInfo.InvariantCulture, $"Answers {skip + 1} to {skip + page.Count} of {others.Count} by others"),
            Long = true,
            Controls = [.. left > 0 ? [Button(asked.Setup, "More answers", DailyAct.ReadAnswers, skip + page.Count)] : Seq<Control>.Empty, OutlineButton(asked.Setup)],
        };
    }

    private static Prose Answer(DailyAnswer answer, string zone) => Prose.Of(
        $"{answer.Person}, {DrillWording.Day(ZonedDays.DateOf(answer.At, zone))}, {DrillWording.Clock(ZonedDays.TimeOf(answer.At, zone))}{Prose.Markdown(answer.At == answer.FirstAt ? "" : " (changed)")}:\n{Cut(answer.Text)}");

    /// <summary>The beginning, up to the end of a word where there is one near, and how much follows.</summary>
    internal static Prose Cut(string text)
    {
        if (text.Length <= ShownOfOne) return Prose.Typed(text);
        var end = text.LastIndexOfAny([' ', '\n', '\t'], ShownOfOne);
        if (end < ShownOfOne / 2) end = char.IsHighSurrogate(text[ShownOfOne - 1]) ? ShownOfOne - 1 : ShownOfOne;
        var shown = text[..end].TrimEnd();
        return Prose.Of($"{shown}… ({Prose.Markdown((text.Length - shown.Length).ToString("N0", CultureInfo.InvariantCulture))} more characters)");
    }

    public static Message AnswerFirst(DailySetup setup) => new(Prose.Of($"These are sealed until you have answered yourself. A few lines are enough."))
    {
        Controls = [Button(setup, "Answer", DailyAct.Answer, tone: Tone.Main)],
    };

    public static Message NothingWritten(DailySetup setup) => new(Prose.Of($"Nothing was written, so nothing was kept. Press *Answer* and write a line or two."))
    {
        Controls = [Button(setup, "Answer", DailyAct.Answer, tone: Tone.Main)],
    };

    public static Message TooLong(DailySetup setup, int length) => new(Prose.Of($"An answer holds up to 3,000 characters; this one has {Prose.Markdown(length.ToString("N0", CultureInfo.InvariantCulture))}, so nothing was kept. Press *Answer* and send a shorter one."))
    {
        Controls = [Button(setup, "Answer", DailyAct.Answer, tone: Tone.Main)],
    };

    public static Message NotKnown() => new(Prose.Of($"I do not know that question here, or not any more. {new CommandRef(CommandTable.DrillNow)} brings you one of your own."));

    private static Control.Button OutlineButton(DailySetup setup) => Button(setup, setup.SumKind is null ? "Outline" : "Working", DailyAct.Outline);

    private static Control.Button Button(DailySetup setup, string label, string act, int skip = 0, Tone tone = Tone.Plain) => new(label, Token(setup, act, skip), tone);

    private static string Token(DailySetup setup, string act, int skip = 0) =>
        new Token(setup.Stream, act, 0, skip == 0 ? "" : skip.ToString(CultureInfo.InvariantCulture)).ToString();
}
