using CsCheck;
using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;
using Suiying.Requests.Model;

namespace Suiying.Tests.Requests;

/// <summary>
/// The accused side knows nothing (design law 4, domain A.13), over random trees of units and random lives. Who stands under whom is
/// worked out here again, by walking up the parents, so that the test does not believe the code it tests.
/// </summary>
public sealed class AccusedProperties
{
    private static readonly Intake[] Shielded =
    [
        Matter.Lamp with
        {
            Type = RequestType.Report,
        },
        Matter.Lamp with
        {
            Type = RequestType.Complaint,
            AboutConduct = true,
        },
        Matter.Lamp with
        {
            Type = RequestType.Complaint,
            WantsSecrecy = true,
        },
        Matter.Lamp with
        {
            Type = RequestType.Report,
            WantsSecrecy = true,
            AboutConduct = true,
            Category = TinyCity.Manhole,
        },
    ];

    private static readonly Gen<(CitySnapshot City, Intake Intake, (int, int)[] Steps)> AnyCase =
        from city in TinyCity.AnyTree
        from accused in Gen.Int[0, city.Units.All.Count - 1]
        from intake in Gen.Int[0, Shielded.Length - 1].Select(i => Shielded[i])
        from steps in Journeys.Any
        select (city, intake with { AccusedUnit = $"U{accused}" }, steps);

    [Fact]
    public void A_sealed_matter_against_a_unit_never_reaches_any_account_in_its_subtree() =>
        AnyCase.Sample(c =>
            Journeys.Walk(
                c.Steps,
                (matter, _, _) =>
                {
                    foreach (var unit in c.City.Units.All.Where(u => OnAccusedSide(c.City, u, matter.Request.AccusedUnit)))
                    {
                        Assert.NotEqual(unit.Code, matter.Request.Unit);
                        foreach (var role in Who.Staff)
                        {
                            var actor = Who.Is(role, unit.Code);
                            Assert.False(RequestAccess.MaySee(actor, matter.Request, c.City), $"{role} of {unit.Code} sees it");
                            Assert.Null(RequestAccess.MayOpenContact(actor, matter.Request, c.City, matter.Now));
                            Assert.Empty(RequestAccess.Available(actor, matter.Request, c.City));
                        }
                    }
                },
                c.City,
                c.Intake
            )
        );

    [Fact]
    public void A_dispatch_to_the_accused_side_is_refused_and_every_other_unit_can_take_it() =>
        AnyCase.Sample(c =>
        {
            foreach (var unit in c.City.Units.All)
            {
                var matter = new Matter(c.City, c.Intake) { Next = unit.Code };
                var refusal = matter.Try(RequestAction.Dispatch);
                Assert.Equal(OnAccusedSide(c.City, unit, c.Intake.AccusedUnit), refusal is UnitIsAccused);
                Assert.Equal(refusal is null ? unit.Code : null, matter.Request.Unit);
            }
        });

    [Fact]
    public void Whatever_is_shielded_no_handler_opens_the_contact_and_only_a_callback_may() =>
        AnyCase.Sample(c =>
            Journeys.Walk(
                c.Steps,
                (matter, _, _) =>
                {
                    foreach (var unit in c.City.Units.All)
                    {
                        foreach (var role in Who.Staff.Where(r => r != Role.Callback))
                            Assert.Null(RequestAccess.MayOpenContact(Who.Is(role, unit.Code), matter.Request, c.City, matter.Now));
                    }
                },
                c.City,
                c.Intake
            )
        );

    [Fact]
    public void A_shielded_matter_never_gets_a_public_text() =>
        AnyCase.Sample(c => Journeys.Walk(c.Steps, (matter, _, _) => Assert.Null(matter.Request.PublicText), c.City, c.Intake));

    [Fact]
    public void Whom_nobody_accused_the_rule_does_not_stop()
    {
        var matter = Matter.In(RequestState.Dispatched, intake: Matter.Lamp with { AccusedUnit = "HOT" });
        Assert.Equal("HOT", matter.Request.Unit);
        Assert.True(RequestAccess.MaySee(Who.Is(Role.UnitHandler, "HOT"), matter.Request, matter.City));
    }

    [Theory]
    [InlineData(RequestType.Report, false)]
    [InlineData(RequestType.Complaint, true)]
    public void A_sealed_matter_is_not_dispatched_before_somebody_has_said_whom_it_accuses(RequestType type, bool aboutConduct)
    {
        var matter = new Matter(intake: Matter.Lamp with { Type = type, AboutConduct = aboutConduct });
        Assert.IsType<AccusedNotExamined>(matter.Try(RequestAction.Dispatch));
        var step = matter.Step(RequestAction.Reclassify, Who.Is(Role.Dispatcher, "HOT"), null);
        Assert.Null(matter.Request.Reclassify(new Reclassification { AccusedUnit = "" }, matter.City, step));
        Assert.Null(matter.Try(RequestAction.Dispatch));
    }

    [Fact]
    public void What_turns_out_to_be_about_conduct_is_sealed_and_examined_before_it_is_dispatched()
    {
        var matter = new Matter();
        var step = matter.Step(RequestAction.Reclassify, Who.Is(Role.Agent, "HOT"), null);
        Assert.Null(matter.Request.Reclassify(new Reclassification { AboutConduct = true }, matter.City, step));
        Assert.Equal(Confidentiality.Sealed, matter.Request.Confidentiality);
        Assert.IsType<AccusedNotExamined>(matter.Try(RequestAction.Dispatch));
    }

    private static bool OnAccusedSide(CitySnapshot city, Unit unit, string? accused)
    {
        if (unit.Code == accused)
            return true;
        // The oversight body handles matters about those above it, unless it is itself accused.
        if (unit.Kind == UnitKind.Oversight)
            return false;
        for (var above = unit.Parent; above is not null; above = city.Units.All.Single(u => u.Code == above).Parent)
        {
            if (above == accused)
                return true;
        }
        return false;
    }
}
