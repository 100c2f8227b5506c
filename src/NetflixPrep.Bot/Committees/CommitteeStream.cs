using NetflixPrep.Bot.Conversations;
using NetflixPrep.Bot.Json;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Core;
using NetflixPrep.Core.Committees;

namespace NetflixPrep.Bot.Committees;

/// <summary>The stream kind of committees: the desk behind it, and the tables that are read by it.</summary>
internal static class CommitteeStream
{
    public static StreamKind<Committee, CommitteeInput, CommitteeEvent> Kind(CommitteeDesk desk) => new()
    {
        Name = Committee.StreamName,
        Initial = stream => new Committee.NotPrepared(stream),
        Evolve = (committee, fact) => committee.Evolve(fact),
        Decide = desk.Decide,
        Write = CommitteeJson.Write,
        Read = CommitteeJson.Read,
        Project = (writer, stream, _, fact, _) => Project(writer, stream, fact),
    };

    private static void Project(ProjectionWriter writer, StreamId stream, CommitteeEvent fact)
    {
        var (key, at) = (stream.ToString(), Times.Text(fact.At));
        switch (fact)
        {
            case CommitteeEvent.Prepared { Setup: var setup }:
                writer.Execute("""
                    INSERT INTO committees (stream, person, "group", status, at) VALUES (@key, @Person, @Group, 'draft', @at)
                    ON CONFLICT (stream) DO UPDATE SET at = excluded.at
                    """, new { key, Person = setup.Candidate.ToString(), Group = setup.Group.ToString(), at });
                break;
            case CommitteeEvent.Convened { Packet: var packet }:
                writer.Execute("UPDATE committees SET status = 'open', at = @at, place = @Place WHERE stream = @key", new { key, at, Place = packet.Place.ToString() });
                foreach (var round in packet.Rounds)
                    writer.Execute("INSERT INTO committee_rounds (stream, review, source) VALUES (@key, @Review, @Source)", new { key, Review = round.Review.ToString(), Source = round.Source.ToString() });
                break;
            case CommitteeEvent.VoteGiven vote:
                writer.Execute("INSERT OR IGNORE INTO committee_votes (stream, person, voted_at) VALUES (@key, @Person, @at)", new { key, Person = vote.Person.ToString(), at });
                break;
            case CommitteeEvent.Closed:
                writer.Execute("UPDATE committees SET status = 'closed', ended_at = @at WHERE stream = @key", new { key, at });
                break;
            case CommitteeEvent.Withdrawn:
                // Its rounds may stand in another one.
                writer.Execute("""
                    UPDATE committees SET status = 'withdrawn', ended_at = @at WHERE stream = @key;
                    DELETE FROM committee_rounds WHERE stream = @key;
                    """, new { key, at });
                break;
        }
    }
}
