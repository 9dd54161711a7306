using System.Text.Json;
using Suiying.Contracts.Registry;

namespace Suiying.Registry.Model.Pack;

/// <summary>The member <c>scores.classes</c> of city.json: 分类规则. What it leaves out is as <see cref="ClassRules.Usual"/> says.</summary>
internal static class ClassesPart
{
    private const string Member = "classes";
    private const string Governed = "governed";

    /// <summary>A list that is longer is none of the first or last.</summary>
    private const int MostListed = 1000;

    public static ClassRules? Read(JsonPart scores, BasesFile bases)
    {
        if (scores.Object(Member) is not { } part)
            return null;
        var usual = ClassRules.Usual;
        return new ClassRules
        {
            Advanced = part.Whole("advanced", 1, MostListed) ?? usual.Advanced,
            Improved = part.Whole("improved", 1, MostListed) ?? usual.Improved,
            ToMend = part.Whole("toMend", 1, MostListed) ?? usual.ToMend,
            Floor = part.Whole("floor", 0, 100) ?? usual.Floor,
            Governed = part.Object(Governed) is { } governed ? Rule(governed) : usual.Governed,
            Basis = bases.Cited(part, "basis"),
            Verified = part.Flag("verified", false),
        };
    }

    public static void Write(Utf8JsonWriter json, ClassRules rules)
    {
        json.WriteStartObject(Member);
        json.WriteNumber("advanced", rules.Advanced);
        json.WriteNumber("improved", rules.Improved);
        json.WriteNumber("toMend", rules.ToMend);
        json.WriteNumber("floor", rules.Floor);
        json.WriteStartObject(Governed);
        json.WriteNumber("quarters", rules.Governed.Quarters);
        json.WriteNumber("topPercent", rules.Governed.TopPercent);
        json.WriteNumber("downPercent", rules.Governed.DownPercent);
        json.WriteEndObject();
        json.WriteString("basis", rules.Basis);
        json.WriteBoolean("verified", rules.Verified);
        json.WriteEndObject();
    }

    private static GovernedRule Rule(JsonPart part)
    {
        var usual = GovernedRule.Usual;
        return new GovernedRule
        {
            Quarters = part.Whole("quarters", 1, 4) ?? usual.Quarters,
            TopPercent = part.Whole("topPercent", 1, 100) ?? usual.TopPercent,
            DownPercent = part.Whole("downPercent", 1, 100) ?? usual.DownPercent,
        };
    }
}
