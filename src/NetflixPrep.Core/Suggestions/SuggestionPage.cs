using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Questions;

namespace NetflixPrep.Core.Suggestions;

/// <summary>What is said about reports and proposals.</summary>
internal static class SuggestionPage
{
    internal static Message Reported(Report report) => new(Prose.Of($"Kept, with `{Prose.Markdown(report.QuestionId)}`: \"{report.Text}\". Who keeps the questions sees it; nobody else does."));

    internal static Message Known() => new(Prose.Of($"I have that from you already."));

    internal static Message NoText() => new(Prose.Of($"Say what is wrong with it: {new CommandRef(CommandTable.QuestionReport)} takes the question and a sentence."));

    internal static Message NoQuestion(string id) => new(Prose.Of($"There is no question \"{id}\". {new CommandRef(CommandTable.QuestionSearch)} finds it by a word."));

    internal static Message NoRound(string round) => new(Prose.Of($"There is no round \"{round}\". Pick one from the list of {new CommandRef(CommandTable.QuestionPropose)}."));

    internal static Message Incomplete() => new(Prose.Of($"Title, question, follow-up and at least one line of what a strong answer mentions are needed, so nothing was kept. {new CommandRef(CommandTable.QuestionPropose)} opens the form again."));

    internal static Message Full() => new(Prose.Of($"I have {SuggestionBox.Most} reports and proposals from you, more than I keep. Please tell who keeps the questions directly."));

    internal static Message Stale() => new(Prose.Of($"I do not know that button any more. {new CommandRef(CommandTable.QuestionSearch)} goes on from here."));

    internal static Message NotTheirs() => new(Prose.Of($"Only who proposed it and those who look after practice here can have the draft; or it is gone, because they deleted what I keep about them."));

    internal static Message Proposed(StreamId box, Proposal proposal, int number, bool hasKeepers) => new(Prose.Of(
        $"Kept: \"{proposal.Title}\". {(hasKeepers ? Prose.Of($"Those who look after practice here are told.") : Prose.Of($"Nobody looks after practice here, so hand the draft to who keeps the questions."))}"))
    {
        Controls = [File(box, number)],
    };

    internal static Message ToKeeper(StreamId box, PersonId author, Proposal proposal, int number) => new(Prose.Paragraphs(
        Prose.Of($"{author} proposes a question for {Rounds.Find(proposal.Round)?.Label ?? proposal.Round}: \"{proposal.Title}\"."),
        Prose.Of($"> {proposal.Prompt.Replace('\n', ' ')}"),
        Prose.Of($"The draft is a file that lint takes: it says what a whole question still needs.")))
    {
        Controls = [File(box, number)],
    };

    internal static Message Draft(Attachment file) => new(Prose.Of($"The draft, as {Prose.Markdown(file.Name)}. Its second line says where to save it."))
    {
        Attachment = file,
    };

    private static Control.Button File(StreamId box, int number) => new("Draft file", new Token(box, SuggestionAct.Draft, 0, number.ToString(System.Globalization.CultureInfo.InvariantCulture)).ToString());
}
