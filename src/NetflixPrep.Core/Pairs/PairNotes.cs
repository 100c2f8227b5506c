using System.Globalization;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Interviews;
using NetflixPrep.Core.Questions.Reading;

namespace NetflixPrep.Core.Pairs;

/// <summary>The notes of a meeting for its two people: who said what, and what of it the question looks for. Coverage only, never a score.</summary>
internal static class PairNotes
{
    private const int ShownOfOne = 400;
    private const int MostShown = 30;
    private const int MostMoments = 3;

    public static Message Message(Meeting.Over over, Seq<Scripted> questions) =>
        new(Prose.Paragraphs(over.Setup.Halves.Select((_, half) => half).Where(half => over.Said.Any(said => said.Half == half)).Select(half => Half(over, half, questions[half]))))
        {
            Title = "Notes",
            Long = true,
        };

    private static Prose Half(Meeting.Over over, int half, Scripted question)
    {
        var said = over.Said.Where(each => each.Half == half && !each.Deleted).ToSeq();
        return Prose.Paragraphs(
        [
            Prose.Of($"**{Prose.Markdown(question.Script.Question.Title)}**\n{MeetingLines.Name(over, half)} answered, {MeetingLines.Name(over, 1 - half)} asked."),
            Coverage(question, [.. said.Where(each => each.Side == half)]),
            Prose.Lines(said.Take(MostShown).Select(each => Prose.Of($"{MeetingLines.Name(over, each.Side)}: {Cut(each.Text)}"))),
            said.Count > MostShown ? Prose.Of($"… and {said.Count - MostShown} more, in the thread.") : Prose.Empty,
        ]);
    }

    private static Prose Coverage(Scripted question, Seq<PairSaid> answer)
    {
        if (answer.Count == 0) return Prose.Of($"Nothing was answered in this half.");
        var began = answer[0].At;
        var found = question.Reader.Read([.. answer.Select(each => new Said(each.MessageId, each.Text, Sheet.Minute(each.At - began), Sheet.IsCodeFile(each.FileName)))])
            .Signals.ToDictionary(finding => finding.Id);
        var looked = question.Script.Question.Signals.Where(signal => found.ContainsKey(signal.Id)).ToSeq();
        var mentioned = looked.Where(signal => found[signal.Id].Mentioned).OrderByDescending(signal => (signal.Must ? 10 : 0) + signal.Weight).ToSeq();
        var missing = looked.Where(signal => !found[signal.Id].Mentioned).OrderByDescending(signal => (signal.Must ? 10 : 0) + signal.Weight).Select(signal => signal.Label).Take(3).ToSeq();
        return Prose.Lines(
        [
            Prose.Markdown(string.Create(CultureInfo.InvariantCulture, $"Mentioned {mentioned.Count} of {looked.Count}.")),
            .. mentioned.Take(MostMoments).Select(signal => Prose.Of($"- {Prose.Markdown(Wording.Capital(signal.Label))}: \"{found[signal.Id].Hits[0].Quote}\"")),
            missing.Count > 0 ? Prose.Of($"Not mentioned: {Prose.Markdown(string.Join(", ", missing))}.") : Prose.Empty,
        ]);
    }

    private static Prose Cut(string text)
    {
        if (text.Length <= ShownOfOne) return Prose.Typed(text);
        var end = char.IsHighSurrogate(text[ShownOfOne - 1]) ? ShownOfOne - 1 : ShownOfOne;
        return Prose.Of($"{text[..end].TrimEnd()}…");
    }
}
