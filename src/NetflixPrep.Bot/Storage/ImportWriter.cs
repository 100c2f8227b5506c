using Dapper;
using NetflixPrep.Core;

namespace NetflixPrep.Bot.Storage;

/// <summary>Writes sessions that were held elsewhere, one transaction each. Beside a running bot as well: SQLite lets one write at a time.</summary>
internal sealed class ImportWriter(Database database)
{
    /// <summary>The kind of the inbound that stands for all that led to an imported session.</summary>
    public const string ImportedKind = "imported";

    public bool Has(StreamId stream) => database.Writer.QueryFirstOrDefault<long?>("SELECT 1 FROM events WHERE stream = @Stream LIMIT 1", new { Stream = stream.ToString() }) is not null;

    public void KeepQuestion(string hash, string id, int version, string json) =>
        database.Writer.Execute("INSERT OR IGNORE INTO questions (hash, question_id, version, data) VALUES (@hash, @id, @version, @json)", new { hash, id, version = (long)version, json });

    public void Add(StreamId stream, PersonId person, IReadOnlyList<StoredEvent> facts, Action<ProjectionWriter> project)
    {
        using var journal = new Journal(database);
        journal.Begin();
        try
        {
            // Receipt times never run back.
            var at = journal.LastInboundAt() is { } last && last > facts[^1].At ? last : facts[^1].At;
            var inbound = journal.Add(new("import", stream.ToString(), person.ToString(), "import:file", at, at, ImportedKind, "{}"));
            foreach (var fact in facts) journal.Append(stream, fact with { InboundId = inbound });
            project(new(database.Writer));
            journal.Commit();
        }
        catch
        {
            journal.Rollback();
            throw;
        }
    }
}
