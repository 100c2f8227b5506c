using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NetflixPrep.Bot.Conversations;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Core;
using NetflixPrep.Core.Interviews;

namespace NetflixPrep.Bot.Sessions;

/// <summary>Sessions for use elsewhere: to read (md), to bring into another database (json), to count (csv). Sealed scores stay sealed in all of them.</summary>
internal sealed class SessionExport(StreamKind<Session, SessionInput, SessionEvent> kind, ScriptShelf shelf, Reads reads)
{
    /// <summary>What <c>import</c> takes.</summary>
    public const string Format = "netflixprep-sessions";

    public const int Version = 1;

    /// <summary>Carries a score that nobody but the person and their peers may see.</summary>
    public const string SealedType = "self-scored";

    private static readonly string[] Columns =
        ["session", "person", "started_at", "ended_at", "round", "question", "title", "level", "minutes_asked", "minutes_used", "outcome", "hints", "follow_ups", "to_fix", "last_time_held"];

    /// <summary>All sessions, oldest first.</summary>
    public IReadOnlyList<StreamId> All() => [.. reads.Query<string>("SELECT stream FROM sessions ORDER BY started_at, stream").Select(StreamId.Parse)];

    public void Json(IEnumerable<StreamId> sessions, TextWriter output)
    {
        using var memory = new MemoryStream();
        using (var writer = new Utf8JsonWriter(memory, new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            var hashes = new SortedSet<string>(StringComparer.Ordinal);
            writer.WriteStartObject();
            writer.WriteString("format", Format);
            writer.WriteNumber("version", Version);
            writer.WriteStartArray("sessions");
            foreach (var stream in sessions) Write(stream, hashes, writer);
            writer.WriteEndArray();
            // To the letter: their hash is the name under which sessions know them.
            writer.WriteStartObject("scripts");
            foreach (var hash in hashes)
            {
                writer.WritePropertyName(hash);
                writer.WriteRawValue(shelf.Get(hash).Json);
            }
            writer.WriteEndObject();
            writer.WriteEndObject();
        }
        output.WriteLine(Encoding.UTF8.GetString(memory.GetBuffer().AsSpan(0, (int)memory.Length)));
    }

    public void Markdown(IEnumerable<StreamId> sessions, TextWriter output)
    {
        foreach (var stream in sessions)
        {
            var facts = reads.Events(stream);
            if (kind.Fold(stream, facts) is not Session.Started { Sheet.Setup: var setup }) continue;
            output.WriteLine($"# {setup.RoundLabel}, {At(facts[0].At)}");
            output.WriteLine();
            output.WriteLine($"Session {stream.Key} of {setup.Person.User}. {Titles(setup)}, {setup.Level}, {setup.AllMinutes.ToString(CultureInfo.InvariantCulture)} minutes.");
            foreach (var line in new ReplayText(shelf).Read(facts).Skip(1))
            {
                output.WriteLine();
                output.WriteLine($"**{(line.Minute is { } minute ? $"Min {minute.ToString(CultureInfo.InvariantCulture)}" : "Before")}, {line.Who}**");
                output.WriteLine();
                output.WriteLine($"> {line.What.Replace("\n", "\n> ", StringComparison.Ordinal)}");
            }
            output.WriteLine();
        }
    }

    public void Csv(IEnumerable<StreamId> sessions, TextWriter output)
    {
        output.WriteLine(string.Join(',', Columns));
        foreach (var stream in sessions)
        {
            var facts = reads.Events(stream);
            if (kind.Fold(stream, facts) is not Session.Started session) continue;
            output.WriteLine(string.Join(',', Cells(stream, facts, session).Select(Cell)));
        }
    }

    private IEnumerable<string> Cells(StreamId stream, IReadOnlyList<StoredEvent> facts, Session.Started session)
    {
        var (sheet, setup) = (session.Sheet, session.Sheet.Setup);
        return
        [
            stream.Key, setup.Person.ToString(), At(facts[0].At), session is Session.Finished ? At(facts.Last(fact => fact.Type == "ended").At) : "",
            setup.RoundId, string.Join("; ", shelf.Of(setup).Select(shelved => shelved.Script.Question.Id)), Titles(setup), setup.Level, Number(setup.AllMinutes), Number((int)Math.Round(sheet.Used.TotalMinutes, MidpointRounding.AwayFromZero)),
            session is Session.Finished finished ? Outcome(finished.Ending) : "open",
            Number(sheet.All.Sum(each => each.HintNotes.Count)), Number(sheet.All.Sum(each => each.Probes.Count)), sheet.CauseLabel ?? "", sheet.LastCauseHeld switch { true => "held", false => "slipped", _ => "" },
        ];
    }

    private void Write(StreamId stream, SortedSet<string> hashes, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("session", stream.Key);
        writer.WriteStartArray("events");
        foreach (var fact in reads.Events(stream))
        {
            if (kind.Read(new(fact.Type, fact.Data)) is SessionEvent.Briefed { Setup: var briefed }) hashes.UnionWith(shelf.Of(briefed).Select(shelved => shelved.Hash));
            if (kind.Read(new(fact.Type, fact.Data)) is SessionEvent.SetupChanged { Setup: var changed }) hashes.UnionWith(shelf.Of(changed).Select(shelved => shelved.Hash));
            writer.WriteStartObject();
            writer.WriteString("type", fact.Type);
            writer.WriteString("at", Times.Text(fact.At));
            writer.WritePropertyName("data");
            writer.WriteRawValue(fact.Type == SealedType ? Sealed(fact.Data) : fact.Data);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private string Titles(Setup setup) => string.Join("; ", shelf.Of(setup).Select(shelved => shelved.Script.Question.Title));

    private static string Sealed(string data)
    {
        var node = JsonNode.Parse(data)!.AsObject();
        node.Remove("score");
        return node.ToJsonString();
    }

    // A cell that a spreadsheet would take for a formula gets a mark in front.
    private static string Cell(string text)
    {
        var safe = text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + text : text;
        return safe.AsSpan().ContainsAny(",\"\r\n") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }

    private static string At(DateTimeOffset at) => at.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Outcome(Ending ending) => ending switch
    {
        Ending.Complete => "complete",
        Ending.Stopped => "stopped",
        Ending.Abandoned => "abandoned",
        _ => "place-lost",
    };
}
