using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;

namespace Suiying.Requests.Model;

/// <summary>One line of a board's table.</summary>
public sealed record BoardLine(string Code, string Name, BoardCounts Counts);

/// <summary>One day of the curve.</summary>
public sealed record BoardDay(DateOnly Date, int Received, int Ended);

/// <summary>Where the city's requests stand, for one actor's scope, at one moment.</summary>
public sealed class Board
{
    private readonly BoardCounts all = new();
    private readonly Dictionary<RequestState, int> states = [];
    private readonly Dictionary<string, BoardCounts> counties = [];
    private readonly Dictionary<string, BoardCounts> units = [];
    private readonly Dictionary<Channel, int> channels = [];
    private readonly Dictionary<RequestType, int> types = [];
    private readonly Dictionary<string, int> categories = [];
    private readonly int[] received = new int[BoardTimes.Days];
    private readonly int[] ended = new int[BoardTimes.Days];

    private Board(BoardTimes times, BoardScope scope) => (Times, Scope) = (times, scope);

    /// <summary>The moment to which all numbers belong.</summary>
    public BoardTimes Times { get; }

    /// <summary>What of the city is counted.</summary>
    public BoardScope Scope { get; }

    /// <summary>Figures that mean something in this scope: where sealed ones are left out, 0 of them would be no answer.</summary>
    public IEnumerable<BoardFigure> Figures => Enum.GetValues<BoardFigure>().Where(f => f != BoardFigure.Sealed || !Scope.OpenOnly);

    public BoardCounts All => all;

    /// <summary>True where at least one of the requests was made by a generator.</summary>
    public bool Synthetic { get; private set; }

    /// <summary>Open requests by state, in the order of the lifecycle.</summary>
    public IReadOnlyList<(RequestState State, int Count)> ByState => [.. states.OrderBy(s => s.Key).Select(s => (s.Key, s.Value))];

    public IReadOnlyList<BoardLine> ByCounty { get; private set; } = [];

    public IReadOnlyList<BoardLine> ByUnit { get; private set; } = [];

    /// <summary>Received in seven days, most first.</summary>
    public IReadOnlyList<(Channel Channel, int Count)> ByChannel =>
        [.. channels.OrderByDescending(c => c.Value).Select(c => (c.Key, c.Value))];

    public IReadOnlyList<(RequestType Type, int Count)> ByType => [.. types.OrderByDescending(t => t.Value).Select(t => (t.Key, t.Value))];

    /// <summary>By category of the first level; an empty code is not yet classified.</summary>
    public IReadOnlyList<(string Code, string Name, int Count)> ByCategory { get; private set; } = [];

    public IReadOnlyList<BoardDay> ByDay =>
        [
            .. Enumerable
                .Range(0, BoardTimes.Days)
                .Select(i => new BoardDay(Times.Today.AddDays(i + 1 - BoardTimes.Days), received[i], ended[i])),
        ];

    public static Board Of(IReadOnlyList<BoardRow> rows, BoardScope scope, CitySnapshot city, DateTimeOffset asOf)
    {
        var board = new Board(new BoardTimes(asOf, city.Calendar.Zone), scope);
        var seen = scope.In(city);
        var roots = new Dictionary<string, string>();
        foreach (var row in rows)
        {
            if (seen(row))
                board.Add(row, RootOf(row.Category, city, roots));
        }
        board.ByCounty = Lines(board.counties, code => city.Areas.Find(code)?.Name ?? "地点未定");
        board.ByUnit = Lines(board.units, code => code.Length == 0 ? "未派单" : city.Units.NameOf(code));
        board.ByCategory =
        [
            .. board
                .categories.OrderByDescending(c => c.Value)
                .Select(c => (c.Key, city.Categories.Find(c.Key)?.Name ?? "未分类", c.Value)),
        ];
        return board;
    }

    /// <summary>The first-level category above one; empty where there is none.</summary>
    public static string RootOf(string? category, CitySnapshot city, Dictionary<string, string> known)
    {
        if (category is null)
            return "";
        if (!known.TryGetValue(category, out var root))
            known[category] = root = city.Categories.Upwards(category).LastOrDefault()?.Code ?? "";
        return root;
    }

    private void Add(BoardRow row, string category)
    {
        var mask = BoardCounts.Mask(row, Times);
        if (mask == 0)
            return;
        Synthetic |= row.Synthetic;
        all.Add(mask);
        Group(counties, row.County ?? "").Add(mask);
        Group(units, row.Unit ?? "").Add(mask);
        if (row.Open)
            Count(states, row.State);
        if (row.RegisteredAt >= Times.WeekStart)
        {
            Count(channels, row.Channel);
            Count(types, row.Type);
            Count(categories, category);
        }
        if (row.RegisteredAt >= Times.PeriodStart)
            Count(received, row.RegisteredAt);
        if (row.EndedAt is { } end && end >= Times.PeriodStart)
            Count(ended, end);
    }

    private void Count(int[] days, DateTimeOffset at)
    {
        // A clock that runs ahead, or a day that began since, must not break the board.
        if (Times.DayIndex(at) is >= 0 and < BoardTimes.Days and var day)
            days[day]++;
    }

    private static void Count<TKey>(Dictionary<TKey, int> counts, TKey key)
        where TKey : notnull => counts[key] = counts.GetValueOrDefault(key) + 1;

    private static BoardCounts Group(Dictionary<string, BoardCounts> groups, string code)
    {
        if (!groups.TryGetValue(code, out var counts))
            groups[code] = counts = new BoardCounts();
        return counts;
    }

    private static IReadOnlyList<BoardLine> Lines(Dictionary<string, BoardCounts> groups, Func<string, string> name) =>
        [.. groups.Select(g => new BoardLine(g.Key, name(g.Key), g.Value)).OrderBy(l => l.Code, StringComparer.Ordinal)];
}
