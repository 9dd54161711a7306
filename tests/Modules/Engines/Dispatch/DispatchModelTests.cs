using Suiying.Engines.Dispatch;
using static Suiying.Tests.Engines.Dispatch.District;

namespace Suiying.Tests.Engines.Dispatch;

/// <summary>What a dispatcher expects of it.</summary>
public sealed class DispatchModelTests
{
    [Fact]
    public void It_learns_a_habit_and_says_how_often_and_since_when()
    {
        var model = Learnt(Habit(Units[2], days: 40, each: 10));

        var first = model.Propose(Matter(1, 2, 0, Start.AddDays(41)))[0];
        Assert.Equal("U3", first.Unit.Code);
        Assert.True(first.Probability > 0.5);
        Assert.Equal((4, 4, new DateOnly(2025, 1, 1)), (first.Evidence!.Went, first.Evidence.Of, first.Evidence.Since));
        Assert.Equal(["sub", "community", "source"], first.Evidence.Fields);
        Assert.False(first.Evidence.Elsewhere);
    }

    [Fact]
    public void A_unit_that_took_over_lately_is_proposed_and_the_evidence_looks_back_no_further_than_it_must()
    {
        var model = Learnt([
            .. Habit(Units[2], days: 300, each: 10),
            .. Habit(Units[1], days: 60, each: 6).Select(d => (d.Matter with { At = d.Matter.At.AddDays(310) }, d.Unit)),
        ]);

        var first = model.Propose(Matter(1, 2, 0, Start.AddDays(370)))[0];
        Assert.Equal("U2", first.Unit.Code);
        Assert.Equal((10, 12, new DateOnly(2025, 10, 1)), (first.Evidence!.Went, first.Evidence.Of, first.Evidence.Since));
    }

    [Fact]
    public void What_the_team_of_one_street_does_the_team_of_the_next_is_proposed_for()
    {
        var model = new DispatchModel(Fields);
        for (var day = 0; day < 20; day++)
        {
            model.Learn(Matter(0, 1, 0, Start.AddDays(day)), Units[0]);
            model.Learn(Matter(5, 2, 0, Start.AddDays(day)), Units[1]);
            model.Learn(Matter(3, day % 4, 0, Start.AddDays(day)), Units[2]);
        }

        var proposals = model.Propose(Matter(0, 3, 0, Start.AddDays(21)), int.MaxValue);
        var second = proposals.Single(p => p.Unit.Code == "U2");
        Assert.True(second.Probability > proposals.Single(p => p.Unit.Code == "U3").Probability);
        Assert.Contains(proposals, p => p.Unit.Code == "U2" && p.Evidence is { Went: 20, Of: 20, Elsewhere: true });
    }

    [Fact]
    public void An_accepted_return_takes_the_wrong_unit_back_and_learns_the_right_one()
    {
        var model = Learnt(Habit(Units[2], days: 9, each: 3));
        foreach (var (matter, unit) in Habit(Units[2], days: 9, each: 3))
            model.Correct(matter, unit.Code, Units[1]);

        var proposals = model.Propose(Matter(1, 2, 0, Start.AddDays(10)));
        Assert.Equal("U2", proposals[0].Unit.Code);
        Assert.Equal((3, 3), (proposals[0].Evidence!.Went, proposals[0].Evidence!.Of));
        Assert.Equal(3, model.Learnt);
        Assert.Null(proposals.Single(p => p.Unit.Code == "U3").Evidence);
        Assert.False(model.Forget(Matter(1, 2, 0, Start), "U3"));
        Assert.False(model.Forget(Matter(1, 2, 9, Start), "U2"));
    }

    [Fact]
    public void A_unit_that_is_gone_comes_back_when_a_matter_goes_to_it()
    {
        var model = Learnt(Habit(Units[2], days: 9, each: 3));
        model.Retire("U3");
        Assert.Empty(model.Propose(Matter(1, 2, 0, Start.AddDays(10))));
        Assert.Empty(model.Units);
        model.Learn(Matter(1, 2, 0, Start.AddDays(11)), Units[2]);
        Assert.Equal("U3", model.Propose(Matter(1, 2, 0, Start.AddDays(12)))[0].Unit.Code);
    }

    [Fact]
    public void After_a_reorganisation_the_heir_has_all_and_late_decisions_under_the_old_code_too()
    {
        var model = Learnt(Habit(Units[2], days: 9, each: 3));
        var heir = new DispatchUnit("U9", "生态环境局");
        model.Merge("U3", heir);
        model.Learn(Matter(1, 2, 0, Start.AddDays(9)), Units[2]);

        var proposal = Assert.Single(model.Propose(Matter(1, 2, 0, Start.AddDays(10)), int.MaxValue));
        Assert.Equal(heir, proposal.Unit);
        Assert.Equal((4, 4), (proposal.Evidence!.Went, proposal.Evidence.Of));
        Assert.Throws<ArgumentException>(() => model.Merge("U9", Units[2]));
        Assert.Equal(Says(model, Matter(1, 2, 0, Start)), Says(Loaded(Saved(model)), Matter(1, 2, 0, Start)));
    }

    [Fact]
    public void A_new_name_is_told_at_once_and_changes_no_count()
    {
        var model = Learnt(Habit(Units[2], days: 9, each: 3));
        model.Merge("U3", new DispatchUnit("U3", "水务集团"));
        var proposal = Assert.Single(model.Propose(Matter(1, 2, 0, Start.AddDays(10))));
        Assert.Equal(("水务集团", 3), (proposal.Unit.Name, proposal.Evidence!.Went));
    }

    [Fact]
    public void Without_decisions_and_with_codes_never_seen_it_proposes_without_evidence()
    {
        Assert.Empty(new DispatchModel(Fields).Propose(Matter(1, 1, 1, Start)));
        var model = Learnt(Habit(Units[2], days: 9, each: 3));
        var unknown = new DispatchMatter { Codes = ["?", "?", "?", "?", ""], At = Start };
        Assert.Null(Assert.Single(model.Propose(unknown)).Evidence);
        Assert.Throws<ArgumentException>(() => model.Propose(unknown with { Codes = ["?"] }));
        Assert.Throws<ArgumentException>(() => model.Learn(unknown, default));
        Assert.Throws<ArgumentException>(() => new DispatchModel(new DispatchFields { What = ["a"], How = ["a"] }));
    }

    [Fact]
    public void In_a_city_of_thousands_of_units_a_matter_costs_no_more_and_its_own_village_is_found()
    {
        const int villages = 700;
        var model = new DispatchModel(Fields);
        for (var village = 0; village < villages; village++)
        for (var sub = 0; sub < 2; sub++)
            model.Learn(InVillage(village, sub, Start.AddDays(sub)), Committee(village));

        // A trouble that this village never had: elsewhere the committee of the place had it.
        model.Learn(InVillage(3, 4, Start.AddDays(3)), Committee(3));
        model.Learn(InVillage(4, 4, Start.AddDays(3)), Committee(4));
        model.Learn(InVillage(5, 4, Start.AddDays(3)), Committee(5));
        var asked = InVillage(666, 4, Start.AddDays(4));
        var proposals = model.Propose(asked);
        Assert.Equal(Committee(666), proposals[0].Unit);
        Assert.True(proposals[0].Probability > 2 * proposals[1].Probability);
        Assert.True(proposals[0].Evidence is { Went: 3, Of: 3, Elsewhere: true });
        Assert.Equal(villages, model.Units.Count);
        Assert.Equal(Says(model, asked), Says(Loaded(Saved(model)), asked));

        var without = model.Propose(asked, excluded: code => code == Committee(666).Code);
        Assert.Equal(3, without.Count);
        Assert.DoesNotContain(Committee(666), without.Select(p => p.Unit));
    }

    [Fact]
    public void The_role_of_a_unit_is_the_same_whether_its_place_or_its_name_was_known_first()
    {
        var (late, early) = (new DispatchModel(Fields), new DispatchModel(Fields));
        foreach (var place in new[] { "西大街道", "东一街道" })
            early.Learn(Matter(0, 1, 0, Start) with { Places = [place] }, Units[2]);
        foreach (var model in new[] { late, early })
        {
            model.Learn(Matter(0, 1, 0, Start) with { Places = [] }, new DispatchUnit("W", "西大街道执法队"));
            model.Learn(Matter(0, 1, 0, Start) with { Places = [] }, new DispatchUnit("E", "东一街道执法队"));
        }
        foreach (var place in new[] { "东一街道", "西大街道" })
            late.Learn(Matter(0, 1, 0, Start) with { Places = [place] }, Units[2]);

        foreach (var model in new[] { late, early })
        {
            for (var day = 1; day < 4; day++)
                model.Learn(Matter(2, 0, 1, Start.AddDays(day)) with { Places = [] }, new DispatchUnit("E", "东一街道执法队"));
            var west = model.Propose(Matter(2, 0, 1, Start.AddDays(5)), int.MaxValue).Single(p => p.Unit.Code == "W");
            Assert.True(west.Evidence is { Went: 3, Of: 3, Elsewhere: true });
        }
    }

    [Fact]
    public void A_damaged_file_is_told_as_one()
    {
        var saved = Saved(Learnt(Habit(Units[2], days: 30, each: 1)));
        Assert.Throws<DispatchModelDamaged>(() => Loaded([]));
        Assert.Throws<DispatchModelDamaged>(() => Loaded([.. "a,b\n1,2\n"u8]));
        Assert.Throws<DispatchModelDamaged>(() => Loaded(saved[..^1]));
        for (var at = 0; at < saved.Length; at += 7)
        {
            var changed = saved.ToArray();
            changed[at] ^= 0x40;
            Assert.Throws<DispatchModelDamaged>(() => Loaded(changed));
        }
    }

    /// <summary>Such matters, one every few days, all decided for one unit.</summary>
    private static IEnumerable<(DispatchMatter Matter, DispatchUnit Unit)> Habit(DispatchUnit unit, int days, int each) =>
        Enumerable.Range(0, days / each).Select(i => (Matter(1, 2, 0, Start.AddDays(i * each)), unit));

    private static DispatchUnit Committee(int village) => new($"V{village}", $"第{village}号庄村民委员会");

    private static DispatchMatter InVillage(int village, int sub, DateTimeOffset at) =>
        Matter(sub, 0, 0, at) with
        {
            Codes = [$"s{sub}", $"m{sub / 2}", $"c{village}", $"d{village / 50}", "q0"],
            Places = [$"第{village}号庄村", $"第{village / 50}片镇"],
        };
}
