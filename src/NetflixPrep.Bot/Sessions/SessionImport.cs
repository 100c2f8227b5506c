using System.Text;
using System.Text.Json;
using NetflixPrep.Bot.Conversations;
using NetflixPrep.Bot.Questions;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Core;
using NetflixPrep.Core.Interviews;

namespace NetflixPrep.Bot.Sessions;

/// <summary>What came of an import.</summary>
internal sealed record Imported(int New, int Known, int StillOpen);

/// <summary>The file cannot be taken; the message says why and what to do.</summary>
internal sealed class ImportException(string message) : Exception(message);

/// <summary>Brings exported sessions into a database. The same session twice changes nothing.</summary>
internal sealed class SessionImport(StreamKind<Session, SessionInput, SessionEvent> kind, ImportWriter writer)
{
    /// <exception cref="ImportException">The file is not an export, or was changed since.</exception>
    public Imported Take(string json)
    {
        using var document = Parse(json);
        var root = document.RootElement;
        try
        {
            if (root.GetProperty("format").GetString() != SessionExport.Format) throw NoExport();
            if (root.GetProperty("version").GetInt32() > SessionExport.Version) throw new ImportException("The export is from a newer version of the bot. Use that version to import it.");
            foreach (var script in root.GetProperty("scripts").EnumerateObject()) Keep(script);
            var counts = new Imported(0, 0, 0);
            foreach (var session in root.GetProperty("sessions").EnumerateArray()) counts = Take(session, counts);
            return counts;
        }
        catch (Exception failure) when (failure is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw NoExport();
        }
        catch (System.Diagnostics.UnreachableException)
        {
            throw new ImportException("A session in the export has events in an order that cannot be: the file was changed. Export it once more.");
        }
    }

    private Imported Take(JsonElement session, Imported counts)
    {
        var stream = StreamId.Parse($"{SessionStream.Name}/{session.GetProperty("session").GetString()}");
        if (writer.Has(stream)) return counts with { Known = counts.Known + 1 };
        var facts = session.GetProperty("events").EnumerateArray().Select((fact, order) => new StoredEvent(
            order + 1, fact.GetProperty("type").GetString()!, fact.GetProperty("data").GetRawText(), Times.Read(fact.GetProperty("at").GetString()!), 0)).ToList();
        if (kind.Fold(stream, facts) is not Session.Finished { Sheet.Setup: var setup }) return counts with { StillOpen = counts.StillOpen + 1 };
        if (setup.Stream != stream) throw NoExport();
        writer.Add(stream, setup.Person, facts, projection =>
        {
            var state = kind.Initial(stream);
            foreach (var stored in facts)
            {
                var fact = kind.Read(new(stored.Type, stored.Data));
                state = kind.Evolve(state, fact);
                kind.Project?.Invoke(projection, stream, stored.Version, fact, state);
            }
        });
        return counts with { New = counts.New + 1 };
    }

    private void Keep(JsonProperty script)
    {
        var json = script.Value.GetRawText();
        if (ScriptJson.Hash(Encoding.UTF8.GetBytes(json)) != script.Name)
            throw new ImportException("The words of a question in the export are not those of its sessions: the file was changed or laid out anew. Export it once more.");
        var question = ScriptJson.Read(Encoding.UTF8.GetBytes(json)).Question;
        writer.KeepQuestion(script.Name, question.Id, question.Version, json);
    }

    private static JsonDocument Parse(string json)
    {
        try
        {
            return JsonDocument.Parse(json);
        }
        catch (JsonException)
        {
            throw NoExport();
        }
    }

    private static ImportException NoExport() => new("This file is not an export of sessions. Write one with: export --format json > FILE");
}
