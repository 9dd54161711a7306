using Suiying.Contracts.Registry;
using Suiying.Scores.Model;
using Suiying.Scores.Storage;

namespace Suiying.Scores.Features;

/// <summary>四类排名: which units of a group are 先进, 进步, 整改 or 治理 in a month of scores, and how each did beside the month before.</summary>
public sealed class ListClasses(MonthBoards boards, ScoreBook book, ListGoverned governed, ICityRegistry registry, TimeProvider time)
{
    public sealed record Query
    {
        /// <summary>First day of the calendar month that names it; null for the running one.</summary>
        public DateOnly? Month { get; init; }

        public ScoreGroup Group { get; init; } = ScoreGroup.Township;
    }

    /// <param name="Span">The month of scores.</param>
    /// <param name="Months">To choose from, newest first.</param>
    /// <param name="Group">Which is compared.</param>
    /// <param name="Book">As the month stands: released, or still open.</param>
    /// <param name="Ranked">How many units of the whole city have a place.</param>
    /// <param name="Units">With callbacks in the month, in the order of the whole city.</param>
    /// <param name="Governed">The list of governed ones and on what it stands.</param>
    /// <param name="Synthetic">Some requests of the month were made by a generator.</param>
    public sealed record View(
        MonthSpan Span,
        IReadOnlyList<DateOnly> Months,
        ScoreGroup Group,
        ScoreBook.Month Book,
        int Ranked,
        IReadOnlyList<UnitStanding> Units,
        ListGoverned.View Governed,
        bool Synthetic
    )
    {
        public DateOnly Month => Span.Month;

        public ScoreScheme Scheme => Book.Scheme;

        /// <summary>Those in one of the classes of the month; the most risen first in 进步, else in their order.</summary>
        internal IEnumerable<UnitStanding> Of(ScoreClass each)
        {
            var within = Units.Where(u => u.Classes.Contains(each));
            return each is ScoreClass.Improved ? within.OrderByDescending(u => u.Change) : within;
        }
    }

    public async Task<Outcome<View>> Run(Query query, Actor by, CancellationToken ct)
    {
        if (!ScoreAccess.MayRead(by))
            return new NotAllowed();
        var city = registry.Current;
        var today = city.Calendar.DateOf(time.GetUtcNow());
        var running = city.Scores.MonthOf(today);
        var month = query.Month ?? running;
        if (!(await governed.Run(new() { Month = month, Group = query.Group }, by, ct)).Ok(out var listed, out var refusal))
            return refusal;
        var board = await boards.Read(city, month, query.Group, ct);
        var before = await boards.Read(city, month.AddMonths(-1), query.Group, ct);
        var onList = listed.Units.Select(row => row.Unit.Code).ToHashSet();
        return new View(
            MonthSpan.Of(month, board.Book.Scheme, today),
            await book.Months(running, ct),
            query.Group,
            board.Book,
            board.Rows.Count(r => r.Rank is not null),
            // Classes of the whole city, also for who sees a part of it.
            [
                .. MonthlyClasses
                    .Of(board.Rows, before.Rows, onList, board.Book.Scheme.ClassesInForce())
                    .Where(u => ScoreAccess.MayRead(by, u.Score.Unit, city)),
            ],
            listed,
            board.Synthetic
        );
    }
}
