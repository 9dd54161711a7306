using System.Text.Json;
using Suiying.Contracts.Registry;

namespace Suiying.Registry.Model.Pack;

/// <summary>The member <c>retention</c> of city.json: 保存期限, a rule for each class and one more for 举报件.</summary>
internal static class RetentionPart
{
    private const string Member = "retention";

    public static RetentionSchedule? Read(JsonPart city, BasesFile bases)
    {
        if (!city.Element.TryGetProperty(Member, out var value) || value.ValueKind == JsonValueKind.Null)
            return null;
        var rules = new List<RetentionRule>();
        foreach (var part in city.Objects(Member))
        {
            var rule = One(part, bases);
            if (rules.Exists(r => (r.Class, r.Reports) == (rule.Class, rule.Reports)))
                part.Report("class", $"{rule.Class} 的保存期限重复。", "每类一条，举报件可以另有一条");
            if (rule is { Class: RecordClass.Identity or RecordClass.Calls, Reports: true })
                part.Report("reports", "身份信息和通话不分举报件。", "false");
            rules.Add(rule);
        }
        return new RetentionSchedule { Rules = rules };
    }

    public static void Write(Utf8JsonWriter json, RetentionRule rule)
    {
        json.WriteString("class", rule.Class.ToString());
        if (rule.Reports)
            json.WriteBoolean("reports", true);
        json.WriteNumber("months", rule.Months);
        json.WriteString("basis", rule.Basis);
        json.WriteBoolean("verified", rule.Verified);
    }

    private static RetentionRule One(JsonPart part, BasesFile bases)
    {
        var months = part.Whole("months", RetentionSchedule.Fewest, RetentionSchedule.Most);
        if (months is null && !part.Element.TryGetProperty("months", out _))
            part.Report("months", "缺少 months。", $"{RetentionSchedule.Fewest}–{RetentionSchedule.Most}");
        return new RetentionRule
        {
            Class = part.Word<RecordClass>("class"),
            Reports = part.Flag("reports", false),
            Months = months ?? RetentionSchedule.Fewest,
            Basis = bases.Cited(part, "basis"),
            Verified = part.Flag("verified", false),
        };
    }
}
