using Suiying.Contracts.Registry;
using Suiying.Contracts.Understanding;
using Suiying.Engines.Dispatch;

namespace Suiying.Understanding.Model;

/// <summary>
/// 承办单位的建议: the duty list weighed with what people decided. The list counts as a few decisions of its own, so it rules while there
/// are none, and many decisions against it come before it. A unit that is closed, accused or has returned the matter is never among them.
/// </summary>
internal static class UnitProposals
{
    public const int Most = 5;

    /// <summary>As so many decisions the duty list counts.</summary>
    private const double ListWeighs = 5;

    /// <summary>More decisions than that say no more.</summary>
    private const double MostCounted = 60;

    /// <summary>Decisions that a unit needs to be proposed without the duty list.</summary>
    private const int Habit = 3;

    /// <summary>How the list's own weight is shared among the units that it names, best first.</summary>
    private static readonly double[] Shares = [0.75, 0.15, 0.06, 0.03, 0.01];

    /// <summary>Best first. Where a unit is accused of a shielded matter its superior comes before all.</summary>
    /// <param name="city">Today's.</param>
    /// <param name="asked">The matter.</param>
    /// <param name="matter">The same, as it was learnt by.</param>
    /// <param name="learnt">What decisions say; empty where none was learnt.</param>
    public static IReadOnlyList<UnitProposal> Of(
        CitySnapshot city,
        MatterAsked asked,
        DispatchMatter matter,
        IReadOnlyList<DispatchProposal> learnt
    )
    {
        var listed = city.Duties.Propose(city, asked.Category, asked.Area, asked.Accused);
        var counted = Math.Min(MostCounted, learnt.Select(p => p.Evidence?.Of ?? 0).DefaultIfEmpty().Max());
        var candidates = new Dictionary<string, Candidate>(StringComparer.Ordinal);
        foreach (var (duty, i) in listed.Select((d, i) => (d, i)))
        {
            var candidate = Take(candidates, duty.Unit);
            candidate.Weight += ListWeighs * Shares.ElementAtOrDefault(i);
            candidate.Reasons.Add(Because(city, duty));
        }
        foreach (var proposal in learnt)
        {
            if (city.Units.Find(proposal.Unit.Code) is not { } unit || unit.IsClosed() || proposal.Evidence is not { } evidence)
                continue;
            if (!candidates.ContainsKey(unit.Code) && (evidence.Went < Habit || evidence.Elsewhere))
                continue;
            var candidate = Take(candidates, unit);
            candidate.Weight += counted * proposal.Probability;
            candidate.Reasons.Add(Because(city, matter, evidence));
        }
        var proposals = candidates
            .Values.OrderByDescending(c => c.Weight)
            .ThenBy(c => c.Unit.Code, StringComparer.Ordinal)
            .Select(c => new UnitProposal
            {
                Unit = c.Unit,
                Confidence = counted >= Habit ? c.Weight / (counted + ListWeighs) : null,
                Reasons = c.Reasons,
            });
        return
        [
            .. Superior(city, asked.Accused)
                .Concat(proposals)
                .Where(p => !asked.Returned.Contains(p.Unit.Code) && !city.Units.Under(p.Unit.Code, asked.Accused))
                .DistinctBy(p => p.Unit.Code)
                .Take(Most),
        ];
    }

    private static IEnumerable<UnitProposal> Superior(CitySnapshot city, string? accused)
    {
        if (city.Units.Find(city.Units.Find(accused)?.Parent) is { } superior)
            yield return new UnitProposal
            {
                Unit = superior,
                Reasons = [(Phrase)$"被反映单位的上级：{superior.Name}（被反映单位及其下属不得接触本件）"],
            };
    }

    private static Phrase Because(CitySnapshot city, DutyProposal duty)
    {
        var name = city.Categories.Find(duty.Rule.Category)?.Name ?? duty.Rule.Category;
        return $"派单目录 {duty.Rule.Id}：{name} → {duty.Unit.Name}（依据：{duty.Rule.Basis}）";
    }

    private static Phrase Because(CitySnapshot city, DispatchMatter matter, DispatchEvidence evidence)
    {
        var what = MatterFields.NamesOf(city, matter, evidence.Fields);
        return evidence.Elsewhere
            ? $"{what}：{evidence.Since:yyyy-MM} 以来 {evidence.Of} 件中有 {evidence.Went} 件派给别处的同类单位"
            : $"{what}：{evidence.Since:yyyy-MM} 以来 {evidence.Of} 件中有 {evidence.Went} 件派给它";
    }

    private static Candidate Take(Dictionary<string, Candidate> candidates, Unit unit)
    {
        if (!candidates.TryGetValue(unit.Code, out var candidate))
            candidates[unit.Code] = candidate = new Candidate(unit);
        return candidate;
    }

    private sealed class Candidate(Unit unit)
    {
        public Unit Unit => unit;
        public double Weight { get; set; }
        public List<Phrase> Reasons { get; } = [];
    }
}
