using NetflixPrep.Bot.Json;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot.Conversations;

/// <summary>One kind of stream: its functions, and nothing that lives longer than a call.</summary>
internal sealed record StreamKind<TState, TInput, TEvent>
    where TState : notnull
    where TEvent : notnull
{
    /// <summary>The first part of the ids, such as <c>session</c>.</summary>
    public required string Name { get; init; }

    public required Func<StreamId, TState> Initial { get; init; }

    public required Func<TState, TEvent, TState> Evolve { get; init; }

    public required Func<TState, TInput, Decision<TEvent>> Decide { get; init; }

    /// <summary>A fact as it is stored, under a short name that never changes.</summary>
    public required Func<TEvent, Stored> Write { get; init; }

    public required Func<Stored, TEvent> Read { get; init; }

    /// <summary>Called for each new fact, in the turn's transaction, with the version it got and the state after it.</summary>
    public Action<ProjectionWriter, StreamId, long, TEvent, TState>? Project { get; init; }

    /// <summary>Drills, digests: what it shows by itself goes after everything interactive.</summary>
    public bool Background { get; init; }

    /// <summary>This stream gets this input.</summary>
    public StreamCall Call(StreamId stream, TInput input) => new StreamCall<TState, TInput, TEvent>(this, stream, input);

    /// <summary>The state after these facts.</summary>
    public TState Fold(StreamId stream, IEnumerable<StoredEvent> facts) =>
        facts.Aggregate(Initial(stream), (state, fact) => Evolve(state, Read(new(fact.Type, fact.Data))));
}

/// <summary>An input on its way to a stream, whatever the stream's kind.</summary>
internal abstract class StreamCall(StreamId stream, bool background)
{
    public StreamId Stream => stream;

    public bool Background => background;

    /// <summary>Loads, decides, appends and projects; the wishes are left to the caller.</summary>
    internal abstract Seq<Effect> Run(StreamWork work);
}

/// <summary>What a call needs of the turn it runs in.</summary>
internal sealed record StreamWork(Journal Journal, ProjectionWriter Projection, StateCache States, long InboundId, DateTimeOffset At);

internal sealed class StreamCall<TState, TInput, TEvent>(StreamKind<TState, TInput, TEvent> kind, StreamId stream, TInput input)
    : StreamCall(stream, kind.Background)
    where TState : notnull
    where TEvent : notnull
{
    internal override Seq<Effect> Run(StreamWork work)
    {
        var (state, version) = Load(work);
        var decision = kind.Decide(state, input);
        foreach (var fact in decision.Events)
        {
            state = kind.Evolve(state, fact);
            version++;
            var stored = kind.Write(fact);
            work.Journal.Append(Stream, new(version, stored.Kind, stored.Data, work.At, work.InboundId));
            kind.Project?.Invoke(work.Projection, Stream, version, fact, state);
        }
        work.States.Keep(Stream, state, version);
        return decision.Effects;
    }

    private (TState State, long Version) Load(StreamWork work)
    {
        // The stored version is asked every time: what somebody else wrote is folded in, what was taken back is not believed.
        var stored = work.Journal.VersionOf(Stream);
        var (state, version) = work.States.Find<TState>(Stream) is { } known && known.Version <= stored
            ? (known.State, known.Version)
            : (kind.Initial(Stream), 0L);
        if (version == stored) return (state, version);
        foreach (var fact in work.Journal.Events(Stream, after: version))
        {
            state = kind.Evolve(state, kind.Read(new(fact.Type, fact.Data)));
            version = fact.Version;
        }
        return (state, version);
    }
}
