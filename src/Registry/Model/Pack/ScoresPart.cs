using System.Text.Json;
using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;

namespace Suiying.Registry.Model.Pack;

/// <summary>The member <c>scores</c> of city.json: 考核方案. What it leaves out is as <see cref="ScoreScheme.Usual"/> says.</summary>
internal static class ScoresPart
{
    private const string Member = "scores";

    public static ScoreScheme? Read(JsonPart city, BasesFile bases)
    {
        if (city.Object(Member) is not { } part)
            return null;
        var usual = ScoreScheme.Usual;
        var scheme = new ScoreScheme
        {
            RespondedWeight = part.Whole("respondedWeight", 0, 100) ?? usual.RespondedWeight,
            SolvedWeight = part.Whole("solvedWeight", 0, 100) ?? usual.SolvedWeight,
            SatisfiedWeight = part.Whole("satisfiedWeight", 0, 100) ?? usual.SatisfiedWeight,
            PartlySolvedPercent = part.Whole("partlySolvedPercent", 0, 100) ?? usual.PartlySolvedPercent,
            MostlySatisfiedPercent = part.Whole("mostlySatisfiedPercent", 0, 100) ?? usual.MostlySatisfiedPercent,
            NotSaid = part.Element.TryGetProperty("notSaid", out _) ? part.Word<NotSaidCounts>("notSaid") : usual.NotSaid,
            LeastCallbacks = part.Whole("leastCallbacks", 1, 10_000) ?? usual.LeastCallbacks,
            MonthDay = part.Whole("monthDay", 1, 28) ?? usual.MonthDay,
            DayHour = part.Whole("dayHour", 0, 23) ?? usual.DayHour,
            LeftOutTypes = part.Element.TryGetProperty("leftOutTypes", out _)
                ? part.Words<RequestType>("leftOutTypes")
                : usual.LeftOutTypes,
            CloseDays = part.Whole("closeDays", 1, 60) ?? usual.CloseDays,
            ExclusionAskDays = part.Whole("exclusionAskDays", 1, 30) ?? usual.ExclusionAskDays,
            ExclusionDecideDays = part.Whole("exclusionDecideDays", 1, 30) ?? usual.ExclusionDecideDays,
            Classes = ClassesPart.Read(part, bases),
            Basis = bases.Cited(part, "basis"),
            Verified = part.Flag("verified", false),
        };
        if (scheme.RespondedWeight + scheme.SolvedWeight + scheme.SatisfiedWeight is not 100 and var sum)
            part.Report("respondedWeight", $"三率权重之和是 {sum}。", "respondedWeight、solvedWeight、satisfiedWeight 之和为 100");
        return scheme;
    }

    public static void Write(Utf8JsonWriter json, ScoreScheme scheme)
    {
        json.WriteStartObject(Member);
        json.WriteNumber("respondedWeight", scheme.RespondedWeight);
        json.WriteNumber("solvedWeight", scheme.SolvedWeight);
        json.WriteNumber("satisfiedWeight", scheme.SatisfiedWeight);
        json.WriteNumber("partlySolvedPercent", scheme.PartlySolvedPercent);
        json.WriteNumber("mostlySatisfiedPercent", scheme.MostlySatisfiedPercent);
        json.WriteString("notSaid", scheme.NotSaid.ToString());
        json.WriteNumber("leastCallbacks", scheme.LeastCallbacks);
        json.WriteNumber("monthDay", scheme.MonthDay);
        json.WriteNumber("dayHour", scheme.DayHour);
        json.WriteStartArray("leftOutTypes");
        foreach (var type in scheme.LeftOutTypes)
            json.WriteStringValue(type.ToString());
        json.WriteEndArray();
        json.WriteNumber("closeDays", scheme.CloseDays);
        json.WriteNumber("exclusionAskDays", scheme.ExclusionAskDays);
        json.WriteNumber("exclusionDecideDays", scheme.ExclusionDecideDays);
        if (scheme.Classes is { } classes)
            ClassesPart.Write(json, classes);
        json.WriteString("basis", scheme.Basis);
        json.WriteBoolean("verified", scheme.Verified);
        json.WriteEndObject();
    }
}
