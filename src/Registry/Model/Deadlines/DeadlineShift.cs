using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;
using Suiying.Engines.Clock;

namespace Suiying.Registry.Model.Deadlines;

/// <summary>期限变动: a category and grade whose deadline a changed profile would set otherwise, and the open matters there.</summary>
/// <param name="Category">A category in use; null for matters that have none yet.</param>
/// <param name="Kind">Which duty is measured.</param>
/// <param name="Grade">Urgency, 1 to 4.</param>
/// <param name="Before">The rule in force.</param>
/// <param name="After">The rule that would be.</param>
/// <param name="Running">Open matters whose clocks run: they keep them.</param>
/// <param name="Waiting">Open matters that wait for a dispatch and would get the new deadline.</param>
public sealed record DeadlineShift(
    Category? Category,
    DeadlineKind Kind,
    int Grade,
    DeadlineRule Before,
    DeadlineRule After,
    int Running,
    int Waiting
)
{
    /// <summary>Those with most open matters first.</summary>
    /// <param name="city">The city, with the profile in force.</param>
    /// <param name="after">The profile as it would be; one without problems.</param>
    /// <param name="open">All that is open.</param>
    /// <param name="now">Decides between rules of equal rank, as a clock that starts now would.</param>
    public static IReadOnlyList<DeadlineShift> Of(CitySnapshot city, DeadlineProfile after, IEnumerable<OpenTally> open, DateTimeOffset now)
    {
        var changed = city.Deadlines.Rules.Except(after.Rules).Concat(after.Rules.Except(city.Deadlines.Rules)).ToList();
        var tree = city.Categories;
        var counts = open.ToLookup(t => (tree.Acting(t.Category), t.Grade));
        var leaves = tree.All.Where(c => !c.IsRetired() && (!tree.Children(c.Code).Any() || counts.Any(n => n.Key.Item1 == c.Code)));
        var shifts = new List<DeadlineShift>();
        foreach (var category in leaves.Cast<Category?>().Append(null))
        {
            var path = tree.Upwards(category?.Code).Select(c => c.Code).ToList();
            foreach (var kind in changed.Select(r => r.Kind).Distinct())
            {
                for (var grade = 1; grade <= 4; grade++)
                {
                    if (!changed.Any(r => r.Kind == kind && Concerns(r, path, grade)))
                        continue;
                    var (was, becomes) = (Rule(city.Deadlines), Rule(after));
                    if ((was.Amount, was.Unit) == (becomes.Amount, becomes.Unit))
                        continue;
                    var here = counts[(category?.Code, grade)].ToList();
                    shifts.Add(new(category, kind, grade, was, becomes, here.Sum(t => t.Running), here.Sum(t => t.Waiting)));

                    DeadlineRule Rule(DeadlineProfile profile) =>
                        DeadlineRules.Resolve(profile, city.Calendar, kind, path, grade, now).Rule;
                }
            }
        }
        return [.. shifts.OrderByDescending(s => s.Running + s.Waiting).ThenBy(s => s.Category?.Code, StringComparer.Ordinal)];
    }

    /// <summary>The open matters of all shifts; one of which several deadlines would change is counted once.</summary>
    public static (int Running, int Waiting) Matters(IEnumerable<DeadlineShift> shifts)
    {
        var alike = shifts.DistinctBy(s => (s.Category?.Code, s.Grade)).ToList();
        return (alike.Sum(s => s.Running), alike.Sum(s => s.Waiting));
    }

    private static bool Concerns(DeadlineRule rule, List<string> path, int grade) =>
        (rule.Grade is null || rule.Grade == grade) && (rule.Category is null || path.Contains(rule.Category));
}
