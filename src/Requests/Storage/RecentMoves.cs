using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Suiying.Contracts.Registry;

namespace Suiying.Requests.Storage;

/// <summary>
/// 最近动向: which requests moved lately and which units that concerns, read from the journal once for all desks of this process. A desk that nothing
/// concerns need not read its list again, so that two thousand open desks cost no more than what happens at them.
/// </summary>
public sealed class RecentMoves(IServiceScopeFactory scopes, ICityRegistry registry, TimeProvider time) : IDisposable
{
    /// <summary>The journal is read at most so often, whoever asks.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>So many are remembered; a desk that slept through more reads its list.</summary>
    public const int Kept = 4000;

    /// <summary>Steps that are written at once may be seen in another order than that of their positions, so the last ones are read again.</summary>
    private const int Overlap = 100;

    private readonly SemaphoreSlim one = new(1, 1);
    private readonly LinkedList<Move> moves = [];
    private readonly HashSet<long> seen = [];
    private long? last;
    private long order;
    private DateTimeOffset readAt;

    /// <param name="Order">In which it was seen here.</param>
    /// <param name="Position">In the journal.</param>
    /// <param name="Serial">Of the request.</param>
    /// <param name="Units">With which it lies, which help, have given it on, were sent a copy, or did the step.</param>
    private sealed record Move(long Order, long Position, long Serial, IReadOnlySet<string> Units);

    /// <summary>Whether anything moved since the mark that concerns this desk, and the mark of now.</summary>
    /// <param name="mark">Null for a desk that has not asked yet: then something may have.</param>
    /// <param name="unit">Only what concerns this unit; null for everything.</param>
    /// <param name="shown">Serials of what the desk shows: that these moved is of interest wherever they went.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<(long Mark, bool Moved)> Since(long? mark, string? unit, IReadOnlySet<long> shown, CancellationToken ct)
    {
        await one.WaitAsync(ct);
        try
        {
            var now = time.GetUtcNow();
            if (last is null || now - readAt >= Pause)
            {
                await Read(ct);
                readAt = now;
            }
            if (mark is null || (moves.First is { } oldest && mark < oldest.Value.Order - 1))
                return (order, true);
            var units = unit is null ? null : registry.Current.Units.ActsFor(unit);
            for (var move = moves.Last; move is not null && move.Value.Order > mark; move = move.Previous)
            {
                if (units is null || shown.Contains(move.Value.Serial) || units.Any(move.Value.Units.Contains))
                    return (order, true);
            }
            return (order, false);
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    private async Task Read(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RequestsDb>();
        last ??= await db.Transitions.MaxAsync(t => (long?)t.Position, ct) ?? 0;
        for (var full = true; full; )
        {
            var from = last.Value - Overlap;
            var rows = await db
                .Transitions.AsNoTracking()
                .Where(t => t.Position > from)
                .OrderBy(t => t.Position)
                .Take(Kept)
                .Join(
                    db.Requests,
                    t => t.RequestId,
                    r => r.Id,
                    (t, r) =>
                        new
                        {
                            t.Position,
                            t.ActorUnit,
                            r.Serial,
                            r.Unit,
                            r.Holder,
                            r.CopiedTo,
                            r.Hands,
                            r.CoUnits,
                        }
                )
                .ToListAsync(ct);
            foreach (var row in rows.Where(r => seen.Add(r.Position)).OrderBy(r => r.Position))
            {
                string?[] named = [row.Unit, row.Holder, row.CopiedTo, row.ActorUnit, .. row.Hands.Split(';'), .. row.CoUnits.Split(';')];
                moves.AddLast(new Move(++order, row.Position, row.Serial, named.OfType<string>().Where(u => u.Length > 0).ToHashSet()));
                last = Math.Max(last.Value, row.Position);
            }
            full = rows.Count == Kept;
        }
        for (; moves.Count > Kept; moves.RemoveFirst())
            seen.Remove(moves.First!.Value.Position);
    }
}
