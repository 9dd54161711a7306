namespace Suiying.Contracts.Registry;

/// <summary>话务标准: what a city promises of its hotline's phones, by which the wall board and the forecast of seats go.</summary>
public sealed record PhoneService
{
    public static readonly PhoneService Usual = new();

    /// <summary>A call counts as answered in time within so many seconds; 1 to 120. GB/T 33358-2016: 15.</summary>
    public int AnswerSeconds { get; init; } = 15;

    /// <summary>Percent of any 24 hours' calls to be answered, 1 to 100. GB/T 33358-2016: 95.</summary>
    public int ConnectPercent { get; init; } = 95;

    /// <summary>Percent to be answered in time, for which seats are forecast; 1 to 99. 示例.</summary>
    public int AnsweredInTimePercent { get; init; } = 90;

    /// <summary>Whoever hangs up within so many seconds did not wait; 0 to 60. 示例.</summary>
    public int ShortSeconds { get; init; } = 5;

    /// <summary>Percent of a shift that goes to breaks, meals and training, 0 to 80: the roster is larger than the seats by it. 示例.</summary>
    public int ShrinkagePercent { get; init; } = 30;

    /// <summary>The article that is cited, or 示例.</summary>
    public string Basis { get; init; } = "GB/T 33358-2016";

    /// <summary>False until somebody has read the source.</summary>
    public bool Verified { get; init; }
}
