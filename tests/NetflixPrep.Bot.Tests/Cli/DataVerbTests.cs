using System.Text.Json.Nodes;
using Dapper;
using NetflixPrep.Bot.Cli;
using NetflixPrep.Bot.Sessions;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Bot.Tests.Golden;
using NetflixPrep.Bot.Tests.Storage;

namespace NetflixPrep.Bot.Tests.Cli;

/// <summary>export, import, backup, restore.</summary>
public sealed class DataVerbTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);

    private readonly TempFolder folder = new();
    private readonly TempFolder other = new();
    private readonly StringWriter output = new();
    private readonly StringWriter errors = new();

    private BotOptions Options => Of(folder);

    public async ValueTask InitializeAsync()
    {
        var script = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Golden", "taken-well.script"), TestContext.Current.CancellationToken);
        Assert.Equal(0, await ScriptHost.RunAsync(Options, SmallBank.Load(), "taken-well.script", script, TextWriter.Null, errors, TestContext.Current.CancellationToken));
    }

    public ValueTask DisposeAsync()
    {
        output.Dispose();
        errors.Dispose();
        folder.Dispose();
        other.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public void A_transcript_reads_as_it_was_held() => GoldenFile.Check("export.md", Export("md"));

    [Fact]
    public void A_row_a_session_is_a_table_for_spreadsheets() => GoldenFile.Check("export.csv", Export("csv"));

    [Theory]
    [InlineData("md")]
    [InlineData("csv")]
    [InlineData("json")]
    public void Own_scores_stay_sealed(string format)
    {
        Assert.NotEqual(0, Query<long>(Options, "SELECT count(*) FROM events WHERE type = 'self-scored'"));

        Assert.DoesNotContain("\"score\":", Export(format).Split("\"scripts\"")[0], StringComparison.Ordinal);
        Assert.DoesNotMatch(@"own score for \w+: \d", Export(format));
    }

    [Fact]
    public void One_session_is_exported_by_its_key_and_an_unknown_key_is_said()
    {
        Assert.Contains("Session x2pv38zu of ana", Export("md", "X2PV38ZU"), StringComparison.Ordinal);
        Assert.Equal(1, ExportVerb.Run(Options, "nonsense", "md", output, errors));
        Assert.Equal("There is no session nonsense. Without a key all are exported.\n", errors.ToString());
    }

    [Fact]
    public void A_cell_is_quoted_and_never_a_formula()
    {
        Change("UPDATE events SET data = json_set(data, '$.label', '=1+1, \"x\"') WHERE type = 'cause-chosen'");

        Assert.Contains(",\"'=1+1, \"\"x\"\"\",", Export("csv"), StringComparison.Ordinal);
    }

    [Fact]
    public void Imported_sessions_are_the_same_as_where_they_came_from()
    {
        var json = Export("json");

        Assert.Equal("1 imported, 0 there already, 0 still open and left out.\n", Import(json));

        const string Session = "SELECT stream || person || status || started_at || ended_at || question_id || round || outcome || root_cause_label FROM sessions";
        Assert.Equal(Query<string>(Options, Session), Query<string>(Of(other), Session));
        Assert.Equal(Query<string>(Options, "SELECT group_concat(type || at) FROM events WHERE stream LIKE 'session/%'"), Query<string>(Of(other), "SELECT group_concat(type || at) FROM events"));
        Assert.Equal(json, Export("json", options: Of(other)));
    }

    [Fact]
    public void The_same_session_twice_changes_nothing()
    {
        var json = Export("json");
        Import(json);
        var before = Query<long>(Of(other), "SELECT count(*) FROM events");

        Assert.Equal("0 imported, 1 there already, 0 still open and left out.\n", Import(json));
        Assert.Equal(before, Query<long>(Of(other), "SELECT count(*) FROM events"));
    }

    [Fact]
    public void An_open_session_is_left_out()
    {
        var json = JsonNode.Parse(Export("json"))!;
        json["sessions"]![0]!["events"]!.AsArray().RemoveAt(json["sessions"]![0]!["events"]!.AsArray().Count - 1);
        json["scripts"]!.AsObject().Clear();

        Assert.Equal("0 imported, 0 there already, 1 still open and left out.\n", Import(json.ToJsonString()));
    }

    [Fact]
    public void An_imported_session_can_be_read_again_but_not_decided_again()
    {
        Import(Export("json"));

        Assert.Equal(0, ReplayVerb.Run(Of(other), "x2pv38zu", verify: true, output, errors));
        Assert.StartsWith("imported:", output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no json", "This file is not an export of sessions.")]
    [InlineData("{}", "This file is not an export of sessions.")]
    [InlineData("""{"format":"other","version":1,"sessions":[],"scripts":{}}""", "This file is not an export of sessions.")]
    [InlineData("""{"format":"netflixprep-sessions","version":9,"sessions":[],"scripts":{}}""", "The export is from a newer version")]
    [InlineData("""{"format":"netflixprep-sessions","version":1,"sessions":[],"scripts":{"abc":{}}}""", "The words of a question in the export are not those of its sessions")]
    [InlineData("""{"format":"netflixprep-sessions","version":1,"sessions":[{"session":"a","events":[{"type":"ended","at":"2026-03-02T10:00:00.0000000Z","data":{"at":"2026-03-02T10:00:00Z","ending":"Stopped"}}]}],"scripts":{}}""", "A session in the export has events in an order that cannot be")]
    public void What_is_no_export_is_refused_with_the_way_to_make_one(string json, string sentence) =>
        Assert.StartsWith(sentence, Assert.Throws<ImportException>(() => Import(json)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_backup_is_made_while_a_bot_has_the_database_open_and_restores_it_elsewhere()
    {
        using (Database.Open(new() { Path = Options.Storage.Path })) BackupVerb.Run(Options, other.File("copy.db"), output);
        RestoreVerb.Run(Of(other), other.File("copy.db"), Now, output);

        Assert.Equal(Query<long>(Options, "SELECT count(*) FROM events"), Query<long>(Of(other), "SELECT count(*) FROM events"));
        Assert.Contains(": 1 session, ", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_backup_is_one_file_for_its_owner_alone()
    {
        BackupVerb.Run(Options, other.File("copy.db"), output);

        Assert.Equal([other.File("copy.db")], Directory.GetFiles(other.Path));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(other.File("copy.db")));
    }

    [Fact]
    public void A_backup_replaces_no_file()
    {
        File.WriteAllText(other.File("copy.db"), "something else");

        Assert.Contains("is there already", Assert.Throws<DatabaseException>(() => BackupVerb.Run(Options, other.File("copy.db"), output)).Message, StringComparison.Ordinal);
        Assert.Equal("something else", File.ReadAllText(other.File("copy.db")));
    }

    [Fact]
    public void A_restore_keeps_the_replaced_database_beside()
    {
        BackupVerb.Run(Options, other.File("copy.db"), output);
        Change("DELETE FROM causes");

        RestoreVerb.Run(Options, other.File("copy.db"), Now, output);

        var aside = folder.File("netflixprep.replaced-20260302-100000.db");
        Assert.Contains(aside, output.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, Query<long>(Options, "SELECT count(*) FROM causes"));
        Assert.Equal(0, Query<long>(new() { Storage = new() { Path = aside } }, "SELECT count(*) FROM causes"));
    }

    [Fact]
    public void Nothing_is_restored_while_a_bot_has_the_database_open()
    {
        BackupVerb.Run(Options, other.File("copy.db"), output);
        using var bot = Database.Open(new() { Path = Options.Storage.Path });

        var refusal = Assert.Throws<DatabaseException>(() => RestoreVerb.Run(Options, other.File("copy.db"), Now, output));

        Assert.Contains("A bot has", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(1, bot.Writer.QuerySingle<long>("SELECT count(*) FROM causes"));
        Assert.DoesNotContain(Directory.GetFiles(folder.Path), file => file.Contains("restoring", StringComparison.Ordinal) || file.Contains("replaced", StringComparison.Ordinal));
    }

    [Fact]
    public void A_damaged_database_is_replaced_and_kept_as_it_is()
    {
        BackupVerb.Run(Options, other.File("copy.db"), output);
        File.WriteAllText(Options.Storage.Path, string.Concat(Enumerable.Repeat("these are not the pages you look for ", 500)));

        RestoreVerb.Run(Options, other.File("copy.db"), Now, output);

        Assert.Equal(1, Query<long>(Options, "SELECT count(*) FROM sessions"));
        Assert.StartsWith("these are not", File.ReadAllText(folder.File("netflixprep.replaced-20260302-100000.db")), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_whole_backup_of_this_version_restores_nothing()
    {
        BackupVerb.Run(Options, other.File("newer.db"), output);
        using (var newer = Database.Open(new() { Path = other.File("newer.db") })) newer.Writer.Execute("INSERT INTO schema_version (number, name) VALUES (999, '0999_future')");
        File.WriteAllText(other.File("text.db"), string.Concat(Enumerable.Repeat("no pages ", 1000)));
        BackupVerb.Run(Options, other.File("damaged.db"), output);
        Damage.Flip(other.File("damaged.db"), from: 4096, count: 8192);
        File.WriteAllBytes(other.File("empty.db"), []);

        Assert.Contains("written by a newer version", Refusal("newer.db"), StringComparison.Ordinal);
        Assert.Contains("damaged", Refusal("text.db"), StringComparison.Ordinal);
        Assert.Contains("damaged", Refusal("damaged.db"), StringComparison.Ordinal);
        Assert.Contains("not a backup of this bot", Refusal("empty.db"), StringComparison.Ordinal);
        Assert.Contains("There is no backup", Refusal("none.db"), StringComparison.Ordinal);
        Assert.Equal(1, Query<long>(Options, "SELECT count(*) FROM sessions"));
    }

    private string Refusal(string backup) => Assert.Throws<DatabaseException>(() => RestoreVerb.Run(Options, other.File(backup), Now, output)).Message;

    private string Export(string format, string? session = null, BotOptions? options = null)
    {
        using var written = new StringWriter();
        Assert.Equal(0, ExportVerb.Run(options ?? Options, session, format, written, errors));
        return written.ToString();
    }

    private string Import(string json)
    {
        using var written = new StringWriter();
        ImportVerb.Run(Of(other), json, written);
        return written.ToString();
    }

    private void Change(string sql)
    {
        using var database = Database.Open(new() { Path = Options.Storage.Path });
        database.Writer.Execute("DROP TRIGGER events_never_change");
        database.Writer.Execute(sql);
    }

    private static T Query<T>(BotOptions options, string sql)
    {
        using var database = Database.Open(new() { Path = options.Storage.Path });
        return database.Writer.QuerySingle<T>(sql);
    }

    private static BotOptions Of(TempFolder folder) => new() { Storage = new() { Path = folder.File("netflixprep.db"), Synchronous = "NORMAL" } };
}
