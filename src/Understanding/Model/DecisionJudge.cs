using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;

namespace Suiying.Understanding.Model;

/// <summary>Compares a decision with what a model would have proposed, before it learns it.</summary>
internal static class DecisionJudge
{
    /// <summary>Null where a dispatch has no unit of this city.</summary>
    public static Judgement? Unit(CitySnapshot city, UnitModel model, MatterDecision decision)
    {
        if (decision.Decided is not DecisionKind.Dispatched || city.Units.Find(city.Units.Acting(decision.Unit)) is not { } unit)
            return null;
        var matter = MatterFields.Of(city, decision.Category, decision.Area, (decision.Channel, decision.Kind), decision.At);
        var proposed = model.Propose(city, matter, []).Select(p => p.Unit.Code).ToList();
        return Of(city, decision, unit.Code, proposed, sure: false);
    }

    /// <summary>Null where nothing was said or no category of this city was decided.</summary>
    public static Judgement? Category(CitySnapshot city, CategoryModel model, MatterDecision decision)
    {
        if (!CategoryModel.Teaches(city, decision, out var category))
            return null;
        var answer = model.Answer(decision.Text, CategoryProposals.Most, because: false);
        return Of(city, decision, category, [.. answer.Labels.Select(l => city.Categories.Acting(l.Code)!)], answer.Sure);
    }

    private static Judgement Of(CitySnapshot city, MatterDecision decision, string decided, List<string> proposed, bool sure) =>
        new(city.Calendar.DateOf(decision.At), decided, proposed.FirstOrDefault() ?? "", proposed.IndexOf(decided), sure);
}
