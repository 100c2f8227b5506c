using NetflixPrep.Bot.Adapters;
using NetflixPrep.Bot.Committees;
using NetflixPrep.Bot.Conversations;
using NetflixPrep.Bot.Drills;
using NetflixPrep.Bot.Groups;
using NetflixPrep.Bot.Loops;
using NetflixPrep.Bot.Pairs;
using NetflixPrep.Bot.Plans;
using NetflixPrep.Bot.Questions;
using NetflixPrep.Bot.Reviews;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Bot.Stories;
using NetflixPrep.Bot.Suggestions;
using NetflixPrep.Core;
using NetflixPrep.Core.Calendars;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Groups;
using NetflixPrep.Core.Histories;
using NetflixPrep.Core.Interviews;
using NetflixPrep.Core.Loops;
using NetflixPrep.Core.Privacy;
using NetflixPrep.Core.Questions;

namespace NetflixPrep.Bot.Sessions;

/// <summary>Answers what changes nothing, on a connection that only reads.</summary>
internal sealed class Lookups(Database database, StreamKind<Session, SessionInput, SessionEvent> kind, StreamKind<Loop, LoopInput, LoopEvent> loops, ScriptShelf shelf, LiveBank bank, DrillLookups drills, ReviewedRounds reviewed) : ILookups
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
            CommandTable.Plan => PlanRouter.Show(command, reads),
            CommandTable.StoryList or CommandTable.StoryCheck => StoryRouter.Show(command, reads),
            CommandTable.Pair => PairRouter.Show(command, reads),
            CommandTable.QuestionSearch or CommandTable.QuestionShow => SuggestionRouter.Show(command, bank, reads, DayFor(command.From.Person, reads)),
            CommandTable.History => History(command.From.Person, reads),
            CommandTable.Why => Why(command, reads),
            CommandTable.DrillStatus => drills.Status(command.From, reads),
            CommandTable.ReviewStatus => ReviewerStatus.Show(command.From, reads),
            CommandTable.Settings => Settings(command.From, reads),
            CommandTable.Privacy => PrivacyPage.For(command.From.Person.Group, reads.SettingsOf(command.From.Person).RetentionDays),
            _ => HelpPage.For(Scene(command.From, reads)),
        });
    }

    public ValueTask<Seq<Option>> CompleteAsync(PersonId person, string verb, string argument, string typed, CancellationToken ct)
    {
        var all = CommandTable.Find(verb)?.Arguments.FirstOrDefault(spec => spec.Name == argument) switch
        {
            { Kind: ArgumentKind.Question } => bank.Now.Questions.Where(question => question.Status is QuestionStatus.Reviewed or QuestionStatus.Sample)
                .Select(question => new Option($"{Rounds.Find(question.Round)?.Label}: {question.Title}", question.Id)),
            { Kind: ArgumentKind.Topic } => bank.Now.Topics.Select(topic => new Option(topic.Label, topic.Id)),
            { Kind: ArgumentKind.Loop } => bank.Now.Loops.Select(loop => new Option(loop.Label, loop.Id)),
            { Choices: { Count: > 0 } choices } => choices,
            { Name: "zone" } => Zones.All.Select(zone => new Option(zone, zone)),
            _ => [],
        };
        return ValueTask.FromResult<Seq<Option>>(
        [
            .. all.Where(option => option.Label.Contains(typed, StringComparison.OrdinalIgnoreCase) || option.Value.Contains(typed, StringComparison.OrdinalIgnoreCase)).Take(MostOptions),
        ]);
    }

    private Message Status(Origin from, Reads reads)
    {
        if (reads.OpenSession(from.Person) is { } stream)
            return Open(stream, reads) is { } session ? SessionStatus.WithControls(session, shelf.Scripted(session.Sheet.Setup), from.At) : NoneOpen;
        return reads.OpenLoop(from.Person) is { } loop && SheetOf(loop, reads) is { } sheet ? LoopStatus.Describe(sheet) : NoneOpen;
    }

    private Message History(PersonId person, Reads reads)
    {
        var newest = from row in reads.NewestSessions(person, HistoryPage.Lines)
                     let found = Find(row.Stream, reads)
                     where found is not null
                     select PastSession.Of(row.StartedAt, found.Value.Session, found.Value.Scripts);
        var ledger = reads.LedgerOf(person);
        var peers = PeersNamed.BySource(reviewed(reads, person), bank.Now.RootCauses);
        return HistoryPage.For([.. newest], reads.CountSessions(person), Ledger.Count(ledger, peers), person.Group is null, DayFor(person, reads), Ledger.WhereNothingWasChosen(ledger, peers));
    }

    private Message Why(Inbound.Command command, Reads reads)
    {
        var person = command.From.Person;
        var named = command.Arguments.FirstOrDefault(argument => argument.Name == "session")?.Value.Trim();
        if (named is not null && drills.Why(command.From, named, reads) is { } drill) return drill;
        var row = named is null ? reads.NewestFinished(person) : reads.FinishedSession(person, Named(named));
        return row is not null && Find(row.Stream, reads) is (Session.Finished finished, var scripts)
            ? WhyPage.For(finished, scripts, reads.SentInDoubt(row.Stream), DayFor(person, reads)(row.StartedAt))
            : WhyPage.Unknown(named);
    }

    private HelpScene Scene(Origin from, Reads reads)
    {
        var open = reads.OpenSession(from.Person);
        var own = open is { } stream && reads.HomeOf(stream) == from.Place;
        var round = open is { } running && Open(running, reads) is { Sheet.Setup.Loop: { } part } ? new LoopScene(part.Number, part.Of, own) : null;
        var loop = open is null && reads.OpenLoop(from.Person) is { } waiting && SheetOf(waiting, reads) is { } sheet ? LoopStatus.Scene(sheet, reads.HomeOf(waiting) == from.Place) : null;
        return new()
        {
            InSession = own,
            SessionElsewhere = open is not null && !own,
            SessionOf = own || loop is { Here: true } ? null : reads.OwnersAt(from.Place).Cast<PersonId?>().FirstOrDefault(owner => !owner!.Value.IsSameHuman(from.Person)),
            OnPanel = reads.PanelAt(from.Place, from.Person) is not null,
            Loop = round ?? loop,
            InDirectMessages = from.Person.Group is null,
            Admin = from.Admin,
        };
    }

    private Session.Started? Open(StreamId stream, Reads reads) => kind.Fold(stream, reads.Events(stream)) as Session.Started;

    private LoopSheet? SheetOf(StreamId loop, Reads reads) => (loops.Fold(loop, reads.Events(loop)) as Loop.Started)?.Sheet;

    /// <summary>A session as it stands, with its scripts; null when there is none.</summary>
    private (Session.Started Session, Seq<InterviewScript> Scripts)? Find(StreamId stream, Reads reads) =>
        Open(stream, reads) is { } session ? (session, [.. shelf.Of(session.Sheet.Setup).Select(shelved => shelved.Script)]) : null;

    private static StreamId Named(string key) => new(SessionStream.Name, key.ToLowerInvariant());

    private static Message Settings(Origin from, Reads reads)
    {
        if (Group.StreamOf(from.Person) is not { } group) return GroupWording.NoGroup();
        var settings = reads.SettingsOf(from.Person);
        return GroupWording.Settings(settings, from.Admin, dailyLost: settings.DailyQuestion is null ? null : reads.LostDaily(group, settings));
    }

    /// <summary>Days are counted where the group lives.</summary>
    private static Func<DateTimeOffset, string> DayFor(PersonId person, Reads reads)
    {
        var zone = reads.SettingsOf(person).Zone;
        return at => Zones.Day(at, zone);
    }
}
