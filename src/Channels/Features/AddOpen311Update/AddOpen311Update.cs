using Microsoft.EntityFrameworkCore;
using Suiying.Channels.Model;
using Suiying.Channels.Storage;
using Suiying.Contracts.Requests;

namespace Suiying.Channels.Features;

/// <summary>Open311: facts to a request, by the key that handed it in. The state of a request is changed by people alone.</summary>
public sealed class AddOpen311Update(ChannelsDb db, IRequestDesk desk, IRequestViews views, TimeProvider time)
{
    public sealed record Command
    {
        /// <summary>工单编号</summary>
        public required string Number { get; init; }

        /// <summary>The client's own id; by it a retry is known.</summary>
        public string? ClientId { get; init; }

        public required string Text { get; init; }

        public IReadOnlyList<IncomingPhoto> Photos { get; init; } = [];
    }

    public sealed record Added(Guid Id);

    public async Task<Outcome<Added>> Run(Command command, ApiCaller by, CancellationToken ct)
    {
        if (by.Key is not { } key)
            return new KeyMissing();
        var found = await views.Find(new ViewFilter { Numbers = [command.Number], Take = 1 }, ct);
        if (found is not [{ Id: var request }])
            return new RequestUnknown();
        if (!await db.Requests.AnyAsync(r => r.RequestId == request && r.KeyId == key, ct))
            return new NotOwnRequest();

        var now = time.GetUtcNow();
        var id = command.ClientId is { } given ? Open311Update.IdOf(key, request, given) : Guid.CreateVersion7(now);
        if (await db.Updates.AnyAsync(u => u.Id == id, ct))
            return await Tell(id, request, command, ct);
        var mark = new Open311Update(id, request, key, now);
        db.Updates.Add(mark);
        await db.SaveChangesAsync(ct);
        var outcome = await Tell(id, request, command, ct);
        if (outcome.Refusal is null)
            return outcome;
        db.Updates.Remove(mark);
        await db.SaveChangesAsync(ct);
        return outcome;
    }

    private async Task<Outcome<Added>> Tell(Guid id, RequestId request, Command command, CancellationToken ct)
    {
        var facts = new IncomingFacts
        {
            Request = request,
            Key = id,
            Text = command.Text,
            Photos = command.Photos,
        };
        return (await desk.AddFacts(facts, ct)).Ok(out _, out var refusal) ? new Added(id) : refusal;
    }
}
