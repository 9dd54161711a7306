using Microsoft.EntityFrameworkCore;
using Suiying.Channels.Model;
using Suiying.Channels.Storage;
using Suiying.Contracts.Requests;

namespace Suiying.Channels.Features;

/// <summary>Open311: public requests; what a key handed in itself comes with its own words.</summary>
public sealed class FindOpen311Requests(ChannelsDb db, IRequestViews views)
{
    /// <param name="View">What the public sees.</param>
    /// <param name="Own">What the caller itself handed in.</param>
    /// <param name="Notes">The steps, oldest first; empty where they were not asked for.</param>
    public sealed record Found(RequestView View, OwnWords? Own, IReadOnlyList<RequestStep> Notes);

    public async Task<Outcome<IReadOnlyList<Found>>> Run(ViewFilter filter, ApiCaller by, bool withNotes, CancellationToken ct)
    {
        return await With(await views.Find(filter, ct), by, withNotes, ct);
    }

    /// <summary>One by its number; null where the public may not see it or there is none.</summary>
    public async Task<Found?> RunOne(string number, ApiCaller by, bool withNotes, CancellationToken ct) =>
        await views.FindOne(number, ct) is { } view ? (await With([view], by, withNotes, ct))[0] : null;

    private async Task<List<Found>> With(IReadOnlyList<RequestView> rows, ApiCaller by, bool withNotes, CancellationToken ct)
    {
        var own = await OwnOf(rows, by, ct);
        var notes = withNotes && rows.Count > 0 ? await NotesOf(rows, ct) : Array.Empty<RequestStep>().ToLookup(s => s.Request);
        return rows.Select(r => new Found(r, own.GetValueOrDefault(r.Id), [.. notes[r.Id]])).ToList();
    }

    private async Task<ILookup<RequestId, RequestStep>> NotesOf(IReadOnlyList<RequestView> rows, CancellationToken ct)
    {
        var filter = new StepFilter
        {
            Numbers = [.. rows.Select(r => r.Number)],
            From = rows.Min(r => r.RegisteredAt),
            Before = new DateTimeOffset(2200, 1, 1, 0, 0, 0, TimeSpan.Zero),
        };
        var steps = new List<RequestStep>();
        IReadOnlyList<RequestStep> some;
        do
        {
            some = await views.Steps(filter with { Skip = steps.Count }, ct);
            steps.AddRange(some);
        } while (some.Count == filter.Take);
        return steps.ToLookup(s => s.Request);
    }

    private async Task<IReadOnlyDictionary<RequestId, OwnWords>> OwnOf(IReadOnlyList<RequestView> rows, ApiCaller by, CancellationToken ct)
    {
        if (by.Key is not { } key || rows.Count == 0)
            return new Dictionary<RequestId, OwnWords>();
        var ids = rows.Select(r => r.Id).ToList();
        var own = await db.Requests.Where(r => r.KeyId == key && ids.Contains(r.RequestId)).Select(r => r.RequestId).ToListAsync(ct);
        return own.Count == 0 ? new Dictionary<RequestId, OwnWords>() : await views.ReadOwn(own, ct);
    }
}
