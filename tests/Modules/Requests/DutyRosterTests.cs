using CsCheck;
using Suiying.Contracts.Registry;
using Suiying.Engines.Clock;
using Suiying.Requests.Model;

namespace Suiying.Tests.Requests;

public sealed class DutyRosterTests
{
    private static readonly TimeSpan East = TimeSpan.FromHours(8);

    /// <summary>Monday 2 March 2026, 10:00.</summary>
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 10, 0, 0, East);

    [Fact]
    public void The_units_own_posts_come_first_then_the_superiors_up_to_the_hotline()
    {
        var city = City(Entry("TOWN", 2, "second"), Entry("TOWN", 1, "first"), Entry("COUNTY", 1, "county"), Entry("HOT", 1, "hotline"));
        Assert.Equal(["first", "second", "county", "hotline"], RingAll(city, "TOWN", Monday).Select(c => c.Post));
    }

    [Fact]
    public void Only_the_last_call_says_that_it_is_the_last()
    {
        var city = City(Entry("TOWN", 1, "first"), Entry("COUNTY", 1, "county"), Entry("HOT", 1, "hotline"));
        Assert.Equal([false, false, true], RingAll(city, "TOWN", Monday).Select(c => c.Last));
    }

    [Fact]
    public void A_unit_with_nobody_on_duty_hears_it_with_all_its_people()
    {
        var city = City(Entry("HOT", 1, "hotline"));
        var calls = RingAll(city, "TOWN", Monday);
        Assert.Equal([DutyRoster.Everybody, DutyRoster.Everybody, "hotline"], calls.Select(c => c.Post));
        Assert.Equal(["TOWN", "COUNTY", "HOT"], calls.Select(c => c.Unit));
    }

    [Theory]
    [InlineData("2026-03-02 18:00", true)] // Monday evening
    [InlineData("2026-03-03 07:59", true)] // early on Tuesday: Monday's shift
    [InlineData("2026-03-03 08:00", false)]
    [InlineData("2026-03-02 07:59", false)] // early on Monday: Sunday has none
    [InlineData("2026-03-03 18:00", false)] // Tuesday evening
    public void A_shift_over_midnight_belongs_to_the_day_on_which_it_begins(string local, bool inForce)
    {
        var entry = Entry("TOWN", 1, "night", [1], "18:00", "08:00");
        Assert.Equal(inForce, DutyRoster.InForce(entry, DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Local_time_decides_and_not_the_servers()
    {
        var city = City(Entry("TOWN", 1, "day", [1], "08:00", "18:00"));
        var utc = new DateTimeOffset(2026, 3, 2, 0, 30, 0, TimeSpan.Zero);
        Assert.Equal(["day"], DutyRoster.PostsOf(city, "TOWN", utc));
        Assert.Equal([DutyRoster.Everybody], DutyRoster.PostsOf(city, "TOWN", utc.AddMinutes(-31)));
    }

    [Fact]
    public void A_new_shift_is_rung_even_when_the_old_one_was()
    {
        var city = City(Entry("TOWN", 1, "day", [1], "08:00", "18:00"), Entry("TOWN", 1, "night", [1], "18:00", "08:00"));
        var evening = Monday.Date.AddHours(18);
        var call = DutyRoster.Next(city, "TOWN", [("TOWN", "day")], _ => true, new DateTimeOffset(evening, East));
        Assert.Equal(("TOWN", "night"), (call.Unit, call.Post));
    }

    [Fact]
    public void Whoever_must_not_know_is_passed_over()
    {
        var city = City(Entry("TOWN", 1, "first"), Entry("COUNTY", 1, "county"), Entry("HOT", 1, "hotline"));
        Assert.Equal(["TOWN", "HOT"], RingAll(city, "TOWN", Monday, unit => unit != "COUNTY").Select(c => c.Unit));
    }

    [Fact]
    public void A_unit_that_left_the_pack_still_makes_somebody_hear_it()
    {
        var call = DutyRoster.Next(City(), "GONE", [], _ => true, Monday);
        Assert.Equal(new DutyCall("GONE", DutyRoster.Everybody, Last: true), call);
    }

    [Fact]
    public void Over_any_rosters_ringing_ends_never_repeats_and_only_goes_up() =>
        Gen.Select(Entries, Gen.OneOf(Gen.Const("TOWN"), Gen.Const("COUNTY"), Gen.Const("HOT")), Gen.Int[0, 7 * 24 * 60 - 1])
            .Sample(
                (entries, unit, minute) =>
                {
                    var city = City(entries);
                    var calls = RingAll(city, unit, Monday.AddMinutes(minute));
                    var heights = calls.Select(c => city.Units.Upwards(unit).ToList().FindIndex(u => u.Code == c.Unit)).ToList();
                    return calls[^1].Last
                        && calls.Select(c => (c.Unit, c.Post)).Distinct().Count() == calls.Count
                        && heights.SequenceEqual(heights.Order())
                        && heights.Distinct().Count() == city.Units.Upwards(unit).Count();
                }
            );

    [Fact]
    public void Over_any_entry_being_in_force_is_the_same_as_lying_in_one_of_its_shifts() =>
        Gen.Select(Entries, Gen.Int[0, 7 * 24 * 60 - 1])
            .Sample(
                (entries, minute) =>
                {
                    var local = Monday.DateTime.AddMinutes(minute);
                    return entries.All(e => DutyRoster.InForce(e, local) == Shifts(e, local).Any(s => local >= s.From && local < s.To));
                }
            );

    private static readonly Gen<RosterEntry[]> Entries = Gen.Select(
            Gen.OneOf(Gen.Const("TOWN"), Gen.Const("COUNTY"), Gen.Const("HOT")),
            Gen.Int[1, 7].HashSet[1, 7],
            Gen.Int[0, 23],
            Gen.Int[0, 23],
            Gen.OneOf(Gen.Const("a"), Gen.Const("b"), Gen.Const("c"))
        )
        .Select(
            (unit, days, from, to, post) =>
                new RosterEntry
                {
                    Unit = unit,
                    Order = 1,
                    Days = [.. days],
                    From = new TimeOnly(from, 0),
                    To = new TimeOnly(to, 0),
                    Post = post,
                }
        )
        .Array[0, 12];

    private static IEnumerable<(DateTime From, DateTime To)> Shifts(RosterEntry entry, DateTime around)
    {
        for (var day = around.Date.AddDays(-2); day <= around.Date.AddDays(1); day = day.AddDays(1))
        {
            if (!entry.Days.Contains(day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek))
                continue;
            var (from, to) = (day + entry.From.ToTimeSpan(), day + entry.To.ToTimeSpan());
            yield return entry.From == entry.To ? (day, day.AddDays(1))
            : to > from ? (from, to)
            : (from, to.AddDays(1));
        }
    }

    private static List<DutyCall> RingAll(CitySnapshot city, string unit, DateTimeOffset at, Func<string, bool>? mayKnow = null)
    {
        var calls = new List<DutyCall>();
        do calls.Add(DutyRoster.Next(city, unit, [.. calls.Select(c => (c.Unit, c.Post))], mayKnow ?? (_ => true), at));
        while (!calls[^1].Last && calls.Count < 100);
        return calls;
    }

    private static RosterEntry Entry(string unit, int order, string post, int[]? days = null, string from = "00:00", string to = "00:00") =>
        new()
        {
            Unit = unit,
            Order = order,
            Days = days ?? [1, 2, 3, 4, 5, 6, 7],
            From = TimeOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture),
            To = TimeOnly.Parse(to, System.Globalization.CultureInfo.InvariantCulture),
            Post = post,
        };

    private static CitySnapshot City(params RosterEntry[] rosters) =>
        new()
        {
            City = new CityProfile
            {
                Code = "9901",
                Names = new Dictionary<string, string> { ["zh"] = "示例市" },
                TimeZone = "Asia/Shanghai",
                DeadlineProfile = "none",
                Hotline = "00000",
                Culture = "zh-CN",
            },
            Version = 1,
            Areas = new AreaTree([]),
            Units = new UnitTree([
                Unit("HOT", UnitKind.Hotline, null),
                Unit("COUNTY", UnitKind.CountyGovernment, "HOT"),
                Unit("TOWN", UnitKind.Township, "COUNTY"),
            ]),
            Categories = new CategoryTree([]),
            Duties = new DutyList([]),
            Calendar = new WorkCalendar(CityZone.Find("Asia/Shanghai"), [], [], []),
            DeadlineProfiles = new Dictionary<string, DeadlineProfile>(),
            Rosters = rosters,
        };

    private static Unit Unit(string code, UnitKind kind, string? parent) =>
        new()
        {
            Code = code,
            Name = code,
            Kind = kind,
            Parent = parent,
            Area = "9901",
        };
}
