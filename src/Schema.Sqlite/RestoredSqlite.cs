using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Suiying.Kernel;
using Suiying.Kernel.Data;
using Suiying.Schema.Backups;

namespace Suiying.Schema.Sqlite;

/// <summary>A file beside the one that it will replace.</summary>
internal sealed class RestoredSqlite(string path, string target) : IRestoredDatabase
{
    public string Path => path;

    public IDatabaseProvider Provider { get; } = new SqliteProvider(DatabaseSettings.Parse(path), keep: false);

    public SchemaDb Schema()
    {
        var options = new DbContextOptionsBuilder<SqliteSchemaDb>();
        Provider.Configure(options);
        return new SqliteSchemaDb(options.Options, Provider);
    }

    public async Task<IReadOnlyDictionary<string, long>> Count(CancellationToken ct)
    {
        await using var db = await SqliteTables.Open(path, ct);
        return await db.Count(ct);
    }

    public async Task<Outcome<string>> Publish(DateTimeOffset at, CancellationToken ct)
    {
        await Settle(path, ct);
        if (!File.Exists(target))
        {
            File.Move(path, target, overwrite: false);
            return "";
        }
        if (!await Settle(target, ct))
            return Refusals.InUse(target);
        var aside = string.Create(CultureInfo.InvariantCulture, $"{target}.before-{at:yyyyMMdd-HHmmss}");
        File.Move(target, aside, overwrite: false);
        File.Move(path, target, overwrite: false);
        return aside;
    }

    public ValueTask DisposeAsync()
    {
        foreach (var file in new[] { path, path + "-wal", path + "-shm" })
            File.Delete(file);
        return ValueTask.CompletedTask;
    }

    /// <summary>Brings the write-ahead log into the file; false where somebody else has it open.</summary>
    private static async Task<bool> Settle(string file, CancellationToken ct)
    {
        await using var db = await SqliteTables.Open(file, ct);
        var alone = await db.Alone(ct);
        await db.WriteAhead();
        return alone;
    }
}
