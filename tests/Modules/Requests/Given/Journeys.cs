using CsCheck;
using Suiying.Contracts.Registry;
using Suiying.Requests.Model;

namespace Suiying.Tests.Requests;

/// <summary>Random lives of a request: at each step any action that the table allows, by somebody who may, after any while.</summary>
public static class Journeys
{
    /// <summary>Which of the possible actions comes next, and after how many minutes.</summary>
    public static Gen<(int Choice, int Minutes)[]> Any { get; } =
        Gen.Select(Gen.Int[0, 1000], Gen.Int[0, 3000], (choice, minutes) => (choice, minutes)).Array[0, 40];

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
            // Four steps of five lead on, so that lives grow old; the fifth is anything the table knows.
            if (choice % 5 != 0 && rows.Where(r => LeadsOn(r, matter)).ToList() is { Count: > 0 } on)
                rows = on;
            var before = matter.Wait(TimeSpan.FromMinutes(minutes)).Everything();
            after(matter, matter.Try(rows[choice % rows.Count].Action), before);
        }
        return matter;
    }

    private static bool LeadsOn(LifecycleRow row, Matter matter) =>
        row.Scope != ActionScope.Program
        && !Aside.Contains(row.Action)
        && !(row.From == RequestState.Registered && RequestLifecycle.IsFinal(row.To))
        && RequestAccess
            .Available(Who.Of(row.By[0], matter.Request.PersonId, matter.UnitOf(row)), matter.Request, matter.City)
            .Contains(row.Action);

    /// <summary>What ends a life early, or leaves it where it is.</summary>
    private static readonly HashSet<RequestAction> Aside =
    [
        RequestAction.Withdraw,
        RequestAction.AddFacts,
        RequestAction.Split,
        RequestAction.JoinMatter,
        RequestAction.LeaveMatter,
        RequestAction.Supervise,
        RequestAction.Instruct,
        RequestAction.Reclassify,
        RequestAction.SendToEmergency,
        RequestAction.ClaimRight,
        RequestAction.MarkTextOnly,
        .. SupervisionLifecycle.Actions,
        .. RightsLifecycle.Actions,
    ];
}
