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
        var last = before ?? long.MaxValue;
        // Words have weight D; without asking for it, somebody could search by the tokens of scopes.
        return await db
            .Database.SqlQuery<long>(
                $"""
                SELECT serial AS "Value" FROM requests_search
                WHERE tokens @@ to_tsquery('simple', {match}) AND ts_filter(tokens, ARRAY['d']::"char"[]) @@ to_tsquery('simple', {tokens})
                    AND serial < {last} ORDER BY serial DESC LIMIT {take}
                """
            )
            .ToListAsync(ct);
    }

    public async Task<long> NextSerial(CancellationToken ct) =>
        (await db.Database.SqlQuery<long>($"SELECT nextval('requests_serial') AS \"Value\"").ToListAsync(ct)).Single();
}
