namespace Suiying.Engines.Statistics;

/// <summary>What is left of a change when the year's own course and everybody's trend are taken out of it.</summary>
public sealed record Effect
{
    /// <summary>What was counted, divided by what the trend of all else lets expect; 1 is no effect, 0.8 a fifth less.</summary>
    public required double Ratio { get; init; }

    /// <summary>Lower end of the interval of 95 %.</summary>
    public required double Low { get; init; }

    /// <summary>Upper end of the interval of 95 %.</summary>
    public required double High { get; init; }

    /// <summary>What would have been counted had it followed all else, in the weeks that are judged.</summary>
    public required double Expected { get; init; }

    /// <summary>How much more the weeks differ than counts do by chance; 1 where they do not.</summary>
    public required double Dispersion { get; init; }

    /// <summary>Weeks that told something.</summary>
    public required int Weeks { get; init; }

    /// <summary>Whether the interval leaves out 1: only then may anybody speak of an effect.</summary>
    public bool Stands => High < 1 || Low > 1;
}
