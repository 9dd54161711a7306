using Microsoft.EntityFrameworkCore;
using Suiying.Registry.Storage;

namespace Suiying.Registry.Features;

/// <summary>变更记录: versions newest first, with what waits for its day.</summary>
public sealed class ListVersions(RegistryDb db)
{
    private const int Size = 50;

    public sealed record View(Slice<RegistryVersion> Versions, IReadOnlyList<CityProposal> Waiting);

    /// <param name="before">The last version of the page before, or null.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<Outcome<View>> Run(int? before, Actor by, CancellationToken ct)
    {
        if (!by.IsAny(Role.SystemAdmin, Role.AuditAdmin))
            return new NotAllowed();
        var rows = await db
            .Versions.AsNoTracking()
            .Where(v => before == null || v.Version < before)
            .OrderByDescending(v => v.Version)
            .Take(Size + 1)
            .ToListAsync(ct);
        var waiting = await db
            .Proposals.AsNoTracking()
            .Where(p => p.State == ProposalState.Planned || p.State == ProposalState.Draft || p.State == ProposalState.Failed)
            .OrderByDescending(p => p.Id)
            .Take(Size)
            .ToListAsync(ct);
        var next = rows.Count > Size ? rows[Size - 1].Version.ToString(System.Globalization.CultureInfo.InvariantCulture) : null;
        return new View(new Slice<RegistryVersion>([.. rows.Take(Size)], next), waiting);
    }
}
