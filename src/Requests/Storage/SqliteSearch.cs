using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Engines.Text;
using Suiying.Requests.Model;

namespace Suiying.Requests.Storage;

/// <summary>Search by FTS5. The row id is the serial, so the newest matches come first without sorting.</summary>
internal sealed class SqliteSearch(RequestsDb db, SqliteSerials serials) : IRequestSearch
{
    public async Task Index(ServiceRequest request, CitySnapshot city, CancellationToken ct)
    {
        var (serial, tokens, scope) = (
            request.Serial,
            await SearchTokens.WordsOf(request, city, db, ct),
            SearchTokens.ScopeOf(request, city)
        );
        await db.Database.ExecuteSqlAsync(
            $"INSERT OR REPLACE INTO requests_search(rowid, tokens, scope) VALUES ({serial}, {tokens}, {scope})",
            ct
        );
    }

    public async Task<IReadOnlyList<long>> Find(string words, SearchScope scope, long? before, int take, CancellationToken ct)
    {
        var query = Bigrams.ForQuery(words);
        if (query.IsEmpty)
            return [];
        var match = string.Join(" AND ", [$"tokens : ({query.ToFts5()})", .. SearchTokens.Of(scope).Select(t => $"scope : \"{t}\"")]);
        if (SearchTokens.Without(scope) is { Count: > 0 } without)
            match = $"({match}) NOT (scope : ({string.Join(" OR ", without.Select(t => $"\"{t}\""))}))";
        var last = before ?? long.MaxValue;
        return await db
            .Database.SqlQuery<long>(
                $"SELECT rowid AS Value FROM requests_search WHERE requests_search MATCH {match} AND rowid < {last} ORDER BY rowid DESC LIMIT {take}"
            )
            .ToListAsync(ct);
    }

    public Task<long> NextSerial(CancellationToken ct) => serials.Next(db, ct);
}
