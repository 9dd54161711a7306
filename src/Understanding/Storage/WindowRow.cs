using Suiying.Contracts.Requests;

namespace Suiying.Understanding.Storage;

/// <summary>A request of the window as the board of topics shows it; what was said is not kept.</summary>
public sealed record WindowRow
{
    public required RequestId Id { get; init; }
    public required string Number { get; init; }
    public required string Title { get; init; }
    public required string? Category { get; init; }
    public required string? Area { get; init; }
    public required double? Longitude { get; init; }
    public required double? Latitude { get; init; }
    public required DateTimeOffset At { get; init; }
    public required bool Ended { get; init; }
    public required int Supporters { get; init; }
    public required bool Synthetic { get; init; }

    internal static WindowRow Of(ToldMatter told) =>
        new()
        {
            Id = told.Id,
            Number = told.Number,
            Title = told.Title,
            Category = told.Category,
            Area = told.Area,
            Longitude = told.Longitude,
            Latitude = told.Latitude,
            At = told.RegisteredAt,
            Ended = told.Ended,
            Supporters = told.Supporters,
            Synthetic = told.Synthetic,
        };

    /// <summary>True where nothing changed by which it is compared.</summary>
    internal bool SaysTheSameAs(WindowRow other) => this with { Ended = other.Ended, Supporters = other.Supporters } == other;
}
