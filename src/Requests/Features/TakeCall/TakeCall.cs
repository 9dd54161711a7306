using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.People;
using Suiying.Contracts.Registry;
using Suiying.Engines.Text;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>
/// 接电话: while the caller speaks, shows what is already known: their earlier requests, the same matter at the same place, and what the
/// words suggest. It registers nothing; that is <see cref="SubmitRequest"/>.
/// </summary>
public sealed class TakeCall(RequestsDb db, ICityRegistry registry, ISealedIdentities identities, IPlaceFinder places)
{
    private const int MostEarlier = 8;
    private const int MostAlike = 5;

    public sealed record Query
    {
        /// <summary>As typed; what is no whole number finds nobody.</summary>
        public string? Phone { get; init; }

        public string Text { get; init; } = "";

        public required Classification What { get; init; }

        /// <summary>True keeps the accused side out of the proposals.</summary>
        public bool Shielded { get; init; }
    }

    public async Task<Outcome<CallHints>> Run(Query query, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.Agent))
            return new NotAllowed();
        var city = registry.Current;
        var (category, area) = (query.What.Category, query.What.Area);
        return new CallHints
        {
            Earlier = await EarlierOf(query.Phone, city, by, ct),
            Alike = await Alike(category, area, city, by, ct),
            Categories = category is null ? CityWords.CategoriesIn(city, query.Text) : [],
            Places =
                area is null && query.Text.Length >= 4
                    ? [.. places.Find(query.Text, 4).Select(p => p.Area).Where((a, i) => a.Served || i == 0)]
                    : [],
            Proposals = DutyProposals.For(city, category, area, query.Shielded ? query.What.Accused : null),
        };
    }

    private async Task<IReadOnlyList<RequestRow>> EarlierOf(string? phone, CitySnapshot city, Actor by, CancellationToken ct)
    {
        if (Phones.NormalizeIn(city.City.PhoneCountry, phone) is not { } whole || await identities.FindByPhone(whole, ct) is not { } person)
            return [];
        var rows = db.Requests.Where(r => r.PersonId == person.Value).OrderByDescending(r => r.Serial).Take(MostEarlier);
        return await Seen(rows, city, by, ct);
    }

    /// <summary>Open requests of the same category in the same area: perhaps the same broken lamp.</summary>
    private async Task<IReadOnlyList<RequestRow>> Alike(string? category, string? area, CitySnapshot city, Actor by, CancellationToken ct)
    {
        if (category is null || area is null)
            return [];
        var rows = db
            .Requests.Where(r => r.Area == area && r.Category == category && r.EndedAt == null)
            .OrderByDescending(r => r.Serial)
            .Take(MostAlike);
        return await Seen(rows, city, by, ct);
    }

    private static async Task<IReadOnlyList<RequestRow>> Seen(
        IQueryable<ServiceRequest> rows,
        CitySnapshot city,
        Actor by,
        CancellationToken ct
    ) =>
        [
            .. (await rows.AsNoTracking().ToListAsync(ct))
                .Where(r => RequestAccess.MaySee(by, r, city))
                .Select(r => RequestRow.Of(r, city, by)),
        ];
}

/// <summary>What the right side of the call page shows. Everything in it is a proposal.</summary>
public sealed record CallHints
{
    public IReadOnlyList<RequestRow> Earlier { get; init; } = [];
    public IReadOnlyList<RequestRow> Alike { get; init; } = [];
    public IReadOnlyList<Category> Categories { get; init; } = [];
    public IReadOnlyList<Area> Places { get; init; } = [];
    public IReadOnlyList<DutyProposal> Proposals { get; init; } = [];
}
