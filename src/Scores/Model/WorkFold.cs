using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;

namespace Suiying.Scores.Model;

/// <summary>承办计分: makes the counted work of one request from its history: the same history gives the same, whoever asks, when and how often.</summary>
internal static class WorkFold
{
    /// <summary>Work of the hotline stands under no unit.</summary>
    public const string Hotline = "";

    /// <summary>The reply's time must be as long as this for its last hour to be a small part of it.</summary>
    private static readonly TimeSpan Long = TimeSpan.FromHours(24);

    private static readonly TimeSpan LastHour = TimeSpan.FromHours(1);

    /// <summary>How many days the end of a month of scores is.</summary>
    public const int LastDays = 3;

    /// <summary>One row for each round and each month of scores in which it counts.</summary>
    public static IReadOnlyList<UnitWork> Of(RequestHistory history, CitySnapshot city)
    {
        if (history.Steps is not [{ Kind: WorkKind.Registered } registered, ..])
            return [];
        var rows = new Rows(history, registered.At, city);
        rows.Add(1, Hotline, registered.At, WorkFigure.Received);
        foreach (var figure in AtHotline(history.Steps))
            rows.Add(1, Hotline, registered.At, figure);
        var met = new HashSet<string>(StringComparer.Ordinal);
        foreach (var turn in Turns(history.Steps))
        {
            if (met.Add(turn.Unit))
                rows.Add(turn.Given.Seq, turn.Unit, turn.Given.At, WorkFigure.FirstGiven);
            Count(turn, rows, city);
        }
        return rows.Made();
    }

    private static IEnumerable<WorkFigure> AtHotline(IReadOnlyList<JournalStep> steps)
    {
        var said = steps.LastOrDefault(s => s.Kind is WorkKind.NotAccepted or WorkKind.AcceptedAfterAll);
        if (said?.Kind is WorkKind.NotAccepted)
            yield return WorkFigure.NotAccepted;
        if (steps.Any(s => s.Kind is WorkKind.AnsweredAtOnce))
            yield return WorkFigure.AnsweredAtOnce;
    }

    private static List<WorkTurn> Turns(IReadOnlyList<JournalStep> steps)
    {
        var (turns, turn, passed) = (new List<WorkTurn>(), (WorkTurn?)null, false);
        foreach (var step in steps)
        {
            // A second handling asks first and gives it out again after: the answer is about the round before.
            turn?.Take(step);
            var next = step.Kind switch
            {
                WorkKind.Given => WorkTurn.Of(step, passed),
                WorkKind.SecondHandling or WorkKind.Reopened => turn?.Again(step),
                _ => null,
            };
            if (next is not null)
                turns.Add(turn = next);
            if (step.Kind is WorkKind.Returned)
                (turn, passed) = (null, true);
        }
        return turns;
    }

    private static void Count(WorkTurn turn, Rows rows, CitySnapshot city)
    {
        void Add(DateTimeOffset at, WorkFigure figure, bool counts = true)
        {
            if (counts)
                rows.Add(turn.Given.Seq, turn.Unit, at, figure);
        }
        bool OnTheHalfHour(DateTimeOffset at) => city.Calendar.Local(at).Minute is 0 or 30;

        var done = turn.Last.Ended;
        if (turn.IsRoot)
        {
            Add(turn.Given.At, WorkFigure.Given);
            Add(turn.Given.At, WorkFigure.Passed, turn.Passed);
            Add(turn.Given.At, WorkFigure.GivenReturned, turn.Returned);
            Add(turn.Given.At, WorkFigure.GivenEnded, done);
            Add(turn.Given.At, WorkFigure.GivenRedone, turn.Last != turn);
        }
        if (turn.ContactedAt is { } contacted)
        {
            Add(contacted, WorkFigure.Contacted);
            Add(contacted, WorkFigure.ContactedRound, OnTheHalfHour(contacted));
        }
        if (turn.Returned)
            return;
        if (turn.SignDue is { } sign && (turn.SignedAt is not null || !(turn.OverAt < sign)))
        {
            Add(sign, WorkFigure.SignDue);
            Add(sign, WorkFigure.SignedInTime, turn.SignedAt <= sign);
        }
        if (turn.ReplyDue is { } due && (turn.RepliedAt is not null || !(turn.OverAt < due)))
        {
            Add(due, WorkFigure.ReplyDue);
            Add(due, WorkFigure.DueReplied, turn.RepliedAt is not null);
            Add(due, WorkFigure.DueInTime, turn.RepliedAt <= due);
            Add(due, WorkFigure.DueClosed, done);
            Add(due, WorkFigure.DueClosedInTime, done && turn.RepliedAt <= due);
        }
        if (turn is { RepliedAt: { } replied, Elsewhere: false })
            CountReply(turn, replied, Add, OnTheHalfHour, city);
        if (turn.Asked is { Answers.Solved: var solved } asked)
        {
            Add(asked.At, WorkFigure.Asked);
            Add(asked.At, WorkFigure.SaidUnsolved, solved is AnswerDegree.No);
            Add(asked.At, WorkFigure.FirstAsked, turn.IsRoot);
            Add(asked.At, WorkFigure.FirstSolved, turn.IsRoot && solved is AnswerDegree.Yes);
        }
        if (turn.UnreachedAt is { } unreached)
            Add(unreached, WorkFigure.Unreached);
    }

    private static void CountReply(
        WorkTurn turn,
        DateTimeOffset replied,
        Action<DateTimeOffset, WorkFigure, bool> add,
        Func<DateTimeOffset, bool> onTheHalfHour,
        CitySnapshot city
    )
    {
        var day = city.Calendar.DateOf(replied);
        var (_, until) = city.Scores.DaysOf(city.Scores.MonthOf(day));
        add(replied, WorkFigure.Replied, true);
        add(replied, WorkFigure.SentBack, turn.SentBack > 0);
        add(replied, WorkFigure.SentBackTwice, turn.SentBack > 1);
        add(replied, WorkFigure.RepliedLastDays, day >= until.AddDays(-LastDays));
        add(replied, WorkFigure.RepliedRound, onTheHalfHour(replied));
        if (turn.ReplyDue is { } due && replied <= due && due - turn.Given.At >= Long)
        {
            add(replied, WorkFigure.RepliedLong, true);
            add(replied, WorkFigure.RepliedLastHour, due - replied <= LastHour);
        }
        if (turn.OverAt is { } over)
        {
            add(over, WorkFigure.Concluded, true);
            add(over, WorkFigure.ConcludedAgain, turn.AgainAt - over <= WorkTurn.AgainWithin);
        }
    }

    /// <summary>The rows that are being made.</summary>
    private sealed class Rows(RequestHistory history, DateTimeOffset registered, CitySnapshot city)
    {
        private readonly SortedDictionary<(int Turn, DateOnly Month), UnitWork> made = [];

        public void Add(int turn, string unit, DateTimeOffset at, WorkFigure figure)
        {
            var month = MonthSpan.MonthOf(city, at);
            if (!made.TryGetValue((turn, month), out var row))
                made[(turn, month)] = row = new UnitWork
                {
                    RequestId = history.Request,
                    Turn = turn,
                    Month = month,
                    Unit = unit,
                    Number = history.Number,
                    Cohort = MonthSpan.MonthOf(city, registered),
                    Figures = history.Synthetic ? 1L << (int)WorkFigure.Synthetic : 0,
                };
            row.Figures |= 1L << (int)figure;
        }

        public IReadOnlyList<UnitWork> Made() => [.. made.Values];
    }
}
