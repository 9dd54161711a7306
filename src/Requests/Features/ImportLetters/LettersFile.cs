using System.Globalization;
using Suiying.Engines.Tables;
using Suiying.Requests.Model;

namespace Suiying.Requests.Features;

/// <summary>The two kinds of file, told apart by their header.</summary>
public enum LetterKind
{
    /// <summary>id,user,title,time,body,against,likes: letters that nobody has answered.</summary>
    Letters,

    /// <summary>id,user,title,time,body,reply,reply_time: letters with the answer they got.</summary>
    Replies,
}

/// <summary>One letter as the file has it, checked.</summary>
public sealed record Letter
{
    /// <summary>As a spreadsheet counts, the header being 1.</summary>
    public required int Row { get; init; }
    public required string Id { get; init; }
    public required string User { get; init; }
    public required string Title { get; init; }
    public required string Body { get; init; }
    public required DateTimeOffset At { get; init; }
    public string? Reply { get; init; }
    public DateTimeOffset RepliedAt { get; init; }
}

/// <summary>What a file held.</summary>
public sealed record LettersRead(LetterKind Kind, int Rows, IReadOnlyList<Letter> Letters, IReadOnlyList<RowProblem> Problems);

/// <summary>Reads letters from CSV. Every bad row is told; a bad row never becomes a letter.</summary>
internal sealed class LettersFile(TimeZoneInfo zone, DateTimeOffset now)
{
    private static readonly string[] Common = ["id", "user", "title", "time", "body"];
    private static readonly string[] OfReplies = [.. Common, "reply", "reply_time"];
    private static readonly string[] OfLetters = [.. Common, "against", "likes"];
    private static readonly string[] Times = ["yyyy/M/d H:m:s", "yyyy/M/d H:m", "yyyy-M-d H:m:s", "yyyy-M-d H:m", "yyyy-M-d'T'H:m:s"];
    private static readonly string[] Days = ["yyyy/M/d", "yyyy-M-d"];
    private static readonly Phrase ExpectedTime = "2019/3/5 10:06:36 或 2019-03-05 10:06:36";

    private readonly List<RowProblem> problems = [];
    private readonly List<Letter> letters = [];
    private readonly Dictionary<string, Letter> byId = [];

    public Outcome<LettersRead> Read(TableFile file)
    {
        if (KindOf(file.Header) is not { } kind)
            return Refusal.Invalid(
                new FieldProblem(
                    "1",
                    $"认不出表头。应为 {string.Join(',', OfReplies)}（有答复）或 {string.Join(',', OfLetters)}（无答复）。"
                )
            );
        var rows = 0;
        foreach (var row in file.Rows)
        {
            rows++;
            if (row.Fault is { } fault)
                problems.Add(fault);
            else
                ReadRow(row.Number, kind, file.Header.Zip(row.Cells).ToDictionary(c => c.First, c => c.Second));
        }
        return new LettersRead(kind, rows, letters, problems);
    }

    private static LetterKind? KindOf(IReadOnlyList<string> header) =>
        OfReplies.All(header.Contains) ? LetterKind.Replies
        : OfLetters.All(header.Contains) ? LetterKind.Letters
        : null;

    private void ReadRow(int row, LetterKind kind, Dictionary<string, string> cells)
    {
        var before = problems.Count;
        var (at, _) = Time(row, "time", cells["time"]);
        var title = cells["title"];
        var body = title.Length > ServiceRequest.LongestTitle ? $"{title}\n{cells["body"]}" : cells["body"];
        CheckText(row, "body", body, 5);
        var letter = new Letter
        {
            Row = row,
            Id = cells["id"],
            User = cells["user"],
            Title = ImportIds.Title(title),
            Body = body,
            At = at,
        };
        letter = kind == LetterKind.Replies ? WithReply(letter, cells) : letter;
        if (kind == LetterKind.Letters)
        {
            CheckCount(row, "against", cells["against"]);
            CheckCount(row, "likes", cells["likes"]);
        }
        if (problems.Count == before && IsNew(letter))
            letters.Add(letter);
    }

    private Letter WithReply(Letter letter, Dictionary<string, string> cells)
    {
        CheckText(letter.Row, "reply", cells["reply"], 2);
        var (repliedAt, dayOnly) = Time(letter.Row, "reply_time", cells["reply_time"]);
        // Where only the day is told, an answer of the same day came after the letter.
        if (dayOnly && repliedAt < letter.At && repliedAt.AddDays(1) > letter.At)
            repliedAt = letter.At;
        if (repliedAt != default && repliedAt < letter.At)
            Report(letter.Row, "reply_time", $"答复时间 {cells["reply_time"]} 早于来信时间 {cells["time"]}。", "不早于来信时间");
        return letter with { Reply = cells["reply"], RepliedAt = repliedAt };
    }

    /// <summary>The same id twice is one letter where the rows are the same, and a mistake where they are not.</summary>
    private bool IsNew(Letter letter)
    {
        if (letter.Id.Length == 0 || byId.TryAdd(letter.Id, letter))
            return true;
        if (byId[letter.Id] with { Row = letter.Row } != letter)
            Report(letter.Row, "id", $"编号 {letter.Id} 在第 {byId[letter.Id].Row} 行已有另一封信。", "每封信一个编号");
        return false;
    }

    private (DateTimeOffset At, bool DayOnly) Time(int row, string field, string text)
    {
        bool Is(string[] formats, out DateTime time) =>
            DateTime.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out time);

        var dayOnly = false;
        if (!Is(Times, out var local) && !(dayOnly = Is(Days, out local)))
        {
            Report(row, field, text.Length == 0 ? (Phrase)"没有时间。" : (Phrase)$"“{text}”不是日期和时间。", ExpectedTime);
            return default;
        }
        var at = new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
        if (local.Year >= 1950 && at <= now.AddDays(1))
            return (at, dayOnly);
        Report(row, field, $"时间 {text} 在将来或太早。", $"1950 年至今，例如 {ExpectedTime}");
        return default;
    }

    private void CheckText(int row, string field, string text, int shortest)
    {
        Phrase expected = $"{shortest} 至 {ServiceRequest.LongestLetter} 个字";
        if (text.Length < shortest || text.Length > ServiceRequest.LongestLetter)
            Report(row, field, text.Length == 0 ? (Phrase)"没有内容。" : (Phrase)$"有 {text.Length} 个字。", expected);
        else if (text.Any(c => char.IsControl(c) && c is not ('\r' or '\n' or '\t')))
            Report(row, field, "含有控制字符，文件可能已损坏。", "普通文字");
    }

    private void CheckCount(int row, string field, string text)
    {
        if (text.Length > 0 && !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            Report(row, field, $"“{text}”不是数。", "0 或正整数");
    }

    private void Report(int row, string field, Phrase problem, Phrase expected) =>
        problems.Add(new RowProblem(row, field, problem.ToString(), expected.ToString()));
}
