using System.CommandLine;
using Dapper;
using NetflixPrep.Bot.Cli;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Bot.Tests.Storage;

namespace NetflixPrep.Bot.Tests.Cli;

public sealed class DoctorVerbTests : IDisposable
{
    private readonly TempFolder folder = new();

    private string Path => folder.File("netflixprep.db");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_healthy_bot_is_all_well()
    {
        Database.Open(new() { Path = Path }).Dispose();

        var (code, text) = Examine();

        Assert.Equal(0, code);
        Assert.Contains("All well.", text, StringComparison.Ordinal);
        Assert.All(["Program:", "Configuration:", "Clock:", "Zones: list ", "SQLite:", "Bank:", "Database:", "; whole.", "Discord:", "Disk:"], part => Assert.Contains(part, text, StringComparison.Ordinal));
    }

    [Fact]
    public void Without_a_database_it_says_that_the_first_start_makes_it() => Assert.Contains("the first start makes it", Examine().Text, StringComparison.Ordinal);

    [Fact]
    public void A_clock_behind_the_database_is_to_mend()
    {
        Write("INSERT INTO inbound (platform, delivery_id, person, place, at, received_at, kind, data, status, answered) VALUES ('t', 'd', 't::a', 't:p', '2999-01-01T00:00:00.0000000Z', '2999-01-01T00:00:00.0000000Z', 'text', '{}', 'done', 0)");

        Finds("Clock: TO MEND: the clock says", "Set the machine's clock");
    }

    [Fact]
    public void A_zone_that_nobody_knows_is_to_mend()
    {
        Write("INSERT INTO groups (stream, zone) VALUES ('group/t:g', 'Mars/Olympus')");

        Finds("Zones of groups: TO MEND: Mars/Olympus is not in the list", "/settings zone:");
    }

    [Fact]
    public void Rows_that_point_to_nothing_are_to_mend()
    {
        Write("PRAGMA foreign_keys = OFF; INSERT INTO timers (stream, timer, due_at, arguments, set_by) VALUES ('s/a', 't', '2026-01-01T00:00:00.0000000Z', '[]', 99)");

        Finds("Database: TO MEND:", "1 rows that point to nothing", "restore the newest backup");
    }

    [Fact]
    public void A_database_of_a_newer_version_is_to_mend()
    {
        Write("INSERT INTO schema_version (number, name) VALUES (999, '0999_future')");

        Finds("Database: TO MEND:", "written by a newer version", "Start that version");
    }

    [Fact]
    public void A_damaged_database_is_to_mend()
    {
        File.WriteAllText(Path, string.Concat(Enumerable.Repeat("these are not the pages you look for ", 500)));

        Finds("Database: TO MEND:", "restore the newest backup");
    }

    private void Finds(params string[] parts)
    {
        var (code, text) = Examine();

        Assert.Equal(1, code);
        Assert.All(parts, part => Assert.Contains(part, text, StringComparison.Ordinal));
        Assert.Contains(" to mend.", text, StringComparison.Ordinal);
    }

    private void Write(string sql)
    {
        using var database = Database.Open(new() { Path = Path });
        database.Writer.Execute(sql);
    }

    private (int Code, string Text) Examine()
    {
        using var output = new StringWriter();
        var root = new RootCommand { DoctorVerb.Create() };
        root.Options.Add(Settings.Data);
        var code = root.Parse(["doctor", "--data", folder.Path]).Invoke(new() { Output = output, Error = output });
        return (code, output.ToString());
    }
}
