using System.Globalization;
using Suiying.Kernel;
using Suiying.People.Storage;

namespace Suiying.Schema.Backups;

/// <summary>
/// 备份: database and photos into one archive, while the city works. The database is copied first and the photos after it: a photo is
/// on the disk before a row names it, so every row of the copy finds its photo. Keys go only on request, and into a file of their own:
/// an archive without them gives nobody's identity away.
/// </summary>
public sealed class TakeBackup(IDatabaseCopy database, IFileStore files, KeyFolder keys, TimeProvider time)
{
    public sealed record Command
    {
        /// <summary>A folder, in which a name with the time is chosen, or the file itself.</summary>
        public required string Target { get; init; }

        public bool WithKeys { get; init; }

        public Action<string> Tell { get; init; } = _ => { };
    }

    public sealed record Result
    {
        public required string Archive { get; init; }

        public required long Bytes { get; init; }

        /// <summary>The archive of keys; null where none was asked for.</summary>
        public required string? Keys { get; init; }

        public required BackupManifest Manifest { get; init; }

        /// <summary>Photos whose content is no longer that of their name; they are in the archive as they are.</summary>
        public required IReadOnlyList<string> DamagedFiles { get; init; }
    }

    public async Task<Outcome<Result>> Run(Command command, CancellationToken ct)
    {
        var at = time.GetUtcNow();
        var path = Directory.Exists(command.Target)
            ? Path.Combine(command.Target, string.Create(CultureInfo.InvariantCulture, $"suiying-{at:yyyyMMdd-HHmmss}.tar.gz"))
            : Path.GetFullPath(command.Target);
        var keysPath = command.WithKeys ? KeysPath(path) : null;
        if (new[] { path, keysPath }.FirstOrDefault(p => p is not null && File.Exists(p)) is { } taken)
            return Refusals.Exists(taken);
        if (command.WithKeys && KeyNames.In(keys).Count == 0)
            return Refusals.NoKeys(keys.Path);
        var folder = Path.GetDirectoryName(path)!;
        if (!Directory.Exists(folder))
            return Refusals.NoFile(folder);
        if (!(await database.Look(ct)).Ok(out var place, out var refusal))
            return refusal;
        if (!place.Exists || place.Empty)
            return Refusals.NoDatabase(place.Name);
        // The copy of the database stands beside the growing archive for a while.
        if (Workplace.TooLittle(folder, (2 * place.Bytes) + files.List().Sum(f => f.Bytes)) is { } noSpace)
            return noSpace;

        using var work = new Workplace(path + ".work");
        await using var writer = new BackupWriter(path);
        var saved = await database.Save(work.Under("database"), command.Tell, ct);
        command.Tell("压缩数据库 …");
        await writer.AddFolder(work.Under("database"), "database", at, ct);
        var damaged = await AddFiles(writer, at, command.Tell, ct);
        var manifest = await writer.Keep(
            Manifest(BackupContent.City, at) with
            {
                Database = saved.Kind,
                Migrations = saved.Migrations,
                Rows = saved.Rows,
            },
            ct
        );
        if (keysPath is not null)
            await KeepKeys(keysPath, at, ct);
        return new Result
        {
            Archive = path,
            Bytes = new FileInfo(path).Length,
            Keys = keysPath,
            Manifest = manifest,
            DamagedFiles = damaged,
        };
    }

    private async Task<List<string>> AddFiles(BackupWriter writer, DateTimeOffset at, Action<string> tell, CancellationToken ct)
    {
        var damaged = new List<string>();
        var (all, done) = (files.List().ToList(), 0);
        foreach (var file in all)
        {
            await using var content = await files.Open(file.Name, ct);
            tell($"照片 {++done:N0} / {all.Count:N0}");
            // Cleared since the list was made: nothing refers to it.
            if (content is null)
                continue;
            if (await writer.Add(StoredParts.NameOf(file.Name), content, at, ct) != file.Name)
                damaged.Add(file.Name);
        }
        return damaged;
    }

    private async Task KeepKeys(string path, DateTimeOffset at, CancellationToken ct)
    {
        await using var writer = new BackupWriter(path);
        await writer.AddFolder(keys.Path, "keys", at, ct);
        await writer.Keep(Manifest(BackupContent.Keys, at), ct);
    }

    private static BackupManifest Manifest(BackupContent content, DateTimeOffset at) =>
        new()
        {
            Format = BackupManifest.ThisFormat,
            Content = content,
            Version = BackupManifest.ThisVersion,
            TakenAt = at,
            Parts = [],
        };

    private static string KeysPath(string archive)
    {
        const string extension = ".tar.gz";
        var stem = archive.EndsWith(extension, StringComparison.OrdinalIgnoreCase) ? archive[..^extension.Length] : archive;
        return $"{stem}.keys{extension}";
    }
}
