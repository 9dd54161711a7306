using System.Globalization;
using Suiying.Requests.Model;

namespace Suiying.Requests.Features;

/// <summary>The public list as a table file: the same rows as on the page, the newest 5,000 of them.</summary>
public sealed class ExportPublicRequests(ListPublicRequests list)
{
    public const int Most = 5000;

    private static readonly string[] Heads =
    [
        "登记日期",
        "类型",
        "类别",
        "乡镇街道",
        "状态",
        "承办单位",
        "办结日期",
        "是否解决",
        "是否满意",
        "也遇到人数",
        "公开内容",
        "数据性质",
    ];

    public sealed record Table(byte[] Csv, bool Synthetic);

    public async Task<Outcome<Table>> Run(ListPublicRequests.Query query, CancellationToken ct)
    {
        var rows = new List<PublicRequest>();
        var page = query with { Take = ListPublicRequests.MostRows, After = null };
        do
        {
            if (!(await list.Run(page, ct)).Ok(out var slice, out var refusal))
                return refusal;
            rows.AddRange(slice.Rows);
            page = page with { After = slice.Next };
        } while (page.After is not null && rows.Count < Most);
        return new Table(
            CsvText.Rows([Heads.Select(Translations.Of), .. rows.Take(Most).Select(Cells)], first: true),
            rows.Any(r => r.Synthetic)
        );
    }

    private static string[] Cells(PublicRequest row) =>
        [
            Day(row.RegisteredOn),
            Translations.Of(RequestTexts.Of(row.Type)),
            row.Category,
            row.Township,
            Translations.Of(RequestTexts.Of(row.State)),
            row.UnitName,
            row.EndedOn is { } end ? Day(end) : "",
            row.Solved is { } solved ? Translations.Of(RequestTexts.Of(solved))
            : row is { State: RequestState.Closed, Text: not null } ? Translations.Of("是否解决未知")
            : "",
            row.Satisfied is { } satisfied ? Translations.Of(RequestTexts.Of(satisfied)) : "",
            row.Supporters.ToString(CultureInfo.InvariantCulture),
            row.Text ?? "",
            row.Synthetic ? Translations.Of("演示数据") : "",
        ];

    private static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
