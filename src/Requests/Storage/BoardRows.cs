using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Suiying.Contracts.Registry;
using Suiying.Requests.Model;

namespace Suiying.Requests.Storage;

/// <summary>The rows that boards count, as they were at one moment, and the boards counted from them.</summary>
public sealed class BoardRowSet(IReadOnlyList<BoardRow> rows, CitySnapshot city, DateTimeOffset asOf) : IKeptRows
{
    private readonly ConcurrentDictionary<BoardScope, Board> boards = [];
    private readonly ConcurrentDictionary<BoardScope, UnitRollUp> trees = [];

    /// <summary>Newest first.</summary>
    public IReadOnlyList<BoardRow> Rows => rows;

    public CitySnapshot City => city;

    public DateTimeOffset AsOf => asOf;

    /// <summary>One scope is counted once, however many look at it.</summary>
    public Board BoardOf(BoardScope scope) => boards.GetOrAdd(scope, s => Board.Of(rows, s, city, asOf));

    public UnitRollUp TreeOf(BoardScope scope) => trees.GetOrAdd(scope, s => UnitRollUp.Of(rows, s, city, asOf));
}

/// <summary>
/// Keeps all open requests and those that ended in the last 30 days in memory, some 300 bytes each, at most a minute old. A table of
/// daily counters was weighed against it: it would have to be kept right by every action and every import, holds only the groupings
/// that somebody thought of, and its numbers do not open to rows. One indexed query (open = no end; else ended of late) gives every
/// figure, every scope and the rows behind each number from the same moment. Measured on SQLite at the density of a million requests a
/// year (94,000 such rows): 1.5 s in the background on a busy two-core machine, then every page for a minute from memory.
/// </summary>
public sealed class BoardRows
{
    /// <summary>Older than this, a fresh set is fetched while the old one is still shown.</summary>
    public static readonly TimeSpan FreshFor = TimeSpan.FromMinutes(1);

    /// <summary>Older than this, nobody is shown the old one.</summary>
    public static readonly TimeSpan ShownFor = TimeSpan.FromMinutes(10);

    private readonly IServiceScopeFactory scopes;
    private readonly ICityRegistry registry;
    private readonly TimeProvider time;
    private readonly ILogger<BoardRows> log;
    private readonly KeptRows<BoardRowSet> kept;

    public BoardRows(IServiceScopeFactory scopes, ICityRegistry registry, TimeProvider time, ILogger<BoardRows> log)
    {
        (this.scopes, this.registry, this.time, this.log) = (scopes, registry, time, log);
        kept = new KeptRows<BoardRowSet>(FreshFor, ShownFor, time, _ => Load());
    }

    public Task<BoardRowSet> Get(CancellationToken ct) => kept.Get(_ => true, ct);

    private async Task<BoardRowSet> Load()
    {
        var watch = Stopwatch.StartNew();
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var (db, city, now) = (scope.ServiceProvider.GetRequiredService<RequestsDb>(), registry.Current, time.GetUtcNow());
            var start = new BoardTimes(now, city.Calendar.Zone).LoadStart;
            var rows = await Select(db, db.Requests.AsNoTracking().Where(r => r.EndedAt == null || r.EndedAt >= start)).ToListAsync();
            rows.Sort((a, b) => b.Serial.CompareTo(a.Serial));
            log.LogDebug("Board rows: {Count} in {Milliseconds} ms", rows.Count, watch.ElapsedMilliseconds);
            return new BoardRowSet(Repetition.Mark(rows), city, now);
        }
        catch (Exception problem)
        {
            log.LogWarning(problem, "Board rows could not be read; the next look at a board tries again");
            throw;
        }
    }

    /// <summary>What counting needs of some requests.</summary>
    internal static IQueryable<BoardRow> Select(RequestsDb db, IQueryable<ServiceRequest> requests) =>
        requests.Select(r => new BoardRow
        {
            Serial = r.Serial,
            State = r.State,
            Type = r.Type,
            Channel = r.Channel,
            Confidentiality = r.Confidentiality,
            AccusedUnit = r.AccusedUnit,
            Category = r.Category,
            Area = r.Area,
            County = r.County,
            Unit = r.Unit,
            Holder = r.Holder,
            Unsigned =
                r.State == RequestState.Dispatched
                || r.Hands != "" && db.SubDispatches.Any(s => s.RequestId == r.Id && s.EndedAt == null && s.State == SubState.Given),
            Again = r.SecondHandlings > 0,
            Reopenings = r.Reopenings,
            PersonId = r.PersonId,
            MatterId = r.MatterId,
            Supervised = r.SupervisedAs != null || r.Instructed,
            Grade = r.Grade,
            SentBack = r.SentBack,
            RegisteredAt = r.RegisteredAt,
            RepliedAt = r.RepliedAt,
            // While the clock stands still nothing is owed.
            ReplyDueAt = r.PausedAt == null ? r.CountedDueAt : null,
            DueAt = r.DueAt,
            EndedAt = r.EndedAt,
            Contacted = r.Contacted,
            Solved = r.Solved,
            Satisfied = r.Satisfied,
            Synthetic = r.Synthetic,
        });
}
