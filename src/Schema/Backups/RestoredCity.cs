using Microsoft.EntityFrameworkCore;
using Suiying.Kernel;

namespace Suiying.Schema.Backups;

/// <summary>Looks at a restored database before anybody uses it: counts first, as it came; then brought up to this program's tables, its journal.</summary>
internal static class RestoredCity
{
    public static async Task<(IReadOnlyList<CountDiffers> Differences, CityReport Report)> Check(
        IRestoredDatabase restored,
        BackupManifest manifest,
        IReadOnlyCollection<string> keys,
        Action<string> tell,
        CancellationToken ct
    )
    {
        tell("清点 …");
        var found = await restored.Count(ct);
        var differences = manifest
            .Rows.Keys.Union(found.Keys)
            .Select(table => new CountDiffers(table, manifest.Rows.GetValueOrDefault(table), found.GetValueOrDefault(table)))
            .Where(difference => difference.Archived != difference.Restored)
            .ToList();
        await using (var schema = restored.Schema())
            await schema.Database.MigrateAsync(ct);
        using var check = new CityCheck(restored.Provider);
        var files = StoredParts.In(manifest).Select(f => f.Name).ToList();
        return (differences, await check.Run(files, keys, tell, ct));
    }

    /// <summary>Why an archive that is whole cannot be used here, or null.</summary>
    public static Refusal? Unfit(string path, BackupManifest manifest, SchemaDb schema)
    {
        if (manifest.Content != BackupContent.City)
            return Refusals.WrongContent(path, manifest.Content);
        return manifest.Migrations.Except(schema.Database.GetMigrations()).Any() ? Refusals.Newer(path, manifest.Version) : null;
    }
}

/// <summary>A table that has not as many rows as the manifest says.</summary>
public sealed record CountDiffers(string Table, long Archived, long Restored);
