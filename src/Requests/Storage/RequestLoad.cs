using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;
using Suiying.Kernel.Data;
using Suiying.Kernel.Events;
using Suiying.Requests.Model;

namespace Suiying.Requests.Storage;

/// <summary>A request with its texts, and the words under which it will be found.</summary>
public sealed record LoadEntry(ServiceRequest Request, string Tokens, string Scope)
{
    /// <summary>For a request that was made in this process: all its texts are still with it.</summary>
    public static LoadEntry Of(ServiceRequest request, CitySnapshot city) =>
        new(request, SearchTokens.WordsOf(request, city, request.NewNotes.Select(n => n.Text)), SearchTokens.ScopeOf(request, city));
}

/// <summary>Stores many new requests at once, history and search entries included: for imports and generators.</summary>
public sealed class RequestLoad(RequestsDb db, IBulkWriter bulk, Outbox outbox, ICityRegistry registry)
{
    /// <summary>As many serials as asked for, in rising order; never given again.</summary>
    public async Task<IReadOnlyList<long>> NextSerials(int count, CancellationToken ct)
    {
        if (db.Kind == DatabaseKind.Postgres)
            return await db
                .Database.SqlQuery<long>($"SELECT nextval('requests_serial') AS \"Value\" FROM generate_series(1, {count})")
                .ToListAsync(ct);
        var last = await db.Write(
            () =>
                db.Database.SqlQuery<long>($"UPDATE requests_serial SET value = value + {count} RETURNING value AS Value").ToListAsync(ct),
            ct
        );
        return [.. Enumerable.Range(1, count).Select(i => last.Single() - count + i)];
    }

    /// <summary>Which of these are stored already.</summary>
    public async Task<HashSet<RequestId>> Known(IReadOnlyCollection<RequestId> ids, CancellationToken ct)
    {
        var known = new HashSet<RequestId>();
        foreach (var some in ids.Chunk(1000))
            known.UnionWith(await db.Requests.Where(r => some.Contains(r.Id)).Select(r => r.Id).ToListAsync(ct));
        return known;
    }

    /// <summary>One transaction: all of them or none.</summary>
    public async Task Add(IReadOnlyList<LoadEntry> entries, CancellationToken ct)
    {
        if (entries.Count > 0)
            await db.Write(() => Store(entries, ct), ct);
    }

    /// <summary>After the last of many.</summary>
    public Task Settle(CancellationToken ct) => bulk.Settle(db, ct);

    private async Task<int> Store(IReadOnlyList<LoadEntry> entries, CancellationToken ct)
    {
        await bulk.Insert(db, BulkTable.Of(db, entries.Select(e => e.Request)), ct);
        await bulk.Insert(db, BulkTable.Of(db, entries.SelectMany(e => e.Request.Deadlines)), ct);
        await bulk.Insert(db, BulkTable.Of(db, entries.SelectMany(e => e.Request.NewNotes)), ct);
        await bulk.Insert(db, BulkTable.Of(db, entries.SelectMany(e => e.Request.Handovers)), ct);
        await bulk.Insert(db, BulkTable.Of(db, entries.SelectMany(e => e.Request.Applications)), ct);
        await bulk.Insert(db, BulkTable.Of(db, entries.SelectMany(e => e.Request.NewTransitions)), ct);
        // Nobody waits for news of what is loaded, so one event tells of all; the days are counted here.
        outbox.Add(db, Told(entries));
        await db.SaveChangesAsync(ct);
        var counted = entries.Select(e => Counted.Of(e.Request));
        foreach (var day in DayCount.Of(counted, registry.Current.Calendar.DateOf))
            await DayCounts.Add(db, day, ct);
        await (db.Kind == DatabaseKind.Sqlite ? IndexOnSqlite(entries, ct) : IndexOnPostgres(entries, ct));
        return entries.Count;
    }

    private static RequestsLoaded Told(IReadOnlyList<LoadEntry> entries) =>
        new() { From = entries.Min(e => e.Request.RegisteredAt), Until = entries.Max(e => e.Request.NewTransitions.Max(t => t.At)) };

    private Task IndexOnSqlite(IReadOnlyList<LoadEntry> entries, CancellationToken ct) =>
        bulk.Insert(db, new BulkTable("requests_search", ["rowid", "tokens", "scope"], SearchRows(entries)), ct);

    /// <summary>COPY cannot call a function, so the words come into a passing table and the database makes their vectors.</summary>
    private async Task IndexOnPostgres(IReadOnlyList<LoadEntry> entries, CancellationToken ct)
    {
        await db.Database.ExecuteSqlRawAsync(
            "CREATE TEMPORARY TABLE requests_search_load (serial bigint, tokens text, scope text) ON COMMIT DROP",
            ct
        );
        await bulk.Insert(db, new BulkTable("requests_search_load", ["serial", "tokens", "scope"], SearchRows(entries)), ct);
        await db.Database.ExecuteSqlRawAsync(
            """
            INSERT INTO requests_search(serial, tokens)
            SELECT serial, setweight(to_tsvector('simple', scope), 'A') || to_tsvector('simple', tokens) FROM requests_search_load
            """,
            ct
        );
    }

    private static IEnumerable<object?[]> SearchRows(IReadOnlyList<LoadEntry> entries) =>
        entries.Select(e => new object?[] { e.Request.Serial, e.Tokens, e.Scope });
}
