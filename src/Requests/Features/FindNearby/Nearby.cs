using Suiying.Contracts.Requests;
using Suiying.Requests.Model;

namespace Suiying.Requests.Features;

/// <summary>What is near: at most fifty matters, newest first, and where they stand.</summary>
public sealed record Nearby(IReadOnlyList<NearbyRequest> Rows, IReadOnlyList<NearbyPin> Pins);

/// <summary>Matters of <see cref="Nearby.Rows"/> at one community's point.</summary>
public sealed record NearbyPin(double Longitude, double Latitude, int Open, int Ended);

/// <summary>One public matter near a point; nothing in it was written by the person.</summary>
public sealed record NearbyRequest
{
    /// <summary>Its number in public lists; /public/{id} is its page.</summary>
    public required long Id { get; init; }
    public required string Category { get; init; }
    public required string? CategoryCode { get; init; }
    public required string Place { get; init; }
    public required RequestType Type { get; init; }
    public required RequestState State { get; init; }
    public required Solved? Solved { get; init; }
    public required bool Ended { get; init; }
    public required DateOnly RegisteredOn { get; init; }

    /// <summary>The community's point, WGS-84 degrees.</summary>
    public required double Longitude { get; init; }
    public required double Latitude { get; init; }

    /// <summary>Text that a person approved, or null.</summary>
    public required string? Text { get; init; }

    /// <summary>How many others met the same.</summary>
    public required int Supporters { get; init; }
    public required bool Synthetic { get; init; }

    internal static NearbyRequest Of(NearbyRow row, MapPlaces places)
    {
        var city = places.City;
        var point = places.PointOf(places.IndexOf(row.Area)!.Value)!.Value;
        return new NearbyRequest
        {
            Id = row.Serial,
            Category = city.Categories.FullName(row.Category),
            CategoryCode = row.Category,
            Place = city.Areas.FullName(row.Area),
            Type = row.Type,
            State = row.State,
            Solved = row.Solved,
            Ended = row.EndedAt is not null,
            RegisteredOn = city.Calendar.DateOf(row.RegisteredAt),
            Longitude = point.Longitude,
            Latitude = point.Latitude,
            Text = row.Text,
            Supporters = row.Supporters,
            Synthetic = row.Synthetic,
        };
    }
}

/// <summary>What is read of a matter to show it as near.</summary>
internal sealed record NearbyRow
{
    public required RequestId Id { get; init; }
    public required long Serial { get; init; }
    public required string Area { get; init; }
    public required string? Category { get; init; }
    public required RequestType Type { get; init; }
    public required RequestState State { get; init; }
    public required Solved? Solved { get; init; }
    public required DateTimeOffset RegisteredAt { get; init; }
    public required DateTimeOffset? EndedAt { get; init; }
    public required string? Text { get; init; }
    public required int Supporters { get; init; }
    public required bool Synthetic { get; init; }
}
