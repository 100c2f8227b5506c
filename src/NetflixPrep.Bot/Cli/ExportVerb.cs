using System.CommandLine;
using NetflixPrep.Bot.Sessions;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Core;
using NetflixPrep.Core.Questions;

namespace NetflixPrep.Bot.Cli;

/// <summary><c>export [SESSION] --format md|json|csv</c>: one session or all, to read, to import or to count.</summary>
internal static class ExportVerb
{
    private const string Md = "md", Json = "json", Csv = "csv";

    public static Command Create()
    {
        var session = new Argument<string?>("session") { Description = "The key of a session, such as x2pv38zu; without it all sessions.", Arity = ArgumentArity.ZeroOrOne };
        var format = new Option<string>("--format") { Description = "md: transcripts to read. json: events and questions, for import. csv: one row a session.", DefaultValueFactory = _ => Md };
        format.AcceptOnlyFromAmong(Md, Json, Csv);
        var verb = new Command("export", "Write sessions to standard output. Own scores stay sealed.") { session, format };
        verb.SetAction((parsed, _) => Verbs.GuardAsync(() => Task.FromResult(Run(
            Settings.Load(parsed), parsed.GetValue(session), parsed.GetRequiredValue(format), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error))));
        return verb;
    }

    /// <returns>0, or 1 when there is no such session.</returns>
    public static int Run(BotOptions options, string? session, string format, TextWriter output, TextWriter error)
    {
        if (!File.Exists(options.Storage.Path)) throw new StartException($"There is no database {options.Storage.Path}. Name the folder with --data, or Storage:Path.");
        using var database = Database.Open(new() { Path = options.Storage.Path, Synchronous = options.Storage.Synchronous, ForceBundledSqlite = options.Storage.BundledSqlite });
        using var connection = database.OpenReader();
        var shelf = new ScriptShelf(new QuestionBank(new()), database);
        var export = new SessionExport(SessionStream.Kind(shelf), shelf, new Reads(connection));
        var all = export.All();
        IReadOnlyList<StreamId> chosen = session is null ? all : [.. all.Where(stream => stream.Key.Equals(session.Trim(), StringComparison.OrdinalIgnoreCase))];
        if (session is not null && chosen.Count == 0)
        {
            error.WriteLine($"There is no session {session.Trim()}. Without a key all are exported.");
            return 1;
        }
        switch (format)
        {
            case Json: export.Json(chosen, output); break;
            case Csv: export.Csv(chosen, output); break;
            default: export.Markdown(chosen, output); break;
        }
        return 0;
    }
}
