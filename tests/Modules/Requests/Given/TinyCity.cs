using CsCheck;
using Suiying.Contracts.Registry;
using Suiying.Engines.Clock;
using Suiying.Tests.Engines.Clock;

namespace Suiying.Tests.Requests;

/// <summary>
/// A city small enough to know by heart, for tests without I/O: one served county with a township and a village, one county that is not
/// served, three categories, and units as the test wants them.
/// </summary>
public sealed class TinyCity
{
    public const string Village = "990102001001";
    public const string Township = "990102001";
    public const string Unserved = "990104";

    /// <summary>路灯不亮, grade 3.</summary>
    public const string Lamp = "010101";

    /// <summary>井盖缺失, grade 1.</summary>
    public const string Manhole = "010102";

    private readonly List<Unit> units = [];

    /// <summary>HOT over OVERSIGHT, EAST and WATER; EAST over EAST-1 and EAST-2; EAST-1 over EAST-1-1.</summary>
    public static CitySnapshot Usual { get; } = UsualOf(Calendars.Of(2026));

    private static CitySnapshot UsualOf(WorkCalendar calendar) =>
        new TinyCity()
            .With("HOT", UnitKind.Hotline)
            .With("OVERSIGHT", UnitKind.Oversight, "HOT")
            .With("EAST", UnitKind.CountyGovernment, "HOT")
            .With("WATER", UnitKind.Enterprise, "HOT")
            .With("EAST-1", UnitKind.Township, "EAST")
            .With("EAST-2", UnitKind.Township, "EAST")
            .With("EAST-1-1", UnitKind.Village, "EAST-1")
            .Build(calendar);

    /// <summary>Cities whose three to twelve units form any tree, one of them the oversight body.</summary>
    public static Gen<CitySnapshot> AnyTree { get; } =
        Gen.Select(Gen.Int[0, 1000].Array[2, 11], Gen.Int[0, 1000]).Select((parents, oversight) => Tree(parents, oversight));

    public TinyCity With(string code, UnitKind kind, string? parent = null)
    {
        units.Add(
            new Unit
            {
                Code = code,
                Name = $"演示单位{code}",
                Kind = kind,
                Parent = parent,
                Area = Township,
            }
        );
        return this;
    }

    /// <summary>The usual city once the calendar of the next year is known, with these days that depart from the weekday rule.</summary>
    public static CitySnapshot NextYear(params CalendarDay[] days) => UsualOf(Calendars.Of(2026).With(2027, days));

    /// <summary>The next year with a Saturday that is worked.</summary>
    public static CitySnapshot BusySaturday { get; } = NextYear(new CalendarDay(new DateOnly(2027, 1, 2), "元旦", Off: false));

    public CitySnapshot Build(WorkCalendar? calendar = null) =>
        new()
        {
            City = new CityProfile
            {
                Code = "9901",
                Names = new Dictionary<string, string> { ["zh"] = "示例市" },
                TimeZone = "Asia/Shanghai",
                DeadlineProfile = "sample",
                Hotline = "12345",
                Culture = "zh-CN",
                Synthetic = true,
            },
            Version = 7,
            Areas = new AreaTree([
                Area("9901", "示例市", AreaLevel.City, null),
                Area("990102", "东区", AreaLevel.County, "9901"),
                Area(Unserved, "北县", AreaLevel.County, "9901") with
                {
                    Served = false,
                    AdministeredBy = "邻市热线",
                },
                Area(Township, "东一街道", AreaLevel.Township, "990102"),
                Area(Village, "杨柳社区", AreaLevel.Village, Township),
            ]),
            Units = new UnitTree(units),
            Categories = new CategoryTree([
                Category("01", 1, null),
                Category("0101", 2, "01"),
                Category(Lamp, 3, "0101"),
                Category(Manhole, 3, "0101") with
                {
                    Grade = 1,
                },
            ]),
            // Every unit stands in the duty list, so that a proposal would show any unit that must not be proposed.
            Duties = new DutyList([.. units.Select(DutyOf)]),
            Calendar = calendar ?? Calendars.Of(2026),
            DeadlineProfiles = new Dictionary<string, DeadlineProfile> { ["sample"] = Profile },
            Rosters = [],
        };

    private static DeadlineProfile Profile =>
        new()
        {
            Name = "sample",
            Rules =
            [
                Rule(DeadlineKind.Sign, null, 24, DeadlineUnit.Hours),
                Rule(DeadlineKind.Sign, 1, 30, DeadlineUnit.Minutes),
                Rule(DeadlineKind.Contact, null, 24, DeadlineUnit.Hours),
                Rule(DeadlineKind.Contact, 1, 30, DeadlineUnit.Minutes),
                Rule(DeadlineKind.Reply, null, 5, DeadlineUnit.WorkingDays),
                Rule(DeadlineKind.Reply, 1, 2, DeadlineUnit.Hours),
                Rule(DeadlineKind.Return, null, 1, DeadlineUnit.WorkingDays),
            ],
        };

    private static CitySnapshot Tree(int[] parents, int oversight)
    {
        var city = new TinyCity().With("U0", UnitKind.Hotline);
        for (var i = 1; i <= parents.Length; i++)
        {
            var kind = i == 1 + oversight % parents.Length ? UnitKind.Oversight : UnitKind.Township;
            city.With($"U{i}", kind, $"U{parents[i - 1] % i}");
        }
        return city.Build();
    }

    private static Area Area(string code, string name, AreaLevel level, string? parent) =>
        new()
        {
            Code = code,
            Name = name,
            Level = level,
            Parent = parent,
        };

    private static Category Category(string code, int level, string? parent) =>
        new()
        {
            Code = code,
            Name = $"类别{code}",
            Level = level,
            Parent = parent,
        };

    private static DutyRule DutyOf(Unit unit) =>
        new()
        {
            Id = $"T-{unit.Code}",
            Category = "01",
            AreaLevel = AreaLevel.Township,
            Unit = unit.Code,
            Basis = "示例",
        };

    private static DeadlineRule Rule(DeadlineKind kind, int? grade, int amount, DeadlineUnit unit) =>
        new()
        {
            Kind = kind,
            Grade = grade,
            Amount = amount,
            Unit = unit,
            Basis = "示例",
        };
}
