using Microsoft.Data.Sqlite;
using Suiying.Kernel;
using Suiying.Kernel.Data;
using Suiying.Schema.Backups;

namespace Suiying.Schema.Sqlite;

/// <summary>
/// Copies a SQLite file by VACUUM INTO: one read transaction, so one moment, and writers go on in the write-ahead log. The backup
/// interface of SQLite would begin anew at each commit of another process and under load never end.
/// </summary>
public sealed class SqliteCopy(DatabaseSettings settings) : IDatabaseCopy
{
    private const string FileName = "suiying.db";

    private readonly string path = new SqliteConnectionStringBuilder(settings.ConnectionString).DataSource;

    public async Task<Outcome<DatabasePlace>> Look(CancellationToken ct)
    {
        var full = Path.GetFullPath(path);
        var exists = File.Exists(full);
        var empty = true;
        if (exists)
        {
            await using var db = await SqliteTables.Open(full, ct);
            empty = (await db.Names(ct)).Count == 0;
        }
        return new DatabasePlace
        {
            Name = path,
            Exists = exists,
            Empty = empty,
            Bytes = exists ? new FileInfo(full).Length + LengthOf(full + "-wal") : 0,
            Folder = Path.GetDirectoryName(full),
        };
    }

    public async Task<SavedDatabase> Save(string folder, Action<string> tell, CancellationToken ct)
    {
        var copy = Path.Combine(folder, FileName);
        tell("数据库快照 …");
        await using (var source = await SqliteTables.Open(path, ct))
            await source.VacuumInto(copy, ct);
        tell("清点快照 …");
        await using var saved = await SqliteTables.Open(copy, ct);
        return new SavedDatabase
        {
            Kind = DatabaseKind.Sqlite,
            Migrations = await saved.Migrations(ct),
            Rows = await saved.Count(ct),
        };
    }

    public async Task<Outcome<IRestoredDatabase>> Restore(string folder, BackupManifest manifest, Action<string> tell, CancellationToken ct)
    {
        if (manifest.Database != DatabaseKind.Sqlite)
            return Refusals.WrongDatabase(manifest.Database.ToString()!, nameof(DatabaseKind.Sqlite));
        tell("检查数据库文件 …");
        // Moved to the disk where it will stay, so that taking its place is one rename.
        var target = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        var beside = $"{target}.restoring";
        File.Move(Path.Combine(folder, FileName), beside, overwrite: true);
        return await Checked(new RestoredSqlite(beside, target), ct);
    }

    public Task<Outcome<IRestoredDatabase>>? Open(string folder, BackupManifest manifest) =>
        manifest.Database == DatabaseKind.Sqlite
            ? Checked(new RestoredSqlite(Path.Combine(folder, FileName), ""), CancellationToken.None)
            : null;

    public async Task<IReadOnlyList<string>> Faults(CancellationToken ct)
    {
        await using var db = await SqliteTables.Open(path, ct);
        return await db.Faults(ct);
    }

    private static async Task<Outcome<IRestoredDatabase>> Checked(RestoredSqlite restored, CancellationToken ct)
    {
        IReadOnlyList<string> faults;
        try
        {
            await using var db = await SqliteTables.Open(restored.Path, ct);
            faults = await db.Faults(ct);
            await db.WriteAhead();
        }
        catch (SqliteException broken)
        {
            faults = [broken.Message];
        }
        if (faults.Count == 0)
            return restored;
        await restored.DisposeAsync();
        return Refusals.BadDatabase(string.Join('；', faults));
    }

    private static long LengthOf(string file) => File.Exists(file) ? new FileInfo(file).Length : 0;
}
