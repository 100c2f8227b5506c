using System.Globalization;
using NetflixPrep.Bot.Conversations;
using NetflixPrep.Bot.Groups;
using NetflixPrep.Bot.Plans;
using NetflixPrep.Bot.Questions;
using NetflixPrep.Bot.Sessions;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Suggestions;

namespace NetflixPrep.Bot.Suggestions;

/// <summary>Says what an inbound means to what somebody tells about the bank.</summary>
internal sealed class SuggestionRouter(StreamKind<SuggestionBox, SuggestionInput, SuggestionEvent> kind, LiveBank bank)
{
    private const int MostReports = 10;

    /// <summary><c>/question report</c> and <c>/question propose</c>.</summary>
    public Routed Command(Inbound.Command command)
    {
        var box = SuggestionBox.StreamOf(command.From.Person);
        return command.Verb == CommandTable.QuestionPropose
            ? To(box, new SuggestionInput.Propose(command.From, Value(command, "round")))
            : To(box, new SuggestionInput.Report(command.From, Value(command, "question"), bank.Now.Find(Value(command, "question"))?.Version, Value(command, "text")));
    }

    public Routed Fill(Token token, Inbound.Form form, Reads reads) => To(SuggestionBox.StreamOf(form.From.Person), token.Act == SuggestionAct.Proposed
        ? new SuggestionInput.Proposed(form.From, token.About, form.Fields, reads.SettingsOf(form.From.Person))
        : new SuggestionInput.Unknown(form.From));

    public Routed Press(Token token, Inbound.Choice choice, Reads reads) => token.Act == SuggestionAct.Draft
        ? To(token.Stream, new SuggestionInput.DraftAsked(choice.From, Number(token.About), Draft(token.Stream, Number(token.About), choice.From, reads)))
        : To(SuggestionBox.StreamOf(choice.From.Person), new SuggestionInput.Unknown(choice.From));

    public Routed Due(Inbound.Due due, Reads reads) => To(due.Stream, new SuggestionInput.HandOver(
        due.From, Number(due.With.FirstOrDefault(argument => argument.Name == "number")?.Value ?? ""), reads.SettingsOf(PersonId.Parse(due.Stream.Key))));

    /// <summary>The answer to a command that changes nothing.</summary>
    public static Message Show(Inbound.Command command, LiveBank bank, Reads reads, Func<DateTimeOffset, string> day)
    {
        var person = command.From.Person;
        if (command.Verb == CommandTable.QuestionSearch) return QuestionPage.Search(bank.Now, Value(command, "words"), Value(command, "round") is { Length: > 0 } round ? round : null);
        var id = Value(command, "question");
        var last = reads.PastOf(person).Asked.Where(asked => asked.QuestionId == id).Select(asked => (DateTimeOffset?)asked.At).Max();
        var keeps = command.From.Admin || reads.SettingsOf(person).Moderators.Contains(person);
        return QuestionPage.Show(bank.Now, id, last is { } at ? day(at) : null, keeps ? reads.ReportsOf(id, person, MostReports) : []);
    }

    /// <summary>For the one who proposed it and for those who look after practice in that group; null for others.</summary>
    private Attachment? Draft(StreamId box, int number, Origin from, Reads reads)
    {
        var author = PersonId.Parse(box.Key);
        var mayHave = PlanReads.IsOf(box, from.Person) || author.IsSameHuman(from.Person) || reads.SettingsOf(author).Moderators.Any(keeper => keeper.IsSameHuman(from.Person));
        return mayHave && reads.Suggestions(box).Find(number) is { } proposal ? DraftFile.Of(bank.Now, proposal, number, from.At.Year) : null;
    }

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static string Value(Inbound.Command command, string name) => command.Arguments.FirstOrDefault(argument => argument.Name == name)?.Value.Trim() ?? "";

    private Routed.To To(StreamId stream, SuggestionInput input) => new(kind.Call(stream, input));
}
