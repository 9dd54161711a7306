using Microsoft.EntityFrameworkCore;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>常用语 of a unit and of the person alone, the unit's first.</summary>
public sealed class ListTemplates(RequestsDb db)
{
    /// <summary>As many as one unit keeps; nobody finds one among more.</summary>
    public const int Most = 200;

    public sealed record Query
    {
        public ReadyKind? Kind { get; init; }
    }

    public async Task<Outcome<IReadOnlyList<ReadyText>>> Run(Query query, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.UnitHandler))
            return new NotAllowed();
        if (by.UnitCode is not { } unit)
            return new NotAllowed("您的账号没有绑定单位，请联系系统管理员。");
        var (kind, person) = (query.Kind, by.Id);
        return await db
            .ReadyTexts.AsNoTracking()
            .Where(t => t.Unit == unit && (t.OwnerId == null || t.OwnerId == person) && (kind == null || t.Kind == kind))
            .OrderBy(t => t.Kind)
            .ThenBy(t => t.OwnerId == null ? 0 : 1)
            .ThenBy(t => t.Title)
            .Take(Most)
            .ToListAsync(ct);
    }
}
