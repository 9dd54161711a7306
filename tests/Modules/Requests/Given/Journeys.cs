using CsCheck;
using Suiying.Contracts.Registry;
using Suiying.Requests.Model;

namespace Suiying.Tests.Requests;

/// <summary>Random lives of a request: at each step any action that the table allows, by somebody who may, after any while.</summary>
public static class Journeys
{
    /// <summary>Which of the possible actions comes next, and after how many minutes.</summary>
    public static Gen<(int Choice, int Minutes)[]> Any { get; } =
        Gen.Select(Gen.Int[0, 1000], Gen.Int[0, 3000], (choice, minutes) => (choice, minutes)).Array[0, 25];

    /// <summary>Walks a journey and shows the matter after each step; a refused step is shown too.</summary>
    public static Matter Walk(
        (int Choice, int Minutes)[] steps,
        Action<Matter, Kernel.Refusal?, string> after,
        CitySnapshot? city = null,
        Intake? intake = null
    )
    {
        var matter = new Matter(city, intake);
        foreach (var (choice, minutes) in steps)
        {
            var rows = RequestLifecycle.Rows.Where(r => r.From == matter.Request.State).ToList();
            if (rows.Count == 0)
                return matter;
            var before = matter.Wait(TimeSpan.FromMinutes(minutes)).Everything();
            after(matter, matter.Try(rows[choice % rows.Count].Action), before);
        }
        return matter;
    }
}
