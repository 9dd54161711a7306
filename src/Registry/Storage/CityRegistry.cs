using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Suiying.Contracts.Registry;

namespace Suiying.Registry.Storage;

/// <summary>Holds the newest snapshot in memory and builds any older one on demand. Thread-safe.</summary>
public sealed class CityRegistry(IServiceScopeFactory scopes) : ICityRegistry, IDisposable
{
    private readonly SemaphoreSlim refreshing = new(1, 1);
    private volatile CitySnapshot? current;

    public CitySnapshot Current =>
        current ?? throw new InvalidOperationException("No city has been loaded yet: load a pack with `suiying city load PATH`.");

    /// <summary>False until the first load has been seen.</summary>
    public bool IsLoaded => current is not null;

    /// <summary>Takes over the newest version where it is not yet held. True where a snapshot was exchanged.</summary>
    public async Task<bool> Refresh(CancellationToken ct = default)
    {
        await refreshing.WaitAsync(ct);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<RegistryDb>();
            var newest = await db.Versions.MaxAsync(v => (int?)v.Version, ct) ?? 0;
            if (newest == 0 || newest == current?.Version)
                return false;
            current = PackEntries.Snapshot(newest, await EntryStore.Read(db, newest, ct));
            return true;
        }
        finally
        {
            refreshing.Release();
        }
    }

    /// <summary>The city as it was in a version, for judging an old decision by its own rules; null where there was no such version.</summary>
    public async Task<CitySnapshot?> SnapshotAt(int version, CancellationToken ct = default)
    {
        if (current is { } held && held.Version == version)
            return held;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RegistryDb>();
        if (!await db.Versions.AnyAsync(v => v.Version == version, ct))
            return null;
        return PackEntries.Snapshot(version, await EntryStore.Read(db, version, ct));
    }

    public void Dispose() => refreshing.Dispose();
}
