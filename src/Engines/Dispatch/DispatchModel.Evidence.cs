namespace Suiying.Engines.Dispatch;

public sealed partial class DispatchModel
{
    /// <summary>Fewer decisions than this are no habit.</summary>
    private const int Habit = 3;

    /// <summary>Months that evidence looks back, the longest first; a shorter one where a unit has taken over only lately.</summary>
    private static readonly int[] Windows = [12, 6, 3, 1];

    /// <summary>
    /// The narrowest level of what it is about on which most such matters went to the unit; else what units of its role got elsewhere; else
    /// the narrowest level on which any went to it. Its counts are counts of decisions, nothing estimated.
    /// </summary>
    private DispatchEvidence? EvidenceFor(int unit, int[] values, DateTimeOffset at)
    {
        var to = Math.Min(Month(at), newest);
        DispatchEvidence? weak = null;
        foreach (var level in narrowest)
        {
            if (At(level, values) is not { } tally || tally.Find(unit) is null)
                continue;
            var found = Look(level, tally, to, share => share.Unit == unit, elsewhere: false);
            if (levels[level][0] < Fields.What.Count && IsHabit(found))
                return found;
            weak ??= found.Went > 0 ? found : null;
        }
        for (var level = 1; level <= Math.Min(RoleWhats, Fields.What.Count); level++)
        {
            if (At(level, values) is not { } tally)
                continue;
            var found = Look(level, tally, to, share => share.Unit != unit && roles.Of(share.Unit) == roles.Of(unit), elsewhere: true);
            if (IsHabit(found))
                return found;
        }
        return weak;
    }

    private DispatchEvidence Look(int level, Tally tally, int to, Predicate<Share> counts, bool elsewhere)
    {
        DispatchEvidence? longest = null;
        foreach (var months in Windows)
        {
            var from = to - months + 1;
            var (went, of, since) = (0, 0, to);
            foreach (var share in tally.Shares)
            {
                var all = share.Between(from, to);
                of += all;
                went += counts(share) ? all : 0;
                foreach (var (month, _) in share.Months)
                    since = month >= from && month < since ? month : since;
            }
            var found = new DispatchEvidence(
                [.. levels[level].Select(field => Fields.All[field])],
                went,
                of,
                new DateOnly(Math.DivRem(since, 12, out var rest), rest + 1, 1),
                elsewhere
            );
            if (IsHabit(found))
                return found;
            longest ??= found;
        }
        return longest!;
    }

    private static bool IsHabit(DispatchEvidence evidence) => evidence.Went >= Habit && evidence.Went * 2 > evidence.Of;
}
