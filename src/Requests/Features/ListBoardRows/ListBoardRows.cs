using System.Globalization;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>
/// The rows behind one number of a board: the same rows of the same moment, so that the list is as long as the number says. A row shows
/// the request as it is now.
/// </summary>
public sealed class ListBoardRows(RowsBySerial rows, BoardRows boards)
{
    public sealed record Query
    {
        public required BoardFilter Filter { get; init; }

        /// <summary><see cref="Slice{T}.Next"/> of the slice before.</summary>
        public string? After { get; init; }

        public int Take { get; init; } = 50;
    }

    /// <param name="Rows">This slice.</param>
    /// <param name="Total">How many rows there are in all: the number on the board.</param>
    /// <param name="AsOf">The moment to which the number belongs.</param>
    public sealed record Result(Slice<RequestRow> Rows, int Total, DateTimeOffset AsOf);

    public async Task<Outcome<Result>> Run(Query query, Actor by, CancellationToken ct)
    {
        if ((query.Filter.OfTree ? BoardScope.Tree(by) : BoardScope.Of(by)) is not { } scope)
            return new NotAllowed();
        var set = await boards.Get(ct);
        var take = Math.Clamp(query.Take, 1, RowsBySerial.Most);
        var all = query.Filter.Rows(set.Rows, scope, set.City, set.AsOf);
        var page = all.Skip(Start(all, query)).Take(take + 1).ToList();
        var next = page.Count > take ? CursorOf(page[take - 1]) : null;
        var serials = page.Take(take).Select(r => r.Serial).ToList();
        var found = await rows.Find(serials, set.City, by, ct);
        return new Result(new Slice<RequestRow>(found, next), all.Count, set.AsOf);
    }

    private static int Start(IReadOnlyList<BoardRow> all, Query query)
    {
        if (Parse(query.After) is not var (due, serial))
            return 0;
        // The set may be newer than the page before; what is passed over is told by order and not by count.
        var passed = query.Filter.ByDue
            ? all.TakeWhile(r => Due(r) < due || Due(r) == due && r.Serial <= serial)
            : all.TakeWhile(r => r.Serial >= serial);
        return passed.Count();
    }

    private static long Due(BoardRow row) => row.DueAt?.ToUnixTimeMilliseconds() ?? 0;

    private static string CursorOf(BoardRow row) => string.Create(CultureInfo.InvariantCulture, $"{Due(row)}.{row.Serial}");

    private static (long Due, long Serial)? Parse(string? text)
    {
        var parts = (text ?? "").Split('.');
        return
            parts.Length == 2
            && long.TryParse(parts[0], CultureInfo.InvariantCulture, out var due)
            && long.TryParse(parts[1], CultureInfo.InvariantCulture, out var serial)
            ? (due, serial)
            : null;
    }
}
