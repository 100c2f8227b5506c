using System.Globalization;
using NetflixPrep.Bot.Json;
using NetflixPrep.Bot.Sessions;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Interviews;

namespace NetflixPrep.Bot.Tests.Simulation;

/// <summary>What must hold after every life, told from the outside: the platform, the journal, and the simulation's own book of what happened.</summary>
internal sealed class Invariants(SimulatedWorld world)
{
    private static readonly string[] PlainWords = ["done", "hint", "pause", "resume", "skip", "begin", "stop"];

    // What two moments of one history may differ by: the time between two signs of life.
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(6);

    private readonly List<string> broken = [.. world.Violations];

    public IReadOnlyList<string> Check()
    {
        Delivered();
        foreach (var stream in world.Bot.Reads.Query<string>("SELECT stream FROM sessions ORDER BY stream").Select(StreamId.Parse))
        {
            Session(stream);
            Answers(stream);
        }
        broken.AddRange(new DrillInvariants(world).Check());
        broken.AddRange(new ReviewInvariants(world).Check());
        foreach (var stream in world.Bot.Reads.Query<string>("SELECT stream FROM loops ORDER BY stream").Select(StreamId.Parse)) Loop(stream);
        Sent();
        Bystanders();
        return broken;
    }

    private void Delivered()
    {
        foreach (var lost in world.Deliveries.Where(delivery => !delivery.Acknowledged)) broken.Add($"{lost.Inbound.From.DeliveryId} was never kept");
        foreach (var failed in world.Bot.Reads.Query<string>("SELECT delivery_id FROM inbound WHERE status = 'failed'"))
            Hold(world.Poison.Routing.Contains(failed) || world.Poison.Deciding.Contains(failed), $"the turn of {failed} failed without cause: {world.Bot.Reads.First<string>("SELECT error FROM inbound WHERE delivery_id = @failed", new { failed })}");
    }

    private void Session(StreamId stream)
    {
        var facts = world.Bot.Reads.Events(stream);
        var state = world.Bot.Kind.Fold(stream, facts);
        Hold(state is Session.Finished, $"{stream} is still {state.GetType().Name}");
        Hold(facts.Select(fact => fact.Version).SequenceEqual(Enumerable.Range(1, facts.Count).Select(version => (long)version)), $"{stream} has gaps in its versions");
        var verdict = new Replay(world.Bot.Kind, world.Bot.Reads).Verify(stream);
        Hold(verdict is Verdict.Same, $"{stream} is decided differently again: {verdict}");
        Clock(stream, facts);
    }

    // A loop comes to its end; each of its rounds is a session that is over, held once, and every session of it that was begun is a round.
    private void Loop(StreamId stream)
    {
        var loop = world.Bot.Loops.Fold(stream, world.Bot.Reads.Events(stream));
        if (loop is not Core.Loops.Loop.Finished { Sheet: var sheet })
        {
            broken.Add($"{stream} is still {loop.GetType().Name}");
            return;
        }
        var held = sheet.Held.Select(round => round.Session).ToList();
        Hold(held.Distinct().Count() == held.Count, $"{stream} counts a round twice");
        foreach (var session in held) Hold(world.Bot.Kind.Fold(session, world.Bot.Reads.Events(session)) is Session.Finished { Sheet.Clock: not null }, $"{session} counts in {stream} and was not held");
        var asked = held.SelectMany(session => world.Bot.Reads.Query<string>("SELECT question_id FROM session_questions WHERE stream = @Key", new { Key = session.ToString() })).ToList();
        Hold(asked.Count > 0 || held.Count == 0, $"{stream} has rounds without questions");
    }

    // Every text that was kept while its author's session listened is there once; every other one is not.
    private void Answers(StreamId stream)
    {
        var facts = world.Bot.Reads.Events(stream);
        var read = facts.Select(fact => (fact.InboundId, Fact: SessionJson.Read(new(fact.Type, fact.Data)))).ToList();
        var given = read.Where(pair => pair.Fact is SessionEvent.AnswerGiven).Select(pair => (pair.InboundId, ((SessionEvent.AnswerGiven)pair.Fact).MessageId)).ToList();
        foreach (var twice in given.GroupBy(answer => answer.MessageId).Where(group => group.Count() > 1)) broken.Add($"{stream} has {twice.Key} more than once");
        var setup = ((Session.Started)world.Bot.Kind.Fold(stream, facts)).Sheet.Setup;
        foreach (var delivery in world.Deliveries.Where(delivery => delivery.Inbound is Inbound.Text or Inbound.Attached && delivery.Inbound.From.Person.IsSameHuman(setup.Person)))
        {
            if (!IsAt(stream, delivery.Inbound.From.Place)) continue;
            var row = world.Bot.Reads.First<Kept>("SELECT id AS Id, status AS Status FROM inbound WHERE delivery_id = @Id AND platform = @Platform", new { Id = delivery.Inbound.From.DeliveryId, Platform = SimPlatform.Name });
            var before = read.TakeWhile(pair => pair.InboundId < (row?.Id ?? delivery.KeptAfter + 1)).Aggregate((Session)new Session.NotStarted(), (state, pair) => state.Evolve(pair.Fact));
            var counts = before is Session.Speaking && row?.Status != "failed" && !IsPlainWord(delivery.Inbound);
            var id = delivery.Inbound is Inbound.Text text ? text.MessageId : ((Inbound.Attached)delivery.Inbound).MessageId;
            Hold(counts == given.Any(answer => answer.MessageId == id), $"{delivery.Inbound.From.DeliveryId} ({id}) is {(counts ? "lost" : "recorded though nobody listened")} in {stream}, {before.GetType().Name}");
        }
    }

    // The time used is the time between begin and the end, without pauses and without the gaps in which the bot was away.
    private void Clock(StreamId stream, IReadOnlyList<StoredEvent> facts)
    {
        Session state = new Session.NotStarted();
        DateTimeOffset? began = null;
        DateTimeOffset pausedAt = default;
        var paused = new List<(DateTimeOffset From, DateTimeOffset To)>();
        foreach (var stored in facts)
        {
            var fact = SessionJson.Read(new(stored.Type, stored.Data));
            var before = state;
            state = state.Evolve(fact);
            if (fact is SessionEvent.QuestionAsked) began = fact.At;
            if (fact is SessionEvent.Paused) pausedAt = fact.At;
            // The next part starts the clock again, too.
            if (before is Session.Speaking { Sheet.Clock.Stands: true } && state is Session.Speaking { Sheet.Clock.Stands: false }) paused.Add((pausedAt, fact.At));
            if (began is not { } from || before is not Session.Speaking { Sheet: var sheet } speaking || fact is not (SessionEvent.AnswerFinished or SessionEvent.FollowUpFinished or SessionEvent.QuestionsFinished)) continue;

            var at = sheet.Clock!.StoodSince ?? fact.At;
            var gaps = world.Away.Select(gap => (From: Later(gap.From, from), To: Earlier(gap.To, at))).Where(gap => gap.To > gap.From)
                .Select(gap => (gap.From, gap.To, Held: gap.To - gap.From - Overlap(gap, paused))).Where(gap => gap.Held > TimeSpan.Zero).ToList();
            var expected = at - from - Sum(paused.Select(pause => pause.To - pause.From)) - Sum(gaps.Where(gap => gap.Held >= TimeSpan.FromSeconds(15)).Select(gap => gap.Held));
            // A short gap is held or not by when the last sign of life was; each held one is known to a beat.
            var slack = world.SetBack + Beat + Sum(gaps.Select(gap => gap.Held >= TimeSpan.FromSeconds(15) ? Beat : gap.Held + Beat)) + (Beat * paused.Count);
            var elapsed = sheet.Clock.Elapsed(fact.At);
            Hold((elapsed - expected).Duration() <= slack, $"{stream}: the clock says {elapsed} at {fact.GetType().Name}, it should be {expected} within {slack}");

            var hash = sheet.Setup.Plan?[sheet.Number].ScriptHash ?? sheet.Setup.ScriptHash;
            var script = world.Bot.Reads.First<string>("SELECT data FROM questions WHERE hash = @hash", new { hash })!;
            var budget = new Pace(sheet.Setup, NetflixPrep.Bot.Questions.ScriptJson.Read(System.Text.Encoding.UTF8.GetBytes(script)).Question, sheet.Number).Budget(speaking);
            var over = elapsed - sheet.PartBegan - budget;
            Hold(over <= TimeSpan.FromSeconds(40), string.Create(CultureInfo.InvariantCulture, $"{stream}: {speaking.GetType().Name} went on {over} beyond its time"));
        }
    }

    private void Sent()
    {
        var rows = world.Bot.Reads.Query<Row>("SELECT id AS Id, conversation AS Conversation, state AS State, error AS Error, kind AS Kind FROM outbox ORDER BY id");
        var order = world.Platform.Done.Select((key, at) => (key, at)).ToDictionary(pair => pair.key, pair => pair.at);
        foreach (var row in rows)
        {
            var carried = order.ContainsKey(Outbox.KeyOf(world.Bot.Database.Nonce, row.Id));
            Hold(row.State != "pending", $"row {row.Id} ({row.Kind}) still waits");
            Hold(carried || row.State != "sent" || row.Kind == "open-place", $"row {row.Id} is marked as sent and was not");
            Hold(row.State is not ("dead" or "dropped") || world.Platform.AnythingLost || row.Error is not null && row.Kind == "open-form", $"row {row.Id} ({row.Kind}) was given up though nothing was lost: {row.Error}");
        }
        // Of what quoted somebody it is forgotten where it went.
        foreach (var conversation in rows.Where(row => row.Conversation != "erased").GroupBy(row => row.Conversation))
        {
            var sent = conversation.Where(row => row.State == "sent").Select(row => order.GetValueOrDefault(Outbox.KeyOf(world.Bot.Database.Nonce, row.Id), -1)).Where(at => at >= 0).ToList();
            Hold(sent.SequenceEqual(sent.Order()), $"{conversation.Key} was sent out of order");
        }
        Hold(world.Platform.Messages.Select(message => message.Key).Distinct().Count() == world.Platform.Messages.Count, "a message was shown twice");
        // Shared answers also speak to their people one by one, in direct messages.
        foreach (var home in world.Platform.Messages.Where(message => message.Only is null && message.Content.Controls.Count > 0 && !world.Platform.IsGone(message.Place))
            .GroupBy(message => StreamOf(message.Content)).Where(home => !home.Key.StartsWith($"{Core.Reviews.Share.StreamName}/", StringComparison.Ordinal)))
            Hold(home.Count() == 1, $"{home.Key} has controls on {home.Count()} messages");
    }

    private static string StreamOf(Message message) => message.Controls[0] switch
    {
        Control.Button button => Token.Read(button.Token)!.Stream.ToString(),
        Control.Select select => Token.Read(select.Token)!.Stream.ToString(),
        _ => "",
    };

    private void Bystanders()
    {
        var words = $"%{SimulatedWorld.BystanderWords}%";
        Hold(world.Bot.Reads.First<long>("SELECT count(*) FROM inbound WHERE data LIKE @words", new { words }) == 0, "a bystander's words are in the journal");
        Hold(world.Bot.Reads.First<long>("SELECT count(*) FROM events WHERE data LIKE @words", new { words }) == 0, "a bystander's words are among the facts");
    }

    private void Hold(bool holds, string otherwise)
    {
        if (!holds) broken.Add(otherwise);
    }

    private bool IsAt(StreamId stream, PlaceId place) => world.Bot.Reads.First<long>("""
        SELECT count(*) FROM places WHERE stream = @Stream AND place = @Place
        """, new { Stream = stream.ToString(), Place = place.ToString() }) == 1;

    private static bool IsPlainWord(Inbound inbound) => inbound is Inbound.Text text && PlainWords.Contains(text.Body);

    private static TimeSpan Overlap((DateTimeOffset From, DateTimeOffset To) gap, List<(DateTimeOffset From, DateTimeOffset To)> paused) =>
        Sum(paused.Select(pause => Earlier(pause.To, gap.To) - Later(pause.From, gap.From)).Where(span => span > TimeSpan.Zero));

    private static TimeSpan Sum(IEnumerable<TimeSpan> spans) => spans.Aggregate(TimeSpan.Zero, (sum, span) => sum + span);

    private static DateTimeOffset Later(DateTimeOffset left, DateTimeOffset right) => left > right ? left : right;

    private static DateTimeOffset Earlier(DateTimeOffset left, DateTimeOffset right) => left < right ? left : right;

    private sealed record Kept(long Id, string Status);

    private sealed record Row(long Id, string Conversation, string State, string? Error, string Kind);
}
