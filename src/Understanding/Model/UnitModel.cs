using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;
using Suiying.Engines.Dispatch;

namespace Suiying.Understanding.Model;

/// <summary>承办单位 learnt from dispatches and accepted returns. Not thread-safe: its owner lets one in at a time.</summary>
internal sealed class UnitModel(DispatchModel model)
{
    private int fitted = -1;

    public DispatchModel Engine => model;

    public IReadOnlyList<DispatchProposal> Propose(
        CitySnapshot city,
        DispatchMatter matter,
        IReadOnlyList<string> returned,
        string? accused = null
    )
    {
        Fit(city);
        return model.Propose(
            matter,
            UnitProposals.Most,
            code => city.Units.Find(code) is null || returned.Contains(code) || city.Units.Under(code, accused)
        );
    }

    /// <summary>Learns one decision; false where it says nothing of a unit.</summary>
    public bool Learn(CitySnapshot city, MatterDecision decision)
    {
        Fit(city);
        if (city.Units.Find(city.Units.Acting(decision.Unit)) is not { } unit)
            return false;
        var matter = MatterFields.Of(city, decision.Category, decision.Area, (decision.Channel, decision.Kind), decision.At);
        if (decision.Decided is DecisionKind.Dispatched)
            model.Learn(matter, new DispatchUnit(unit.Code, unit.Name));
        else if (decision.Decided is DecisionKind.ReturnAccepted)
            model.Forget(matter, unit.Code);
        return decision.Decided is not DecisionKind.Filed;
    }

    /// <summary>What the city reorganised since: matters of a unit that was closed are its successor's.</summary>
    private void Fit(CitySnapshot city)
    {
        if (fitted == city.Version)
            return;
        fitted = city.Version;
        foreach (var known in model.Units)
        {
            if (city.Units.Find(known.Code) is not { } unit)
                model.Retire(known.Code);
            else if (unit.IsClosed() && city.Units.Find(city.Units.Acting(unit.Code)) is { } heir && heir.Code != unit.Code)
                model.Merge(unit.Code, new DispatchUnit(heir.Code, heir.Name));
        }
    }
}
