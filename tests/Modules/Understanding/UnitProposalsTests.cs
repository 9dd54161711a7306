using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;
using Suiying.Contracts.Understanding;
using Suiying.Engines.Dispatch;
using Suiying.Tests.Requests;
using Suiying.Understanding.Model;

namespace Suiying.Tests.Understanding;

/// <summary>The duty list weighed with what people decided.</summary>
public sealed class UnitProposalsTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 10, 0, 0, TimeSpan.FromHours(8));

    private readonly UnitModel model = new(new DispatchModel(MatterFields.Fields));

    private static CitySnapshot City => TinyCity.Usual;

    [Fact]
    public void Where_nothing_was_decided_the_duty_list_rules_and_says_so()
    {
        var proposals = Propose();
        var listed = City.Duties.Propose(City, TinyCity.Lamp, TinyCity.Village).Select(p => p.Unit.Code);
        Assert.Equal(listed.Take(UnitProposals.Most), proposals.Select(p => p.Unit.Code));
        Assert.All(proposals, p => Assert.Null(p.Confidence));
        Assert.All(proposals, p => Assert.StartsWith("派单目录", p.Reasons[0], StringComparison.Ordinal));
    }

    [Fact]
    public void Many_decisions_against_the_list_come_before_it_and_are_counted_as_they_were()
    {
        Decide("WATER", 40);
        Decide("EAST-1", 2);
        var first = Propose()[0];
        Assert.Equal("WATER", first.Unit.Code);
        Assert.InRange(first.Confidence!.Value, 0.7, 1);
        Assert.Contains(first.Reasons, r => r.ToString().Contains("42 件中有 40 件", StringComparison.Ordinal));
    }

    [Fact]
    public void A_single_decision_does_not_overturn_the_list()
    {
        Decide("WATER", 1);
        Assert.Equal(City.Duties.Propose(City, TinyCity.Lamp, TinyCity.Village)[0].Unit.Code, Propose()[0].Unit.Code);
    }

    [Fact]
    public void An_accepted_return_unlearns_the_unit_that_was_wrong()
    {
        Decide("WATER", 20);
        for (var i = 0; i < 20; i++)
            model.Learn(City, Decision("WATER", i, DecisionKind.ReturnAccepted));
        Decide("EAST-2", 20);
        var first = Propose()[0];
        Assert.Equal("EAST-2", first.Unit.Code);
        Assert.Contains(first.Reasons, r => r.ToString().Contains("20 件中有 20 件", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("EAST-1")]
    [InlineData("EAST")]
    [InlineData("WATER")]
    public void The_accused_and_all_under_it_are_never_proposed_and_the_superior_comes_first(string accused)
    {
        foreach (var unit in City.Units.All)
            Decide(unit.Code, 10);
        var proposals = Propose(asked => asked with { Accused = accused });
        Assert.Equal(City.Units.Find(accused)!.Parent, proposals[0].Unit.Code);
        Assert.DoesNotContain(proposals, p => City.Units.Under(p.Unit.Code, accused));
    }

    [Fact]
    public void Who_returned_it_is_not_proposed_again()
    {
        Decide("WATER", 20);
        var proposals = Propose(asked => asked with { Returned = ["WATER", "EAST-1"] });
        Assert.DoesNotContain(proposals, p => p.Unit.Code is "WATER" or "EAST-1");
    }

    [Fact]
    public void After_a_reorganisation_the_successor_gets_what_its_predecessor_got()
    {
        Decide("WATER", 20);
        var units = City.Units.All.Select(u => u.Code == "WATER" ? u with { Successor = "EAST-2" } : u).ToList();
        var today = With(units, City.Version + 1);
        var proposals = Propose(asked => asked, today);
        Assert.Equal("EAST-2", proposals[0].Unit.Code);
        Assert.DoesNotContain(proposals, p => p.Unit.Code == "WATER");
    }

    private static CitySnapshot With(IReadOnlyList<Unit> units, int version) =>
        new()
        {
            City = City.City,
            Version = version,
            Areas = City.Areas,
            Units = new UnitTree(units),
            Categories = City.Categories,
            Duties = City.Duties,
            Calendar = City.Calendar,
            DeadlineProfiles = City.DeadlineProfiles,
            Rosters = City.Rosters,
        };

    private IReadOnlyList<UnitProposal> Propose(Func<MatterAsked, MatterAsked>? change = null, CitySnapshot? city = null)
    {
        var today = city ?? City;
        var asked = new MatterAsked
        {
            Text = "",
            Category = TinyCity.Lamp,
            Area = TinyCity.Village,
        };
        asked = change?.Invoke(asked) ?? asked;
        var matter = MatterFields.Of(today, asked.Category, asked.Area, ("Phone", "Help"), Start.AddDays(60));
        return UnitProposals.Of(today, asked, matter, model.Propose(today, matter, asked.Returned, asked.Accused));
    }

    private void Decide(string unit, int times)
    {
        for (var i = 0; i < times; i++)
            model.Learn(City, Decision(unit, i, DecisionKind.Dispatched));
    }

    private static MatterDecision Decision(string unit, int number, DecisionKind kind) =>
        new()
        {
            Position = number,
            Decided = kind,
            Text = "路灯坏了",
            Category = TinyCity.Lamp,
            Area = TinyCity.Village,
            Unit = unit,
            Channel = "Phone",
            Kind = "Help",
            At = Start.AddHours(number),
            Synthetic = true,
        };
}
