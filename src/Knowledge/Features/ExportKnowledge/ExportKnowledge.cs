using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Suiying.Knowledge.Model;
using Suiying.Knowledge.Storage;

namespace Suiying.Knowledge.Features;

/// <summary>导出知识: all that is published, with the columns of an import, so that it can be handed in elsewhere. For everybody.</summary>
public sealed class ExportKnowledge(KnowledgeDb db, KnowledgeDoor door)
{
    public sealed record Table(byte[] Csv, bool Synthetic);

    public async Task<Table> Run(CancellationToken ct)
    {
        var today = door.Now.Day;
        var rows = await (
            from item in db.Items.AsNoTracking()
            join version in db.Versions.AsNoTracking()
                on new { item.Id, Number = item.Published } equals new { Id = version.ItemId, Number = (int?)version.Number }
            orderby item.Owner, item.Id
            select new { item, version }
        ).ToListAsync(ct);
        string[] more = ["时效", "更新日期", "数据性质"];
        return new Table(
            CsvText.Rows(
                [
                    [.. ItemColumns.All.Select(c => c.Chinese), .. more.Select(Translations.Of)],
                    .. rows.Select(r => Cells(r.item, r.version, today)),
                ],
                first: true
            ),
            rows.Any(r => r.item.Synthetic)
        );
    }

    /// <summary>An empty table with one row as an example.</summary>
    public byte[] Template()
    {
        var unit = door.City.Units.All.FirstOrDefault(u => !u.IsClosed())?.Code ?? "";
        return CsvText.Rows([ItemColumns.All.Select(c => c.Chinese), ItemColumns.Example(unit, door.Now.Day)], first: true);
    }

    private string[] Cells(KnowledgeItem item, KnowledgeVersion version, DateOnly today) =>
        [
            .. ItemColumns.Cells(item, version.Content),
            Translations.Of(KnowledgeWords.Of(item.Validity.On(today))),
            door.City.Calendar.DateOf(version.PublishedAt ?? item.UpdatedAt).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            item.Synthetic ? Translations.Of("演示数据") : "",
        ];
}
