using Suiying.Channels.Model;
using Suiying.Channels.Storage;
using Suiying.Contracts.People;
using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;

namespace Suiying.Channels.Features;

/// <summary>Open311: a program hands in what a resident says. The area follows from the point, and a person confirms it.</summary>
public sealed class SubmitOpen311Request(ChannelsDb db, IRequestDesk desk, ICityRegistry registry, IPlaceFinder places, TimeProvider time)
{
    private const int ShortestText = 5;

    public sealed record Command
    {
        public required string Service { get; init; }

        public required string Description { get; init; }

        /// <summary>A link that is kept as text and never opened.</summary>
        public string? MediaUrl { get; init; }

        /// <summary>The area, where it is given, is a code of the city's own.</summary>
        public required IncomingPlace Place { get; init; }

        public Identity? Person { get; init; }

        public required (MatterKind Kind, IncomingWishes Wishes) Answers { get; init; }

        public IReadOnlyList<IncomingPhoto> Photos { get; init; } = [];
    }

    public async Task<Outcome<IncomingReceipt>> Run(Command command, ApiCaller by, CancellationToken ct)
    {
        if (by.Key is not { } key)
            return new KeyMissing();
        var city = registry.Current;
        if (ServiceCatalog.Find(command.Service, city.Categories) is not { } service)
            return new ServiceUnknown();
        if (!AreaOf(command.Place, city).Ok(out var place, out var refusal))
            return refusal;

        var now = time.GetUtcNow();
        var request = new IncomingRequest
        {
            Id = RequestId.New(now),
            Text = TextOf(command, city.Categories.FullName(service.Code)),
            Category = service.Code,
            Kind = command.Answers.Kind,
            Place = place,
            Person = command.Person,
            Wishes = command.Answers.Wishes,
            Photos = command.Photos,
        };
        // Whose it is stands before the request does: a crash between the two leaves a row that leads nowhere, never an orphan.
        var mark = new Open311Request(request.Id, key, now);
        db.Requests.Add(mark);
        await db.SaveChangesAsync(ct);
        if ((await desk.Submit(request, ct)).Ok(out var receipt, out refusal))
            return receipt;
        db.Requests.Remove(mark);
        await db.SaveChangesAsync(ct);
        return refusal;
    }

    private Outcome<IncomingPlace> AreaOf(IncomingPlace place, CitySnapshot city)
    {
        if (place.Area is not null)
            return city.Areas.Find(place.Area) is null ? Refusal.Invalid(new FieldProblem("address_id", "没有这个区划代码。")) : place;
        if (place is { Longitude: { } longitude, Latitude: { } latitude })
            return places.NearestVillage(longitude, latitude) is { } near
                ? place with
                {
                    Area = near.Area.Code,
                }
                : Refusal.Invalid(new FieldProblem("lat", "这个位置不在本市范围内。"));
        var found = places.Find(place.Text, 2);
        // Two areas that fit as well as each other propose nothing.
        var clear = found.Count > 0 && (found.Count == 1 || found[0].Score > found[1].Score);
        return clear && found[0].Area.Level != AreaLevel.City ? place with { Area = found[0].Area.Code } : place;
    }

    /// <summary>The city's own form wants a few words; a program may send fewer, and then the service says what it is about.</summary>
    private static string TextOf(Command command, string service)
    {
        var said = command.Description.Trim() switch
        {
            "" => $"（未填写说明）{service}",
            { Length: < ShortestText } few => $"{few}（{service}）",
            var words => words,
        };
        return command.MediaUrl is null ? said : said + Outgoing.LinkMark + command.MediaUrl;
    }
}
