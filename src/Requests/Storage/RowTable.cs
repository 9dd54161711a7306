using System.Globalization;
using Suiying.Contracts.Registry;
using Suiying.Requests.Model;

namespace Suiying.Requests.Storage;

/// <summary>Rows of a desk's list as a table for spreadsheet programs.</summary>
public static class RowTable
{
    private static readonly string[] Head =
    [
        "工单编号",
        "标题",
        "类型",
        "渠道",
        "状态",
        "紧急程度",
        "类别",
        "地点",
        "承办单位",
        "登记",
        "派单",
        "下一期限",
        "答复期限",
        "回访结果",
        "我也遇到",
        "数据性质",
    ];

    public static IEnumerable<IEnumerable<string>> Lines(IEnumerable<RequestRow> rows, CitySnapshot city)
    {
        yield return Head.Select(Translations.Of);
        foreach (var row in rows)
            yield return
            [
                row.Number,
                // A file wanders; what is sealed stays behind the door.
                row.Confidentiality == Confidentiality.Normal
                    ? row.Title
                    : Translations.Of(RequestTexts.Of(row.Confidentiality)),
                Translations.Of(RequestTexts.Of(row.Type)),
                Translations.Of(RequestTexts.Of(row.Channel)),
                Translations.Of(RequestTexts.Of(row.State)),
                Translations.Of(RequestTexts.OfGrade(row.Grade)),
                row.Category,
                row.Area,
                row.HolderName is { } holder ? $"{row.UnitName} → {holder}" : row.UnitName,
                At(row.RegisteredAt),
                At(row.DispatchedAt),
                At(row.DueAt),
                At(row.ReplyDueAt),
                row.Solved is { } solved ? Translations.Of(RequestTexts.Of(solved)) : "",
                row.Supporters.ToString(CultureInfo.InvariantCulture),
                row.Synthetic || city.City.Synthetic ? Translations.Of("演示数据") : "",
            ];

        string At(DateTimeOffset? time) => time is { } at ? city.Local(at).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : "";
    }
}
