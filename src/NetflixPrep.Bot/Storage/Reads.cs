using Dapper;
using Microsoft.Data.Sqlite;
using NetflixPrep.Core;

namespace NetflixPrep.Bot.Storage;

/// <summary>Reading, in the transaction of the connection it is given: the lane's own sees what the turns before it wrote.</summary>
internal sealed class Reads(SqliteConnection connection)
{
    private static readonly Asking<string> Home = new(
        "SELECT place FROM places WHERE stream = $stream AND lost_at IS NULL", row => row.GetString(0), "$stream");

    // Closing the connection disposes them.
    private readonly Dictionary<object, Statement> prepared = [];

    public IReadOnlyList<TRow> Query<TRow>(string sql, object? parameters = null) => connection.Query<TRow>(sql, parameters).AsList();

    public TRow? First<TRow>(string sql, object? parameters = null) => connection.QueryFirstOrDefault<TRow>(sql, parameters);

    /// <summary>As <see cref="Query{TRow}"/>, for what is asked at every turn: prepared once and read by hand.</summary>
    public List<TRow> Often<TRow>(Asking<TRow> asking, params ReadOnlySpan<object?> values)
    {
        if (!prepared.TryGetValue(asking, out var statement)) prepared[asking] = statement = new(connection, asking.Sql, asking.Parameters);
        var found = new List<TRow>();
        using var rows = statement.Rows(values);
        while (rows.Read()) found.Add(asking.Row(rows));
        return found;
    }

    /// <summary>The streams whose home is or was this place, newest home first.</summary>
    public IReadOnlyList<StreamId> StreamsAt(PlaceId place) =>
        [.. Query<string>("SELECT stream FROM places WHERE place = @Place ORDER BY opened_at DESC, rowid DESC", new { Place = place.ToString() }).Select(StreamId.Parse)];

    /// <summary>The home of a stream; null when none is open or it was lost.</summary>
    public PlaceId? HomeOf(StreamId stream) => HomeOf(stream.ToString());

    public PlaceId? HomeOf(string stream) =>
        Often(Home, stream) is [var place, ..] ? PlaceId.Parse(place) : null;

    public PlaceId? DirectPlaceOf(PersonId person) =>
        First<string>("SELECT place FROM direct_places WHERE person = @Person", new { Person = person.ToString() }) is { } place ? PlaceId.Parse(place) : null;

    /// <summary>A small text that an adapter kept; null when there is none.</summary>
    public string? Note(string key) => First<string>("SELECT value FROM notes WHERE key = @key", new { key });

    /// <summary>The facts of a stream in order, for folding it outside a turn.</summary>
    public IReadOnlyList<StoredEvent> Events(StreamId stream) =>
        [.. Query<EventRow>("""
            SELECT version AS Version, type AS Type, data AS Data, at AS At, inbound_id AS InboundId FROM events
            WHERE stream = @Stream ORDER BY version
            """, new { Stream = stream.ToString() })
            .Select(row => new StoredEvent(row.Version, row.Type, row.Data, Times.Read(row.At), row.InboundId))];

    private sealed record EventRow(long Version, string Type, string Data, string At, long InboundId);
}

/// <summary>A question to the tables that is asked often; kept in a static field by who asks it.</summary>
/// <param name="parameters">Their names in order, with the sign, as in the text.</param>
internal sealed class Asking<TRow>(string sql, Func<SqliteDataReader, TRow> row, params string[] parameters)
{
    public string Sql => sql;

    public Func<SqliteDataReader, TRow> Row => row;

    public string[] Parameters => parameters;
}

/// <summary>Writes a projection in the turn's own transaction.</summary>
internal sealed class ProjectionWriter(SqliteConnection connection)
{
    public int Execute(string sql, object? parameters = null) => connection.Execute(sql, parameters);
}
