using Suiying.Contracts.Channels;
using Suiying.Contracts.Registry;
using Suiying.Engines.Clock;

namespace Suiying.Registry.Model.Pack;

/// <summary>A whole pack that has passed every check.</summary>
internal sealed record CityPack
{
    public required CityFacts City { get; init; }

    /// <summary>Without their outlines.</summary>
    public required IReadOnlyList<Area> Areas { get; init; }

    public required IReadOnlyList<AreaOutline> Outlines { get; init; }

    public required IReadOnlyList<Unit> Units { get; init; }

    public required IReadOnlyList<Category> Categories { get; init; }

    public required IReadOnlyList<DutyRule> Duties { get; init; }

    public required IReadOnlyList<LegalBasis> Bases { get; init; }

    public required IReadOnlyList<CalendarYear> Calendar { get; init; }

    public required IReadOnlyList<DeadlineProfile> Deadlines { get; init; }

    public required IReadOnlyList<RosterEntry> Rosters { get; init; }

    public required IReadOnlyList<MessageTemplate> Messages { get; init; }
}

/// <summary>What city.json says.</summary>
internal sealed record CityFacts(CityProfile Profile, IReadOnlyList<OfficeHours> OfficeHours);

/// <summary>Rings of one area, holes among them (even–odd rule).</summary>
internal sealed record AreaOutline(string Code, IReadOnlyList<IReadOnlyList<double[]>> Rings);

/// <summary>One article that other files may cite.</summary>
/// <param name="Id">The citation as people read it.</param>
/// <param name="Text">What it says.</param>
/// <param name="Verified">False until somebody has read the source.</param>
internal sealed record LegalBasis(string Id, string Text, bool Verified);

/// <summary>The official notice of one year.</summary>
internal sealed record CalendarYear(int Year, string Source, IReadOnlyList<CalendarDay> Days);
