using Suiying.Contracts.Themes;
using Suiying.Engines.Statistics;

namespace Suiying.Themes.Model;

/// <summary>效果评估: what became of the requests of a theme, compared with the same weeks of an earlier year and with all else in the city.</summary>
public sealed record ThemeEffect
{
    /// <summary>The first Monday that is judged.</summary>
    public required DateOnly From { get; init; }

    /// <summary>So many weeks earlier lie those that it is compared with: 52, or a multiple.</summary>
    public required int WeeksBack { get; init; }

    /// <summary>Counts of each judged week.</summary>
    public required IReadOnlyList<PairedWeek> Weeks { get; init; }

    /// <summary>Null where there is too little to say anything.</summary>
    public required Effect? Found { get; init; }

    /// <summary>The same comparison for as many weeks before the theme began, when nothing had been done: an effect there is none of the theme. Null where it cannot be made.</summary>
    public Effect? Earlier { get; init; }

    /// <summary>Callbacks of the twelve months of scores before it began, and how many were solved; null where nobody asked.</summary>
    public SolvedCount? SolvedBefore { get; init; }

    /// <summary>The same since.</summary>
    public SolvedCount? SolvedAfter { get; init; }

    /// <summary>When it was counted.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>评估意见, in a person's words.</summary>
    public string Text { get; init; } = "";

    public DateOnly Until => From.AddDays(7 * Weeks.Count - 1);

    public int Before => Weeks.Sum(w => w.Before);

    public int After => Weeks.Sum(w => w.After);

    public int OthersBefore => Weeks.Sum(w => w.OthersBefore);

    public int OthersAfter => Weeks.Sum(w => w.OthersAfter);

    /// <summary>What other modules are told of it.</summary>
    internal CategoryEffect Change => new(From, Weeks.Count, Before, After, Found?.Ratio, Found?.Low, Found?.High);

    /// <summary>The theme already went another way than the city before it began, so what was found is not its effect alone.</summary>
    public bool Doubtful => Earlier is { Stands: true };
}

/// <summary>Callbacks and those who said that it was solved.</summary>
public readonly record struct SolvedCount(int Valid, int Solved)
{
    public double? Share => Valid == 0 ? null : Solved / (double)Valid;
}
