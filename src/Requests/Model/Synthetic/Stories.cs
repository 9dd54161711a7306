using Suiying.Contracts.Registry;

namespace Suiying.Requests.Model.Synthetic;

/// <summary>
/// A whole city of requests, in order of registration, made by the same verbs that people use: every history, hash and deadline is genuine.
/// The same plan, words, city version and serials tell the same stories.
/// </summary>
public static class Stories
{
    /// <summary>Where unfinished requests of a demo shall stand, so that every desk finds work and every state can be looked at.</summary>
    private static readonly RequestState[] AtHotline =
    [
        RequestState.Registered,
        RequestState.ReturnPending,
        RequestState.PendingDispatch,
        RequestState.Replied,
        RequestState.CallbackPending,
        RequestState.RefusalContested,
        RequestState.HandoverPending,
        RequestState.AwaitingMaterial,
        RequestState.Hung,
        RequestState.DecisionPending,
    ];

    private static readonly RequestState[] AtUnit = [RequestState.Dispatched, RequestState.Signed, RequestState.InProgress];

    private static readonly RequestState[] Ended =
    [
        RequestState.AnsweredAtOnce,
        RequestState.NotAccepted,
        RequestState.EmergencyTransferred,
        RequestState.Withdrawn,
        RequestState.Terminated,
        RequestState.Closed,
    ];

    private const int EachAtHotline = 8;
    private const int EachAtUnit = 2;

    /// <param name="plan">What to make.</param>
    /// <param name="words">What people say.</param>
    /// <param name="city">The snapshot whose duty list and deadlines hold.</param>
    /// <param name="serials">One for each request, rising.</param>
    public static IEnumerable<ServiceRequest> Tell(Plan plan, Vocabulary words, CitySnapshot city, IReadOnlyList<long> serials)
    {
        var chance = new Chance(plan.Seed);
        var matters = new Matters(plan, words, city, chance);
        // Ids also follow from the first serial, so that a second generation into the same database does not meet the first one's.
        var ids = new Chance(HashCode(plan.Seed, serials.Count > 0 ? serials[0] : 0));
        var journey = new Journey(plan, city, new Posts(HotlineOf(city), plan.Focus), new Callers(plan, ids), ids);
        var slots = Slots(plan, city, matters, chance);
        for (var i = 0; i < slots.Count; i++)
            yield return journey.Tell(slots[i], matters.Draw(slots[i], chance), serials[i], chance);
    }

    /// <summary>Only when people call, about what and where: as <see cref="Tell"/> has it, without what becomes of it, for who measures methods on many cities.</summary>
    public static IEnumerable<Arrival> Arrivals(Plan plan, Vocabulary words, CitySnapshot city)
    {
        var chance = new Chance(plan.Seed);
        var matters = new Matters(plan, words, city, chance);
        foreach (var slot in Slots(plan, city, matters, chance))
        {
            var matter = matters.Draw(slot, chance);
            yield return new Arrival(slot.At, matter.Topic.Category, matter.Area.Code);
        }
    }

    private static List<Slot> Slots(Plan plan, CitySnapshot city, Matters matters, Chance chance)
    {
        var wanted = Wanted(plan, matters, chance).Take(plan.Requests / 2).ToList();
        var times = Rhythm.Times(plan, plan.Requests - wanted.Count, city, matters.Load, chance);
        return [.. times.Select(at => new Slot(at)).Concat(wanted).OrderBy(s => s.At)];
    }

    private static IEnumerable<Slot> Wanted(Plan plan, Matters matters, Chance chance)
    {
        if (plan.Focus.Count == 0)
            yield break;
        // Younger than six days, so that most are in time and some are not; whom one waits for in an emergency answers within the hour.
        Slot At(RequestState state, string? unit) =>
            new(
                plan.Until.AddMinutes(
                    -Math.Round(state is RequestState.HandoverPending ? 4 + 50 * chance.Next() : 45 + 8500 * Math.Pow(chance.Next(), 2))
                ),
                state,
                unit
            );
        foreach (var state in AtHotline.Concat(Ended))
            for (var i = 0; i < EachAtHotline; i++)
                yield return At(state, null);
        foreach (var unit in matters.FocusUnits)
        foreach (var state in AtUnit)
            for (var i = 0; i < EachAtUnit; i++)
                yield return At(state, unit);
    }

    private static string HotlineOf(CitySnapshot city) =>
        city.Units.All.FirstOrDefault(u => u.Kind == UnitKind.Hotline)?.Code ?? city.Units.All[0].Code;

    /// <summary>Not <see cref="System.HashCode"/>, which differs from process to process.</summary>
    private static int HashCode(int seed, long serial) => unchecked((int)((seed * 2_654_435_761L) ^ (serial * 40_503L)));
}
