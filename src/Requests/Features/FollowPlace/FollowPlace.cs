using Suiying.Contracts.Registry;
using Suiying.Engines.Text;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>关注附近: a resident wants to see what is new around a place. Only they know of it.</summary>
public sealed class FollowPlace(RequestsDb db, FollowedPlaces followed, MapRows map, IPlaceFinder finder, TimeProvider time)
{
    public sealed record Command
    {
        /// <summary>Code of the area that the person chose; empty where they gave a position.</summary>
        public required string? Area { get; init; }

        /// <summary>WGS-84 degrees as the browser gave them.</summary>
        public string? Longitude { get; init; }

        public string? Latitude { get; init; }

        public required FollowWish Wish { get; init; }

        public override string ToString() => "FollowPlace(sealed)";
    }

    public async Task<Outcome<Done>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.Resident) || by.Id == Guid.Empty)
            return new NotAllowed("请先用手机验证码登录。");
        var places = map.Places;
        var point =
            ChoosePlace.Degrees(command.Longitude, 180) is { } lon && ChoosePlace.Degrees(command.Latitude, 90) is { } lat
                ? (lon, lat)
                : ((double Longitude, double Latitude)?)null;
        var chosen = places.City.Areas.Find(command.Area);
        var area = chosen ?? (point is { } p ? finder.NearestVillage(p.Longitude, p.Latitude)?.Area : null);
        var problems = command.Wish.Problems(places.City).ToList();
        if (area is null)
            problems.Insert(0, new FieldProblem("place", "请查找地名，并在列表里选一处；或者按“用我现在的位置”。"));
        if (problems.Count > 0)
            return Refusal.Invalid(problems);
        if (!await followed.HasRoom(by, ct))
            return new TooManyFollowed();

        // A position far from the chosen area is one that was asked for before another was chosen.
        if (chosen is not null && (point is not { } q || finder.NearestVillage(q.Longitude, q.Latitude)?.Area.Code != chosen.Code))
            point = places.PointOf(places.IndexOf(chosen.Code)!.Value);
        var name = PlainText.OneLine(command.Wish.Name);
        var place = new FollowedPlace(by.Id, await followed.Newest(ct), time.GetUtcNow());
        var content = new FollowedContent
        {
            Name = name.Length > 0 ? name : area!.Name,
            Area = area!.Code,
            Longitude = point?.Longitude,
            Latitude = point?.Latitude,
            Metres = command.Wish.Metres,
            Category = command.Wish.RootOf(places.City),
        };
        followed.Close(place, content);
        db.Followed.Add(place);
        await db.SaveChangesAsync(ct);
        return new Done();
    }
}

/// <summary>What a person may change of a followed place.</summary>
public sealed record FollowWish
{
    /// <summary>Empty: as the area is called.</summary>
    public string? Name { get; init; }

    public required int Metres { get; init; }

    /// <summary>One of the topmost categories; empty means all.</summary>
    public string? Category { get; init; }

    internal string? RootOf(CitySnapshot city) => city.Categories.Roots.FirstOrDefault(c => c.Code == Category)?.Code;

    internal IEnumerable<FieldProblem> Problems(CitySnapshot city)
    {
        var text = ServiceRequest.CheckText("name", "名称", PlainText.OneLine(Name), FollowedPlace.LongestName, shortest: 0);
        foreach (var problem in text?.Fields ?? [])
            yield return problem;
        if (!FollowedPlace.Radii.Contains(Metres))
            yield return new FieldProblem("metres", "请从列表中选周围多远。");
        if (!string.IsNullOrEmpty(Category) && RootOf(city) is null)
            yield return new FieldProblem("category", "没有这个类别，请从列表中选择。");
    }
}
