using System.Diagnostics;

namespace NetflixPrep.Core.Pairs;

/// <summary>A recorded fact of a meeting, past tense. People are named in the set-up alone, else by their side. The names under which these are stored never change.</summary>
/// <param name="At">When it happened, UTC.</param>
public abstract record MeetingEvent
{
    private MeetingEvent(DateTimeOffset at) => At = at;

    public DateTimeOffset At { get; init; }

    public sealed record Met(DateTimeOffset At, MeetingSetup Setup) : MeetingEvent(At);

    public sealed record Said(DateTimeOffset At, int Side, PlaceId Place, string MessageId, string Text, string? FileName) : MeetingEvent(At);

    public sealed record Edited(DateTimeOffset At, int Side, string MessageId, string Text) : MeetingEvent(At);

    public sealed record Deleted(DateTimeOffset At, int Side, string MessageId) : MeetingEvent(At);

    /// <summary>The side to move handed the move over without a word.</summary>
    public sealed record Passed(DateTimeOffset At, int Side) : MeetingEvent(At);

    /// <summary>The one who answers has said everything.</summary>
    public sealed record AnswerDone(DateTimeOffset At, int Side) : MeetingEvent(At);

    public sealed record Reminded(DateTimeOffset At, int Side) : MeetingEvent(At);

    public sealed record HalfEnded(DateTimeOffset At, HalfEnd By) : MeetingEvent(At);

    public sealed record Swapped(DateTimeOffset At, int Side) : MeetingEvent(At);

    /// <param name="Side">Whose doing it was; null for nobody's.</param>
    public sealed record Ended(DateTimeOffset At, MeetingEnding Ending, int? Side) : MeetingEvent(At);
}

/// <summary>Where a meeting stands: the fold of its events.</summary>
public abstract record Meeting
{
    /// <summary>The first part of the ids of these streams.</summary>
    public const string StreamName = "pair";

    private Meeting() { }

    public sealed record NotMet : Meeting;

    /// <summary>The two were brought together.</summary>
    public abstract record Held(MeetingSetup Setup) : Meeting
    {
        public Seq<PairSaid> Said { get; init; } = [];

        /// <summary>0, or 1 after roles were swapped.</summary>
        public int Half { get; init; }

        /// <summary>Which of the two did anything at all.</summary>
        public Seq<bool> Came { get; init; } = [false, false];

        /// <summary>Grows with each message that carries buttons; older ones are stale.</summary>
        public int Step { get; init; }

        /// <summary>The side that answers in this half.</summary>
        public int Candidate => Half;

        /// <summary>The side that asks in this half.</summary>
        public int Interviewer => 1 - Half;

        /// <summary>Which of the two it is; null for somebody else.</summary>
        public int? SideOf(PersonId person) => Setup.Sides.ToList().FindIndex(side => !side.IsGone && side.Person.IsSameHuman(person)) is var at and >= 0 ? at : null;
    }

    /// <summary>A half runs.</summary>
    public sealed record Running(MeetingSetup Setup) : Held(Setup)
    {
        public required int ToMove { get; init; }

        /// <summary>What each side has left, as of <see cref="Since"/>.</summary>
        public required Seq<TimeSpan> Left { get; init; }

        /// <summary>Since when the side to move has the move.</summary>
        public required DateTimeOffset Since { get; init; }

        public bool AnswerDone { get; init; }

        public Seq<bool> Reminded { get; init; } = [false, false];

        /// <summary>What the side to move has left at an instant.</summary>
        public TimeSpan LeftAt(DateTimeOffset at)
        {
            var side = Setup.Sides[ToMove];
            var left = Left[ToMove] - TurnClock.Burnt(Since, at, side.Quiet, side.QuietZone);
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }

        /// <summary>When the side to move will have so much left.</summary>
        public DateTimeOffset WhenLeft(TimeSpan left)
        {
            var side = Setup.Sides[ToMove];
            return TurnClock.EndsAt(Since, Left[ToMove] - left, side.Quiet, side.QuietZone);
        }

        /// <summary>The other side has the move from then on.</summary>
        internal Running Handed(DateTimeOffset at) => this with
        {
            Left = [.. Left.Select((left, side) => side == ToMove ? LeftAt(at) : left)],
            ToMove = 1 - ToMove,
            Since = at,
        };
    }

    /// <summary>The first half is over, roles are to be swapped.</summary>
    public sealed record Between(MeetingSetup Setup) : Held(Setup)
    {
        public required DateTimeOffset Since { get; init; }
    }

    public sealed record Over(MeetingSetup Setup, MeetingEnding Ending, int? Side) : Held(Setup);

    /// <summary>The state after one more fact.</summary>
    /// <exception cref="UnreachableException">The fact cannot follow this state.</exception>
    public Meeting Evolve(MeetingEvent fact) => (this, fact) switch
    {
        (NotMet, MeetingEvent.Met it) => Began(new Running(it.Setup) { ToMove = 0, Left = [], Since = it.At }, it.At),
        (Running now, MeetingEvent.Said it) => Heard(now, it) is Running heard && it.Side == now.ToMove ? heard.Handed(it.At) : Heard(now, it),
        (Between now, MeetingEvent.Said it) => Heard(now, it),
        (Held now, MeetingEvent.Edited it) => Changed(now, it.MessageId, said => said with { Text = it.Text }),
        (Held now, MeetingEvent.Deleted it) => Changed(now, it.MessageId, said => said with { Deleted = true }),
        (Running now, MeetingEvent.Passed it) => Here(now, it.Side) is var here && it.Side == now.ToMove ? ((Running)here).Handed(it.At) with { Step = now.Step + 1 } : Here(now, it.Side),
        (Running now, MeetingEvent.AnswerDone it) => ((Running)Here(now, it.Side) is var here && now.ToMove == it.Side ? here.Handed(it.At) : (Running)Here(now, it.Side)) with { AnswerDone = true, Step = now.Step + 1 },
        (Running now, MeetingEvent.Reminded it) => now with { Reminded = [.. now.Reminded.Select((was, side) => was || side == it.Side)], Step = now.Step + 1 },
        (Running now, MeetingEvent.HalfEnded it) => Carry(now, new Between(now.Setup) { Since = it.At }),
        (Between now, MeetingEvent.Swapped it) => Began((Running)Carry(Here(now, it.Side), new Running(now.Setup) { ToMove = 1, Left = [], Since = it.At }) with { Half = 1, Came = [it.Side == 0, it.Side == 1] }, it.At),
        (Held now and not Over, MeetingEvent.Ended it) => Carry(now, new Over(now.Setup, it.Ending, it.Side)),
        _ => throw new UnreachableException($"{fact.GetType().Name} cannot follow {GetType().Name}."),
    };

    private static Running Began(Running running, DateTimeOffset at) =>
        running with { Left = [running.Setup.Budget, running.Setup.Budget], Since = at, ToMove = running.Candidate };

    private static Held Heard(Held now, MeetingEvent.Said it) =>
        Here(now, it.Side) with { Said = now.Said.Add(new(it.Side, now.Half, it.At, it.MessageId, it.Text, it.FileName, Deleted: false)) };

    private static Held Here(Held now, int who) => now with { Came = [.. now.Came.Select((came, side) => came || side == who)] };

    private static Held Changed(Held now, string messageId, Func<PairSaid, PairSaid> change) =>
        now with { Said = [.. now.Said.Select(said => said.MessageId == messageId ? change(said) : said)] };

    private static Held Carry(Held from, Held to) => to with { Said = from.Said, Half = from.Half, Came = from.Came, Step = from.Step + 1 };
}
