using NetflixPrep.Bot.Conversations;
using NetflixPrep.Bot.Json;
using NetflixPrep.Bot.Sessions;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Core;
using NetflixPrep.Core.Drills;
using NetflixPrep.Core.Drills.Calculators;
using NetflixPrep.Core.Drills.Dailies;

namespace NetflixPrep.Bot.Drills;

/// <summary>The stream kind of a group's question of the day: the desk behind it, and the tables that are read by it.</summary>
internal static class DailyStream
{
    private static readonly DailyDesk WithoutQuestion = new(null, null);

    public static StreamKind<Daily, DailyInput, DailyEvent> Kind(ScriptShelf shelf) => new()
    {
        Name = Daily.StreamName,
        Initial = stream => new Daily.NotAsked(stream),
        Evolve = (daily, fact) => daily.Evolve(fact),
        Decide = (daily, input) => Desk(shelf, (daily as Daily.Asked)?.Setup ?? (input as DailyInput.Ask)?.Setup).Decide(daily, input),
        Write = DailyJson.Write,
        Read = DailyJson.Read,
        Background = true,
        Project = (writer, stream, _, fact, _) => Project(shelf, writer, stream, fact),
    };

    private static DailyDesk Desk(ScriptShelf shelf, DailySetup? setup) => setup switch
    {
        null => WithoutQuestion,
        { SumKind: { } kind } => new(null, Sums.Make(kind, setup.Seed)),
        _ => new(shelf.Get(setup.ScriptHash!, setup.QuestionId).Scripted, null),
    };

    private static void Project(ScriptShelf shelf, ProjectionWriter writer, StreamId stream, DailyEvent fact)
    {
        var (key, at) = (stream.ToString(), Times.Text(fact.At));
        switch (fact)
        {
            case DailyEvent.Asked { Setup: var setup }:
                if (setup.ScriptHash is { } hash) ScriptShelf.Keep(writer, shelf.Get(hash, setup.QuestionId));
                Add(writer, stream, "asked", at, setup);
                break;
            case DailyEvent.LeftOut leftOut:
                Add(writer, stream, Word(leftOut.Reason), at, null);
                break;
            case DailyEvent.Answered answered:
                writer.Execute("INSERT OR IGNORE INTO daily_answers (stream, person, answered_at) VALUES (@key, @Person, @at)", new { key, Person = answered.Person.ToString(), at });
                break;
            case DailyEvent.PlaceLost:
                writer.Execute("UPDATE dailies SET state = 'lost' WHERE stream = @key", new { key });
                break;
        }
    }

    private static void Add(ProjectionWriter writer, StreamId stream, string state, string at, DailySetup? setup)
    {
        var (group, date) = Daily.Read(stream)!.Value;
        writer.Execute("""
            INSERT INTO dailies (stream, "group", date, state, at, place, question_id) VALUES (@Stream, @Group, @Date, @state, @at, @Place, @QuestionId)
            """, new { Stream = stream.ToString(), Group = group.ToString(), Date = DrillWording.Iso(date), state, at, Place = setup?.Place.ToString(), setup?.QuestionId });
    }

    private static string Word(Withheld reason) => reason switch
    {
        Withheld.Quiet => "quiet",
        Withheld.Missed => "missed",
        Withheld.NoQuestion => "no-question",
        _ => "off",
    };
}
