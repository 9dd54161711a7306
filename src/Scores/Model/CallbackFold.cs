using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;

namespace Suiying.Scores.Model;

/// <summary>Makes the scored callbacks of one request from its history: the same history gives the same, whoever asks and how often.</summary>
internal static class CallbackFold
{
    /// <summary>One for each month of scores in which the person answered; what no unit answered for is nobody's score.</summary>
    /// <param name="history">Of the request.</param>
    /// <param name="city">Whose scheme counts.</param>
    /// <param name="excluded">On which ground the answer of a step is taken out, or null.</param>
    public static IReadOnlyList<ScoredCallback> Of(RequestHistory history, CitySnapshot city, Func<int, ExclusionGround?> excluded)
    {
        if (city.Scores.LeftOutTypes.Contains(history.Type))
            return [];
        var (unit, months) = ((string?)null, new SortedDictionary<DateOnly, ScoredCallback>());
        foreach (var step in history.Steps)
        {
            // A second handling asks first and gives it out again after: the answer is about who had it before.
            if (step.Answers is { } answers && unit is not null)
            {
                var month = MonthSpan.MonthOf(city, step.At);
                months[month] = new ScoredCallback
                {
                    RequestId = history.Request,
                    Month = month,
                    Unit = unit,
                    Category = history.Category,
                    Excluded = excluded(step.Seq),
                    Number = history.Number,
                    At = step.At,
                    Seq = step.Seq,
                    Contacted = answers.Contacted,
                    Solved = answers.Solved,
                    Satisfied = answers.Satisfied,
                    RegistryVersion = step.RegistryVersion,
                    Synthetic = history.Synthetic,
                };
            }
            unit = step.Unit ?? unit;
        }
        return [.. months.Values];
    }
}
