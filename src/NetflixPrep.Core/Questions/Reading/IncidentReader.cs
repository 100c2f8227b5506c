namespace NetflixPrep.Core.Questions.Reading;

/// <summary>What a message during an incident does.</summary>
/// <param name="Asks">True when it asks to look at something, whatever that is.</param>
/// <param name="AsksLeave">True when it asks whether to do something: that is the candidate's own call.</param>
/// <param name="Tries">True when it does something to the system, whatever that is.</param>
/// <param name="Evidence">What it asks to look at, in the order of the file.</param>
/// <param name="Mitigates">The words that carry the mitigation out, or null.</param>
public sealed record Acted(bool Asks, bool AsksLeave, bool Tries, Seq<Evidence> Evidence, Hit? Mitigates)
{
    public static Acted Nothing { get; } = new(false, false, false, [], null);
}

/// <summary>Reads messages during an incident: requests for evidence and the action that ends it. Compiled once.</summary>
internal sealed class IncidentReader
{
    /// <summary>A request has its verb among the first words of its sentence.</summary>
    private const int FirstWords = 7;

    /// <summary>Phrases that make a deed a plan; the single words stand in <see cref="Doubts"/>.</summary>
    private static readonly Seq<string> NotYet = ["consider*", "thinking about", "plan to", "planning to", "ready to", "before we", "before i", "tempted"];

    private static readonly HashSet<string> Verbs =
    [
        "check", "checking", "look", "looking", "show", "compare", "comparing", "pull", "query", "inspect", "graph", "plot", "split", "break", "open", "read", "grep",
        "trace", "profile", "verify", "diff", "examine", "drill", "slice", "group", "investigate", "see",
    ];

    /// <summary>What people do to a system; told what comes of it like what they look at.</summary>
    private static readonly HashSet<string> Deeds =
    [
        "put", "putting", "roll", "rolling", "revert", "reverting", "switch", "switching", "restart", "restarting", "scale", "scaling", "drain", "draining", "turn", "turning",
        "kill", "killing", "disable", "disabling", "flip", "flipping", "stop", "stopping", "flush", "flushing", "block", "blocking", "throttle", "throttling", "reboot", "rebooting",
    ];

    /// <summary>Words that make a deed a thought.</summary>
    private static readonly HashSet<string> Doubts =
    [
        "would", "could", "might", "may", "should", "if", "maybe", "perhaps", "not", "dont", "before", "unless", "until", "want", "cannot", "cant", "wouldnt", "shouldnt", "couldnt", "wont",
        "didnt", "never", "whether", "option", "options", "how", "who", "somebody", "someone", "must", "cost", "costs", "happens", "otherwise", "alternatively", "versus", "vs",
    ];

    /// <summary>Words that may stand before the verb of a request; elsewhere it is part of a statement.</summary>
    private static readonly HashSet<string> Leads =
        ["me", "lets", "us", "id", "ill", "i", "we", "you", "please", "to", "then", "and", "also", "next", "first", "now", "ok", "okay", "would", "will", "just", "quickly", "so", "can", "gonna", "want", "yes", "yeah"];

    /// <summary>A few words without one of these are a request by themselves: "p99 by country", "latency by stage please".</summary>
    private static readonly HashSet<string> Statements =
    [
        "is", "are", "was", "were", "be", "it", "its", "so", "not", "no", "must", "has", "have", "had", "up", "down", "high", "low", "fine", "normal", "looks", "seems", "because", "but",
        "suspect", "think", "guess", "cause", "caused", "rose", "fell", "went", "that", "this", "therefore",
    ];

    private const int FragmentWords = 5;

    /// <summary>A sentence that begins with one of these asks, also without a question mark.</summary>
    private static readonly HashSet<string> Askers = ["what", "whats", "which", "is", "are", "did", "does", "do", "how", "hows", "any", "has", "have", "when", "where"];

    private readonly Lexicon requests;
    private readonly Lexicon actions;
    private readonly (Evidence Evidence, DetectorPlan Plan)[] evidence;
    private readonly DetectorPlan mitigation;

    internal IncidentReader(Incident incident)
    {
        var (inRequests, inActions) = (new Lexicon.Builder(), new Lexicon.Builder());
        evidence = [.. incident.Evidence.Select(each => (each, QuestionReader.Plan(each.Ask with { Asking = true }, inRequests)))];
        mitigation = QuestionReader.Plan(incident.Mitigation.Detect with { Not = [.. incident.Mitigation.Detect.Not.Union(NotYet)] }, inActions);
        (requests, actions) = (inRequests.Build(), inActions.Build());
    }

    internal Acted Read(string text)
    {
        var (asking, asks, tries) = Requests(text);
        var seen = asking.Length == 0 ? null : requests.Look([new("", asking, 0)]);
        var acts = actions.Look([new("", Deedlike(text), 0)]);
        return new(
            asks && !tries,
            AsksForLeave(text),
            tries,
            seen is null ? [] : [.. evidence.Where(each => each.Plan.Fires(seen)).Select(each => each.Evidence)],
            acts.Show(mitigation.Read(acts).Hits) is [var hit, ..] ? hit : null);
    }

    /// <summary>The sentences that ask to look at something or do something, one a line, and whether one of them asks or does.</summary>
    private static (string Sentences, bool Asks, bool Tries) Requests(string text)
    {
        var (anyAsks, tries) = (false, false);
        var tokens = Tokens.Of(text);
        var asking = new List<string>();
        for (var sentence = 0; sentence < tokens.Sentences; sentence++)
        {
            var (first, after) = tokens.Sentence(sentence);
            if (first >= after) continue;
            var does = !tokens.IsAsking(sentence) && Does(tokens, first, after);
            var asks = tokens.IsAsking(sentence) || Asks(tokens, first, after);
            if (does || asks || IsFragment(tokens, first, after)) asking.Add(tokens.Text[tokens[first].Start..tokens[after - 1].End]);
            anyAsks |= asks;
            tries |= does;
        }
        return (string.Join('\n', asking), anyAsks, tries);
    }

    /// <summary>The sentences that may carry something out: no questions, no doubts.</summary>
    private static string Deedlike(string text)
    {
        var tokens = Tokens.Of(text);
        var sure = new List<string>();
        for (var sentence = 0; sentence < tokens.Sentences; sentence++)
        {
            var (first, after) = tokens.Sentence(sentence);
            if (first < after && !tokens.IsAsking(sentence) && !HasAny(tokens, first, after, Doubts)) sure.Add(Whole(tokens, first, after));
        }
        return string.Join('\n', sure);
    }

    /// <summary>A sentence to the letter, its full stop included: quotes come from it.</summary>
    private static string Whole(Tokens tokens, int first, int after) =>
        tokens.Text[tokens[first].Start..(after < tokens.Count ? tokens[after].Start : tokens.Text.Length)].TrimEnd();

    private static bool HasAny(Tokens tokens, int first, int after, HashSet<string> words)
    {
        for (var at = first; at < after; at++)
        {
            if (words.Contains(tokens.Word(at).ToString())) return true;
        }
        return false;
    }

    private static bool IsFragment(Tokens tokens, int first, int after) =>
        after - first is >= 2 and <= FragmentWords && !HasAny(tokens, first, after, Statements);

    private static bool AsksForLeave(string text)
    {
        var tokens = Tokens.Of(text);
        return Enumerable.Range(0, tokens.Sentences).Any(sentence => tokens.IsAsking(sentence) && tokens.Word(tokens.Sentence(sentence).First) is "should" or "shall" or "may");
    }

    private static bool Asks(Tokens tokens, int first, int after) =>
        Askers.Contains(tokens.Word(first).ToString()) || Begins(tokens, first, after, Verbs);

    private static bool Does(Tokens tokens, int first, int after) => !HasAny(tokens, first, after, Doubts) && Begins(tokens, first, after, Deeds);

    /// <summary>One of the verbs is among the first words, at the start or behind a word that leads to it.</summary>
    private static bool Begins(Tokens tokens, int first, int after, HashSet<string> verbs)
    {
        for (var at = first; at < Math.Min(after, first + FirstWords); at++)
        {
            if (verbs.Contains(tokens.Word(at).ToString()) && (at == first || Leads.Contains(tokens.Word(at - 1).ToString()))) return true;
        }
        return false;
    }
}
