using Microsoft.Data.Sqlite;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Core;

namespace NetflixPrep.Bot.Sessions;

/// <summary>A home of a session or drill with the newest message of it that is kept.</summary>
internal sealed record OpenHome(PlaceId Place, string? Group, string? LastMessageId);

/// <summary>Which places belong to sessions, loops and drills: adapters listen there and nowhere else. Safe for threads.</summary>
internal sealed class Homes(Database database) : IDisposable
{
    private readonly Lock gate = new();
    private SqliteConnection? connection;

    /// <summary>True for the home of any of them, also a finished one: its answers may still be edited.</summary>
    public bool IsHome(PlaceId place)
    {
        lock (gate) return Reads().First<long?>("SELECT 1 FROM places WHERE place = @place LIMIT 1", new { place = place.ToString() }) is not null;
    }

    /// <summary>The homes of open sessions and drills on a platform.</summary>
    public IReadOnlyList<OpenHome> Open(string platform)
    {
        lock (gate)
        {
            return
            [
                .. Reads().Query<HomeRow>("""
                    SELECT p.place AS Place, s.person AS Person,
                        (SELECT json_extract(e.data, '$.messageId') FROM events e
                         WHERE e.stream = s.stream AND e.type = 'answer-given' AND json_extract(e.data, '$.messageId') NOT LIKE '%:%'
                         ORDER BY e.version DESC LIMIT 1) AS LastMessageId
                    FROM sessions s JOIN places p ON p.stream = s.stream
                    WHERE s.platform = @platform AND s.status = 'open' AND p.lost_at IS NULL
                    UNION ALL
                    SELECT p.place, d.person,
                        (SELECT json_extract(e.data, '$.messageId') FROM events e
                         WHERE e.stream = d.stream AND e.type = 'answer-given' AND json_extract(e.data, '$.messageId') NOT LIKE '%:%'
                         ORDER BY e.version DESC LIMIT 1)
                    FROM drills d JOIN places p ON p.stream = d.stream
                    WHERE d.platform = @platform AND d.status = 'open' AND p.lost_at IS NULL
                    UNION ALL
                    SELECT h.place, pp.person,
                        (SELECT json_extract(e.data, '$.messageId') FROM events e
                         WHERE e.stream = p.stream AND e.type = 'pair-said' AND json_extract(e.data, '$.messageId') NOT LIKE '%:%'
                         ORDER BY e.version DESC LIMIT 1)
                    FROM pairs p JOIN places h ON h.stream = p.stream JOIN pair_people pp ON pp.stream = p.stream
                    WHERE pp.platform = @platform AND p.status = 'open' AND h.lost_at IS NULL
                    AND pp.person = (SELECT min(person) FROM pair_people WHERE stream = p.stream)
                    ORDER BY 1, 3
                    """, new { platform })
                    .Select(row => new OpenHome(PlaceId.Parse(row.Place), PersonId.Parse(row.Person).Group, row.LastMessageId)),
            ];
        }
    }

    /// <summary>What an adapter noted under a key.</summary>
    public string? Note(string key)
    {
        lock (gate) return Reads().Note(key);
    }

    public void Dispose()
    {
        lock (gate) connection?.Dispose();
    }

    private Reads Reads() => new(connection ??= database.OpenReader());

    private sealed record HomeRow(string Place, string Person, string? LastMessageId);
}
