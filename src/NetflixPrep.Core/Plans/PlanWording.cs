using System.Globalization;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Questions;
using NetflixPrep.Core.Questions.Reading;
using Token = NetflixPrep.Core.Chat.Token;

namespace NetflixPrep.Core.Plans;

/// <summary>Sentences about a plan, and how its days are written.</summary>
public static class PlanWording
{
    public const string Sources = "S1 is the MockRound guide, S2 the Interview Kickstart guide; ours is our own choice.";

    public static Message NothingChanged(Seq<Prose> complaints) => new(Prose.Lines([.. complaints, Prose.Of($"Nothing was changed.")]));

    public static Message Sure(StreamId stream) => new(Prose.Of($"Delete your plan with what you wrote for its check-list? The minutes you practised and your stories stay."))
    {
        Controls = [new Control.Button("Delete the plan", new Token(stream, PlanAct.Delete, 0).ToString(), Tone.Danger), new Control.Button("Keep it", new Token(stream, PlanAct.Keep, 0).ToString())],
    };

    public static Message Kept() => new(Prose.Of($"Nothing was deleted. {new CommandRef(CommandTable.Plan)} shows your plan."));

    public static Message Deleted() => new(Prose.Of($"Your plan is deleted. {new CommandRef(CommandTable.Plan, "interview-date:2027-01-15")} makes a new one."));

    public static Message OnlyTheirs() => new(Prose.Of($"That belongs to somebody else's plan. {new CommandRef(CommandTable.Plan)} shows yours."));

    public static Message Stale() => new(Prose.Of($"I do not know that button any more. {new CommandRef(CommandTable.Plan, "today")} shows the ones that count now."));

    public static Message NoWords(StreamId stream, ProofItem item) => new(Prose.Of($"There were no words in it, so nothing was kept.")) { Controls = [Button(stream, item)] };

    /// <summary>Kept as it was said; a number that is not there is asked for.</summary>
    public static Message Given(PlanSheet sheet, ProofItem item, string text)
    {
        var missing = item.Wants is not null && !AnyNumber.In(text);
        return new(Prose.Paragraphs(
            Prose.Of($"Kept under *{Prose.Markdown(item.Label)}*: \"{text}\""),
            missing ? Prose.Of($"I see no number in it. Which {Prose.Markdown(item.Wants!)}? Press the button to write it anew.") : Prose.Empty,
            Prose.Of($"The check-list has words for {sheet.Proofs.Count} of {Proofs.All.Count} lines.")))
        {
            Controls = missing ? [Button(sheet.Stream, item)] : [],
        };
    }

    public static Control.Button Button(StreamId stream, ProofItem item) => new(item.Button, new Token(stream, PlanAct.AddProof, 0, item.Id).ToString());

    public static string Day(DateOnly date) => date.ToString("ddd d MMM", CultureInfo.InvariantCulture);

    public static string LongDay(DateOnly date) => date.ToString("dddd d MMMM", CultureInfo.InvariantCulture);

    public static string Name(PlanDay day) => day.Kind switch
    {
        DayKind.Rest => "rest",
        DayKind.NightBefore => $"the night before, {day.Minutes} min",
        DayKind.FullMock => $"full mock, {Label(day.Area!)}, {day.Minutes} min",
        _ => $"{Label(day.Area!)}, {day.Minutes} min",
    };

    public static string Label(string area) => Areas.Find(area)!.Label;

    /// <summary>Such as "40 min", "2 h" or "1 h 30 min".</summary>
    public static string Long(int minutes) => (minutes / 60, minutes % 60) switch
    {
        (0, var only) => $"{only} min",
        (var hours, 0) => $"{hours} h",
        var (hours, rest) => $"{hours} h {rest} min",
    };
}
