using Microsoft.Data.Sqlite;

namespace NetflixPrep.Bot.Storage;

/// <summary>One statement, prepared at its first use and used again: the lane's hot path. Not for several threads.</summary>
/// <param name="parameters">Their names in order, with the sign, as in the text.</param>
internal sealed class Statement(SqliteConnection connection, string sql, params string[] parameters) : IDisposable
{
    private SqliteCommand? command;

    public int Execute(params ReadOnlySpan<object?> values) => With(values).ExecuteNonQuery();

    /// <summary>The first column of the first row; null when there is no row.</summary>
    public object? Scalar(params ReadOnlySpan<object?> values) => With(values).ExecuteScalar() is var value && value is DBNull ? null : value;

    public SqliteDataReader Rows(params ReadOnlySpan<object?> values) => With(values).ExecuteReader();

    public void Dispose() => command?.Dispose();

    private SqliteCommand With(ReadOnlySpan<object?> values)
    {
        command ??= Prepare();
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return command;
    }

    private SqliteCommand Prepare()
    {
        var made = connection.CreateCommand();
#pragma warning disable CA2100 // every text is a constant of this folder
        made.CommandText = sql;
#pragma warning restore CA2100
        foreach (var name in parameters) made.Parameters.Add(new SqliteParameter { ParameterName = name, Value = DBNull.Value });
        made.Prepare();
        return made;
    }
}
