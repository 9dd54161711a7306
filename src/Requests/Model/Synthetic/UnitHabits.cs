namespace Suiying.Requests.Model.Synthetic;

/// <summary>How well a generated unit works. Follows from its code, so that a unit is good or slow in every generation.</summary>
internal sealed record UnitHabits
{
    /// <summary>0.5 quick to 1.6 slow.</summary>
    public required double Pace { get; init; }

    /// <summary>Share of callers who say that the unit contacted them.</summary>
    public required double Contacts { get; init; }

    public required double Solves { get; init; }

    /// <summary>Share of satisfied callers among the solved.</summary>
    public required double Pleases { get; init; }

    public static UnitHabits Of(string unit)
    {
        var chance = new Chance(unit.Aggregate(17, (sum, c) => unchecked(sum * 31 + c)));
        return new UnitHabits
        {
            Pace = 0.5 + 1.1 * chance.Next(),
            Contacts = 0.86 + 0.13 * chance.Next(),
            Solves = 0.55 + 0.37 * chance.Next(),
            Pleases = 0.74 + 0.22 * chance.Next(),
        };
    }
}
