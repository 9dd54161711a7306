using Suiying.Kernel;
using Suiying.People.Storage;

namespace Suiying.Schema.Backups;

/// <summary>
/// 恢复: reads and checks the whole archive, builds the database beside the old one, looks through it, and only then lets it take the
/// place. Nothing is ever deleted: an old database is kept under another name, photos and keys are only added.
/// </summary>
public sealed class RestoreBackup(IDatabaseCopy database, SchemaDb schema, IFileStore files, KeyFolder keys, TimeProvider time)
{
    public sealed record Command
    {
        public required string Archive { get; init; }

        /// <summary>The archive of keys; null where keys are there already or are brought later.</summary>
        public string? KeysFrom { get; init; }

        /// <summary>Takes the place of a database that has data.</summary>
        public bool Force { get; init; }

        /// <summary>Folder for the time of the work, on the disk where the city will live.</summary>
        public required string Folder { get; init; }

        public Action<string> Tell { get; init; } = _ => { };
    }

    public sealed record Result
    {
        public required BackupManifest Manifest { get; init; }
        public required CityReport City { get; init; }
        public required IReadOnlyList<CountDiffers> Differences { get; init; }
        public required IReadOnlyList<string> DamagedFiles { get; init; }

        /// <summary>Under which name the old database is kept; empty where there was none.</summary>
        public required string Aside { get; init; }

        public required int KeysAdded { get; init; }

        public bool Whole => City.Whole && Differences.Count == 0 && DamagedFiles.Count == 0;
    }

    public async Task<Outcome<Result>> Run(Command command, CancellationToken ct)
    {
        var path = command.Archive;
        if (new[] { path, command.KeysFrom }.FirstOrDefault(p => p is not null && !File.Exists(p)) is { } missing)
            return Refusals.NoFile(missing);
        if (!(await database.Look(ct)).Ok(out var place, out var refusal))
            return refusal;
        if (place is { Exists: true, Empty: false } && !command.Force)
            return Refusals.Occupied(place.Name);
        Directory.CreateDirectory(command.Folder);
        // Tables unpack to about five times their size; beside the unpacked copy stands the one that is being built.
        if (Workplace.TooLittle(command.Folder, 6 * new FileInfo(path).Length) is { } noSpace)
            return noSpace;

        using var work = new Workplace(Path.Combine(command.Folder, "restoring"));
        if (!(await BackupReader.Unpack(path, work.Path, _ => true, command.Tell, ct)).Ok(out var manifest, out refusal))
            return refusal;
        if (RestoredCity.Unfit(path, manifest, schema) is { } unfit)
            return unfit;
        if (!(await UnpackKeys(command, work, ct)).Ok(out var newKeys, out refusal))
            return refusal;
        if (!(await database.Restore(work.Under("database"), manifest, command.Tell, ct)).Ok(out var restored, out refusal))
            return refusal;
        await using (restored)
        {
            var there = KeyNames.In(keys).Union(KeyNames.Of(newKeys.Select(k => Path.GetFileName(k)))).ToList();
            var (differences, city) = await RestoredCity.Check(restored, manifest, there, command.Tell, ct);
            await AddFiles(work, manifest, command.Tell, ct);
            var added = AddKeys(work, newKeys);
            if (!(await restored.Publish(time.GetUtcNow(), ct)).Ok(out var aside, out refusal))
                return refusal;
            return new Result
            {
                Manifest = manifest,
                City = city,
                Differences = differences,
                DamagedFiles = StoredParts.Damaged(manifest),
                Aside = aside,
                KeysAdded = added,
            };
        }
    }

    /// <summary>Names of the keys, under the folder of keys.</summary>
    private static async Task<Outcome<IReadOnlyList<string>>> UnpackKeys(Command command, Workplace work, CancellationToken ct)
    {
        if (command.KeysFrom is not { } path)
            return Array.Empty<string>();
        if (!(await BackupReader.Unpack(path, work.Path, _ => true, command.Tell, ct)).Ok(out var manifest, out var refusal))
            return refusal;
        return manifest.Content == BackupContent.Keys
            ? manifest.Parts.Select(p => p.Name["keys/".Length..]).ToArray()
            : Refusals.WrongContent(path, manifest.Content);
    }

    private async Task AddFiles(Workplace work, BackupManifest manifest, Action<string> tell, CancellationToken ct)
    {
        var (all, done) = (StoredParts.In(manifest), 0);
        foreach (var (name, part) in all)
        {
            tell($"照片 {++done:N0} / {all.Count:N0}");
            // A photo that no longer is what its name says would be kept under a name that nothing asks for.
            if (part.Sha256 == name)
                await files.Save(await File.ReadAllBytesAsync(Path.Combine(work.Path, part.Name), ct), ct);
        }
    }

    private int AddKeys(Workplace work, IReadOnlyList<string> names)
    {
        var added = 0;
        foreach (var name in names)
        {
            var target = Path.Combine(keys.Path, name);
            if (File.Exists(target))
                continue;
            PrivateFolder.Create(keys.Path);
            PrivateFolder.Create(Path.GetDirectoryName(target)!);
            File.Move(Path.Combine(work.Path, "keys", name), target);
            added++;
        }
        return added;
    }
}
