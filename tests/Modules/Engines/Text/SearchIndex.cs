using Microsoft.Data.Sqlite;
using Suiying.Engines.Text;

namespace Suiying.Tests.Engines.Text;

/// <summary>A real FTS5 table in memory, as the SQLite schema makes it.</summary>
internal sealed class SearchIndex : IDisposable
{
    private readonly SqliteConnection connection = new("Data Source=:memory:");

    public SearchIndex()
    {
        connection.Open();
        Run("CREATE VIRTUAL TABLE search USING fts5(tokens, tokenize = 'unicode61')", null);
    }

    public void Add(string text) => Run("INSERT INTO search (tokens) VALUES ($p)", Bigrams.ForIndex(text));

    public void Clear() => Run("DELETE FROM search", null);

    public bool Finds(string query) =>
        (long)Run("SELECT count(*) FROM search WHERE search MATCH $p", Bigrams.ForQuery(query).ToFts5())! > 0;

    public void Dispose() => connection.Dispose();

    private object? Run(string sql, string? parameter)
    {
        using var command = connection.CreateCommand();
        // The text is one of the three constants above; what varies is the parameter.
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        if (parameter is not null)
            command.Parameters.AddWithValue("$p", parameter);
        return command.ExecuteScalar();
    }
}
