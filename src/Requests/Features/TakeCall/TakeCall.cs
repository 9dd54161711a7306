using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.People;
using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;
using Suiying.Contracts.Understanding;
using Suiying.Engines.Text;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>
/// 接电话: while the caller speaks, shows what is already known: their earlier requests, the same matter at the same place, and what the
/// words suggest. It registers nothing; that is <see cref="SubmitRequest"/>.
/// </summary>
public sealed class TakeCall(RequestsDb db, ICityRegistry registry, ISealedIdentities identities, IMatterReader reader, FindAlike alike)
{
    private const int MostEarlier = 8;

    public sealed record Query
    {
        /// <summary>As typed; what is no whole number finds nobody.</summary>
        public string? Phone { get; init; }

        /// <summary>The sealed caller whom the phone panel knows.</summary>
        public PersonId? Caller { get; init; }

        public string Text { get; init; } = "";

        public required Classification What { get; init; }

        /// <summary>True keeps the accused side out of the proposals.</summary>
        public bool Shielded { get; init; }

        public Channel Channel { get; init; } = Channel.Phone;

        public RequestType Type { get; init; } = RequestType.Help;

        internal MatterTold Told =>
            new()
            {
                Text = Text,
                Category = What.Category,
                Area = What.Area,
            };
    }

    public async Task<Outcome<CallHints>> Run(Query query, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.Agent))
            return new NotAllowed();
        var city = registry.Current;
        var reading = reader.Read(
            new MatterAsked
            {
                Text = query.Text,
                Category = query.What.Category,
                Area = query.What.Area,
                Accused = query.Shielded ? query.What.Accused : null,
                Channel = query.Channel.ToString(),
                Kind = query.Type.ToString(),
            }
        );
        return new CallHints
        {
            Earlier = await EarlierOf(query, city, by, ct),
            Alike = query.Shielded ? new AlikeMatters() : await alike.Open(query.Told, by, ct),
            Categories = reading.Categories,
            Places = reading.Places,
            Danger = reading.Danger is { } danger && danger.Grade < query.What.Grade ? danger : null,
            Units = reading.Units,
        };
    }

    private async Task<IReadOnlyList<RequestRow>> EarlierOf(Query query, CitySnapshot city, Actor by, CancellationToken ct)
    {
        var typed = Phones.NormalizeIn(city.City.PhoneCountry, query.Phone) is { } whole ? await identities.FindByPhone(whole, ct) : null;
        if ((typed ?? query.Caller) is not { } person)
            return [];
        var rows = db.Requests.Where(r => r.PersonId == person.Value).OrderByDescending(r => r.Serial).Take(MostEarlier);
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
    public AlikeMatters Alike { get; init; } = new();
    public IReadOnlyList<CategoryProposal> Categories { get; init; } = [];
    public IReadOnlyList<PlaceProposal> Places { get; init; } = [];

    /// <summary>Among namesakes nothing is taken over: a person asks.</summary>
    public string? SurePlace => Places.FirstOrDefault(p => p.Sure && p.Area.Served)?.Area.Code;

    /// <summary>Null where no word tells of danger, or its urgency was chosen already.</summary>
    public DangerProposal? Danger { get; init; }
    public IReadOnlyList<UnitProposal> Units { get; init; } = [];
}
