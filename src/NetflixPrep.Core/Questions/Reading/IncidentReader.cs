namespace NetflixPrep.Core.Questions.Reading;

/// <summary>What a message during an incident does.</summary>
/// <param name="Asks">True when it asks to look at something, whatever that is.</param>
/// <param name="Evidence">What it asks to look at, in the order of the file.</param>
/// <param name="Mitigates">The words that carry the mitigation out, or null.</param>
public sealed record Acted(bool Asks, Seq<Evidence> Evidence, Hit? Mitigates)
{
    public static Acted Nothing { get; } = new(false, [], null);
}

/// <summary>Reads messages during an incident: requests for evidence and the action that ends it. Compiled once.</summary>
internal sealed class IncidentReader
{
    /// <summary>A request has its verb among the first words of its sentence.</summary>
    private const int FirstWords = 7;

    /// <summary>A plan or a doubt is no action.</summary>
    private static readonly Seq<string> NotYet =
        ["if", "unless", "would", "could", "might", "maybe", "perhaps", "consider*", "thinking about", "plan to", "planning to", "ready to", "before we", "before i", "tempted"];

    private static readonly HashSet<string> Verbs =
    [
        "check", "checking", "look", "looking", "show", "compare", "comparing", "pull", "query", "inspect", "graph", "plot", "split", "break", "open", "read", "grep",
        "trace", "profile", "verify", "diff", "examine", "drill", "slice", "group", "investigate", "see",
    ];

    /// <summary>Words that may stand before the verb of a request; elsewhere it is part of a statement.</summary>
    private static readonly HashSet<string> Leads =
        ["me", "lets", "us", "id", "ill", "i", "we", "you", "please", "to", "then", "and", "also", "next", "first", "now", "ok", "okay", "would", "will", "just", "quickly", "so", "can", "gonna", "want"];

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
        var asking = Requests(text);
        var seen = asking.Length == 0 ? null : requests.Look([new("", asking, 0)]);
        var acts = actions.Look([new("", text, 0)]);
        return new(
            asking.Length > 0,
            seen is null ? [] : [.. evidence.Where(each => each.Plan.Fires(seen)).Select(each => each.Evidence)],
            acts.Show(mitigation.Read(acts).Hits) is [var hit, ..] ? hit : null);
    }

    /// <summary>The sentences that ask to look at something, one a line.</summary>
    private static string Requests(string text)
    {
        var tokens = Tokens.Of(text);
        var asking = new List<string>();
        for (var sentence = 0; sentence < tokens.Sentences; sentence++)
        {
            var (first, after) = tokens.Sentence(sentence);
            if (first >= after) continue;
            if (tokens.IsAsking(sentence) || Asks(tokens, first, after)) asking.Add(tokens.Text[tokens[first].Start..tokens[after - 1].End]);
        }
        return string.Join('\n', asking);
    }

    private static bool Asks(Tokens tokens, int first, int after)
    {
        if (Askers.Contains(tokens.Word(first).ToString())) return true;
        for (var at = first; at < Math.Min(after, first + FirstWords); at++)
        {
            if (Verbs.Contains(tokens.Word(at).ToString()) && (at == first || Leads.Contains(tokens.Word(at - 1).ToString()))) return true;
        }
        return false;
    }
}
