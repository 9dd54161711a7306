using Microsoft.EntityFrameworkCore;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>提前结束代班; else it ends by itself.</summary>
public sealed class EndAbsence(RequestsDb db, TimeProvider time)
{
    public sealed record Command
    {
        public required Guid Id { get; init; }
    }

    public async Task<Outcome<Absence>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.UnitHandler) || by.UnitCode is not { } unit)
            return new NotAllowed();
        if (await db.Absences.FirstOrDefaultAsync(a => a.Id == command.Id && a.Unit == unit, ct) is not { } absence)
            return new NotFound();

        if (absence.End(by, time.GetUtcNow()) is { } no)
            return no;
        await db.SaveChangesAsync(ct);
        return absence;
    }
}
