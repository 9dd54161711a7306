using System.Globalization;
using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;

namespace Suiying.Requests.Model;

/// <summary>Which number of a board is opened: a figure, and the line in which it stands.</summary>
public sealed record BoardFilter
{
    /// <summary>In an address, a code that stands for "none": the place is not known, no unit has it yet.</summary>
    public const string None = "-";

    public required BoardFigure Figure { get; init; }
    public RequestState? State { get; init; }
    public string? County { get; init; }
    public string? Unit { get; init; }

    /// <summary>The unit with which it lies now.</summary>
    public string? Holder { get; init; }

    /// <summary>The same, or any unit under this one.</summary>
    public string? Under { get; init; }

    /// <summary>True where the number stands in 下级汇总 and not on a board.</summary>
    public bool OfTree => Holder is not null || Under is not null;
    public Channel? Channel { get; init; }
    public RequestType? Type { get; init; }

    /// <summary>First-level category.</summary>
    public string? Category { get; init; }

    /// <summary>One day of the period: for <see cref="BoardFigure.Received"/> of registration, else of the end.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Lists of what is due are walked by the due time, all others newest first.</summary>
    public bool ByDue => Figure is BoardFigure.DueToday or BoardFigure.Overdue or BoardFigure.UrgentUnsigned;

    /// <summary>The rows of a set that this number counts, in the list's order.</summary>
    /// <param name="rows">The set, newest first.</param>
    /// <param name="scope">What the actor's board counts.</param>
    /// <param name="city">Units and areas.</param>
    /// <param name="asOf">The moment of the set.</param>
    public IReadOnlyList<BoardRow> Rows(IReadOnlyList<BoardRow> rows, BoardScope scope, CitySnapshot city, DateTimeOffset asOf)
    {
        var times = new BoardTimes(asOf, city.Calendar.Zone);
        var seen = scope.In(city);
        var roots = new Dictionary<string, string>();
        var under = Under is null ? null : city.Units.Subtree(Under).Select(u => u.Code).ToHashSet();
        bool Lies(BoardRow r) =>
            (Holder is null || r.Holder == Holder) && (under is null || r.Holder is { } holder && under.Contains(holder));
        var found = rows.Where(r => Figure.Counts(r, times) && Matches(r, times, roots, city) && Lies(r) && seen(r));
        return ByDue ? [.. found.OrderBy(r => r.DueAt).ThenBy(r => r.Serial)] : [.. found];
    }

    /// <summary>Path and query of the list of rows.</summary>
    public string Href() => "/board/rows" + Query();

    /// <summary>The query alone, with its question mark.</summary>
    public string Query() =>
        AddressWords.Query(
            ("figure", Figure),
            ("state", State),
            ("county", County),
            ("unit", Unit),
            ("holder", Holder),
            ("under", Under),
            ("channel", Channel),
            ("type", Type),
            ("category", Category),
            ("day", Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
        );

    private bool Matches(BoardRow row, BoardTimes times, Dictionary<string, string> roots, CitySnapshot city) =>
        (State is null || row.State == State)
        && (County is null || (row.County ?? None) == Code(County))
        && (Unit is null || (row.Unit ?? None) == Code(Unit))
        && (Channel is null || row.Channel == Channel)
        && (Type is null || row.Type == Type)
        && (Category is null || Code(Board.RootOf(row.Category, city, roots)) == Code(Category))
        && (Day is null || OnDay(row, times));

    private bool OnDay(BoardRow row, BoardTimes times) =>
        (Figure == BoardFigure.Received ? row.RegisteredAt : row.EndedAt) is { } at
        && times.Today.AddDays(times.DayIndex(at) + 1 - BoardTimes.Days) == Day;

    private static string Code(string code) => code.Length == 0 ? None : code;
}
