using NetflixPrep.Bot.Conversations;
using NetflixPrep.Bot.Json;
using NetflixPrep.Bot.Sessions;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Core;
using NetflixPrep.Core.Drills;
using NetflixPrep.Core.Drills.Calculators;
using NetflixPrep.Core.Questions;

namespace NetflixPrep.Bot.Drills;

/// <summary>The stream kind of single drills: the desk behind it, and the table that is read by it.</summary>
internal static class DrillStream
{
    public static StreamKind<Drill, DrillInput, DrillEvent> Kind(ScriptShelf shelf) => new()
    {
        Name = Drill.StreamName,
        Initial = _ => new Drill.NotOffered(),
        Evolve = (drill, fact) => drill.Evolve(fact),
        Decide = (drill, input) => (drill as Drill.Offered)?.Setup is { } known ? Desk(shelf, known).Decide(drill, input)
            : input is DrillInput.Start { Setup: var setup } ? Desk(shelf, setup).Decide(drill, input)
            : DrillDesk.NobodyThere(input),
        Write = DrillJson.Write,
        Read = DrillJson.ReadDrill,
        Background = true,
        Project = (writer, stream, _, fact, drill) => Project(shelf, writer, stream, fact, drill),
    };

    private static DrillDesk Desk(ScriptShelf shelf, DrillSetup setup) => setup.SumKind is { } kind
        ? new(null, Sums.Make(kind, setup.Seed))
        : new(shelf.Get(setup.ScriptHash!, setup.QuestionId).Scripted, null);

    private static void Project(ScriptShelf shelf, ProjectionWriter writer, StreamId stream, DrillEvent fact, Drill drill)
    {
        var key = stream.ToString();
        switch (fact)
        {
            case DrillEvent.Offered { Setup: var setup } offered:
                if (setup.ScriptHash is { } hash) ScriptShelf.Keep(writer, shelf.Get(hash, setup.QuestionId));
                writer.Execute("""
                    INSERT INTO drills (stream, person, platform, "user", kind, date, question_id, area, status, offered_at)
                    VALUES (@key, @Person, @Platform, @User, @Kind, @Date, @QuestionId, @Area, 'open', @At)
                    """, new
                {
                    key,
                    Person = setup.Person.ToString(),
                    setup.Person.Platform,
                    setup.Person.User,
                    Kind = setup.Kind == DrillKind.Daily ? "daily" : "extra",
                    Date = DrillWording.Iso(setup.Date),
                    setup.QuestionId,
                    setup.Area,
                    At = Times.Text(offered.At),
                });
                break;
            case DrillEvent.Ended ended:
                writer.Execute("UPDATE drills SET status = @Status, ended_at = @At WHERE stream = @key",
                    new { key, Status = ended.Ending == DrillEnding.Answered ? "answered" : "skipped", At = Times.Text(ended.At) });
                var held = (Drill.Ended)drill;
                if (ended.Ending == DrillEnding.Answered) Practised.Add(writer, stream, held.Setup.Person, Areas.Find(held.Setup.Area)!, ended.At, held.Worked);
                break;
        }
    }
}
