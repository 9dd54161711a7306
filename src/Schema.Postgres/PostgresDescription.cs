namespace Suiying.Schema.Postgres;

/// <summary>What the files of rows do not say themselves.</summary>
internal sealed record PostgresDescription(IReadOnlyList<PostgresTable> Tables, IReadOnlyDictionary<string, long> Sequences);

/// <summary>A table; in the list each stands after those that it refers to.</summary>
internal sealed record PostgresTable(string Name, IReadOnlyList<string> Columns)
{
    public string FileName => Name + ".copy";

    public string ColumnList => string.Join(", ", Columns.Select(c => $"\"{c}\""));
}
