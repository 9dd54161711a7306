using System.Globalization;
using CsvHelper;
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

    /// <summary>The mark tells spreadsheet programs that this is UTF-8.</summary>
    private static readonly CsvWriterOptions Options = new() { WriteByteOrderMark = true, Injection = CsvInjection.Escape };

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
        return new Table(Write(rows.Take(Most)), rows.Any(r => r.Synthetic));
    }

    private static byte[] Write(IEnumerable<PublicRequest> rows)
    {
        using var memory = new MemoryStream();
        using (var csv = CsvWriter.Create(memory, Options, leaveOpen: true))
        {
            foreach (var head in Heads)
                csv.WriteField(Translations.Of(head));
            csv.EndRecord();
            foreach (var row in rows)
                Write(csv, row);
        }
        return memory.ToArray();
    }

    private static void Write(CsvWriter csv, PublicRequest row)
    {
        csv.WriteField(Day(row.RegisteredOn));
        csv.WriteField(Translations.Of(RequestTexts.Of(row.Type)));
        csv.WriteField(row.Category);
        csv.WriteField(row.Township);
        csv.WriteField(Translations.Of(RequestTexts.Of(row.State)));
        csv.WriteField(row.UnitName);
        csv.WriteField(row.EndedOn is { } end ? Day(end) : "");
        csv.WriteField(row.Solved is { } solved ? Translations.Of(RequestTexts.Of(solved)) : "");
        csv.WriteField(row.Satisfied is { } satisfied ? Translations.Of(RequestTexts.Of(satisfied)) : "");
        csv.WriteField(row.Supporters);
        csv.WriteField(row.Text ?? "");
        csv.WriteField(row.Synthetic ? Translations.Of("演示数据") : "");
        csv.EndRecord();
    }

    private static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
