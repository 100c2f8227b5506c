using NetflixPrep.Bot.Json;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Drills;

namespace NetflixPrep.Bot.Tests.Simulation;

/// <summary>What must hold of drills after every life: one a person and date, every word kept once, nothing to anybody else.</summary>
internal sealed class DrillInvariants(SimulatedWorld world)
{
    private static readonly string[] PlainWords = ["done", "hint", "skip"];

    private readonly List<string> broken = [];

    public IReadOnlyList<string> Check()
    {
        Once();
        Dues();
        Words();
        Apart();
        return broken;
    }

    // Through whichever group they come.
    private void Once()
    {
        foreach (var twice in world.Bot.Reads.Query<string>("""
            SELECT "user" || ' ' || date FROM drills WHERE kind = 'daily' GROUP BY "user", date HAVING count(*) > 1
            """)) broken.Add($"{twice} was sent more than once");
    }

    private void Dues()
    {
        var drills = world.Bot.Reads.Query<string>("SELECT stream FROM drills WHERE kind = 'daily' ORDER BY stream");
        var sent = world.Bot.Reads.Query<string>("SELECT drill FROM drill_dues WHERE state = 'sent' ORDER BY drill");
        Hold(drills.SequenceEqual(sent), $"drills and what is on record of them differ: {string.Join(", ", drills)} and {string.Join(", ", sent)}");
        foreach (var left in world.Bot.Reads.Query<string>("SELECT person || ' ' || date || ' ' || state FROM drill_dues WHERE state IN ('due', 'put-off')")) broken.Add($"{left} was never settled");
        foreach (var away in world.Bot.Reads.Query<string>("SELECT person || ' ' || date FROM drill_dues WHERE state = 'sent' AND substr(settled_at, 1, 10) <> substr(due_at, 1, 10)")) broken.Add($"{away} was sent on another day");
    }

    // A text that its author wrote where their drill was open, while no session of theirs was, is in the newest such drill once.
    private void Words()
    {
        var drills = world.Bot.Reads.Query<Home>("""
            SELECT d.stream AS Stream, d."user" AS User, p.place AS Place, p.opened_at AS OpenedAt, d.offered_at AS OfferedAt
            FROM drills d JOIN places p ON p.stream = d.stream ORDER BY d.offered_at DESC
            """).Select(home => (home, Facts: Read(home.Stream))).ToList();
        foreach (var (home, facts) in drills)
            foreach (var twice in facts.Where(fact => fact.Fact is DrillEvent.AnswerGiven).GroupBy(fact => ((DrillEvent.AnswerGiven)fact.Fact).MessageId).Where(group => group.Count() > 1)) broken.Add($"{home.Stream} has {twice.Key} more than once");
        foreach (var delivery in world.Deliveries.Where(delivery => delivery.Inbound is Inbound.Text or Inbound.Attached))
        {
            var (from, id, text) = delivery.Inbound switch
            {
                Inbound.Text said => (said.From, said.MessageId, said.Body),
                var other => (other.From, ((Inbound.Attached)other).MessageId, ""),
            };
            var kept = drills.Where(drill => drill.Facts.Any(fact => fact.Fact is DrillEvent.AnswerGiven given && given.MessageId == id)).Select(drill => drill.home).ToList();
            foreach (var home in kept) Hold(home.User == from.Person.User, $"{id} of {from.Person.User} is in a drill of {home.User}");
            if (world.Bot.Reads.First<Row>("SELECT id AS Id, at AS At, status AS Status FROM inbound WHERE delivery_id = @DeliveryId AND platform = @Platform", new { from.DeliveryId, Platform = SimPlatform.Name }) is not { Status: "done" } row) continue;
            if (PlainWords.Contains(text)) continue;
            // Which one was the newest is known where nothing else happened in that moment. Homes are marked by the clock, which may have been set back, and inbounds are not.
            var theirs = drills.Where(drill => drill.home.User == from.Person.User && drill.home.Place == from.Place.ToString() && IsOpen(drill.Facts, row.Id)).ToList();
            if (theirs.Exists(drill => Times.Read(drill.home.OpenedAt) < Times.Read(row.At) && Times.Read(drill.home.OpenedAt) + world.SetBack >= Times.Read(row.At))) continue;
            var open = theirs.FirstOrDefault(drill => string.CompareOrdinal(drill.home.OpenedAt, row.At) < 0);
            if (open.home is null || HasSession(from, row.Id)) continue;
            Hold(kept.Count == 1 && kept[0].Stream == open.home.Stream, $"{id} belongs into {open.home.Stream} and is in {(kept.Count == 0 ? "none" : string.Join(", ", kept.Select(home => home.Stream)))}; open since {open.home.OpenedAt}, said {row.At}, set back {world.SetBack}");
        }
    }

    // What drills and practices show is seen by the person alone.
    private void Apart()
    {
        var rows = world.Bot.Reads.Query<Seen>("""
            SELECT o.id AS Id, coalesce(d."user", s."user", '') AS User
            FROM outbox o LEFT JOIN drills d ON d.stream = o.stream LEFT JOIN subscriptions s ON s.stream = o.stream
            WHERE o.kind = 'show' AND (o.stream LIKE 'drill/%' OR o.stream LIKE 'practice/%')
            """).Where(row => row.User.Length > 0).ToDictionary(row => Outbox.KeyOf(world.Bot.Database.Nonce, row.Id), row => row.User);
        foreach (var message in world.Platform.Messages)
        {
            if (!rows.TryGetValue(message.Key, out var owner)) continue;
            // A private line answers whoever pressed: their own press on somebody else's button.
            var isTheirs = message.Only is not null || message.Place.Place == "dm-" + owner || world.Platform.OwnerOf.GetValueOrDefault(message.Place) == owner;
            Hold(isTheirs, $"{message.Id} of {owner} is seen in {message.Place}");
        }
    }

    private List<(long InboundId, DrillEvent Fact)> Read(string stream) =>
        [.. world.Bot.Reads.Events(StreamId.Parse(stream)).Select(stored => (stored.InboundId, DrillJson.ReadDrill(new(stored.Type, stored.Data))))];

    private static bool IsOpen(List<(long InboundId, DrillEvent Fact)> facts, long before) =>
        facts.Where(fact => fact.InboundId < before).Aggregate((Drill)new Drill.NotOffered(), (drill, fact) => drill.Evolve(fact.Fact)) is Drill.Open;

    private bool HasSession(Origin from, long before) => world.Bot.Reads.Query<string>("""
        SELECT s.stream FROM sessions s JOIN places p ON p.stream = s.stream WHERE s."user" = @User AND p.place = @Place
        """, new { from.Person.User, Place = from.Place.ToString() }).Select(StreamId.Parse).Any(session =>
        {
            var facts = world.Bot.Reads.Events(session).Where(fact => fact.InboundId < before).ToList();
            return facts.Count > 0 && world.Bot.Kind.Fold(session, facts) is Core.Interviews.Session.Started and not Core.Interviews.Session.Finished;
        });

    private void Hold(bool holds, string otherwise)
    {
        if (!holds) broken.Add(otherwise);
    }

    private sealed record Home(string Stream, string User, string Place, string OpenedAt, string OfferedAt);

    private sealed record Row(long Id, string At, string Status);

    private sealed record Seen(long Id, string User);
}
