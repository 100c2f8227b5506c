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

/// <summary>Turns <c>/mock start</c> and the Change form into a set-up: the question asked for, or a round filled with those least seen.</summary>
/// <param name="BankNow">The bank in use: it may be another one at the next command.</param>
/// <param name="ScriptHash">The hash under which a question's script is stored.</param>
public sealed record Opening(Func<QuestionBank> BankNow, Func<string, string> ScriptHash)
{
    /// <summary>Over one bank that stays.</summary>
    public Opening(QuestionBank bank, Func<string, string> scriptHash)
        : this(() => bank, scriptHash)
    {
    }

    public QuestionBank Bank => BankNow();


    public const int LongestMinutes = 180;

    /// <summary>Somebody in the group of this person, as they were typed; null for a name that means nothing.</summary>
    public Func<PersonId, string, PersonId?> Person { get; init; } = (_, _) => null;

    /// <summary>A new session.</summary>
    public Opened Start(StreamId stream, Origin from, Seq<Argument> arguments, Past past, LoopPart? loop = null)
    {
        var seed = ulong.TryParse(Value(arguments, "seed"), NumberStyles.None, CultureInfo.InvariantCulture, out var named)
            ? named
            : Chance.From(from.DeliveryId).Seed;
        var (panel, complaint) = PanelEntry.Read(arguments, from, loop, Person);
        if (complaint is not null) return new Opened.Refused(complaint);
        var opened = Choose(new(stream, from, past, panel is null ? OpennessOf(arguments, from) : Openness.Public, seed), arguments, loop);
        return opened is Opened.Ready { Setup: var setup } && panel is not null ? new Opened.Ready(setup with { Panel = panel }) : opened;
    }

    /// <summary>Why this cannot be asked for together with a whole loop; null when it can.</summary>
    public static string? NotInLoop(Seq<Argument> arguments) => Value(arguments, "panel") is null ? null : PanelEntry.NoLoop;

    /// <summary>The same session with another round, level or length; the seed stays, and so does the question where it still fits.</summary>
    public Opened Change(Setup before, Origin from, Seq<Argument> fields, Past past)
    {
        if (before.FirstRun is not null) return new Opened.Refused("A session that is run again keeps its questions and its clock. For others, stop here and use /mock start.");
        var sameRound = (Value(fields, "round") ?? before.RoundId) == before.RoundId;
        if (!sameRound && before.Loop is { } held) return new Opened.Refused($"This is round {held.Number} of {held.Of} of your loop, so its round stays. Minutes and level can be changed.");
        var level = Value(fields, "level") ?? before.Level;
        var sameLevel = string.Equals(level, before.Level, StringComparison.OrdinalIgnoreCase);
        var sameMinutes = Value(fields, "minutes") is not { } minutes || minutes == before.Minutes.ToString(CultureInfo.InvariantCulture);
        var keeps = before.Plan is null && (before.Named || sameMinutes) && sameRound && (sameLevel || Bank.Find(before.QuestionId)?.Levels.Contains(level.ToUpperInvariant()) == true);
        Seq<Argument> wanted = keeps ? fields.Add(new("question", before.QuestionId)) : sameRound ? [.. fields, .. Kept("topic", before.Topic), .. Kept("difficulty", before.Difficulty)] : fields;
        var call = new Call(before.Stream, new(from.DeliveryId, before.Person, before.AskedIn, from.At), past, before.Openness, before.Seed);
        var opened = Choose(call, wanted, before.Loop);
        return opened is not Opened.Ready { Setup: var setup } ? opened : new Opened.Ready(setup with
        {
            Style = before.Style,
            ExtraPercent = before.ExtraPercent,
            Panel = before.Panel,
            Named = before.Named && keeps,
            Note = keeps && sameLevel ? before.Note : setup.Note,
        });
    }

    /// <summary>A finished session once more, by anybody: the same questions, clock, news and level; the past and the place are the person's own.</summary>
    /// <param name="steps">When the first run reached each step.</param>
    public static Setup Again(Setup first, Seq<FirstStep> steps, StreamId stream, Origin from, Seq<Argument> arguments, Past past) => first with
    {
        Stream = stream,
        Person = from.Person,
        AskedIn = from.Place,
        Openness = OpennessOf(arguments, from),
        Rules = Interviewer.Rules,
        Note = null,
        Loop = null,
        Panel = null,
        LastCause = past.LastCause,
        FirstRun = new(first.Stream, steps),
    };

    private static Seq<Argument> Kept(string name, string? value) => value is null ? [] : [new(name, value)];

    private Opened Choose(Call call, Seq<Argument> arguments, LoopPart? loop)
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
            Wanted = loop?.Wanted ?? [],
            UsedUp = loop?.UsedUp ?? [],
        };
        return Bank.Choose(request, call.Past.Asked, call.Seed) switch
        {
            QuestionChoice.Chosen chosen => new Opened.Ready(SetUp(call, chosen, request, minutes) with
            {
                Loop = loop,
                Style = Enum.TryParse<Style>(Value(arguments, "style"), ignoreCase: true, out var style) ? style : Style.Neutral,
                ExtraPercent = ExtraOf(Value(arguments, "extra-time")),
            }),
            QuestionChoice.None none => new Opened.Refused(none.Sentence),
            var other => throw new System.Diagnostics.UnreachableException($"{other} is not a choice."),
        };
    }

    private Setup SetUp(Call call, QuestionChoice.Chosen chosen, QuestionRequest request, int? minutes)
    {
        var question = chosen.Question;
        var round = Rounds.Find(question.Round)!;
        var plan = Plan(question, request, call, minutes ?? round.Minutes, toTheMinute: minutes is not null);
        return new()
        {
            Stream = call.Stream,
            Person = call.From.Person,
            AskedIn = call.From.Place,
            ScriptHash = ScriptHash(question.Id),
            QuestionId = question.Id,
            RoundId = question.Round,
            RoundLabel = round.Label,
            Minutes = plan?.Sum(planned => planned.Minutes) ?? minutes ?? question.Minutes.Total,
            Plan = plan,
            Named = request.QuestionId is not null,
            Topic = request.Topic,
            Difficulty = request.Difficulty?.ToString().ToLowerInvariant(),
            Level = request.Level ?? (question.Levels.Contains("L5") ? "L5" : question.Levels[0]),
            Openness = call.Openness,
            Seed = call.Seed,
            Rules = Interviewer.Rules,
            Note = chosen.Relaxed,
            LastCause = call.Past.LastCause,
            IsSample = question.Status == QuestionStatus.Sample,
        };
    }

    /// <summary>Null when there is one question only: it has all of its own time.</summary>
    private Seq<PlannedQuestion>? Plan(Question first, QuestionRequest request, Call call, int minutes, bool toTheMinute)
    {
        if (request.QuestionId is not null) return null;
        var questions = RoundPlan.Fill(Bank, first, request, call.Past.Asked, call.Seed, minutes);
        return questions.Count == 1 ? null : RoundPlan.Share(questions, minutes, toTheMinute, ScriptHash);
    }

    /// <summary>Where it is asked for, or what suits where it was asked.</summary>
    public static Openness OpennessOf(Seq<Argument> arguments, Origin from) => Value(arguments, "place") switch
    {
        "public" => Openness.Public,
        "dm" => Openness.Dm,
        "private" => Openness.Private,
        _ => from.Person.Group is null ? Openness.Dm : Openness.Private,
    };

    private static int ExtraOf(string? factor) => factor switch
    {
        "1.25" => 25,
        "1.5" => 50,
        _ => 0,
    };

    private static bool TryMinutes(string? text, out int? minutes)
    {
        minutes = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        return text is null || minutes is >= 1 and <= LongestMinutes;
    }

    private static string? Value(Seq<Argument> arguments, string name) =>
        arguments.FirstOrDefault(argument => argument.Name == name)?.Value is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    /// <summary>Who asks for a session, where, and what the choice depends on.</summary>
    private sealed record Call(StreamId Stream, Origin From, Past Past, Openness Openness, ulong Seed);
}
