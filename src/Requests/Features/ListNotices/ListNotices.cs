using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>新进展: what happened in a person's matters that they have not marked as seen, newest first.</summary>
public sealed class ListNotices(RequestsDb db, ICityRegistry registry)
{
    private const int Most = 20;

    /// <param name="Number">工单编号</param>
    /// <param name="Title">The matter's title.</param>
    /// <param name="Step">What happened.</param>
    public sealed record Item(string Number, string Title, TrackedStep Step);

    public async Task<Outcome<IReadOnlyList<Item>>> Run(Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.Resident) || by.Id == Guid.Empty)
            return new NotAllowed();
        var (city, person) = (registry.Current, by.Id);
        var rows = await (
            from request in db.Requests.AsNoTracking()
            where request.PersonId == person
            join notice in db.Notices.AsNoTracking() on request.Id equals notice.RequestId
            where notice.SeenAt == null
            join step in db.Transitions.AsNoTracking() on new { notice.RequestId, notice.Seq } equals new { step.RequestId, step.Seq }
            orderby notice.At descending
            select new
            {
                request.Number,
                request.Title,
                Step = step,
            }
        )
            .Take(Most)
            .ToListAsync(ct);
        return rows.Select(r => new Item(r.Number, r.Title, TrackedStep.Of(r.Step, null, city))).ToList();
    }
}
