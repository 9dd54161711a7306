using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;
using Suiying.Engines.Text.Personal;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>公开列表: what anybody may see. Sealed and secret requests never appear; text only where a person approved it.</summary>
public sealed class ListPublicRequests(RequestsDb db, ICityRegistry registry)
{
    public sealed record Query
    {
        public string? County { get; init; }

        /// <summary>An area of any level.</summary>
        public string? Area { get; init; }

        /// <summary>Registered at this time or later.</summary>
        public DateTimeOffset? From { get; init; }

        /// <summary>A category of any level.</summary>
        public string? Category { get; init; }

        /// <summary>True for ended requests, false for open ones.</summary>
        public bool? Ended { get; init; }

        /// <summary>Only what is suspended with a plan.</summary>
        public bool Hung { get; init; }

        /// <summary>Only what is under 挂牌督办.</summary>
        public bool Listed { get; init; }

        public string? After { get; init; }

        public int Take { get; init; } = 20;
    }

    public const int MostRows = 100;

    public async Task<Outcome<Slice<PublicRequest>>> Run(Query query, CancellationToken ct)
    {
        var city = registry.Current;
        if (query.County is { Length: > 0 } && city.Areas.Find(query.County) is not { Level: AreaLevel.County })
            return Refusal.Invalid(new FieldProblem("county", "没有这个县（市、区），请从列表中选择。"));
        var area = city.Areas.Find(query.Area);
        if (query.Area is { Length: > 0 } && area is null)
            return Refusal.Invalid(new FieldProblem("area", "没有这个地方，请从列表或地图上选择。"));
        if (query.Category is { Length: > 0 } && city.Categories.Find(query.Category) is null)
            return Refusal.Invalid(new FieldProblem("category", "没有这个类别，请从列表中选择。"));
        var take = Math.Clamp(query.Take, 1, MostRows);
        var rows = db.Requests.OpenToAll();
        if (query.County is { Length: > 0 } county)
            rows = rows.Where(r => r.County == county);
        if (area is not null)
            rows = rows.OfArea(area, city);
        if (query.From is { } from)
            rows = rows.Where(r => r.RegisteredAt >= from);
        if (query.Category is { Length: > 0 } category)
            rows = rows.OfCategory(category, city);
        if (query.Ended is { } ended)
            rows = rows.Where(r => r.EndedAt != null == ended);
        if (query.Hung)
            rows = rows.Where(r => r.State == RequestState.Hung);
        if (query.Listed)
            rows = rows.Where(r => r.SupervisedAs == SupervisionLevel.Listing);
        if (long.TryParse(query.After, CultureInfo.InvariantCulture, out var before))
            rows = rows.Where(r => r.Serial < before);
        var found = await rows.OrderByDescending(r => r.Serial).Take(take + 1).ToListAsync(ct);
        var next = found.Count > take ? found[take - 1].Serial.ToString(CultureInfo.InvariantCulture) : null;
        return new Slice<PublicRequest>([.. found.Take(take).Select(r => PublicRequest.Of(r, city))], next);
    }
}

/// <summary>A request as the public sees it (design law 4): category, township, state, dates; nothing that the person wrote.</summary>
public sealed record PublicRequest
{
    /// <summary>Its number in lists, by which its page is opened; the ticket's number is the person's.</summary>
    public required long Serial { get; init; }
    public required string Category { get; init; }
    public required string Township { get; init; }
    public required RequestType Type { get; init; }
    public required RequestState State { get; init; }
    public required string UnitName { get; init; }
    public required DateOnly RegisteredOn { get; init; }
    public required DateOnly? EndedOn { get; init; }

    /// <summary>挂账: the day by which the plan solves it; null for all else.</summary>
    public required DateOnly? PlannedOn { get; init; }

    /// <summary>What the person answered, where a person approved the text of the matter for the public; null else.</summary>
    public required Solved? Solved { get; init; }

    /// <summary>As <see cref="Solved"/>.</summary>
    public required Satisfied? Satisfied { get; init; }

    /// <summary>Text that a person approved, or null.</summary>
    public required string? Text { get; init; }

    /// <summary>How many others met the same.</summary>
    public required int Supporters { get; init; }
    public required bool Synthetic { get; init; }

    /// <summary>挂牌督办.</summary>
    public required bool Listed { get; init; }

    public bool Ended => EndedOn is not null;

    public static PublicRequest Of(ServiceRequest r, CitySnapshot city) =>
        new()
        {
            Serial = r.Serial,
            Category = city.Categories.FullName(r.Category),
            Township = city.Areas.FullName(city.Areas.TownshipOf(r.Area)?.Code ?? city.Areas.CountyOf(r.Area)?.Code),
            Type = r.Type,
            State = r.State,
            UnitName = city.Units.NameOf(r.Unit),
            RegisteredOn = city.Calendar.DateOf(r.RegisteredAt),
            EndedOn = r.EndedAt is { } end ? city.Calendar.DateOf(end) : null,
            PlannedOn = r.PlannedAt is { } planned ? city.Calendar.DateOf(planned) : null,
            Solved = r.ToldSolved,
            Satisfied = r.ToldSatisfied,
            Text = r.PublicText is { } text ? Redaction.OfNumbers(text) : null,
            Supporters = r.Supporters,
            Synthetic = r.Synthetic,
            Listed = r.SupervisedAs == SupervisionLevel.Listing,
        };
}
