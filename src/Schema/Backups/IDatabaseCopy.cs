using Suiying.Kernel;
using Suiying.Kernel.Data;

namespace Suiying.Schema.Backups;

/// <summary>What a database must be able to do to be backed up and restored.</summary>
public interface IDatabaseCopy
{
    /// <summary>What stands at the place that the settings name.</summary>
    Task<Outcome<DatabasePlace>> Look(CancellationToken ct);

    /// <summary>Writes the database as it is at one moment into a folder; others go on writing meanwhile.</summary>
    Task<SavedDatabase> Save(string folder, Action<string> tell, CancellationToken ct);

    /// <summary>Builds the database from a folder, beside what stands there.</summary>
    Task<Outcome<IRestoredDatabase>> Restore(string folder, BackupManifest manifest, Action<string> tell, CancellationToken ct);

    /// <summary>Opens the database of an archive where it was unpacked; null where that needs a server, or another kind of database.</summary>
    Task<Outcome<IRestoredDatabase>>? Open(string folder, BackupManifest manifest);

    /// <summary>Faults that the database finds in itself.</summary>
    Task<IReadOnlyList<string>> Faults(CancellationToken ct);
}

/// <summary>A place for a database.</summary>
public sealed record DatabasePlace
{
    public required string Name { get; init; }

    public required bool Exists { get; init; }

    /// <summary>True where there is no table.</summary>
    public required bool Empty { get; init; }

    public required long Bytes { get; init; }

    /// <summary>Folder of the file, where it is one on this machine.</summary>
    public string? Folder { get; init; }
}

/// <summary>What was saved.</summary>
public sealed record SavedDatabase
{
    public required DatabaseKind Kind { get; init; }

    public required IReadOnlyList<string> Migrations { get; init; }

    public required IReadOnlyDictionary<string, long> Rows { get; init; }
}

/// <summary>A database that stands beside the old one until it is published; disposed before, it is gone.</summary>
public interface IRestoredDatabase : IAsyncDisposable
{
    IDatabaseProvider Provider { get; }

    SchemaDb Schema();

    Task<IReadOnlyDictionary<string, long>> Count(CancellationToken ct);

    /// <summary>Puts it in its place. What stood there is kept under another name, which is returned; empty where nothing did.</summary>
    Task<Outcome<string>> Publish(DateTimeOffset at, CancellationToken ct);
}
