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

    private readonly Candidates candidates = new();
    private readonly Inputs inputs = new();
    private readonly Tally?[] found;
    private double[] chances = [];

    /// <summary>The likeliest units first, at most <paramref name="most"/>; empty where nothing is learnt or all are excluded.</summary>
    /// <param name="matter">As it is known before the dispatch.</param>
    /// <param name="most">How many.</param>
    /// <param name="excluded">Codes that must not get it, such as the unit accused and all under it.</param>
    public IReadOnlyList<DispatchProposal> Propose(DispatchMatter matter, int most = 3, Predicate<string>? excluded = null)
    {
        var values = Values(matter, learn: false);
        Score(values, matter.At, unit => !units[unit].Gone && excluded?.Invoke(units[unit].Unit.Code) != true);
        return
        [
            .. Enumerable
                .Range(0, candidates.Count)
                .OrderByDescending(at => chances[at])
                .Take(most)
                .Select(at => (Unit: candidates.Units[at], Chance: chances[at]))
                .Select(c => new DispatchProposal(units[c.Unit].Unit, c.Chance, EvidenceFor(c.Unit, matter.At))),
        ];
    }

    private void Adjust(int[] values, DateTimeOffset at, int decided)
    {
        Score(values, at, _ => true, decided);
        blend.Learn(inputs, candidates.Find(decided), chances, Learnt);
        for (var field = 0; field < values.Length; field++)
            if (values[field] > 0)
                leanings.Learn(field, values[field], decided, candidates.Units, chances);
    }

    /// <summary>Fills <see cref="candidates"/>, <see cref="inputs"/> and <see cref="chances"/>.</summary>
    private void Score(int[] values, DateTimeOffset at, Predicate<int> may, int? decided = null)
    {
        for (var level = 0; level < levels.Length; level++)
            found[level] = At(level, values);
        Gather(may, decided);
        if (chances.Length < candidates.Count)
            chances = new double[candidates.Count * 2];
        var scores = chances.AsSpan(0, candidates.Count);
        scores.Clear();
        if (candidates.Count == 0)
            return;
        Read(Weight(at));
        blend.AddTo(scores, inputs);
        for (var field = 0; field < values.Length; field++)
            if (values[field] > 0)
                leanings.AddTo(scores, candidates.Units, field, values[field]);
        Softmax(scores);
    }

    /// <summary>Who comes into question: all units; where they are many, those that got such matters, the fewer a level knows the sooner.</summary>
    private void Gather(Predicate<int> may, int? decided)
    {
        candidates.Clear(units.Count);
        if (decided is { } right)
            candidates.Add(right);
        if (units.Count <= Candidates.Most)
        {
            for (var unit = 0; unit < units.Count; unit++)
                if (may(unit))
                    candidates.Add(unit);
            return;
        }
        foreach (var tally in found.OfType<Tally>().OrderBy(tally => tally.Shares.Count))
        foreach (var share in tally.Shares)
        {
            if (candidates.IsFull)
                return;
            if (may(share.Unit))
                candidates.Add(share.Unit);
        }
    }

    private void Read(double today)
    {
        inputs.Clear();
        for (var level = 0; level < levels.Length; level++)
        {
            if (found[level] is not { } tally)
                continue;
            inputs.Begin(Blend.Slot(level, Counted(tally, today)));
            foreach (var (at, share) in Met(tally))
                inputs.Say(at, Math.Log(1 + Mass(share, today) * units.Count / Doubt));
        }
        var does = Enumerable.Range(0, Math.Min(RoleWhats, Fields.What.Count)).Select(what => RolesFor(found[1 + what], today)).ToArray();
        for (var where = 0; where < Fields.Where.Count; where++)
        {
            var here = HereOf(found[1 + Fields.What.Count + where], today);
            for (var what = 0; what < does.Length; what++)
            {
                var counted = found[1 + what] is { } tally ? Counted(tally, today) : 0;
                inputs.Begin(Blend.Slot(levels.Length + what * Fields.Where.Count + where, counted));
                for (var at = 0; at < candidates.Count; at++)
                    inputs.Say(at, does[what][at] + here[at]);
            }
        }
    }

    /// <summary>The candidates that a tally knows, looked for where there are fewer.</summary>
    private IEnumerable<(int At, Share Share)> Met(Tally tally)
    {
        if (tally.Shares.Count <= candidates.Count)
        {
            foreach (var share in tally.Shares)
                if (candidates.Find(share.Unit) is >= 0 and var at)
                    yield return (at, share);
        }
        else
        {
            for (var at = 0; at < candidates.Count; at++)
                if (tally.Find(candidates.Units[at]) is { } share)
                    yield return (at, share);
        }
    }

    /// <summary>Which of the units of a role a place's matters go to: the logarithm of each candidate's part in its role there.</summary>
    private double[] HereOf(Tally? place, double today)
    {
        var (part, alone) = (new double[candidates.Count], RoleDoubt / units.Count);
        Array.Fill(part, alone);
        if (place is not null)
            foreach (var (at, share) in Met(place))
                part[at] += Mass(share, today);
        var whole = ByRole(place, today);
        for (var at = 0; at < part.Length; at++)
        {
            var role = roles.Of(candidates.Units[at]);
            part[at] = Math.Log(part[at] / (whole[role] + alone * roles.Size(role)));
        }
        return part;
    }

    /// <summary>How much such matters go to each candidate's role anywhere, as a logarithm.</summary>
    private double[] RolesFor(Tally? what, double today)
    {
        var (does, whole, alone) = (new double[candidates.Count], ByRole(what, today), Doubt / roles.Count);
        for (var at = 0; at < does.Length; at++)
            does[at] = Math.Log(whole[roles.Of(candidates.Units[at])] + alone);
        return does;
    }

    /// <summary>What a tally's units of each role counted together.</summary>
    private double[] ByRole(Tally? tally, double today)
    {
        var sums = new double[roles.Numbers];
        if (tally is not null)
            foreach (var share in tally.Shares)
                sums[roles.Of(share.Unit)] += Mass(share, today);
        return sums;
    }

    private static double Counted(Tally tally, double today) => Mass(tally.Count, tally.Recent, today);

    private static double Mass(Share share, double today) => Mass(share.Count, share.Recent, today);

    private static double Mass(int count, double recent, double today) => Lasting * count + (1 - Lasting) * recent / today;

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
