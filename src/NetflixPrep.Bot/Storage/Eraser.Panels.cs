using System.Text.Json.Nodes;
using Dapper;
using NetflixPrep.Bot.Json;
using NetflixPrep.Core;
using NetflixPrep.Core.Interviews;

namespace NetflixPrep.Bot.Storage;

/// <content>Members of a panel stand in somebody else's session: it stays, without their name and words.</content>
internal sealed partial class Eraser
{
    private static readonly string[] PanelWords = ["panel-said", "panel-reworded"];

    private List<StreamId> TakeOutOfPanels(Whose whose, PersonId person)
    {
        var streams = connection.Query<string>($"SELECT DISTINCT stream FROM panel_seats WHERE {Whose.Theirs} ORDER BY stream", whose).AsList();
        foreach (var stream in streams)
        {
            var facts = connection.Query<FactRow>($"SELECT {FactRow.Columns} FROM events e WHERE e.stream = @stream ORDER BY e.version", new { stream }).AsList();
            var nameless = Panel.Nameless(person, Enumerable.Range(1, Panel.MostSeats).First(number => !facts.Exists(fact => fact.Data.Contains($"\"{Panel.Nameless(person, number).User}\"", StringComparison.Ordinal)))).User;
            foreach (var fact in facts)
            {
                var node = JsonNode.Parse(fact.Data)!;
                var theirs = PanelWords.Contains(fact.Type) && node["person"] is JsonObject who && Is(who, person);
                if (!Unname(node, person, nameless, inText: false)) continue;
                if (theirs && node["text"] is not null) node["text"] = "";
                // Written as the session itself writes it, so that replay finds the same.
                WriteAnew(fact, SessionJson.Write(SessionJson.Read(new(fact.Type, node.ToJsonString()))).Data);
            }
            // The command that asked for the panel says the names too.
            connection.Execute("""
                UPDATE inbound SET data = json_set(data, '$.arguments', (
                    SELECT json_group_array(json_object('name', json_extract(value, '$.name'), 'value', CASE json_extract(value, '$.name') WHEN 'panel' THEN 'withheld' ELSE json_extract(value, '$.value') END))
                    FROM json_each(data, '$.arguments')))
                WHERE kind = 'command' AND id IN (SELECT inbound_id FROM events WHERE stream = @stream AND type = 'briefed')
                """, new { stream });
            // What stands in the thread stays there; what is kept of it says no name.
            connection.Execute("DELETE FROM outbox WHERE stream = @stream AND state = 'pending' AND json_extract(data, '$.quotes') = 1", new { stream });
            foreach (var (id, data) in connection.Query<(long, string)>("SELECT id, data FROM outbox WHERE stream = @stream", new { stream }).AsList())
                if (Without(data, person, nameless) is { } written) connection.Execute("UPDATE outbox SET data = @written WHERE id = @id", new { id, written });
            foreach (var (slot, content) in connection.Query<(string, string)>("SELECT slot, content FROM slots WHERE stream = @stream", new { stream }).AsList())
                if (Without(content, person, nameless) is { } written) connection.Execute("UPDATE slots SET content = @written WHERE stream = @stream AND slot = @slot", new { stream, slot, written });
        }
        connection.Execute($"DELETE FROM panel_seats WHERE {Whose.Theirs}", whose);
        return [.. streams.Select(StreamId.Parse)];
    }

    /// <summary>A message without the name; null when it is not in it.</summary>
    private static string? Without(string message, PersonId person, string nameless)
    {
        var node = JsonNode.Parse(message)!;
        return Unname(node, person, nameless, inText: true) ? node.ToJsonString() : null;
    }

    /// <param name="inText">In messages a name is written as words.</param>
    private static bool Unname(JsonNode node, PersonId person, string nameless, bool inText)
    {
        var found = false;
        if (node is JsonArray list)
            foreach (var item in list) if (item is not null) found |= Unname(item, person, nameless, inText);
        if (node is not JsonObject fields) return found;
        if (Is(fields, person))
        {
            fields["user"] = nameless;
            return true;
        }
        foreach (var (name, value) in fields.ToList())
        {
            if (value is null || !Unname(value, person, nameless, inText)) continue;
            found = true;
            if (!inText || name != "person" || fields.Count != 1) continue;
            fields.Remove(name);
            fields["markdown"] = "an interviewer";
        }
        return found;
    }
}
