using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>只用文字联系, recorded for a person by who works on their request. No reason is asked.</summary>
public sealed class RecordTextOnly(RequestsDb db, ICityRegistry registry, TimeProvider time)
{
    public sealed record Command
    {
        public required string Number { get; init; }

        public required bool On { get; init; }
    }

    public static bool May(Actor by, ServiceRequest request, CitySnapshot city) =>
        by.IsAny(Role.Agent, Role.Dispatcher, Role.UnitHandler, Role.Callback)
        && request is { PersonId: not null, EndedAt: null }
        && RequestAccess.MaySee(by, request, city)
        && !RequestAccess.OnlyHelps(by, request, city);

    public async Task<Outcome<Done>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.IsAny(Role.Agent, Role.Dispatcher, Role.UnitHandler, Role.Callback))
            return new NotAllowed();
        var request = await db.Requests.AsNoTracking().FirstOrDefaultAsync(r => r.Number == command.Number, ct);
        if (request is null || !RequestAccess.MaySee(by, request, registry.Current))
            return new NotFound();
        if (!May(by, request, registry.Current))
            return new NotAllowed();
        await db.SetTextOnly(request.PersonId!.Value, command.On, time.GetUtcNow(), ct);
        return new Done();
    }
}
