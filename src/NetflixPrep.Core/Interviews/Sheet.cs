using NetflixPrep.Core.Questions.Reading;

namespace NetflixPrep.Core.Interviews;

/// <summary>One thing the person said; the last text counts, the journal keeps the earlier ones.</summary>
/// <param name="Elapsed">Interview time at which it came.</param>
/// <param name="Part">0 the answer, 1 and up the follow-ups, <see cref="Sheet.ClosingPart"/> the questions for us.</param>
public sealed record Entry(string MessageId, string Text, string? FileName, TimeSpan Elapsed, int Part, bool Deleted);

/// <summary>A follow-up that was asked and why; <paramref name="By"/> is null while it runs.</summary>
public sealed record Probe(string FollowUp, string Reason, int Of, TimeSpan AskedAt, EndedBy? By)
{
    /// <summary>The member of the panel who asked it; null for the bot.</summary>
    public PersonId? Asker { get; init; }
}

/// <summary>Something that happened at a minute and belongs in the notes.</summary>
public sealed record Note(string What, TimeSpan Elapsed)
{
    /// <summary>The member of the panel who did it; null for the bot.</summary>
    public PersonId? By { get; init; }
}

/// <summary>Something that was looked at during an incident.</summary>
/// <param name="Asked">The words that asked for it.</param>
public sealed record Looked(string Evidence, string Asked, TimeSpan Elapsed);

/// <summary>Everything a running session has gathered so far: of the question that runs, and of the session as a whole.</summary>
public sealed record Sheet(Setup Setup)
{
    public const int ClosingPart = 1000;

    public const string OtherCause = "other";

    /// <summary>Which question of the round runs, from 0.</summary>
    public int Number { get; init; }

    /// <summary>What was gathered of the questions before this one, each as it stood at its end.</summary>
    public Seq<Sheet> Earlier { get; init; } = [];

    /// <summary>Interview time at which this question was asked.</summary>
    public TimeSpan QuestionBegan { get; init; }

    /// <summary>Set by Begin.</summary>
    public Clock? Clock { get; init; }

    /// <summary>Grows with each step; a button that carries an older one is stale.</summary>
    public int Step { get; init; }

    /// <summary>When something last happened that the expiry of a waiting step counts from.</summary>
    public required DateTimeOffset Touched { get; init; }

    public Seq<Entry> Entries { get; init; } = [];

    public Seq<string> FactsTold { get; init; } = [];

    public Seq<Note> FactsMissed { get; init; } = [];

    /// <summary>Rungs given in the answer part, 0 to 3.</summary>
    public int Hints { get; init; }

    /// <summary>How many things had been said when the last hint was given.</summary>
    public int EntriesAtLastHint { get; init; }

    /// <summary>True once the running follow-up's own hint was given.</summary>
    public bool ProbeHintGiven { get; init; }

    public Seq<Note> HintNotes { get; init; } = [];

    public Seq<Note> Curveballs { get; init; } = [];

    public Seq<Note> Symptoms { get; init; } = [];

    public Seq<Looked> Evidence { get; init; } = [];

    public Seq<Note> EvidenceMissed { get; init; } = [];

    /// <summary>What carried the mitigation out, and when.</summary>
    public Note? Mitigation { get; init; }

    public bool SilenceNudged { get; init; }

    public bool MonologueNudged { get; init; }

    public Seq<Note> Nudges { get; init; } = [];

    public bool LastMinutesSaid { get; init; }

    /// <summary>Interview time when the bot or the person last said something that breaks a silence.</summary>
    public TimeSpan LastWord { get; init; }

    /// <summary>Words said since the bot last spoke.</summary>
    public int WordsInARow { get; init; }

    public EndedBy? AnswerBy { get; init; }

    /// <summary>Interview time at which the answer part ended.</summary>
    public TimeSpan AnswerEnded { get; init; }

    public Seq<Probe> Probes { get; init; } = [];

    /// <summary>Interview time at which the running part began.</summary>
    public TimeSpan PartBegan { get; init; }

    public Seq<Note> Pauses { get; init; } = [];

    public Seq<Note> Gaps { get; init; } = [];

    public Seq<SelfScore> SelfScores { get; init; } = [];

    public bool StopPending { get; init; }

    /// <summary>How often it was asked whether to stop.</summary>
    public int StopsAsked { get; init; }

    /// <summary>Interview time when the clock was last needed: the debrief says so much was used.</summary>
    public TimeSpan Used { get; init; }

    public string? Cause { get; init; }

    public string? CauseLabel { get; init; }

    public bool? LastCauseHeld { get; init; }

    /// <summary>The panel, in the order of the seats; empty without one.</summary>
    public Seq<Seat> Seats { get; init; } = [];

    /// <summary>Whose turn it is or last was; -1 before the first part.</summary>
    public int LeadSeat { get; init; } = -1;

    /// <summary>Who leads the part that runs; null when the bot does.</summary>
    public PersonId? Lead => LeadSeat >= 0 && LeadSeat < Seats.Count && Seats[LeadSeat].MayLead ? Seats[LeadSeat].Person : null;

    /// <summary>What the lead is left to answer.</summary>
    public Awaited? Awaited { get; init; }

    /// <summary>Interview time of the panel's last words in the part that runs.</summary>
    public TimeSpan? PanelSpoke { get; init; }

    public Seq<PanelWord> PanelWords { get; init; } = [];

    /// <summary>Facts that the panel told without having been asked.</summary>
    public Seq<string> FactsOffered { get; init; } = [];

    /// <summary>Interview time, of this question, in which the panel was waited for between two parts.</summary>
    public TimeSpan Waited { get; init; }

    /// <summary>Facts that the candidate asked for.</summary>
    public Seq<string> FactsAsked => FactsOffered.Count == 0 ? FactsTold : [.. FactsTold.Except(FactsOffered)];

    /// <summary>The seat of this person, or null.</summary>
    public Seat? SeatOf(PersonId person) => Seats.FirstOrDefault(seat => seat.Person.IsSameHuman(person));

    /// <summary>What the detectors read: the answer and the follow-ups, without what was taken back and without the questions for us.</summary>
    public Seq<Said> Answer =>
    [
        .. Entries.Where(entry => !entry.Deleted && entry.Part != ClosingPart)
            .Select(entry => new Said(entry.MessageId, entry.Text, Minute(entry.Elapsed), IsCodeFile(entry.FileName))),
    ];

    /// <summary>The same without the follow-ups.</summary>
    public Seq<Said> AnswerBeforeFollowUps =>
    [
        .. Entries.Where(entry => entry is { Deleted: false, Part: 0 })
            .Select(entry => new Said(entry.MessageId, entry.Text, Minute(entry.Elapsed), IsCodeFile(entry.FileName))),
    ];

    /// <summary>One sheet a question, in order; the last one is this.</summary>
    public Seq<Sheet> All => Earlier.Count == 0 ? [this] : Earlier.Add(this);

    /// <summary>Whether this message, or this file beside it, is kept already.</summary>
    internal bool Has(string messageId, string? fileName) => All.Any(sheet => sheet.Entries.Any(entry => entry.MessageId == messageId && entry.FileName == fileName));

    /// <summary>From when on the bot was away: the shell's last sign of life may be older than the last thing that was done or said.</summary>
    internal DateTimeOffset AwayFrom(DateTimeOffset since)
    {
        var lastWord = Clock?.When(LastWord) ?? since;
        var known = lastWord > Touched ? lastWord : Touched;
        return since > known ? since : known;
    }

    /// <summary>The minute in which something happened, the first being 1.</summary>
    public static int Minute(TimeSpan elapsed) => (int)elapsed.TotalMinutes + 1;

    internal static bool IsCodeFile(string? fileName) =>
        fileName is not null && CodeEndings.Any(ending => fileName.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    private static readonly string[] CodeEndings = [".py", ".ipynb", ".java", ".scala", ".cpp", ".cc", ".c", ".h", ".rs", ".go", ".sql", ".js", ".ts", ".cs"];
}

/// <summary>A sealed score of 1 to 5 that a person gave themselves.</summary>
public sealed record SelfScore(string Dimension, int Score);
