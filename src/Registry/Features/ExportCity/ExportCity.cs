using Microsoft.EntityFrameworkCore;
using Suiying.Registry.Model.Pack;
using Suiying.Registry.Storage;

namespace Suiying.Registry.Features;

/// <summary>导出城市数据: one version as the pack that says it, as a zip.</summary>
public sealed class ExportCity(RegistryDb db)
{
    public sealed record Query
    {
        /// <summary>Null is the newest, or the one that was in force at <see cref="At"/>.</summary>
        public int? Version { get; init; }

        public DateTimeOffset? At { get; init; }
    }

    public sealed record File(string Name, byte[] Content);

    public async Task<Outcome<File>> Run(Query query, Actor by, CancellationToken ct)
    {
        if (!by.IsAny(Role.SystemAdmin, Role.AuditAdmin))
            return new NotAllowed();
        var (number, at) = (query.Version, query.At);
        var version = await db
            .Versions.AsNoTracking()
            .Where(v => (number == null || v.Version == number) && (at == null || v.LoadedAt <= at))
            .OrderByDescending(v => v.Version)
            .FirstOrDefaultAsync(ct);
        if (version is null)
            return new NotFound("没有这个版本，或那时还没有城市数据。");
        var pack = PackEntries.Pack(await EntryStore.Read(db, version.Version, ct));
        return new File($"city-{pack.City.Profile.Code}-v{version.Version}.zip", PackFiles.Zip(PackWriter.Files(pack), version.LoadedAt));
    }
}
