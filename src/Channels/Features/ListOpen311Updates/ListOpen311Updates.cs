using Microsoft.EntityFrameworkCore;
using Suiying.Channels.Model;
using Suiying.Channels.Storage;
using Suiying.Contracts.Requests;

namespace Suiying.Channels.Features;

/// <summary>Open311: steps of public requests; what a key added itself comes along with its text.</summary>
public sealed class ListOpen311Updates(ChannelsDb db, IRequestViews views)
{
    public async Task<Outcome<IReadOnlyList<RequestStep>>> Run(StepFilter filter, ApiCaller by, CancellationToken ct)
    {
        if (by.Key is not { } key)
            return (await views.Steps(filter, ct)).ToList();
        var own = await db
            .Updates.Where(u => u.KeyId == key)
            .OrderByDescending(u => u.At)
            .Select(u => u.Id)
            .Take(Input.Most)
            .ToListAsync(ct);
        return (await views.Steps(filter with { OwnKeys = own }, ct)).ToList();
    }
}
