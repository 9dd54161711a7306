using CsCheck;
using Suiying.Contracts.Registry;
using Suiying.Scores.Model;

namespace Suiying.Tests.Scores;

/// <summary>四类排名 of a month (domain rules A.9 and A.11): who is first, risen and last, and the edges where nobody is.</summary>
public sealed class MonthlyClassesTests
{
    private static readonly ScoreScheme Scheme = new()
    {
        RespondedWeight = 0,
        SolvedWeight = 100,
        SatisfiedWeight = 0,
    };

    private static readonly ClassRules Two = new()
    {
        Advanced = 2,
        Improved = 2,
        ToMend = 2,
        Floor = 0,
    };

    [Fact]
    public void The_best_the_risen_and_the_last_are_found_beside_the_month_before()
    {
        var month = Month(("A", 95), ("B", 90), ("C", 85), ("D", 80), ("E", 75), ("F", 70));
        var before = Month(("A", 95), ("B", 91), ("C", 60), ("D", 79), ("E", 40), ("F", 69));
        Assert.Equal(
            ["A Advanced 0", "B Advanced -1", "C Improved 25", "D  1", "E Improved+ToMend 35", "F ToMend 1"],
            Told(month, before, Two)
        );
    }

    [Fact]
    public void Who_shares_the_last_place_of_a_list_comes_in_with_the_others()
    {
        var month = Month(("A", 95), ("B", 90), ("C", 90), ("D", 80), ("E", 75), ("F", 70), ("G", 70), ("H", 70));
        Assert.Equal(["A", "B", "C"], In(ScoreClass.Advanced, month, Two));
        Assert.Equal(["F", "G", "H"], In(ScoreClass.ToMend, month, Two));
    }

    [Theory]
    [InlineData(0, "", "")]
    [InlineData(1, "", "")]
    [InlineData(2, "A", "B")]
    [InlineData(3, "A", "C")]
    [InlineData(5, "A,B", "D,E")]
    public void Of_few_units_no_more_than_half_are_on_either_list(int units, string first, string last)
    {
        var month = Month([.. Enumerable.Range(0, units).Select(i => ($"{(char)('A' + i)}", 90 - i))]);
        Assert.Equal(first, string.Join(',', In(ScoreClass.Advanced, month, Two)));
        Assert.Equal(last, string.Join(',', In(ScoreClass.ToMend, month, Two)));
    }

    [Fact]
    public void Units_that_are_all_equal_are_neither_first_nor_last()
    {
        var month = Month(("A", 80), ("B", 80), ("C", 80), ("D", 80));
        Assert.All(Standings(month, [], Two), u => Assert.Empty(u.Classes));
    }

    [Fact]
    public void Who_is_under_the_floor_is_to_mend_and_never_among_the_best()
    {
        var month = Month(("A", 59), ("B", 58), ("C", 57), ("D", 56));
        var rules = Two with { Floor = 60 };
        Assert.Empty(In(ScoreClass.Advanced, month, rules));
        Assert.Equal(["A", "B", "C", "D"], In(ScoreClass.ToMend, month, rules));
        Assert.Equal(["C", "D"], In(ScoreClass.ToMend, month, rules with { Floor = 56 }));
        Assert.Equal(["A"], In(ScoreClass.ToMend, Month(("A", 59)), rules));
    }

    [Fact]
    public void Too_few_callbacks_in_either_month_make_no_change_and_no_class()
    {
        var month = UnitScore.InOrder([Unit("A", 9, 9), Unit("B", 50, 100), Unit("C", 90, 100), Unit("D", 80, 100)], Scheme);
        var before = UnitScore.InOrder([Unit("A", 1, 100), Unit("B", 1, 9), Unit("C", 80, 100)], Scheme);
        Assert.Equal(["C Advanced+Improved 10", "D  ", "B ToMend ", "A  "], Told(month, before, Two with { Advanced = 1, ToMend = 1 }));
        Assert.All(Standings(month, [], Two), u => Assert.Null(u.Change));
    }

    [Fact]
    public void Who_fell_or_stayed_is_not_among_the_risen_and_those_that_rose_as_much_are()
    {
        var month = Month(("A", 90), ("B", 80), ("C", 70), ("D", 60), ("E", 50));
        var before = Month(("A", 80), ("B", 75), ("C", 65), ("D", 60), ("E", 55));
        Assert.Equal(["A", "B", "C"], In(ScoreClass.Improved, month, Two, before));
        Assert.Equal(["A"], In(ScoreClass.Improved, month, Two with { Improved = 1 }, before));
    }

    [Fact]
    public void A_governed_unit_is_marked_whatever_its_month_was()
    {
        var month = Month(("A", 90), ("B", 80));
        var told = MonthlyClasses.Of(month, [], new HashSet<string> { "A" }, Two);
        Assert.Equal([ScoreClass.Advanced, ScoreClass.Governed], told[0].Classes);
    }

    [Fact]
    public void Nobody_is_first_and_last_at_once_and_no_order_changes_a_class() =>
        Gen.Select(Gen.Select(Gen.Int[5, 15], Gen.Int[0, 4]).Array[0, 14], Gen.Int[0, 100], Gen.Int[1, 9], Gen.Int)
            .Sample(
                (units, floor, most, seed) =>
                {
                    var rules = new ClassRules
                    {
                        Advanced = most,
                        Improved = most,
                        ToMend = most,
                        Floor = floor,
                    };
                    var given = units.Select((u, i) => Unit($"U{i:00}", u.Item2, u.Item1)).ToArray();
                    var shuffled = given.ToArray();
                    new Random(seed).Shuffle(shuffled);
                    var month = UnitScore.InOrder(given, Scheme);
                    var told = Standings(month, [], rules);
                    Assert.DoesNotContain(told, u => u.Classes.Contains(ScoreClass.Advanced) && u.Classes.Contains(ScoreClass.ToMend));
                    Assert.True(told.Count(u => u.Classes.Contains(ScoreClass.Advanced)) <= month.Count(u => u.Rank is not null) / 2);
                    Assert.All(told.Where(u => u.Score.Rank is null), u => Assert.Empty(u.Classes));
                    Assert.Equal(Told(month, [], rules), Told(UnitScore.InOrder(shuffled, Scheme), [], rules));
                }
            );

    [Fact]
    public void Of_equal_scores_on_as_many_callbacks_the_one_of_whom_less_is_asked_comes_first()
    {
        var demand = new Dictionary<string, AreaDemand>
        {
            ["A"] = new(30, 10_000),
            ["B"] = new(10, 10_000),
            ["C"] = new(20, 20_000),
            ["D"] = new(1, 10_000),
        };
        AreaDemand? Of(Unit unit) => demand.TryGetValue(unit.Code, out var made) ? made : null;
        var rows = UnitScore.InOrder([Unit("A", 8, 10), Unit("B", 8, 10), Unit("C", 8, 10), Unit("D", 7, 10)], Scheme, Of);
        Assert.Equal([("B", 1), ("C", 1), ("A", 3), ("D", 4)], rows.Select(r => (r.Unit.Code, r.Rank!.Value)));
        // One whose population is not known leaves them as equal as they were.
        rows = UnitScore.InOrder([Unit("A", 8, 10), Unit("B", 8, 10), Unit("N", 8, 10)], Scheme, Of);
        Assert.Equal([1, 1, 1], rows.Select(r => r.Rank!.Value));
    }

    [Theory]
    [InlineData("莲池区五四路街道办事处", UnitKind.Township, ScoreGroup.Street)]
    [InlineData("五四路街道", UnitKind.Township, ScoreGroup.Street)]
    [InlineData("五四路街道办", UnitKind.Township, ScoreGroup.Street)]
    [InlineData("韩村乡人民政府", UnitKind.Township, ScoreGroup.Township)]
    [InlineData("街道口镇人民政府", UnitKind.Township, ScoreGroup.Township)]
    [InlineData("Ropewalk Neighborhood Services", UnitKind.Township, ScoreGroup.Township)]
    [InlineData("城市管理局街道办事处", UnitKind.CountyDepartment, ScoreGroup.CountyDepartment)]
    [InlineData("热线", UnitKind.Hotline, null)]
    [InlineData("监督室", UnitKind.Oversight, null)]
    public void A_street_office_is_told_from_a_township_by_its_official_name(string name, UnitKind kind, ScoreGroup? group) =>
        Assert.Equal(group, ScoreGroups.Of(Unit("X", 1, 1).Unit with { Name = name, Kind = kind }));

    [Fact]
    public void An_old_address_names_a_group_and_a_number_does_not()
    {
        Assert.Equal(ScoreGroup.Township, ScoreGroups.Named("Township"));
        Assert.Null(ScoreGroups.Named("Oversight"));
        Assert.Null(ScoreGroups.Named("1"));
        Assert.Null(ScoreGroups.Named("99"));
        Assert.Null(ScoreGroups.Named("Township,Street"));
    }

    private static IReadOnlyList<UnitStanding> Standings(
        IReadOnlyList<UnitScore> month,
        IReadOnlyList<UnitScore> before,
        ClassRules rules
    ) => MonthlyClasses.Of(month, before, new HashSet<string>(), rules);

    private static IEnumerable<string> Told(IReadOnlyList<UnitScore> month, IReadOnlyList<UnitScore> before, ClassRules rules) =>
        Standings(month, before, rules).Select(u => $"{u.Score.Unit.Code} {string.Join('+', u.Classes)} {u.Change:0.#}");

    private static IEnumerable<string> In(
        ScoreClass each,
        IReadOnlyList<UnitScore> month,
        ClassRules rules,
        IReadOnlyList<UnitScore>? before = null
    ) => Standings(month, before ?? [], rules).Where(u => u.Classes.Contains(each)).Select(u => u.Score.Unit.Code);

    private static IReadOnlyList<UnitScore> Month(params (string Code, int Score)[] units) =>
        UnitScore.InOrder(units.Select(u => Unit(u.Code, u.Score, 100)), Scheme);

    private static (Unit Unit, RateCounts Counts) Unit(string code, int solved, int of) =>
        (
            new Unit
            {
                Code = code,
                Name = code,
                Kind = UnitKind.Township,
                Area = "1",
            },
            new RateCounts(of, of, 0, solved, 0, of, 0, 0)
        );
}
