using System.Globalization;
using System.Text.Json;
using CsvHelper;
using Microsoft.EntityFrameworkCore;
using Suiying.Channels.Model.Inbox;
using Suiying.Channels.Model.Phone;
using Suiying.Channels.Storage;
using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;

namespace Suiying.Channels.Features;

/// <summary>
/// Fills an empty inbox from a pack's <c>demo/inbox.csv</c>, each way with a source of its own. Every fault of the file is told with its row, and then
/// nothing is loaded.
/// </summary>
public sealed class FillInbox(ChannelsDb db, ICityRegistry registry, InboxGate gate, InboxKeeper keeper, TimeProvider time)
{
    public sealed record Command
    {
        /// <summary>The CSV file.</summary>
        public required string Path { get; init; }
    }

    private static readonly string[] Columns = ["kind", "minutes", "from", "name", "subject", "text", "about", "reference"];

    /// <summary>How many messages were made; 0 where there were some already.</summary>
    public async Task<Outcome<int>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.System))
            return new NotAllowed();
        if (await db.Inbox.AnyAsync(ct))
            return 0;
        var now = DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
        if (!Read(command.Path, now).Ok(out var messages, out var refusal))
            return refusal;

        var sources = messages.Select(m => m.Kind).Distinct().ToDictionary(kind => kind, kind => Source(kind, by, now));
        db.InboxSources.AddRange(sources.Values);
        await db.SaveChangesAsync(ct);
        foreach (var (kind, notice) in messages.OrderBy(m => m.Notice.At))
            await keeper.Keep(sources[kind].Id, notice, notice.At, ct);
        return messages.Count;
    }

    private Outcome<List<(InboxKind Kind, MessageNotice Notice)>> Read(string path, DateTimeOffset now)
    {
        var (messages, wrong) = (new List<(InboxKind, MessageNotice)>(), new List<FieldProblem>());
        try
        {
            using var csv = CsvReader.FromText(File.ReadAllText(path), CsvReaderOptions.Default with { TrackLineNumbers = true });
            csv.ReadHeader();
            if (Columns.Except(csv.Headers).Any())
                return Refusal.Invalid(new FieldProblem("inbox.csv:1", $"第一行必须是表头：{string.Join(',', Columns)}。"));
            while (csv.Read())
            {
                if (!Enum.TryParse<InboxKind>(csv.GetString("kind"), out var kind))
                    wrong.Add(
                        new FieldProblem($"inbox.csv:{csv.LineNumber}:kind", $"应为：{string.Join('、', Enum.GetNames<InboxKind>())}。")
                    );
                else if (Notice(csv, now).Ok(out var notice, out var refusal))
                    messages.Add((kind, notice));
                else
                    wrong.AddRange(refusal.Fields.Select(f => f with { Field = $"inbox.csv:{csv.LineNumber}:{f.Field}" }));
            }
        }
        catch (CsvFormatException broken)
        {
            wrong.Add(new FieldProblem("inbox.csv", $"文件不是合格的 CSV：{broken.Message}"));
        }
        return wrong.Count == 0 ? messages : Refusal.Invalid(wrong);
    }

    /// <summary>Read as a source would tell it.</summary>
    private Outcome<MessageNotice> Notice(CsvReader csv, DateTimeOffset now)
    {
        string? Cell(string name) => csv.GetString(name).Trim() is { Length: > 0 } text ? text : null;
        var minutes = int.TryParse(Cell("minutes"), NumberStyles.None, CultureInfo.InvariantCulture, out var ago) ? ago : 0;
        var told = new
        {
            id = $"demo-{csv.LineNumber}",
            at = now.AddMinutes(-minutes),
            from = Cell("from"),
            name = Cell("name"),
            subject = Cell("subject"),
            text = Cell("text"),
            about = Cell("about"),
            reference = Cell("reference"),
        };
        return MessageNoticeReader.Read(JsonSerializer.Serialize(told), registry.Current.City.PhoneCountry, now);
    }

    private InboxSource Source(InboxKind kind, Actor by, DateTimeOffset now)
    {
        var source = new InboxSource(Guid.CreateVersion7(now), kind, $"{InboxWords.Of(kind)}（演示）", by, now);
        source.Keep(gate.Encrypt(SignedMessage.NewSecret()));
        return source;
    }
}
