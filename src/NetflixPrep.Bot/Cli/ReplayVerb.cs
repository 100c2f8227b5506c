using System.CommandLine;
using NetflixPrep.Bot.Sessions;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Core;
using NetflixPrep.Core.Questions;

namespace NetflixPrep.Bot.Cli;

/// <summary><c>replay SESSION [--verify]</c>: a session as its journal has it, and whether the same rules still decide the same.</summary>
internal static class ReplayVerb
{
    private const int KeysNamed = 5;

    public static Command Create()
    {
        var session = new Argument<string>("session") { Description = "The key of a session, such as x2pv38zu; the last line of a session names it." };
        var verify = new Option<bool>("--verify") { Description = "Decide everything again from the stored question and compare." };
        var verb = new Command("replay", "Print a session from its journal.") { session, verify };
        verb.SetAction((parsed, _) => Verbs.GuardAsync(() => Task.FromResult(Run(
            Settings.Load(parsed), parsed.GetRequiredValue(session), parsed.GetValue(verify), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error))));
        return verb;
    }

    /// <returns>0, or 1 when there is no such session or deciding again gives something else.</returns>
    public static int Run(BotOptions options, string session, bool verify, TextWriter output, TextWriter error)
    {
        if (!File.Exists(options.Storage.Path)) return Refuse(error, $"There is no database {options.Storage.Path}. Name the folder with --data, or Storage:Path.");
        using var database = Database.Open(new() { Path = options.Storage.Path, Synchronous = options.Storage.Synchronous, ForceBundledSqlite = options.Storage.BundledSqlite });
        using var connection = database.OpenReader();
        // Only what was stored with the session counts, so the bank of today is left out.
        var shelf = new ScriptShelf(new QuestionBank(new()), database);
        var replay = new Replay(SessionStream.Kind(shelf), new Reads(connection));
        var stream = Named(session);
        var facts = replay.Facts(stream);
        if (facts.Count == 0) return Refuse(error, $"There is no session {stream.Key}. {Known(replay.Newest(KeysNamed))}");
        if (verify) return Verify(replay.Verify(stream), output);
        foreach (var line in new ReplayText(shelf).Lines(facts)) output.WriteLine(line);
        return 0;
    }

    private static int Verify(Verdict verdict, TextWriter output)
    {
        output.WriteLine(verdict switch
        {
            Verdict.Same same => $"same: all {same.Facts} facts are decided again as they are stored.",
            Verdict.OlderRules older => $"older rules: the session was held under rules {older.Then}, these are {older.Now}; nothing was compared.",
            Verdict.FromElsewhere => "imported: what people pressed stayed in the database that the session came from; nothing was compared.",
            Verdict.Different different => $"different at version {different.Version}:\n  stored:  {different.Stored ?? "nothing"}\n  decided: {different.Decided ?? "nothing"}",
            _ => throw new System.Diagnostics.UnreachableException(),
        });
        return verdict is Verdict.Different ? 1 : 0;
    }

    private static StreamId Named(string session) => session.Trim() is var name && name.StartsWith(SessionStream.Name + "/", StringComparison.Ordinal)
        ? StreamId.Parse(name)
        : new(SessionStream.Name, name.ToLowerInvariant());

    private static string Known(IReadOnlyList<StreamId> newest) => newest.Count == 0
        ? "No session was held with this database yet."
        : $"The newest are {string.Join(", ", newest.Select(stream => stream.Key))}.";

    private static int Refuse(TextWriter error, string sentence)
    {
        error.WriteLine(sentence);
        return 1;
    }
}
