using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;
using Suiying.Contracts.Understanding;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>
/// 并入建议: which rows of a queue are the same matter as others that wait or are open. For a whole page at once, since it is read at each look; only
/// proposed, a person joins.
/// </summary>
public sealed class SuggestJoins(RequestsDb db, ICityRegistry registry, ISameMatters same)
{
    /// <summary>So many others are counted for one row.</summary>
    public const int Most = 20;

    /// <param name="serials">Of the rows.</param>
    /// <param name="by">Who looks.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <returns>By number of the request; one without any is not in it.</returns>
    public async Task<Outcome<IReadOnlyDictionary<string, JoinProposal>>> Run(IEnumerable<long> serials, Actor by, CancellationToken ct)
    {
        if (!RequestLifecycle.MayEver(by, RequestAction.JoinMatter))
            return new NotAllowed();
        var listed = serials.ToList();
        var asked = await db
            .Requests.OpenToAll()
            .Where(r => r.MatterId == null && listed.Contains(r.Serial))
            .Select(r => r.Id)
            .ToListAsync(ct);
        var found = same.OpenBeside(asked, Most);
        if (found.Count == 0)
            return new Dictionary<string, JoinProposal>();
        var open = await Joinable(found.Keys.Union(found.Values.SelectMany(others => others).Select(other => other.Request)), by, ct);

        var proposals = new Dictionary<string, JoinProposal>(StringComparer.Ordinal);
        foreach (var row in found.Keys.Where(open.ContainsKey).Select(id => open[id]))
        {
            // What somebody split apart is not proposed together.
            var others = found[row.Id]
                .Where(o => open.TryGetValue(o.Request, out var other) && other.CodeNumber != row.CodeNumber)
                .ToList();
            // A matter that is together already is joined rather than a second one founded beside it.
            if ((others.Find(other => open[other.Request].MatterId is not null) ?? others.FirstOrDefault()) is not { } best)
                continue;
            var with = open[best.Request];
            proposals[row.Number] = new JoinProposal
            {
                Number = row.Number,
                Others = others.Count,
                With = with.Number,
                Title = with.Title,
                Together = with.MatterId is not null,
                Reasons = best.Reasons,
            };
        }
        return proposals;
    }

    private async Task<Dictionary<RequestId, ServiceRequest>> Joinable(IEnumerable<RequestId> ids, Actor by, CancellationToken ct)
    {
        var (city, listed) = (registry.Current, ids.ToList());
        var rows = await db.Requests.AsNoTracking().OpenToAll().Where(r => r.EndedAt == null && listed.Contains(r.Id)).ToListAsync(ct);
        return rows.Where(r => RequestLifecycle.Find(r.State, RequestAction.JoinMatter) is not null && RequestAccess.MaySee(by, r, city))
            .ToDictionary(r => r.Id);
    }
}

/// <summary>That a row of a queue may be put together with another request.</summary>
public sealed record JoinProposal
{
    /// <summary>Of the row.</summary>
    public required string Number { get; init; }

    /// <summary>How many open requests seem to be the same matter; <see cref="SuggestJoins.Most"/> stands for that many or more.</summary>
    public required int Others { get; init; }

    /// <summary>Number of the one with which it would be put together.</summary>
    public required string With { get; init; }

    /// <summary>The title of that one.</summary>
    public required string Title { get; init; }

    /// <summary>True where that one is together with others already.</summary>
    public required bool Together { get; init; }

    /// <summary>What both have in common; at least one.</summary>
    public required IReadOnlyList<Phrase> Reasons { get; init; }
}
