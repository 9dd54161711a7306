using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;

namespace Suiying.Scores.Model;

/// <summary>Makes the scored callbacks of one request from its history: the same history gives the same, whoever asks and how often.</summary>
internal static class CallbackFold
{
    /// <summary>One for each month of scores in which the person answered; what no unit answered for is nobody's score.</summary>
    public static IReadOnlyList<ScoredCallback> Of(RequestHistory history, CitySnapshot city)
    {
        var (unit, months) = ((string?)null, new SortedDictionary<DateOnly, ScoredCallback>());
        foreach (var step in history.Steps)
        {
            // A second handling asks first and gives it out again after: the answer is about who had it before.
            if (step.Answers is { } answers && unit is not null)
            {
                var month = city.Scores.MonthOf(city.Calendar.DateOf(step.At));
                months[month] = new ScoredCallback
                {
                    RequestId = history.Request,
                    Month = month,
                    Unit = unit,
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
