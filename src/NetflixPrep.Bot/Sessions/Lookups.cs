using NetflixPrep.Bot.Adapters;
using NetflixPrep.Bot.Conversations;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Interviews;
using NetflixPrep.Core.Questions;

namespace NetflixPrep.Bot.Sessions;

/// <summary>Answers what changes nothing, on a connection that only reads.</summary>
internal sealed class Lookups(Database database, StreamKind<Session, SessionInput, SessionEvent> kind, ScriptShelf shelf, QuestionBank bank) : ILookups
{
    private const int MostOptions = 25;

    private static Message NoneOpen { get; } = new(Prose.Of($"No session is open. {new CommandRef(CommandTable.MockStart)} opens one."));

    public ValueTask<Message> AnswerAsync(Inbound.Command command, CancellationToken ct)
    {
        using var connection = database.OpenReader();
        var reads = new Reads(connection);
        return ValueTask.FromResult(command.Verb switch
        {
            CommandTable.MockStatus => Status(command.From, reads),
            _ => HelpPage.For(reads.OpenSession(command.From.Person) is not null),
        });
    }

    public ValueTask<Seq<Option>> CompleteAsync(PersonId person, string verb, string argument, string typed, CancellationToken ct)
    {
        var all = CommandTable.Find(verb)?.Arguments.FirstOrDefault(spec => spec.Name == argument) switch
        {
            { Kind: ArgumentKind.Question } => bank.Questions.Where(question => question.Status is QuestionStatus.Reviewed or QuestionStatus.Sample)
                .Select(question => new Option($"{Rounds.Find(question.Round)?.Label}: {question.Title}", question.Id)),
            { Kind: ArgumentKind.Topic } => bank.Topics.Select(topic => new Option(topic.Label, topic.Id)),
            { Choices: { Count: > 0 } choices } => choices,
            _ => [],
        };
        return ValueTask.FromResult<Seq<Option>>(
        [
            .. all.Where(option => option.Label.Contains(typed, StringComparison.OrdinalIgnoreCase) || option.Value.Contains(typed, StringComparison.OrdinalIgnoreCase)).Take(MostOptions),
        ]);
    }

    private Message Status(Origin from, Reads reads)
    {
        if (reads.OpenSession(from.Person) is not { } stream) return NoneOpen;
        var session = kind.Fold(stream, reads.Events(stream));
        return session is Session.Started { Sheet.Setup: var setup }
            ? SessionStatus.WithControls(session, shelf.Get(setup.ScriptHash, setup.QuestionId).Script, from.At)
            : NoneOpen;
    }
}
