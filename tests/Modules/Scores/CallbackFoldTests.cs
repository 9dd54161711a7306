using Suiying.Contracts.Requests;
using Suiying.Scores.Model;
using Suiying.Testing;

namespace Suiying.Tests.Scores;

/// <summary>What of a request's history is scored, in which month, and for whom.</summary>
public sealed class CallbackFoldTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    private static readonly DateTimeOffset Start = new(2026, 3, 10, 9, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public void The_last_answer_of_a_month_counts_for_the_unit_that_had_the_request_when_it_was_asked()
    {
        var told = Fold(
            Given(1, 0, null),
            Given(2, 1, "A"),
            Asked(3, 3, AnswerDegree.No),
            Given(3, 3, "B"),
            Asked(5, 5, AnswerDegree.Partly),
            Asked(6, 20, AnswerDegree.Yes)
        );
        Assert.Equal(["2026-03", "2026-04"], told.Select(c => ScoreAddress.Of(c.Month)));
        Assert.Equal(("B", AnswerDegree.Partly, 5), (told[0].Unit, told[0].Solved, told[0].Seq));
        Assert.Equal(("B", AnswerDegree.Yes, 6), (told[1].Unit, told[1].Solved, told[1].Seq));
    }

    [Fact]
    public void A_second_handling_is_the_score_of_who_had_it_before()
    {
        var both = Asked(3, 3, AnswerDegree.No) with { Unit = "B" };
        Assert.Equal("A", Assert.Single(Fold(Given(1, 0, null), Given(2, 1, "A"), both)).Unit);
    }

    [Fact]
    public void What_no_unit_had_is_nobodys_score() => Assert.Empty(Fold(Given(1, 0, null), Asked(2, 1, AnswerDegree.Yes)));

    [Fact]
    public void What_the_city_leaves_out_by_type_is_in_no_score()
    {
        Assert.Empty(Fold(RequestType.Praise, Given(1, 0, "A"), Asked(2, 1, AnswerDegree.Yes)));
        Assert.Single(Fold(RequestType.Suggestion, Given(1, 0, "A"), Asked(2, 1, AnswerDegree.Yes)));
    }

    [Fact]
    public void An_exclusion_is_about_one_answer_and_what_is_said_later_in_the_month_counts()
    {
        var excluded = Assert.Single(Fold(Given(1, 0, "A"), Asked(9, 1, AnswerDegree.No)));
        Assert.Equal(default(RateCounts) with { Excluded = 1 }, RateCounts.Of(excluded));
        Assert.Null(Assert.Single(Fold(Given(1, 0, "A"), Asked(9, 1, AnswerDegree.No), Asked(10, 2, AnswerDegree.Yes))).Excluded);
    }

    [Fact]
    public void The_month_turns_at_midnight_of_the_citys_clocks()
    {
        var (last, first) = (
            new DateTimeOffset(2026, 3, 18, 23, 59, 59, 999, TimeSpan.FromHours(8)),
            new DateTimeOffset(2026, 3, 19, 0, 0, 0, TimeSpan.FromHours(8))
        );
        var told = Fold(
            Given(1, 0, "A"),
            Asked(2, 0, AnswerDegree.No) with
            {
                At = last.ToUniversalTime(),
            },
            Asked(3, 0, AnswerDegree.Yes) with
            {
                At = first.ToUniversalTime(),
            }
        );
        Assert.Equal([("2026-03", AnswerDegree.No), ("2026-04", AnswerDegree.Yes)], told.Select(c => (ScoreAddress.Of(c.Month), c.Solved)));
    }

    private IReadOnlyList<ScoredCallback> Fold(params JournalStep[] steps) => Fold(RequestType.Complaint, steps);

    private IReadOnlyList<ScoredCallback> Fold(RequestType type, params JournalStep[] steps) =>
        CallbackFold.Of(
            new RequestHistory
            {
                Request = RequestId.New(Start),
                Number = "1306002603100000001",
                Type = type,
                Category = "01",
                Synthetic = false,
                Steps = steps,
            },
            app.City,
            seq => seq == 9 ? ExclusionGround.ForceMajeure : null
        );

    private static JournalStep Given(int seq, int day, string? unit) =>
        new()
        {
            Seq = seq,
            At = Start.AddDays(day),
            Kind = WorkKind.Given,
            Unit = unit,
            RegistryVersion = 1,
        };

    private static JournalStep Asked(int seq, int day, AnswerDegree solved) =>
        Given(seq, day, null) with
        {
            Kind = WorkKind.Answered,
            Answers = new PersonAnswers(true, solved, AnswerDegree.Yes),
        };
}
