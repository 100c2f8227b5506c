using System.Globalization;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Questions;

namespace NetflixPrep.Core.Interviews;

/// <summary>What a person has practised before: the field of Start that makes a choice depend on the past and still repeatable.</summary>
public sealed record Past(Seq<Asked> Asked, LastCause? LastCause);

/// <summary>Whether a session can be opened as asked for.</summary>
public abstract record Opened
{
    private Opened() { }

    public sealed record Ready(Setup Setup) : Opened;

    /// <param name="Complaint">One sentence that says what to do instead.</param>
    public sealed record Refused(string Complaint) : Opened;
}

/// <summary>Turns <c>/mock start</c> and the Change form into a set-up: the question asked for, or the one least seen.</summary>
/// <param name="ScriptHash">The hash under which a question's script is stored.</param>
public sealed record Opening(QuestionBank Bank, Func<string, string> ScriptHash)
{
    public const int LongestMinutes = 180;

    /// <summary>A new session.</summary>
    public Opened Start(StreamId stream, Origin from, Seq<Argument> arguments, Past past)
    {
        var openness = Value(arguments, "place") switch
        {
            "public" => Openness.Public,
            "dm" => Openness.Dm,
            "private" => Openness.Private,
            _ => from.Person.Group is null ? Openness.Dm : Openness.Private,
        };
        var seed = ulong.TryParse(Value(arguments, "seed"), NumberStyles.None, CultureInfo.InvariantCulture, out var named)
            ? named
            : Chance.From(from.DeliveryId).Seed;
        return Choose(stream, from, arguments, past, openness, seed);
    }

    /// <summary>The same session with another round, level or length; the seed stays, and so does the question where it still fits.</summary>
    public Opened Change(Setup before, Origin from, Seq<Argument> fields, Past past)
    {
        var sameRound = (Value(fields, "round") ?? before.RoundId) == before.RoundId;
        var level = Value(fields, "level") ?? before.Level;
        var sameLevel = string.Equals(level, before.Level, StringComparison.OrdinalIgnoreCase);
        var keeps = sameRound && (sameLevel || Bank.Find(before.QuestionId)?.Levels.Contains(level.ToUpperInvariant()) == true);
        Seq<Argument> wanted = keeps ? fields.Add(new("question", before.QuestionId)) : fields;
        var opened = Choose(before.Stream, new Origin(from.DeliveryId, before.Person, before.AskedIn, from.At), wanted, past, before.Openness, before.Seed);
        return opened is Opened.Ready ready && keeps && sameLevel ? new Opened.Ready(ready.Setup with { Note = before.Note }) : opened;
    }

    private Opened Choose(StreamId stream, Origin from, Seq<Argument> arguments, Past past, Openness openness, ulong seed)
    {
        if (!TryMinutes(Value(arguments, "minutes"), out var minutes)) return new Opened.Refused($"Minutes are a whole number from 1 to {LongestMinutes}.");
        if (Value(arguments, "round") is { } round && Rounds.Find(round) is null)
            return new Opened.Refused($"There is no round called '{round}'. The rounds are {string.Join(", ", Rounds.All.Select(known => known.Id))}.");
        var level = Value(arguments, "level")?.ToUpperInvariant();
        if (level is not null && !Rounds.Levels.Contains(level)) return new Opened.Refused("The levels are L4, L5, L6 and L7.");

        var request = new QuestionRequest
        {
            QuestionId = Value(arguments, "question"),
            Round = Value(arguments, "round"),
            Topic = Value(arguments, "topic"),
            Level = level,
            Difficulty = Enum.TryParse<Difficulty>(Value(arguments, "difficulty"), ignoreCase: true, out var difficulty) ? difficulty : null,
        };
        return Bank.Choose(request, past.Asked, seed) switch
        {
            QuestionChoice.Chosen chosen => new Opened.Ready(SetUp(stream, from, chosen, past, openness, seed, level, minutes)),
            QuestionChoice.None none => new Opened.Refused(none.Sentence),
            var other => throw new System.Diagnostics.UnreachableException($"{other} is not a choice."),
        };
    }

    private Setup SetUp(StreamId stream, Origin from, QuestionChoice.Chosen chosen, Past past, Openness openness, ulong seed, string? level, int? minutes)
    {
        var question = chosen.Question;
        return new()
        {
            Stream = stream,
            Person = from.Person,
            AskedIn = from.Place,
            ScriptHash = ScriptHash(question.Id),
            QuestionId = question.Id,
            RoundId = question.Round,
            RoundLabel = Rounds.Find(question.Round)!.Label,
            Minutes = minutes ?? question.Minutes.Total,
            Level = level ?? (question.Levels.Contains("L5") ? "L5" : question.Levels[0]),
            Openness = openness,
            Seed = seed,
            Rules = Interviewer.Rules,
            Note = chosen.Relaxed,
            LastCause = past.LastCause,
            IsSample = question.Status == QuestionStatus.Sample,
        };
    }

    private static bool TryMinutes(string? text, out int? minutes)
    {
        minutes = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        return text is null || minutes is >= 1 and <= LongestMinutes;
    }

    private static string? Value(Seq<Argument> arguments, string name) =>
        arguments.FirstOrDefault(argument => argument.Name == name)?.Value is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
}
