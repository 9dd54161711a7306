using Suiying.Kernel;
using Suiying.People.Storage;

namespace Suiying.Schema.Backups;

/// <summary>
/// 核验备份: reads an archive from end to end without restoring it. A SQLite copy is opened and its journal recomputed; the tables of
/// PostgreSQL can be opened only by a server, which <see cref="RestoreBackup"/> does.
/// </summary>
public sealed class VerifyBackup(IDatabaseCopy database, SchemaDb schema, KeyFolder keys)
{
    public sealed record Command
    {
        public required string Archive { get; init; }

        public Action<string> Tell { get; init; } = _ => { };
    }

    public sealed record Result
    {
        public required BackupManifest Manifest { get; init; }

        /// <summary>Null where the archive's database could not be opened here.</summary>
        public required CityReport? City { get; init; }

        public required IReadOnlyList<string> DamagedFiles { get; init; }

        public required IReadOnlyList<CountDiffers> Differences { get; init; }

        public bool Whole => DamagedFiles.Count == 0 && Differences.Count == 0 && City is not { Whole: false };
    }

    public async Task<Outcome<Result>> Run(Command command, CancellationToken ct)
    {
        var path = command.Archive;
        if (!File.Exists(path))
            return Refusals.NoFile(path);
        // SQLite opens the copy where it lies, so it is unpacked; nothing else is.
        var temp = Directory.CreateTempSubdirectory("suiying-verify-");
        using var work = new Workplace(temp.FullName);
        if (Workplace.TooLittle(work.Path, 3 * new FileInfo(path).Length) is { } noSpace)
            return noSpace;
        var read = await BackupReader.Unpack(
            path,
            work.Path,
            part => part.StartsWith("database/", StringComparison.Ordinal),
            command.Tell,
            ct
        );
        if (!read.Ok(out var manifest, out var refusal))
            return refusal;
        if (manifest.Content == BackupContent.City && RestoredCity.Unfit(path, manifest, schema) is { } unfit)
            return unfit;
        var result = new Result
        {
            Manifest = manifest,
            City = null,
            DamagedFiles = StoredParts.Damaged(manifest),
            Differences = [],
        };
        if (manifest.Content == BackupContent.Keys || database.Open(work.Under("database"), manifest) is not { } opening)
            return result;
        if (!(await opening).Ok(out var opened, out refusal))
            return refusal;
        await using (opened)
        {
            var (differences, city) = await RestoredCity.Check(opened, manifest, KeyNames.In(keys), command.Tell, ct);
            return result with { City = city, Differences = differences };
        }
    }
}
