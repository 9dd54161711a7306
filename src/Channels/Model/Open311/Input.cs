using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Suiying.Channels.Model;

/// <summary>The parameters of a call, from address and form together. What is wrong with them is gathered and told at once.</summary>
internal sealed class Input(IReadOnlyList<(string Name, string Value)> pairs, IReadOnlyList<IFormFile> files)
{
    public const int Most = 1000;
    private const int LastPage = 1_000_000;

    private readonly List<FieldProblem> problems = [];

    public IReadOnlyList<IFormFile> Files => files;

    /// <summary>Null while nothing is wrong.</summary>
    public Refusal? Wrong => problems.Count == 0 ? null : Refusal.Invalid(problems);

    public void Problem(string name, string text) => problems.Add(new FieldProblem(name, text));

    /// <summary>A parameter that stands once; an empty one is as none. Said twice in two ways it is refused rather than chosen from.</summary>
    public string? One(string name)
    {
        var values = pairs
            .Where(p => p.Name == name && !string.IsNullOrWhiteSpace(p.Value))
            .Select(p => p.Value.Trim())
            .Distinct()
            .ToList();
        if (values.Count > 1)
            Problem(name, "这个参数出现了多次，且内容不同。");
        return values.FirstOrDefault();
    }

    public string? Must(string name)
    {
        var value = One(name);
        if (value is null)
            Problem(name, "缺少这个参数。");
        return value;
    }

    /// <summary>A list: separated by commas, repeated, or both. Null where there is none.</summary>
    public IReadOnlyList<string>? Many(string name)
    {
        var values = pairs
            .Where(p => p.Name == name)
            .SelectMany(p => p.Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Distinct()
            .ToList();
        if (values.Count > Most)
            Problem(name, $"一次最多{Most}个。");
        return values.Count == 0 ? null : values;
    }

    public string? Short(string name, int longest)
    {
        var value = One(name);
        if (value?.Length > longest)
            Problem(name, $"最多{longest}个字。");
        return value;
    }

    /// <summary>WGS-84 degrees.</summary>
    public double? Degrees(string name, double most)
    {
        if (One(name) is not { } text)
            return null;
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) || !(Math.Abs(degrees) <= most))
            Problem(name, $"应为WGS-84坐标，在-{most}和{most}之间。");
        return degrees;
    }

    public bool Flag(string name) => One(name) is { } text && text.Equals("true", StringComparison.OrdinalIgnoreCase);

    /// <summary>One of a list of keys, or null where nothing is chosen.</summary>
    public string? Choice(string name, IReadOnlyCollection<string> keys)
    {
        var value = One(name);
        if (value is not null && !keys.Contains(value))
            Problem(name, $"只能是{string.Join("、", keys)}。");
        return value;
    }

    public int Whole(string name, int otherwise, int most)
    {
        if (One(name) is not { } text)
            return otherwise;
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1)
        {
            Problem(name, "应为大于0的整数。");
            return otherwise;
        }
        return Math.Min(number, most);
    }

    /// <summary>Page and size: how many rows to pass over and how many to give.</summary>
    public (int Skip, int Take) Paging()
    {
        var size = Whole("page_size", Most, Most);
        return ((Whole("page", 1, LastPage) - 1) * size, size);
    }

    public DateTimeOffset? Time(string name)
    {
        if (One(name) is not { } text)
            return null;
        var at = W3Time.Read(text);
        if (at is null)
            Problem(name, "应为带时区的时间，例如2026-03-02T10:00:00+08:00或2026-03-02T02:00:00Z。");
        return at;
    }

    /// <summary>The span asked for, at most 90 days unless any will do; the newest 90 where nothing is asked. Both ends are meant to the second.</summary>
    public (DateTimeOffset From, DateTimeOffset Before) Span(DateTimeOffset now, bool any = false)
    {
        var longest = any ? TimeSpan.FromDays(100_000) : TimeSpan.FromDays(90);
        var (start, end) = (Time("start_date"), Time("end_date"));
        var until = end ?? (start is { } s && s + longest < now ? s + longest : now);
        var from = start ?? until - longest;
        if (start is not null && end is not null && from > until)
            Problem("start_date", "start_date晚于end_date。");
        if (until - from > longest)
            Problem("end_date", "start_date和end_date之间最多90天。");
        return (Second(from), Second(until).AddSeconds(1));
    }

    private static DateTimeOffset Second(DateTimeOffset at) => DateTimeOffset.FromUnixTimeSeconds(at.ToUnixTimeSeconds());
}
