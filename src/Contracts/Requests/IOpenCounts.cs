namespace Suiying.Contracts.Requests;

/// <summary>What became of requests that everybody may know of, as whole numbers, so that sums are exact.</summary>
/// <param name="Received">收到: registered in the span.</param>
/// <param name="Ended">结束: ended in the span, whenever they were registered.</param>
/// <param name="Due">Of the ended ones: were answered and had a day by which.</param>
/// <param name="OnTime">按时: of these, answered by then.</param>
/// <param name="Asked">回访: of the ended ones, those where the person said whether it was solved.</param>
/// <param name="Solved">Of these: solved.</param>
/// <param name="Satisfied">Of these: satisfied or mostly satisfied.</param>
/// <param name="Synthetic">How many were made by a generator, of the received and the ended ones.</param>
public readonly record struct PublicTally(int Received, int Ended, int Due, int OnTime, int Asked, int Solved, int Satisfied, int Synthetic)
{
    public static PublicTally operator +(PublicTally a, PublicTally b) =>
        new(
            a.Received + b.Received,
            a.Ended + b.Ended,
            a.Due + b.Due,
            a.OnTime + b.OnTime,
            a.Asked + b.Asked,
            a.Solved + b.Solved,
            a.Satisfied + b.Satisfied,
            a.Synthetic + b.Synthetic
        );
}

/// <summary>The tally of one area and category as they were filed.</summary>
/// <param name="Area">Code, or null where it is not known.</param>
/// <param name="Category">Code, or null while there is none.</param>
/// <param name="Tally">What was counted.</param>
public sealed record OpenCount(string? Area, string? Category, PublicTally Tally);

/// <summary>
/// 公开计数: counts for what the city publishes. Sealed and secret requests and 举报 are in no count, so that none of them can be found by comparing a count with the
/// public list.
/// </summary>
public interface IOpenCounts
{
    /// <summary>From one moment up to another, by area and category; in no order.</summary>
    Task<IReadOnlyList<OpenCount>> Between(DateTimeOffset from, DateTimeOffset until, CancellationToken ct);

    /// <summary>From a moment until now, the whole city in one; at most a quarter of an hour old.</summary>
    Task<PublicTally> Since(DateTimeOffset from, CancellationToken ct);
}
