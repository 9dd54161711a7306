using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Engines.Text;
using Suiying.Requests.Model;

namespace Suiying.Requests.Storage;

/// <summary>
/// Search by a tsvector made with the configuration <c>simple</c>: the tokens are ours, PostgreSQL only keeps and finds them. Scope tokens
/// carry weight A and are asked for with it, so that a word in somebody's text never passes for a scope.
/// </summary>
internal sealed class PostgresSearch(RequestsDb db) : IRequestSearch
{
    /// <summary>How far back a search looks, step by step. At 1,000,000 requests one look over all took 169 ms at p95 for a common word.</summary>
    private static readonly long[] Windows = [20_000, 200_000, long.MaxValue];

    public async Task Index(ServiceRequest request, CitySnapshot city, CancellationToken ct)
    {
        var (serial, tokens, scope) = (
            request.Serial,
            await SearchTokens.WordsOf(request, city, db, ct),
            SearchTokens.ScopeOf(request, city)
        );
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO requests_search(serial, tokens) VALUES ({serial}, setweight(to_tsvector('simple', {scope}), 'A') || to_tsvector('simple', {tokens}))
            ON CONFLICT (serial) DO UPDATE SET tokens = excluded.tokens
            """,
            ct
        );
    }

    public async Task<IReadOnlyList<long>> Find(string words, SearchScope scope, long? before, int take, CancellationToken ct)
    {
        var query = Bigrams.ForQuery(words);
        if (query.IsEmpty)
            return [];
        var tokens = query.ToTsQuery();
        var match = string.Join(
            " & ",
            [$"({tokens})", .. SearchTokens.Of(scope).Select(t => t + ":A"), .. SearchTokens.Without(scope).Select(t => $"!{t}:A")]
        );
        var last = before ?? await Newest(ct) + 1;
        // The newest first: a common word has its page among them, and the vectors of its other matches need not be read.
        foreach (var window in Windows)
        {
            var first = Math.Max(0, last - window);
            var found = await Within(match, tokens, (first, last), take, ct);
            if (found.Count >= take || first == 0)
                return found;
        }
        return [];
    }

    private Task<List<long>> Within(string match, string tokens, (long First, long Last) serials, int take, CancellationToken ct) =>
        // Words have weight D; without asking for it, somebody could search by the tokens of scopes.
        db
            .Database.SqlQuery<long>(
                $"""
                SELECT serial AS "Value" FROM requests_search
                WHERE tokens @@ to_tsquery('simple', {match}) AND ts_filter(tokens, ARRAY['d']::"char"[]) @@ to_tsquery('simple', {tokens})
                    AND serial >= {serials.First} AND serial < {serials.Last} ORDER BY serial DESC LIMIT {take}
                """
            )
            .ToListAsync(ct);

    private async Task<long> Newest(CancellationToken ct) =>
        (await db.Database.SqlQuery<long>($"SELECT coalesce(max(serial), 0) AS \"Value\" FROM requests_search").ToListAsync(ct)).Single();

    public async Task<long> NextSerial(CancellationToken ct) =>
        (await db.Database.SqlQuery<long>($"SELECT nextval('requests_serial') AS \"Value\"").ToListAsync(ct)).Single();
}
