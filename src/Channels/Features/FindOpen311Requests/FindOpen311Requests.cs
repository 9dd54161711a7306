using Microsoft.EntityFrameworkCore;
using Suiying.Channels.Model;
using Suiying.Channels.Storage;
using Suiying.Contracts.Requests;

namespace Suiying.Channels.Features;

/// <summary>Open311: public requests; what a key handed in itself comes with its own words.</summary>
public sealed class FindOpen311Requests(ChannelsDb db, IRequestViews views)
{
    public sealed record Found(RequestView View, OwnWords? Own);

    public async Task<Outcome<IReadOnlyList<Found>>> Run(ViewFilter filter, ApiCaller by, CancellationToken ct)
    {
        var rows = await views.Find(filter, ct);
        var own = await OwnOf(rows, by, ct);
        return rows.Select(r => new Found(r, own.GetValueOrDefault(r.Id))).ToList();
    }

    /// <summary>One by its number; null where the public may not see it or there is none.</summary>
    public async Task<Found?> RunOne(string number, ApiCaller by, CancellationToken ct) =>
        await views.FindOne(number, ct) is { } view ? new Found(view, (await OwnOf([view], by, ct)).GetValueOrDefault(view.Id)) : null;

    private async Task<IReadOnlyDictionary<RequestId, OwnWords>> OwnOf(IReadOnlyList<RequestView> rows, ApiCaller by, CancellationToken ct)
    {
        if (by.Key is not { } key || rows.Count == 0)
            return new Dictionary<RequestId, OwnWords>();
        var ids = rows.Select(r => r.Id).ToList();
        var own = await db.Requests.Where(r => r.KeyId == key && ids.Contains(r.RequestId)).Select(r => r.RequestId).ToListAsync(ct);
        return own.Count == 0 ? new Dictionary<RequestId, OwnWords>() : await views.ReadOwn(own, ct);
    }
}
