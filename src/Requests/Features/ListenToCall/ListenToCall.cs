using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Channels;
using Suiying.Contracts.People;
using Suiying.Contracts.Registry;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>
/// 听录音: a voice says who somebody is, so it is opened as an identity is, for a purpose, and logged first. Only the hotline listens; who may not see
/// every matter of the call hears none of it.
/// </summary>
public sealed class ListenToCall(RequestsDb db, ICityRegistry registry, IPhoneDesk phone, ISealedIdentities identities)
{
    public sealed record Command
    {
        public required string Number { get; init; }
    }

    /// <summary>Where the recording is.</summary>
    public async Task<Outcome<Uri>> Run(Command command, Actor by, CancellationToken ct)
    {
        var city = registry.Current;
        var request = await db.Requests.AsNoTracking().FirstOrDefaultAsync(r => r.Number == command.Number, ct);
        if (request is null || !RequestAccess.MaySee(by, request, city))
            return new NotFound();
        if (request.CallId is not { } call || await phone.Find(call, ct) is not { Recording: { } recording } record)
            return new NoRecording();
        var others = await db.Requests.AsNoTracking().Where(r => r.CallId == call).ToListAsync(ct);
        if (!MayListen(by, record) || others.Exists(r => !RequestAccess.MaySee(by, r, city)))
            return new NotAllowed();
        return await Opened(request, by, ct) ? recording : new NoRecording();
    }

    /// <summary>Those who check the work, and the agent whose call it was.</summary>
    public static bool MayListen(Actor by, CallRecord record) =>
        by.IsAny(Role.Reviewer, Role.Callback, Role.Supervisor) || by.Is(Role.Agent) && record.Agent == by.Id;

    /// <summary>Logged as an opening of the person; who withheld their number is sealed without one.</summary>
    private async Task<bool> Opened(ServiceRequest request, Actor by, CancellationToken ct)
    {
        if (request.PersonId is not { } id)
            return false;
        var person = new PersonId(id);
        await identities.Seal(person, new Identity(), ct);
        return await identities.Open(person, OpeningPurpose.Recording, request.Number, by, ct) is not null;
    }
}
