using Dapper;
using NetflixPrep.Bot.Storage;

namespace NetflixPrep.Bot.Tests.Storage;

/// <summary>A whole database as text.</summary>
internal static class TableRows
{
    public static List<string> Tables(Database database) => database.Writer.Query<string>("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").AsList();

    /// <summary>Every row of every table as text, by table.</summary>
    public static Dictionary<string, List<string>> Of(Database database) => Tables(database).ToDictionary(table => table, table =>
    {
        var columns = database.Writer.Query<string>($"SELECT name FROM pragma_table_info('{table}')").Select(name => $"coalesce(\"{name}\", '-')");
        return database.Writer.Query<string>($"SELECT {string.Join(" || ' | ' || ", columns)} FROM {table}").Order(StringComparer.Ordinal).ToList();
    });
}
