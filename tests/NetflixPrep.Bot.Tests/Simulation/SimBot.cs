using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using NetflixPrep.Bot.Committees;
using NetflixPrep.Bot.Conversations;
using NetflixPrep.Bot.Drills;
using NetflixPrep.Bot.Groups;
using NetflixPrep.Bot.Loops;
using NetflixPrep.Bot.Pairs;
using NetflixPrep.Bot.Plans;
using NetflixPrep.Bot.Reviews;
using NetflixPrep.Bot.Sessions;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Bot.Stories;
using NetflixPrep.Bot.Suggestions;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Groups;
using NetflixPrep.Core.Interviews;
using NetflixPrep.Core.Loops;
using NetflixPrep.Core.Questions;

namespace NetflixPrep.Bot.Tests.Simulation;

/// <summary>Deliveries for which something inside the bot fails.</summary>
internal sealed class Poison
{
    /// <summary>Routing throws.</summary>
    public HashSet<string> Routing { get; } = [];

    /// <summary>Deciding throws.</summary>
    public HashSet<string> Deciding { get; } = [];

    /// <summary>The disk fails in the middle of the transaction, once.</summary>
    public HashSet<string> Storage { get; } = [];
}

/// <summary>One life of the whole bot on a real file, driven by hand; disposing it is a crash: memory gone, file kept.</summary>
internal sealed class SimBot : IDisposable
{
    private readonly RunningClocks clocks;
    private readonly Poison poison;
    private readonly Switchboard router;
    private readonly StreamKind<Session, SessionInput, SessionEvent> plain;

    public SimBot(string path, QuestionBank bank, TimeProvider time, SimPlatform platform, Poison poison)
    {
        this.poison = poison;
        Database = Database.Open(new() { Path = path, Synchronous = "NORMAL" });
        var shelf = new ScriptShelf(bank, Database);
        plain = SessionStream.Kind(shelf);
        var (watched, opening) = (plain with { Decide = Decide }, new Opening(() => bank, shelf.HashOf) { Person = Mentions.Person });
        var desk = new GroupDesk(Mentions.Names);
        var reviews = new ReviewRouter(ReviewStream.Kind(shelf), watched, DrillStream.Kind(shelf), GroupStream.Kind(desk), shelf);
        router = new(new(watched, opening, shelf), new(Loops, watched, opening, shelf), new(GroupStream.Kind(desk), desk),
            new(SlotStream.Kind(), PracticeStream.Kind(), DrillStream.Kind(shelf), new(bank, shelf, watched, PlanReads.PlannedArea)),
            new(DailyStream.Kind(shelf), GroupStream.Kind(desk), bank, shelf), new(PlanStream.Kind()), new(StoryStream.Kind()),
            reviews, new(ReviewerStream.Kind(shelf), bank, shelf), new(CommitteeStream.Kind(new(bank.RootCauses)), GroupStream.Kind(desk), reviews.RoundsOf),
            new(PairStreams.Pools(), PairStreams.Meetings(shelf), PracticeStream.Kind(), bank, shelf), new(SuggestionStream.Kind(), bank));
        clocks = new(Database);
        var queue = new OutboxQueue();
        Timers = new(time);
        Loop = new(Database, Route, queue, Timers, time, NullLogger<TurnLoop>.Instance, new(time, clocks.Any));
        Relay = new(Database, Loop, queue, [platform], time, NullLogger<OutboxRelay>.Instance, new() { FirstDelay = TimeSpan.FromSeconds(1), Attempts = 1000 });
    }

    public Database Database { get; }

    public List<string> Violations { get; } = [];

    public Timers Timers { get; }

    public TurnLoop Loop { get; }

    public OutboxRelay Relay { get; }

    public StreamKind<Session, SessionInput, SessionEvent> Kind => plain;

    public StreamKind<Loop, LoopInput, LoopEvent> Loops { get; } = LoopStream.Kind();

    public bool AnyClockRuns => clocks.Any();

    public Reads Reads => new(Database.Writer);

    /// <summary>While true every write fails, as on a full disk.</summary>
    public bool CannotWrite
    {
        set => Database.Writer.Execute(value ? "PRAGMA query_only = ON" : "PRAGMA query_only = OFF");
    }

    public void Dispose()
    {
        clocks.Dispose();
        Relay.Dispose();
        Loop.Dispose();
        Database.Dispose();
    }

    private Routed Route(Inbound inbound, Reads reads)
    {
        var delivery = inbound.From.DeliveryId;
        if (poison.Routing.Contains(delivery)) throw new InvalidOperationException("poisoned");
        if (poison.Storage.Remove(delivery)) throw new SqliteException("the disk fails", 10);
        return router.Route(inbound, reads);
    }

    // The state that a turn is given must be what the journal says, whatever happened before.
    private Decision<SessionEvent> Decide(Session state, SessionInput input)
    {
        if (state is Session.Started { Sheet.Setup.Stream: var stream } && !state.Equals(plain.Fold(stream, Reads.Events(stream))))
            Violations.Add($"the live state of {stream} is not what its events say");
        if (poison.Deciding.Contains(input.From.DeliveryId)) throw new InvalidOperationException("poisoned");
        return plain.Decide(state, input);
    }
}
