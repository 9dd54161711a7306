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
    private DispatchEvidence? EvidenceFor(int unit, DateTimeOffset at)
    {
        var to = Math.Min(Month(at), newest);
        DispatchEvidence? weak = null;
        foreach (var level in narrowest)
        {
            if (found[level] is not { } tally || tally.Find(unit) is not { } own)
                continue;
            var looked = Look(level, tally, to, [own], elsewhere: false);
            if (levels[level][0] < Fields.What.Count && IsHabit(looked.Went, looked.Of))
                return looked;
            weak ??= looked.Went > 0 ? looked : null;
        }
        for (var level = 1; level <= Math.Min(RoleWhats, Fields.What.Count); level++)
        {
            if (found[level] is not { } tally)
                continue;
            var others = tally.Shares.Where(share => share.Unit != unit && roles.Of(share.Unit) == roles.Of(unit)).ToList();
            var looked = Look(level, tally, to, others, elsewhere: true);
            if (IsHabit(looked.Went, looked.Of))
                return looked;
        }
        return weak;
    }

    private DispatchEvidence Look(int level, Tally tally, int to, IReadOnlyList<Share> shares, bool elsewhere)
    {
        var looked = Look(tally, to - Windows[0] + 1, to, shares);
        foreach (var months in Windows)
        {
            var nearer = Look(tally, to - months + 1, to, shares);
            if (!IsHabit(nearer.Went, nearer.Of))
                continue;
            looked = nearer;
            break;
        }
        var since = new DateOnly(Math.DivRem(looked.Since, 12, out var rest), rest + 1, 1);
        return new DispatchEvidence([.. levels[level].Select(f => names[f])], looked.Went, looked.Of, since, elsewhere);
    }

    private static (int Went, int Of, int Since) Look(Tally tally, int from, int to, IReadOnlyList<Share> shares)
    {
        var (of, since) = tally.Months.Between(from, to);
        return (shares.Sum(share => share.Months.Between(from, to).Count), of, since);
    }

    private static bool IsHabit(int went, int of) => went >= Habit && went * 2 > of;
}
