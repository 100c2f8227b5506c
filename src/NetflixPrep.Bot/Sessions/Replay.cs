using NetflixPrep.Bot.Conversations;
using NetflixPrep.Bot.Json;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Interviews;

namespace NetflixPrep.Bot.Sessions;

/// <summary>What came of deciding a session's journalled inbounds again.</summary>
internal abstract record Verdict
{
    private Verdict() { }

    public sealed record Same(int Facts) : Verdict;

    /// <summary>The session was held under other rules, so a difference would say nothing.</summary>
    public sealed record OlderRules(int Then, int Now) : Verdict;

    /// <summary>The session came from another database: what people pressed there is not here.</summary>
    public sealed record FromElsewhere : Verdict;

    /// <param name="Version">Of the first fact that differs, from 1.</param>
    /// <param name="Stored">As in the journal; null when the journal ends before it.</param>
    /// <param name="Decided">As decided now; null when nothing is decided there.</param>
    public sealed record Different(long Version, string? Stored, string? Decided) : Verdict;
}

/// <summary>Reads a session from its journal, and decides it again.</summary>
internal sealed class Replay(StreamKind<Session, SessionInput, SessionEvent> kind, Reads reads)
{
    /// <summary>The facts of a session, oldest first; empty when there is no such session.</summary>
    public IReadOnlyList<StoredEvent> Facts(StreamId stream) => reads.Events(stream);

    /// <summary>The keys of the sessions begun last.</summary>
    public IReadOnlyList<StreamId> Newest(int count) =>
        [.. reads.Query<string>("SELECT stream FROM sessions ORDER BY started_at DESC, stream LIMIT @count", new { count }).Select(StreamId.Parse)];

    /// <summary>Each journalled inbound that led to facts is decided again from the state before it, with the session's own stored script.</summary>
    public Verdict Verify(StreamId stream)
    {
        var facts = Facts(stream);
        if (Rules(facts) is { } then && then != Interviewer.Rules) return new Verdict.OlderRules(then, Interviewer.Rules);

        if (facts is [var first, ..] && reads.First<long?>("SELECT 1 FROM inbound WHERE id = @InboundId AND kind = @ImportedKind", new { first.InboundId, ImportWriter.ImportedKind }) is not null)
            return new Verdict.FromElsewhere();

        var state = kind.Initial(stream);
        var version = 0L;
        foreach (var turn in facts.GroupBy(fact => fact.InboundId).OrderBy(turn => turn.First().Version))
        {
            if (IsErased(turn.Key))
            {
                // Somebody who sat on the panel had their data deleted: what they did is there without what they pressed or wrote.
                state = Fold(state, turn);
                version += turn.Count();
                continue;
            }
            var decided = InputOf(turn.Key, turn.First(), state) is { } input ? kind.Decide(state, input).Events.Select(kind.Write).ToList() : [];
            var stored = turn.Select(fact => new Stored(fact.Type, fact.Data)).ToList();
            for (var at = 0; at < Math.Max(decided.Count, stored.Count); at++)
            {
                version++;
                Stored? was = at < stored.Count ? stored[at] : null;
                Stored? now = at < decided.Count ? decided[at] : null;
                if (was != now) return new Verdict.Different(version, Text(was), Text(now));
            }
            state = Fold(state, turn);
        }
        return new Verdict.Same(facts.Count);
    }

    private Session Fold(Session state, IEnumerable<StoredEvent> facts) => facts.Aggregate(state, (before, fact) => kind.Evolve(before, kind.Read(new(fact.Type, fact.Data))));

    private bool IsErased(long inboundId) => reads.First<long?>("SELECT 1 FROM inbound WHERE id = @inboundId AND kind = @ErasedKind", new { inboundId, Eraser.ErasedKind }) is not null;

    private int? Rules(IReadOnlyList<StoredEvent> facts) =>
        facts.Select(fact => kind.Read(new(fact.Type, fact.Data))).OfType<SessionEvent.Briefed>().FirstOrDefault()?.Setup.Rules;

    // The set-up that was chosen stands in the facts: the bank may have moved on since, and choosing is not deciding.
    private SessionInput? InputOf(long inboundId, StoredEvent first, Session state)
    {
        var row = reads.First<InboundRow>("SELECT kind AS Kind, data AS Data FROM inbound WHERE id = @inboundId", new { inboundId });
        if (row is null) return null;
        var inbound = ChatJson.ReadInbound(new(row.Kind, row.Data));
        return kind.Read(new(first.Type, first.Data)) switch
        {
            SessionEvent.Briefed briefed when state is Session.NotStarted => new SessionInput.Start(inbound.From, briefed.Setup),
            SessionEvent.SetupChanged changed => new SessionInput.Changed(inbound.From, changed.Setup, null),
            _ => SessionRouter.InputOf(inbound),
        };
    }

    private static string? Text(Stored? stored) => stored is { } it ? $"{it.Kind} {it.Data}" : null;

    private sealed record InboundRow(string Kind, string Data);
}
