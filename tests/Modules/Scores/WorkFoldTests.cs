using CsCheck;
using Suiying.Contracts.Requests;
using Suiying.Scores.Model;
using Suiying.Testing;

namespace Suiying.Tests.Scores;

/// <summary>办理指标 (domain A.9, A.12, C.5): from the steps of requests to each measure with what is counted and of how many.</summary>
public sealed class WorkFoldTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    /// <summary>Monday, at a minute that is not round.</summary>
    private static readonly DateTimeOffset Start = new(2026, 2, 23, 9, 7, 0, TimeSpan.FromHours(8));

    private static readonly JournalStep Registered = At(0, WorkKind.Registered);

    /// <summary>Solved in time.</summary>
    private static readonly JournalStep[] Plain =
    [
        Registered,
        Give(0, "A"),
        At(1, WorkKind.Signed),
        At(2, WorkKind.Contacted),
        At(24, WorkKind.Replied),
        Ask(48, AnswerDegree.Yes),
    ];

    /// <summary>B returned it; A signs late, replies late, and the person is not reached.</summary>
    private static readonly JournalStep[] PassedOn =
    [
        Registered,
        Give(0, "B"),
        At(5, WorkKind.Returned),
        Give(6, "A"),
        At(6 + 25, WorkKind.Signed),
        At(6 + 26, WorkKind.Contacted),
        At(6 + 169, WorkKind.Replied),
        At(250, WorkKind.Unreached) with
        {
            Ended = true,
        },
    ];

    /// <summary>Sent back until it is late, not solved, and done in time in the second round.</summary>
    private static readonly JournalStep[] Twice =
    [
        Registered,
        Give(0, "A"),
        At(1, WorkKind.Signed),
        At(2, WorkKind.Contacted),
        At(167.5, WorkKind.Replied),
        At(167.8, WorkKind.SentBack),
        At(170, WorkKind.Replied),
        Give(200, "A", WorkKind.SecondHandling) with
        {
            Answers = new(null, AnswerDegree.No, null),
        },
        At(201, WorkKind.Signed),
        At(202, WorkKind.Contacted),
        At(220, WorkKind.Replied),
        Ask(240, AnswerDegree.Yes),
    ];

    private static readonly JournalStep[][] Everything =
    [
        Plain,
        PassedOn,
        [Registered, Give(0, "A")],
        Twice,
        [Registered, Give(0, "A"), At(20, WorkKind.Ended) with { Ended = true }],
        [Registered, At(1, WorkKind.AnsweredAtOnce) with { Ended = true }],
        [Registered, At(1, WorkKind.NotAccepted) with { Ended = true }],
    ];

    [Fact]
    public void Each_measure_is_what_is_counted_of_how_many()
    {
        var counts = CountsOf("A");
        Assert.Equal(
            [
                "派单准确率 5/5",
                "回退率 0/5",
                "办结率 4/5",
                "重办率 1/5",
                "按时签收率 3/5",
                "处置率 4/5",
                "按时办结率 2/5",
                "结案率 4/5",
                "按期结案率 2/5",
                "返工率 1/4",
                "有效回访率 3/4",
                "一次解决率 1/2",
            ],
            WorkMeasure.OfUnits.Select(m => $"{m.Name} {m.Rate(counts).Of}/{m.Rate(counts).N}")
        );
        var all = Everything.SelectMany(Fold).Aggregate(WorkCounts.None, (sum, w) => sum + WorkCounts.Of(w.Figures, 1));
        Assert.Equal(
            ["直接答复率 1/6", "派单准确率 5/6", "转派次数 1/5", "一次解决率 1/2"],
            WorkMeasure.OfCity.Select(m => $"{m.Name} {m.Rate(all).Of}/{m.Rate(all).N}")
        );
        Assert.Equal("回退率 1/1", $"回退率 {Measure("回退率", "B").Of}/{Measure("回退率", "B").N}");
        Assert.Null(Measure("按时签收率", "B").Value);
    }

    [Fact]
    public void Each_sign_is_what_is_counted_of_how_many()
    {
        var signs = WorkSign.Of(CountsOf("A"), CountsOf("A"), new DateOnly(2026, 3, 1), app.City.Scores);
        Assert.Equal(
            ["月末集中答复 0/4", "卡着期限答复 0/2", "整点半点答复 0/4", "整点半点联系 0/4", "办完又办 1/4", "报办结而未解决 1/3"],
            signs.Select(s => $"{s.Name} {s.Rate.Of}/{s.Rate.N}")
        );
        Assert.Equal([3 / 28.0, 1 / 24.0, 2 / 60.0, 2 / 60.0, 1 / 4.0, 1 / 3.0], signs.Select(s => s.Expected!.Value));
        Assert.DoesNotContain(signs, s => s.Stands);
    }

    [Theory]
    [InlineData(10, 5, true)]
    [InlineData(10, 1, false)]
    [InlineData(9, 9, false)]
    [InlineData(100, 9, true)]
    [InlineData(100, 6, false)]
    [InlineData(0, 0, false)]
    public void A_sign_stands_where_its_interval_lies_above_what_is_expected_of_enough_cases(int replies, int round, bool stands)
    {
        var counts = WorkCounts.Of(1L << (int)WorkFigure.Replied, replies) + WorkCounts.Of(1L << (int)WorkFigure.RepliedRound, round);
        var sign = WorkSign.Of(counts, WorkCounts.None, new DateOnly(2026, 3, 1), app.City.Scores)[2];
        Assert.Equal((stands, 10), (sign.Stands, app.City.Scores.LeastCallbacks));
    }

    [Fact]
    public void What_is_given_due_and_done_stands_each_in_its_own_month()
    {
        // Given on the 17th, signed on the 18th at the last moment of the month, due and answered in the next.
        var at = (new DateTimeOffset(2026, 3, 17, 23, 59, 0, TimeSpan.FromHours(8)) - Start).TotalHours;
        var rows = Fold([
                Registered,
                Give(at, "A"),
                At(at + 1, WorkKind.Signed),
                At(at + 24, WorkKind.Contacted),
                At(at + 25, WorkKind.Replied),
                Ask(at + 30, AnswerDegree.Partly),
            ])
            .Where(w => w.Unit == "A")
            .ToDictionary(w => ScoreAddress.Of(w.Month), w => WorkCounts.Of(w.Figures, 1).All().Select(f => f.Figure).ToList());
        Assert.Equal(
            [
                WorkFigure.Given,
                WorkFigure.GivenEnded,
                WorkFigure.SignDue,
                WorkFigure.SignedInTime,
                WorkFigure.Contacted,
                WorkFigure.FirstGiven,
            ],
            rows["2026-03"]
        );
        Assert.Equal(
            [
                WorkFigure.ReplyDue,
                WorkFigure.DueReplied,
                WorkFigure.DueInTime,
                WorkFigure.DueClosed,
                WorkFigure.DueClosedInTime,
                WorkFigure.Replied,
                WorkFigure.RepliedLong,
                WorkFigure.Concluded,
                WorkFigure.Asked,
                WorkFigure.FirstAsked,
            ],
            rows["2026-04"]
        );
    }

    [Fact]
    public void A_request_is_given_to_a_unit_for_the_first_time_once_however_often_it_comes_back()
    {
        var rows = Fold([
            Registered,
            Give(0, "A"),
            At(5, WorkKind.Returned),
            Give(6, "B"),
            At(7, WorkKind.Returned),
            Give(8, "A"),
            At(24, WorkKind.Replied),
            Give(48, "A", WorkKind.SecondHandling),
        ]);
        Assert.Equal(["A", "B"], rows.Where(w => w.Has(WorkFigure.FirstGiven)).Select(w => w.Unit).Order());
        Assert.Equal(["A", "A", "B"], rows.Where(w => w.Has(WorkFigure.Given)).Select(w => w.Unit).Order());
    }

    [Theory]
    [InlineData(29, true)]
    [InlineData(31, false)]
    public void What_comes_again_within_thirty_days_of_its_end_is_counted_with_that_end(int days, bool again)
    {
        var rows = Fold([.. Plain, Give(48 + 24 * days, "A", WorkKind.Reopened)]);
        Assert.Equal(again, rows.Any(w => w.Has(WorkFigure.ConcludedAgain)));
        Assert.Contains(rows, w => w.Has(WorkFigure.GivenRedone));
        Assert.DoesNotContain(rows, w => w.Has(WorkFigure.GivenEnded) || w.Has(WorkFigure.DueClosed));
    }

    [Fact]
    public void An_answer_of_another_system_is_in_time_or_not_and_no_sign_of_anything()
    {
        var rows = Fold([Registered, Give(0, "A"), At(-1.0 / 60 * 7 + 24, WorkKind.EndedElsewhere) with { Ended = true }]);
        Assert.Contains(rows, w => w.Has(WorkFigure.DueInTime) && w.Has(WorkFigure.DueClosedInTime));
        Assert.DoesNotContain(rows, w => w.Has(WorkFigure.Replied) || w.Has(WorkFigure.RepliedRound) || w.Has(WorkFigure.Concluded));
    }

    [Fact]
    public void A_clock_that_was_moved_is_due_where_it_was_moved_to_and_one_that_stands_still_is_not_due()
    {
        var moved = At(100, WorkKind.ClockMoved);
        JournalStep[] given = [Registered, Give(0, "A"), At(1, WorkKind.Signed), At(2, WorkKind.Contacted)];
        var later = Fold([.. given, moved with { ReplyDueAt = Start.AddHours(24 * 30) }]);
        Assert.Equal("2026-04", ScoreAddress.Of(Assert.Single(later, w => w.Has(WorkFigure.ReplyDue)).Month));
        Assert.DoesNotContain(Fold([.. given, moved with { ReplyDueAt = null }]), w => w.Has(WorkFigure.ReplyDue));
    }

    [Fact]
    public void No_order_in_which_rows_are_added_changes_a_sum() =>
        Gen.Select(Gen.Long[0, (1L << 32) - 1].Array[0, 30], Gen.Int)
            .Sample(
                (figures, seed) =>
                {
                    var shuffled = figures.ToArray();
                    new Random(seed).Shuffle(shuffled);
                    Assert.Equal(Sum(figures).All(), Sum(shuffled).All());
                    Assert.Equal(figures.Count(f => (f >> 7 & 1) == 1), Sum(figures)[WorkFigure.ReplyDue]);
                }
            );

    private static WorkCounts Sum(IEnumerable<long> figures) => figures.Aggregate(WorkCounts.None, (sum, f) => sum + WorkCounts.Of(f, 1));

    private MeasuredRate Measure(string name, string unit) => WorkMeasure.OfUnits.Single(m => m.Name == name).Rate(CountsOf(unit));

    private WorkCounts CountsOf(string unit) => Sum(Everything.SelectMany(Fold).Where(w => w.Unit == unit).Select(w => w.Figures));

    private IReadOnlyList<UnitWork> Fold(JournalStep[] steps)
    {
        var numbered = new List<JournalStep>();
        var (sign, reply) = ((DateTimeOffset?)null, (DateTimeOffset?)null);
        foreach (var step in steps)
        {
            // The journal says after each step what is owed as it then stands.
            if (step.Unit is not null || step.Kind is WorkKind.ClockMoved)
                (sign, reply) = (step.SignDueAt ?? sign, step.ReplyDueAt);
            numbered.Add(step with { Seq = numbered.Count + 1, SignDueAt = sign, ReplyDueAt = reply });
        }
        var history = new RequestHistory
        {
            Request = RequestId.New(Start),
            Number = "1306002602230000001",
            Type = RequestType.Complaint,
            Category = null,
            Synthetic = false,
            Steps = numbered,
        };
        return WorkFold.Of(history, app.City);
    }

    private static JournalStep At(double hours, WorkKind kind) =>
        new()
        {
            Seq = 0,
            At = Start.AddHours(hours),
            Kind = kind,
        };

    /// <summary>A day to sign, seven to reply.</summary>
    private static JournalStep Give(double hours, string unit, WorkKind kind = WorkKind.Given) =>
        At(hours, kind) with
        {
            Unit = unit,
            SignDueAt = Start.AddHours(hours + 24),
            ReplyDueAt = Start.AddHours(hours + 24 * 7),
        };

    private static JournalStep Ask(double hours, AnswerDegree solved) =>
        At(hours, WorkKind.Answered) with
        {
            Answers = new(null, solved, null),
            Ended = true,
        };
}
