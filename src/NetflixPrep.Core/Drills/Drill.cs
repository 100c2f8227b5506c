using System.Diagnostics;
using NetflixPrep.Core.Interviews;
using NetflixPrep.Core.Questions.Reading;

namespace NetflixPrep.Core.Drills;

/// <summary>Where a drill stands: the fold of its events.</summary>
public abstract record Drill
{
    /// <summary>The first part of the ids of these streams.</summary>
    public const string StreamName = "drill";

    private Drill() { }

    public sealed record NotOffered : Drill;

    /// <summary>It was sent. It stays open until it is answered or skipped, however late.</summary>
    /// <param name="Sheet">What was said, as in a session.</param>
    public abstract record Offered(DrillSetup Setup, Sheet Sheet) : Drill
    {
        /// <summary>A sum was looked at once already.</summary>
        public bool SumLookedAt { get; init; }

        /// <summary>Direct messages were closed, and it went to a thread.</summary>
        public bool HasMoved { get; init; }

        /// <summary>It stands nowhere at the moment.</summary>
        public bool IsHomeless { get; init; }

        /// <summary>When the person first said something.</summary>
        public DateTimeOffset? Began { get; init; }

        /// <summary>Time of real work: what each message took to write, five minutes a message at most.</summary>
        public TimeSpan Worked { get; init; }

        /// <summary>When the newest message came.</summary>
        public DateTimeOffset? LastWord { get; init; }
    }

    public sealed record Open(DrillSetup Setup, Sheet Sheet) : Offered(Setup, Sheet);

    public sealed record Ended(DrillSetup Setup, Sheet Sheet, DrillEnding Ending) : Offered(Setup, Sheet);

    private static readonly TimeSpan MostForAMessage = TimeSpan.FromMinutes(5);

    /// <summary>Words a minute at which people type on a phone.</summary>
    private const double TypedWords = 30;

    /// <summary>The state after one more fact.</summary>
    /// <exception cref="UnreachableException">The fact cannot follow this state.</exception>
    public Drill Evolve(DrillEvent fact) => (this, fact) switch
    {
        (NotOffered, DrillEvent.Offered it) => new Open(it.Setup, SheetOf(it.Setup, it.At)),
        (Offered drill, DrillEvent.AnswerGiven it) => Given(drill, it),
        (Offered drill, DrillEvent.AnswerEdited it) => With(drill, drill.Sheet with { Entries = Changed(drill.Sheet, it.MessageId, entry => entry with { Text = it.Text }) }),
        (Offered drill, DrillEvent.AnswerDeleted it) => With(drill, drill.Sheet with { Entries = Changed(drill.Sheet, it.MessageId, entry => entry with { Deleted = true }) }),
        (Open drill, DrillEvent.FactsTold it) => With(drill, drill.Sheet with { FactsTold = [.. drill.Sheet.FactsTold.Union(it.Facts)] }),
        (Open { Sheet.Probes.Count: > 0 } drill, DrillEvent.HintGiven) => With(drill, drill.Sheet with { ProbeHintGiven = true, Step = drill.Sheet.Step + 1 }),
        (Open drill, DrillEvent.HintGiven it) => With(drill, drill.Sheet with { Hints = it.Rung, Step = drill.Sheet.Step + 1 }),
        (Open drill, DrillEvent.FollowUpAsked it) => With(drill, drill.Sheet with { Probes = [new(it.FollowUp, it.Reason, 1, Elapsed(drill, it.At), null)], Step = drill.Sheet.Step + 1 }),
        (Open drill, DrillEvent.SumLooked) => (Open)With(drill, drill.Sheet with { Step = drill.Sheet.Step + 1 }) with { SumLookedAt = true },
        (Open drill, DrillEvent.Ended it) => new Ended(drill.Setup, drill.Sheet with { Step = drill.Sheet.Step + 1 }, it.Ending) { SumLookedAt = drill.SumLookedAt, HasMoved = drill.HasMoved, Began = drill.Began, Worked = drill.Worked, LastWord = drill.LastWord },
        (Open drill, DrillEvent.Moved) => drill with { HasMoved = true },
        (Open drill, DrillEvent.PlaceLost) => drill with { IsHomeless = true },
        (Open drill, DrillEvent.BroughtUp) => drill with { IsHomeless = false },
        _ => throw new UnreachableException($"{fact.GetType().Name} cannot follow {GetType().Name}."),
    };

    private static Offered Given(Offered drill, DrillEvent.AnswerGiven it)
    {
        var began = drill.Began ?? it.At;
        var entry = new Entry(it.MessageId, it.Text, it.FileName, it.At - began, drill.Sheet.Probes.Count, Deleted: false);
        // The first message has no gap before it: what it took to type counts.
        var took = drill.LastWord is { } last ? it.At - last : TimeSpan.FromMinutes(Words.Count(it.Text) / TypedWords);
        return With(drill, drill.Sheet with { Entries = drill.Sheet.Entries.Add(entry) }) with
        {
            Began = began,
            LastWord = it.At,
            Worked = drill.Worked + (took < MostForAMessage ? took : MostForAMessage),
        };
    }

    private static Offered With(Offered drill, Sheet sheet) => drill switch
    {
        Open open => open with { Sheet = sheet },
        Ended ended => ended with { Sheet = sheet },
        _ => throw new UnreachableException($"{drill.GetType().Name} has no sheet."),
    };

    private static Seq<Entry> Changed(Sheet sheet, string messageId, Func<Entry, Entry> change) =>
        [.. sheet.Entries.Select(entry => entry.MessageId == messageId ? change(entry) : entry)];

    private static TimeSpan Elapsed(Offered drill, DateTimeOffset at) => drill.Began is { } began ? at - began : TimeSpan.Zero;

    private static Sheet SheetOf(DrillSetup setup, DateTimeOffset at) => new(new Setup
    {
        Stream = setup.Stream,
        Person = setup.Person,
        AskedIn = setup.AskedIn,
        ScriptHash = setup.ScriptHash ?? "",
        QuestionId = setup.QuestionId,
        RoundId = setup.RoundId,
        RoundLabel = setup.RoundLabel,
        Minutes = setup.FullMinutes,
        Level = "",
        Openness = setup.Openness,
        Seed = setup.Seed,
        Rules = Interviewer.Rules,
    })
    { Touched = at };
}
