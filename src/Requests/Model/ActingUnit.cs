using Suiying.Contracts.Registry;

namespace Suiying.Requests.Model;

/// <summary>A unit that can be given a request.</summary>
public static class ActingUnit
{
    /// <summary>The unit of a code; refused where there is none or it was closed, with the one that took over.</summary>
    public static Outcome<Unit> Find(CitySnapshot city, string? code)
    {
        if (city.Units.Find(code) is not { } unit)
            return Refusal.Invalid(new FieldProblem("unit", "没有这个单位，请从列表中选择。"));
        return unit.IsClosed()
            ? Refusal.Invalid(
                new FieldProblem("unit", $"{unit.Name}已撤销，由{city.Units.NameOf(city.Units.Acting(unit.Code))}承接，请改派。")
            )
            : unit;
    }
}
