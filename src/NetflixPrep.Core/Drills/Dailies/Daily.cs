using System.Diagnostics;
using System.Globalization;
using NetflixPrep.Core.Groups;

namespace NetflixPrep.Core.Drills.Dailies;

/// <summary>A question of the day as it was asked; everything it needs to be read again stands here or under its hash.</summary>
public sealed record DailySetup
{
    public required StreamId Stream { get; init; }

    /// <summary>The stream of the group.</summary>
    public required StreamId Group { get; init; }

    /// <summary>The practice channel of that day.</summary>
    public required PlaceId Place { get; init; }

    /// <summary>The local date that is meant.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>The group's zone.</summary>
    public required string Zone { get; init; }

    /// <summary>A question of the bank, or <see cref="DrillSetup.SumPrefix"/> and the kind of sum.</summary>
    public required string QuestionId { get; init; }

    /// <summary>Of <see cref="Questions.Areas"/>.</summary>
    public required string Area { get; init; }

    /// <summary>SHA-256 of the stored script; null for a sum.</summary>
    public string? ScriptHash { get; init; }

    /// <summary>Makes the figures of a sum.</summary>
    public ulong Seed { get; init; }

    /// <summary>Why it was chosen: a sentence that quotes its cause.</summary>
    public required string Why { get; init; }

    /// <summary>The kind of sum; null for a question of the bank.</summary>
    public string? SumKind => QuestionId.StartsWith(DrillSetup.SumPrefix, StringComparison.Ordinal) ? QuestionId[DrillSetup.SumPrefix.Length..] : null;
}

/// <summary>What somebody answered.</summary>
/// <param name="FirstAt">When they first did: answers are listed in this order.</param>
/// <param name="At">When they last changed it.</param>
public sealed record DailyAnswer(PersonId Person, DateTimeOffset FirstAt, DateTimeOffset At, string Text);

/// <summary>Where the question of one group and date stands: the fold of its events. Answers that were erased are not among them.</summary>
public abstract record Daily
{
    /// <summary>The first part of the ids of these streams.</summary>
    public const string StreamName = "daily";

    private Daily() { }

    public sealed record NotAsked(StreamId Stream) : Daily;

    /// <summary>It did not come, and will not for that date.</summary>
    public sealed record LeftOut(Withheld Reason) : Daily;

    /// <summary>It stands in the channel. It can be answered however late.</summary>
    public sealed record Asked(DailySetup Setup, Seq<DailyAnswer> Answers) : Daily
    {
        /// <summary>Its channel is gone or closed to the bot.</summary>
        public bool IsLost { get; init; }

        public DailyAnswer? Of(PersonId person) => Answers.FirstOrDefault(answer => answer.Person.IsSameHuman(person));

        public Seq<DailyAnswer> ByOthers(PersonId person) => [.. Answers.Where(answer => !answer.Person.IsSameHuman(person))];

        /// <summary>Everybody of the group takes part, and nobody else.</summary>
        public bool IsFor(PersonId person) => Group.StreamOf(person) == Setup.Group;
    }

    /// <summary>One stream for each group and date.</summary>
    public static StreamId StreamOf(StreamId group, DateOnly date) => new(StreamName, $"{group.Key}@{DrillWording.Iso(date)}");

    /// <summary>The group and date of such a stream; null when it is no such stream.</summary>
    public static (StreamId Group, DateOnly Date)? Read(StreamId stream) =>
        stream.Kind == StreamName && stream.Key.LastIndexOf('@') is var at and > 0
        && DateOnly.TryParseExact(stream.Key[(at + 1)..], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? (new StreamId(Group.StreamName, stream.Key[..at]), date)
            : null;

    /// <summary>The state after one more fact.</summary>
    /// <exception cref="UnreachableException">The fact cannot follow this state.</exception>
    public Daily Evolve(DailyEvent fact) => (this, fact) switch
    {
        (NotAsked, DailyEvent.Asked it) => new Asked(it.Setup, []),
        (NotAsked, DailyEvent.LeftOut it) => new LeftOut(it.Reason),
        (Asked daily, DailyEvent.Answered it) => daily with { Answers = With(daily.Answers, it) },
        (Asked daily, DailyEvent.PlaceLost) => daily with { IsLost = true },
        _ => throw new UnreachableException($"{fact.GetType().Name} cannot follow {GetType().Name}."),
    };

    private static Seq<DailyAnswer> With(Seq<DailyAnswer> answers, DailyEvent.Answered it) => answers.Any(answer => answer.Person.IsSameHuman(it.Person))
        ? [.. answers.Select(answer => answer.Person.IsSameHuman(it.Person) ? answer with { At = it.At, Text = it.Text } : answer)]
        : answers.Add(new(it.Person, it.At, it.At, it.Text));
}
