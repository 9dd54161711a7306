namespace Suiying.Engines.Dispatch;

public sealed partial class DispatchModel
{
    /// <summary>Days in which the weight of a decision's recent part halves.</summary>
    private const double HalfLife = 30;

    /// <summary>The part of a decision's weight that never fades, so that what is seldom is still remembered.</summary>
    private const double Lasting = 0.3;

    /// <summary>Decisions, spread over all units, that every level is given before it counts.</summary>
    private const double Doubt = 2;

    /// <summary>The same for the units of one role at one place.</summary>
    private const double RoleDoubt = 0.5;

    /// <summary>How many of the finest What fields are counted by role.</summary>
    private const int RoleWhats = 2;

    /// <summary>An exponent that a double still holds; dates centuries apart weigh no more than this.</summary>
    private const double FarthestExponent = 500;

    /// <summary>Codes a field may have; three of them are one key. What is beyond counts as unknown.</summary>
    private const int MostCodes = 1 << 21;

    private readonly Inputs inputs = new();
    private double[] chances = [];
    private double[] byRole = [];
    private double[] atPlace = [];

    /// <summary>The likeliest units first, at most <paramref name="most"/>; empty where nothing is learnt or all are excluded.</summary>
    /// <param name="matter">As it is known before the dispatch.</param>
    /// <param name="most">How many.</param>
    /// <param name="excluded">Codes that must not get it, such as the unit accused and all under it.</param>
    public IReadOnlyList<DispatchProposal> Propose(DispatchMatter matter, int most = 3, Predicate<string>? excluded = null)
    {
        var values = Values(matter, learn: false);
        Score(values, matter.At);
        var allowed = Enumerable.Range(0, units.Count).Where(u => !units[u].Gone && excluded?.Invoke(units[u].Unit.Code) != true).ToArray();
        var all = allowed.Sum(u => chances[u]);
        return
        [
            .. allowed
                .OrderByDescending(u => chances[u])
                .Take(most)
                .Select(u => new DispatchProposal(
                    units[u].Unit,
                    all > 0 ? chances[u] / all : 1.0 / allowed.Length,
                    EvidenceFor(u, values, matter.At)
                )),
        ];
    }

    private void Adjust(int[] values, DateTimeOffset at, int decided)
    {
        Score(values, at);
        var found = chances.AsSpan(0, units.Count);
        blend.Learn(inputs, decided, found, Learnt);
        for (var field = 0; field < values.Length; field++)
            if (values[field] > 0)
                leanings.Learn(field, values[field], decided, found);
    }

    /// <summary>Fills <see cref="inputs"/> and <see cref="chances"/>.</summary>
    private void Score(int[] values, DateTimeOffset at)
    {
        if (chances.Length < units.Count)
            (chances, atPlace) = (new double[units.Count * 2], new double[units.Count * 2]);
        var scores = chances.AsSpan(0, units.Count);
        scores.Clear();
        if (units.Count == 0)
            return;
        Read(values, Weight(at));
        blend.AddTo(scores, inputs);
        for (var field = 0; field < values.Length; field++)
            if (values[field] > 0)
                leanings.AddTo(scores, field, values[field]);
        Softmax(scores);
    }

    private void Read(int[] values, double today)
    {
        inputs.Clear();
        for (var level = 0; level < levels.Length; level++)
        {
            if (At(level, values) is not { } tally)
                continue;
            inputs.Begin(Blend.Slot(level, Counted(tally, today)));
            foreach (var share in tally.Shares)
                inputs.Say(share.Unit, Math.Log(1 + Mass(share, today) * units.Count / Doubt));
        }
        if (byRole.Length < roles.Count)
            byRole = new double[roles.Count * 2];
        for (var where = 0; where < Fields.Where.Count; where++)
        {
            ReadPlace(At(1 + Fields.What.Count + where, values), today);
            for (var what = 0; what < Math.Min(RoleWhats, Fields.What.Count); what++)
                ReadRoles(At(1 + what, values), today, levels.Length + what * Fields.Where.Count + where);
        }
    }

    /// <summary>Which of the units of a role a place's matters go to: the logarithm of each unit's part in its role there.</summary>
    private void ReadPlace(Tally? place, double today)
    {
        var part = atPlace.AsSpan(0, units.Count);
        var whole = byRole.AsSpan(0, roles.Count);
        part.Fill(RoleDoubt / units.Count);
        whole.Clear();
        if (place is not null)
            foreach (var share in place.Shares)
                part[share.Unit] += Mass(share, today);
        for (var unit = 0; unit < part.Length; unit++)
            whole[roles.Of(unit)] += part[unit];
        for (var unit = 0; unit < part.Length; unit++)
            part[unit] = Math.Log(part[unit] / whole[roles.Of(unit)]);
    }

    /// <summary>Which role such matters go to anywhere, times which unit has that role here.</summary>
    private void ReadRoles(Tally? what, double today, int input)
    {
        var role = byRole.AsSpan(0, roles.Count);
        role.Fill(Doubt / role.Length);
        if (what is not null)
            foreach (var share in what.Shares)
                role[roles.Of(share.Unit)] += Mass(share, today);
        for (var i = 0; i < role.Length; i++)
            role[i] = Math.Log(role[i]);
        inputs.Begin(Blend.Slot(input, what is null ? 0 : Counted(what, today)));
        for (var unit = 0; unit < units.Count; unit++)
            inputs.Say(unit, role[roles.Of(unit)] + atPlace[unit]);
    }

    private static double Counted(Tally tally, double today)
    {
        var sum = 0.0;
        foreach (var share in tally.Shares)
            sum += Mass(share, today);
        return sum;
    }

    private static double Mass(Share share, double today) => Lasting * share.Count + (1 - Lasting) * share.Recent / today;

    private static void Softmax(Span<double> scores)
    {
        var highest = double.NegativeInfinity;
        foreach (var score in scores)
            highest = Math.Max(highest, score);
        var sum = 0.0;
        foreach (ref var score in scores)
            sum += score = Math.Exp(score - highest);
        foreach (ref var score in scores)
            score /= sum;
    }

    private Tally? At(int level, int[] values) =>
        Key(level, values) is { } key && tallies[level].TryGetValue(key, out var tally) ? tally : null;

    /// <summary>The codes of a level as one number, or null where one of them is not known.</summary>
    private ulong? Key(int level, int[] values)
    {
        var key = 0UL;
        foreach (var field in levels[level])
        {
            if (values[field] == 0)
                return null;
            key = key << 21 | (uint)values[field];
        }
        return key;
    }

    private int[] Values(DispatchMatter matter, bool learn)
    {
        if (matter.Codes.Count != codes.Length)
            throw new ArgumentException($"{codes.Length} codes are expected, not {matter.Codes.Count}.", nameof(matter));
        var values = new int[codes.Length];
        for (var field = 0; field < values.Length; field++)
        {
            var code = matter.Codes[field];
            if (string.IsNullOrEmpty(code))
                continue;
            if (!codes[field].TryGetValue(code, out values[field]) && learn && codes[field].Count < MostCodes - 1)
                codes[field][code] = values[field] = codes[field].Count + 1;
        }
        return values;
    }

    private double Weight(DateTimeOffset at) =>
        Math.Pow(2, Math.Clamp((at - (first ?? at)).TotalDays / HalfLife, -FarthestExponent, FarthestExponent));

    private static int Month(DateTimeOffset at) => at.Year * 12 + at.Month - 1;
}
