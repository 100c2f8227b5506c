using Dapper;
using Microsoft.Data.Sqlite;
using NetflixPrep.Bot.Groups;
using NetflixPrep.Bot.Storage;

namespace NetflixPrep.Bot.Tests.Storage;

/// <summary>0007_daily_questions.sql on a database with a group in it.</summary>
public sealed class DailyMigrationTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Leaves_groups_as_they_were_without_a_question_of_the_day()
    {
        SqliteLibrary.Use();
        using (var old = new SqliteConnection($"Data Source={folder.File("old.db")};Pooling=False"))
        {
            old.Open();
            Migrations.Apply(old, [.. Migrations.Embedded.TakeWhile(migration => migration.Number < 7)]);
            old.Execute("INSERT INTO groups (stream, zone, practice_channel) VALUES ('group/terminal:study', 'Europe/Berlin', 'terminal:#study')");
        }

        using var database = Database.Open(new() { Path = folder.File("old.db") });
        var settings = new Reads(database.Writer).SettingsOf(new("terminal", "study", "ana"));

        Assert.Equal(("Europe/Berlin", new("terminal", "#study"), null), (settings.Zone, settings.PracticeChannel, settings.DailyQuestion));
    }
}
