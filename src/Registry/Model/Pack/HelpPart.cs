using System.Text.Json;
using Suiying.Contracts.Registry;

namespace Suiying.Registry.Model.Pack;

/// <summary>The member <c>help</c> of city.json: 随呼随应, the categories that have a button of their own.</summary>
internal static class HelpPart
{
    public const string Member = "help";

    public static IReadOnlyList<HelpPicture>? Read(JsonPart city)
    {
        if (!city.Element.TryGetProperty(Member, out _))
            return null;
        var all = new List<HelpPicture>();
        foreach (var part in city.Objects(Member))
        {
            var (category, picture) = (part.Text("category"), part.Text("picture"));
            if (picture.Length > 0 && !HelpPicture.Pictures.Contains(picture))
                part.Report("picture", $"没有图形“{picture}”。", string.Join('、', HelpPicture.Pictures));
            if (all.Exists(h => h.Category == category))
                part.Report("category", $"类别 {category} 出现了两次。");
            all.Add(new HelpPicture(category, picture));
        }
        if (all.Count > HelpPicture.Most)
            city.Report(Member, $"最多 {HelpPicture.Most} 个：更多的就不能一眼看完。");
        return all;
    }

    public static void Check(PackFolder folder, CityFacts? city, CategoriesFile categories)
    {
        foreach (var (help, i) in (city?.Profile.Help ?? []).Select((h, i) => (h, i)))
        {
            if (help.Category.Length > 0 && !categories.Categories.Any(c => c.Code == help.Category))
                folder.Report(CityFile.Name, null, $"{Member}[{i}].category", $"没有类别 {help.Category}。", CategoriesFile.Name);
        }
    }

    public static void Write(Utf8JsonWriter json, HelpPicture help)
    {
        json.WriteString("category", help.Category);
        json.WriteString("picture", help.Picture);
    }
}
