using System.Globalization;

namespace Suiying.Requests.Storage;

/// <summary>After which row the next slice of a list begins: its time, where the list is walked by one, and its serial.</summary>
internal readonly record struct QueueCursor(DateTimeOffset At, long Serial)
{
    public static string Of(DateTimeOffset? at, long serial) =>
        string.Create(CultureInfo.InvariantCulture, $"{at?.ToUnixTimeMilliseconds() ?? 0}.{serial}");

    /// <summary>The beginning of the list where the text is none.</summary>
    public static QueueCursor Parse(string? text)
    {
        var parts = (text ?? "").Split('.');
        return
            parts.Length == 2
            && long.TryParse(parts[0], CultureInfo.InvariantCulture, out var at)
            && at >= DateTimeOffset.MinValue.ToUnixTimeMilliseconds()
            && at <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            && long.TryParse(parts[1], CultureInfo.InvariantCulture, out var serial)
            ? new QueueCursor(DateTimeOffset.FromUnixTimeMilliseconds(at), serial)
            : default;
    }
}
