using System.Text.Json;
using Suiying.Contracts.Registry;

namespace Suiying.Registry.Model.Pack;

/// <summary>The member <c>emergencyNumbers</c> of city.json: 应急电话. No city goes without: pages tell people in danger to call them.</summary>
internal static class EmergencyPart
{
    public const string Member = "emergencyNumbers";

    private static readonly string[] Languages = ["zh", "en"];

    public static IReadOnlyList<EmergencyNumber> Read(JsonPart city)
    {
        var all = new List<EmergencyNumber>();
        foreach (var part in city.Objects(Member))
        {
            var number = new EmergencyNumber(part.Text("number"), part.Dictionary("names"), part.Flag("sms", false));
            if (number.Number.Length > 0 && (number.Number.Length > 20 || !number.Number.All(char.IsAsciiDigit)))
                part.Report("number", $"“{number.Number}”不是应急电话。", "只有数字，如 110");
            foreach (var language in Languages.Where(l => !number.Names.ContainsKey(l)))
                part.Report($"names.{language}", $"缺少应急电话 {number.Number} 的名称。", "中文和英文各写一个");
            if (all.Exists(e => e.Number == number.Number && e.Sms == number.Sms))
                part.Report("number", $"应急电话 {number.Number} 出现了两次。");
            all.Add(number);
        }
        if (!all.Exists(e => !e.Sms))
            city.Report(Member, "至少要有一个能打的应急电话：遇到危险的人要看到它。", "[{ number, names: { zh, en } }]");
        if (all.Count > EmergencyNumber.Most)
            city.Report(Member, $"应急电话最多 {EmergencyNumber.Most} 个：更多的就不能一眼看完。");
        return all;
    }

    public static void Write(Utf8JsonWriter json, EmergencyNumber number)
    {
        json.WriteString("number", number.Number);
        json.WriteStartObject("names");
        foreach (var (language, name) in number.Names)
            json.WriteString(language, name);
        json.WriteEndObject();
        if (number.Sms)
            json.WriteBoolean("sms", true);
    }
}
