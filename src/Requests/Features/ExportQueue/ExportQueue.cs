using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>A desk's whole list as it stands, for a spreadsheet; for those who answer for the whole and not for one request.</summary>
public sealed class ExportQueue(ListQueue listing)
{
    /// <summary>What one file holds at most; the rest is counted on boards.</summary>
    public const int Most = 5_000;

    public async Task<Outcome<IReadOnlyList<RequestRow>>> Run(ListQueue.Query query, Actor by, CancellationToken ct)
    {
        if (!by.IsAny(Role.Supervisor, Role.Leader))
            return new NotAllowed();
        var rows = new List<RequestRow>();
        var next = query with { After = null, Take = ListQueue.MostRows };
        while (true)
        {
            if (!(await listing.Run(next, by, ct)).Ok(out var slice, out var refusal))
                return refusal;
            rows.AddRange(slice.Rows);
            if (slice.Next is not { } after || rows.Count >= Most)
                return rows.Take(Most).ToList();
            next = next with { After = after };
        }
    }
}
