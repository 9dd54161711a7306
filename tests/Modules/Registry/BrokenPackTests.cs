using System.Text;
using Suiying.Registry.Features;
using Suiying.Registry.Model.Pack;

namespace Suiying.Tests.Registry;

public sealed class BrokenPackTests : IDisposable
{
    private readonly TinyPack pack = new();

    /// <summary>One break each: file, what stands there, what is put there, and where the problem must be reported.</summary>
    public static TheoryData<string, string, string, string, int?, string?> Breaks =>
        new()
        {
            { "city.json", "\"code\": \"99\"", "\"code\": \"98\"", "city.json", null, "code" },
            { "city.json", "Asia/Shanghai", "Asia/Nowhere", "city.json", null, "timeZone" },
            { "city.json", "Asia/Shanghai", "China Standard Time", "city.json", null, "timeZone" },
            { "city.json", "\"17:30\"", "\"08:30\"", "city.json", null, "officeHours[0].close" },
            { "city.json", "\"17:30\"", "\"24:00\"", "city.json", null, "officeHours[0].close" },
            { "city.json", "\"usual\"", "\"other\"", "city.json", null, "deadlineProfile" },
            { "city.json", "\"synthetic\": true", "\"synthetic\": \"yes\"", "city.json", null, "synthetic" },
            { "city.json", "\"synthetic\": true", Scores("\"respondedWeight\": 20"), "city.json", null, "scores.respondedWeight" },
            { "city.json", "\"synthetic\": true", Scores("\"monthDay\": 31"), "city.json", null, "scores.monthDay" },
            { "city.json", "\"synthetic\": true", Scores("\"dayHour\": 24"), "city.json", null, "scores.dayHour" },
            { "city.json", "\"synthetic\": true", Scores("\"notSaid\": \"Maybe\""), "city.json", null, "scores.notSaid" },
            { "city.json", "\"synthetic\": true", Scores("\"leftOutTypes\": [\"Praises\"]"), "city.json", null, "scores.leftOutTypes" },
            { "city.json", "\"synthetic\": true", Scores("\"leftOutTypes\": \"Praise\""), "city.json", null, "scores.leftOutTypes" },
            { "city.json", "\"synthetic\": true", Scores("\"closeDays\": 0"), "city.json", null, "scores.closeDays" },
            { "city.json", "\"synthetic\": true", Scores("\"exclusionAskDays\": 31"), "city.json", null, "scores.exclusionAskDays" },
            { "city.json", "\"synthetic\": true", Scores("\"exclusionDecideDays\": 0"), "city.json", null, "scores.exclusionDecideDays" },
            { "city.json", "\"synthetic\": true", Classes("\"advanced\": 0"), "city.json", null, "scores.classes.advanced" },
            { "city.json", "\"synthetic\": true", Classes("\"toMend\": \"5\""), "city.json", null, "scores.classes.toMend" },
            { "city.json", "\"synthetic\": true", Classes("\"floor\": 101"), "city.json", null, "scores.classes.floor" },
            {
                "city.json",
                "\"synthetic\": true",
                Classes("\"governed\": {\"quarters\": 5}"),
                "city.json",
                null,
                "scores.classes.governed.quarters"
            },
            {
                "city.json",
                "\"synthetic\": true",
                Classes("\"governed\": {\"topPercent\": 0}"),
                "city.json",
                null,
                "scores.classes.governed.topPercent"
            },
            { "city.json", "\"synthetic\": true", Scores("\"classes\": {\"improved\": 3}"), "city.json", null, "scores.classes.basis" },
            { "city.json", "\"synthetic\": true", Programmes("\"code\": \"Big\""), "city.json", null, "programmes[0].code" },
            {
                "city.json",
                "\"synthetic\": true",
                Programmes("\"code\": \"a\", \"name\": \"乙\"}, {\"code\": \"a\""),
                "city.json",
                null,
                "programmes[1].code"
            },
            {
                "city.json",
                "\"synthetic\": true",
                Programmes("\"code\": \"a\", \"moneyWeight\": 20"),
                "city.json",
                null,
                "programmes[0].progressWeight"
            },
            {
                "city.json",
                "\"synthetic\": true",
                Programmes("\"code\": \"a\", \"redBehind\": 5"),
                "city.json",
                null,
                "programmes[0].redBehind"
            },
            {
                "city.json",
                "\"synthetic\": true",
                Programmes("\"code\": \"a\", \"choice\": \"Given\""),
                "city.json",
                null,
                "programmes[0].tasks"
            },
            {
                "city.json",
                "\"synthetic\": true",
                Programmes("\"code\": \"a\", \"firstYear\": 2027, \"lastYear\": 2026"),
                "city.json",
                null,
                "programmes[0].lastYear"
            },
            {
                "city.json",
                "\"synthetic\": true",
                Programmes("\"code\": \"a\", \"choice\": \"Lottery\""),
                "city.json",
                null,
                "programmes[0].choice"
            },
            {
                "city.json",
                "\"synthetic\": true",
                Programmes(
                    "\"code\": \"a\", \"tasks\": [{\"year\": 2026, \"title\": \"路灯\", \"goal\": \"亮\", \"owner\": \"副市长\", \"lead\": \"SEA\"}]"
                ),
                "city.json",
                null,
                "programmes[0].tasks[0].lead"
            },
            {
                "city.json",
                "\"synthetic\": true",
                Programmes(
                    "\"code\": \"a\", \"tasks\": [{\"year\": 2026, \"title\": \"路灯\", \"goal\": \"亮\", \"owner\": \"副市长\", \"lead\": \"SEA\", \"category\": \"99\"}]"
                ),
                "city.json",
                null,
                "programmes[0].tasks[0].category"
            },
            {
                "city.json",
                "\"synthetic\": true",
                Programmes(
                    "\"code\": \"a\", \"firstYear\": 2027, \"tasks\": [{\"year\": 2026, \"title\": \"路灯\", \"goal\": \"亮\", \"owner\": \"副市长\", \"lead\": \"SEA\"}]"
                ),
                "city.json",
                null,
                "programmes[0].tasks"
            },
            { "city.json", "\"synthetic\": true", Themes("\"lists\": [\"A\", \"B\"]"), "city.json", null, "themes.lists" },
            { "city.json", "\"synthetic\": true", Themes("\"wideWeight\": 30"), "city.json", null, "themes.wideWeight" },
            { "city.json", "\"synthetic\": true", Themes("\"opinionDays\": 0"), "city.json", null, "themes.opinionDays" },
            { "city.json", "\"synthetic\": true", Season("\"from\": \"11-31\""), "city.json", null, "themes.seasons[0].from" },
            { "city.json", "\"synthetic\": true", Season("\"leadDays\": 400"), "city.json", null, "themes.seasons[0].leadDays" },
            { "city.json", "\"synthetic\": true", Season("\"categories\": [\"99\"]"), "city.json", null, "themes.seasons[0].categories" },
            { "areas.csv", Populated(""), Populated("-5"), "areas.csv", 3, "population" },
            { "areas.csv", Populated(""), Populated("12.5"), "areas.csv", 3, "population" },
            { "city.json", "\"hotline\"", "\"hotlin\"", "city.json", null, "hotline" },
            { "city.json", "\"zh\":", "\"fr\":", "city.json", null, "names.zh" },
            { "areas.csv", "code,name,level,", "code,name,", "areas.csv", 1, "level" },
            { "areas.csv", "9902,贝壳县", "9901,贝壳县", "areas.csv", 4, "code" },
            { "areas.csv", "990102,海带镇,Township,9901", "990102,海带镇,Township,9909", "areas.csv", 7, "parent" },
            { "areas.csv", "990102,海带镇,Township", "990102,海带镇,Town", "areas.csv", 7, "level" },
            { "areas.csv", "990102,海带镇,Township", "990102,海带镇,2", "areas.csv", 7, "level" },
            { "areas.csv", "990102,海带镇,Township", "990102,海带镇,County", "areas.csv", 7, "level" },
            { "areas.csv", "9901,珊瑚区,County,99", "9901,珊瑚区,County,", "areas.csv", 3, "parent" },
            { "areas.csv", "9901,珊瑚区,County,99", "9901,珊瑚区,County,990101", "areas.csv", 3, "parent" },
            { "areas.csv", "115.40,38.90", "38.90,115.40", "areas.csv", 3, "lat" },
            { "areas.csv", "115.40,38.90", "115.40,", "areas.csv", 3, "lat" },
            { "areas.csv", "115.40,38.90", "东,38.90", "areas.csv", 3, "lon" },
            { "areas.csv", "115.40,38.90", "215.40,38.90", "areas.csv", 3, "lon" },
            { "areas.csv", "115.40,38.90", "15.40,38.90", "areas.csv", 3, "lon" },
            { "areas.csv", "海带镇,Township,9901,true", "海带镇,Township,9901,是", "areas.csv", 7, "served" },
            { "areas.csv", "深水乡,Township,9903,false", "深水乡,Township,9903,true", "areas.csv", 9, "served" },
            { "areas.csv", "false,邻市", "false,", "areas.csv", 5, "administered_by" },
            { "areas.csv", "990102,海带镇", "990102,", "areas.csv", 7, "name" },
            { "areas.csv", "990102,海带镇,", "990102,海带镇,,", "areas.csv", 7, null },
            { "areas.csv", "990102,海带镇,", "990102,\"海带\"镇,", "areas.csv", 7, null },
            { "areas.csv", "99030101,天涯", "99030101,\"天涯", "areas.csv", 15, null },
            { "units.csv", "D-housing,住建局,CityDepartment", "D-housing,住建局,Office", "units.csv", 3, "kind" },
            { "units.csv", "CountyGovernment,HOT,9901", "CountyGovernment,HOT,990101", "units.csv", 4, "area" },
            { "units.csv", "CountyGovernment,HOT,9901", "CountyGovernment,HOT,77", "units.csv", 4, "area" },
            { "units.csv", "CountyGovernment,HOT,9901", "CountyGovernment,,9901", "units.csv", 4, "parent" },
            { "units.csv", "CountyGovernment,HOT,9901", "CountyGovernment,T-990101,9901", "units.csv", 4, "parent" },
            { "units.csv", "HOT,热线中心,Hotline,,", "HOT,热线中心,Hotline,D-housing,", "units.csv", 2, "parent" },
            { "units.csv", "010-12345678", "无", "units.csv", 5, "phone" },
            { "city.json", "\"emergencyNumbers\"", "\"emergency\"", "city.json", null, "emergencyNumbers" },
            { "city.json", "\"number\": \"110\"", "\"number\": \"police\"", "city.json", null, "emergencyNumbers[0].number" },
            { "city.json", "\"zh\": \"报警\", \"en\": \"Police\"", "\"zh\": \"报警\"", "city.json", null, "emergencyNumbers[0].names.en" },
            {
                "city.json",
                "\"attributions\"",
                "\"help\": [{ \"category\": \"99\", \"picture\": \"lamp\" }], \"attributions\"",
                "city.json",
                null,
                "help[0].category"
            },
            {
                "city.json",
                "\"attributions\"",
                "\"help\": [{ \"category\": \"01\", \"picture\": \"moon\" }], \"attributions\"",
                "city.json",
                null,
                "help[0].picture"
            },
            { "city.json", "\"attributions\"", "\"voiceInput\": \"yes\", \"attributions\"", "city.json", null, "voiceInput" },
            {
                "city.json",
                "\"attributions\"",
                "\"mailboxes\": [{ \"code\": \"The Mayor\", \"names\": { \"zh\": \"市长\", \"en\": \"Mayor\" } }], \"attributions\"",
                "city.json",
                null,
                "mailboxes[0].code"
            },
            {
                "city.json",
                "\"attributions\"",
                "\"mailboxes\": [{ \"code\": \"mayor\", \"names\": { \"zh\": \"市长\" } }], \"attributions\"",
                "city.json",
                null,
                "mailboxes[0].names.en"
            },
            { "bases.csv", "verified", "verify", "bases.csv", 1, "verified" },
            { "categories.csv", "0101,物业,2,01", "0101,物业,4,01", "categories.csv", 3, "level" },
            { "categories.csv", "0101,物业,2,01", "0101,物业,3,01", "categories.csv", 3, "level" },
            { "categories.csv", "0101,物业,2,01", "0101,物业,2,02", "categories.csv", 3, "code" },
            { "categories.csv", "0101,物业,2,01", "0101,物业,2,09", "categories.csv", 3, "parent" },
            { "categories.csv", "0101,物业,2,01,4", "0101,物业,2,01,5", "categories.csv", 3, "grade" },
            { "categories.csv", "住有所居", "住有所住", "categories.csv", 2, "tag" },
            { "categories.csv", "02,市容", "02,住房", "categories.csv", 5, "name" },
            { "duties.csv", "3,02,Township", "3,09,Township", "duties.csv", 4, "category" },
            { "duties.csv", "3,02,Township", "2,02,Township", "duties.csv", 4, "id" },
            { "duties.csv", "City,D-housing,,", "City,D-water,,", "duties.csv", 2, "unit" },
            { "duties.csv", "City,D-housing,,", "City,D-housing,Enterprise,", "duties.csv", 2, "unit" },
            { "duties.csv", "City,D-housing,,", "City,D-housing,,water", "duties.csv", 2, "function" },
            { "duties.csv", ",Township,,示例", ",Enterprise,water,示例", "duties.csv", 3, "kind" },
            { "duties.csv", "示例条例第一条", "示例条例第二条", "duties.csv", 2, "basis" },
            { "calendar/2026.json", "2026-01-01", "2025-01-01", "calendar/2026.json", null, "days[0].date" },
            { "calendar/2026.json", "2026-01-01", "2026-02-30", "calendar/2026.json", null, "days[0].date" },
            { "calendar/2026.json", "\"year\": 2026", "\"year\": 2027", "calendar/2026.json", null, "year" },
            { "calendar/2026.json", "\"off\": true", "\"off\": false", "calendar/2026.json", null, "days[0].off" },
            { "calendar/2026.json", "{ \"year\"", "{ { \"year\"", "calendar/2026.json", 1, null },
            { "deadlines.json", "\"kind\": \"Sign\"", "\"kind\": \"Contact\", \"grade\": 2", "deadlines.json", null, "profiles[0].rules" },
            { "deadlines.json", "\"kind\": \"Sign\"", "\"kind\": \"Sign\", \"grade\": 2", "deadlines.json", null, "profiles[0].rules" },
            { "deadlines.json", "\"kind\": \"Sign\"", "\"kind\": \"Signed\"", "deadlines.json", null, "profiles[0].rules[0].kind" },
            { "deadlines.json", "\"amount\": 2", "\"amount\": 0", "deadlines.json", null, "profiles[0].rules[0].amount" },
            {
                "deadlines.json",
                "\"amount\": 2",
                "\"amount\": 2, \"category\": \"77\"",
                "deadlines.json",
                null,
                "profiles[0].rules[0].category"
            },
            {
                "city.json",
                "\"synthetic\"",
                "\"retention\": [{ \"class\": \"Words\", \"months\": 1, \"basis\": \"示例\" }], \"synthetic\"",
                "city.json",
                null,
                "retention[0].months"
            },
            {
                "city.json",
                "\"synthetic\"",
                "\"retention\": [{ \"class\": \"Wards\", \"months\": 9, \"basis\": \"示例\" }], \"synthetic\"",
                "city.json",
                null,
                "retention[0].class"
            },
            {
                "city.json",
                "\"synthetic\"",
                "\"retention\": [{ \"class\": \"Words\", \"basis\": \"示例\" }], \"synthetic\"",
                "city.json",
                null,
                "retention[0].months"
            },
            {
                "city.json",
                "\"synthetic\"",
                "\"retention\": [{ \"class\": \"Words\", \"months\": 9, \"basis\": \"某法\" }], \"synthetic\"",
                "city.json",
                null,
                "retention[0].basis"
            },
            {
                "city.json",
                "\"synthetic\"",
                "\"retention\": [{ \"class\": \"Identity\", \"reports\": true, \"months\": 9, \"basis\": \"示例\" }], \"synthetic\"",
                "city.json",
                null,
                "retention[0].reports"
            },
            { "rosters.csv", "HOT,1", "COLD,1", "rosters.csv", 2, "unit" },
            { "rosters.csv", "HOT,1,*", "HOT,1,8", "rosters.csv", 2, "days" },
            { "rosters.csv", "1-5;7,08:30", "5-1,08:30", "rosters.csv", 3, "days" },
            { "rosters.csv", "08:30", "25:00", "rosters.csv", 3, "from" },
            { "rosters.csv", ",duty2", ",", "rosters.csv", 3, "post" },
            { "rosters.csv", "HOT,1", "HOT,0", "rosters.csv", 2, "order" },
        };

    [Theory, MemberData(nameof(Breaks))]
    public async Task A_break_is_reported_where_it_is(string file, string from, string to, string at, int? row, string? field)
    {
        var problems = await Check(pack.Change(file, from, to));

        Assert.Contains(problems, p => p.File == at && p.Row == row && p.Field == field);
    }

    /// <summary>In English nothing is Chinese but what stands in the pack.</summary>
    [Theory, MemberData(nameof(Breaks))]
    public Task A_break_is_told_in_English(string file, string from, string to, string at, int? row, string? field) =>
        // In a flow of its own: the tests that follow on this thread would speak English too.
        Task.Run(async () =>
        {
            System.Globalization.CultureInfo.CurrentUICulture = Translations.English;
            var problems = await Check(pack.Change(file, from, to));
            Assert.Contains(problems, p => p.File == at && p.Row == row && p.Field == field);
            var data = string.Join('\n', Directory.GetFiles(pack.Path, "*", SearchOption.AllDirectories).Select(File.ReadAllText));
            foreach (var problem in problems)
            {
                var chinese = System
                    .Text.RegularExpressions.Regex.Matches(problem.ToString(), @"\p{IsCJKUnifiedIdeographs}+")
                    .Select(m => m.Value);
                Assert.DoesNotContain(chinese, word => !data.Contains(word, StringComparison.Ordinal) && !Tags.Contains(word));
            }
        });

    /// <summary>七有五性 are names.</summary>
    private const string Tags = "幼有所育学有所教劳有所得病有所医老有所养住有所居弱有所扶便利性宜居性多样性公正性安全性示例";

    [Fact]
    public async Task The_tiny_pack_itself_is_whole() => Assert.Empty(await Check(pack));

    [Theory]
    [InlineData("city.json")]
    [InlineData("areas.csv")]
    [InlineData("units.csv")]
    [InlineData("bases.csv")]
    [InlineData("categories.csv")]
    [InlineData("duties.csv")]
    [InlineData("deadlines.json")]
    [InlineData("rosters.csv")]
    public async Task A_missing_file_is_reported(string file) =>
        Assert.Contains(
            await Check(pack.Remove(file)),
            p => p.File == file && p.Row is null && p.Sentence.Contains("缺少", StringComparison.Ordinal)
        );

    [Fact]
    public async Task A_city_without_a_calendar_is_reported() =>
        Assert.Contains(await Check(pack.Remove("calendar/2026.json")), p => p.File == "calendar");

    [Fact]
    public async Task Swapped_axes_are_suspected() =>
        Assert.Contains(
            await Check(pack.Change("areas.csv", "115.40,38.90", "38.90,115.40")),
            p => p.Sentence.Contains("写反", StringComparison.Ordinal)
        );

    [Fact]
    public async Task A_ring_of_units_is_told_step_by_step()
    {
        pack.Change("units.csv", "D-housing,住建局,CityDepartment,HOT", "D-housing,住建局,CityDepartment,C-9901");
        pack.Change("units.csv", "CountyGovernment,HOT", "CountyGovernment,D-housing");

        Assert.Contains(
            await Check(pack),
            p => p.File == "units.csv" && p.Sentence.Contains("D-housing → C-9901 → D-housing", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task All_problems_are_told_at_once()
    {
        pack.Change("areas.csv", "115.40,38.90", "x,38.90").Change("rosters.csv", "08:30", "8:30").Change("city.json", "12345", "call me");

        Assert.Equal(["city.json", "areas.csv", "rosters.csv"], (await Check(pack)).Select(p => p.File));
    }

    [Fact]
    public async Task Text_that_is_not_utf8_is_told_with_its_row()
    {
        var bytes = Encoding
            .UTF8.GetBytes(pack.Text("bases.csv"))
            .Concat(new byte[] { 0xB0, 0xA1, (byte)',', (byte)'a', (byte)',', (byte)'\n' });

        var problem = Assert.Single(await Check(pack.Write("bases.csv", [.. bytes])), p => p.File == "bases.csv");
        Assert.Equal(3, problem.Row);
    }

    [Fact]
    public async Task Byte_order_mark_line_endings_blank_lines_and_quoted_newlines_change_nothing()
    {
        var text =
            pack.Text("categories.csv").Replace("物业不修电梯", "\"物业\n不修\"\"电梯\"\"\"", StringComparison.Ordinal)
            + "\n\n09,别的,1,,x,,,\n";
        pack.Write("categories.csv", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n"))]);

        var problem = Assert.Single(await Check(pack));
        Assert.Equal(("categories.csv", 8, "grade"), (problem.File, problem.Row, problem.Field));
    }

    [Fact]
    public async Task A_file_in_the_wrong_format_ends_after_a_thousand_problems()
    {
        pack.Write("bases.csv", "id,text,verified\n" + string.Concat(Enumerable.Repeat("a,,maybe\n", 1200)));

        Assert.Equal(1000, (await Check(pack)).Count);
    }

    [Theory]
    [InlineData("""{"type":"Polygon","coordinates":[[[115,38],[116,39],[116,38],[115,39],[115,38]]]}""", "9901", "geometry", "自相交")]
    [InlineData("""{"type":"Point","coordinates":[115,38]}""", "9901", "geometry", "不是面")]
    [InlineData("""{"type":"Polygon","coordinates":[[[115,38],[116,39],[116,38]]]}""", "9901", "geometry", "")]
    [InlineData("""{"type":"Polygon","coordinates":"?"}""", "9901", "geometry", "")]
    [InlineData("""{"type":"Polygon","coordinates":[[[38,115],[38.5,115],[38.5,115.5],[38,115]]]}""", "9901", "geometry", "写反")]
    [InlineData("""{"type":"Polygon","coordinates":[[[115,38],[116,38],[116,39],[115,38]]]}""", "77", "properties.code", "不存在")]
    public async Task A_broken_outline_is_reported(string geometry, string code, string field, string says)
    {
        var outlines =
            $$"""{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"{{code}}"},"geometry":{{geometry}}}]}""";

        var problem = (await Check(pack.Write("outlines.geojson", outlines)))[0];
        Assert.Equal(("outlines.geojson", 1, field), (problem.File, problem.Row, problem.Field));
        Assert.Contains(says, problem.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_of_the_demo_belong_to_units_that_exist()
    {
        pack.Write("demo/staff.csv", "login,name,roles,unit,area\nagent1,话务员,Agent;Boss,COLD,\n");

        Assert.Equal(["roles", "unit"], (await Check(pack)).Select(p => p.Field));
    }

    [Fact]
    public async Task A_folder_that_does_not_exist_is_one_problem()
    {
        var check = await new CheckCity().Run(
            new CheckCity.Command { Path = Path.Combine(pack.Path, "no") },
            Actor.System,
            CancellationToken.None
        );
        Assert.Single(check.Value.Problems);
    }

    public void Dispose() => pack.Dispose();

    private static string Classes(string member) => Scores($"\"classes\": {{{member}, \"basis\": \"示例\"}}");

    /// <summary>The first rows of areas.csv, with a population of the second where one is given.</summary>
    private static string Populated(string people) =>
        $"{(people.Length == 0 ? "schematic" : "population")}\n99,海底市,City,,true,,,,\n9901,珊瑚区,County,99,true,,115.40,38.90,{people}\n";

    private static string Programmes(string members) => $"\"programmes\": [{{{members}, \"name\": \"甲\"}}], \"synthetic\": true";

    private static string Themes(string member) => $"\"themes\": {{{member}, \"basis\": \"示例\"}}, \"synthetic\": true";

    /// <summary>A season in which one member is what is to be told; what else it needs is in order.</summary>
    private static string Season(string member)
    {
        string[] whole = ["\"name\": \"冬季\"", "\"categories\": [\"01\"]", "\"from\": \"11-15\"", "\"until\": \"03-15\""];
        var others = whole.Where(w => w.Split(':')[0] != member.Split(':')[0]);
        return Themes($"\"seasons\": [{{{string.Join(", ", others.Append(member))}}}]");
    }

    private static string Scores(string member) => $"\"scores\": {{{member}, \"basis\": \"示例\"}}, \"synthetic\": true";

    private static async Task<IReadOnlyList<PackProblem>> Check(TinyPack pack)
    {
        var check = await new CheckCity().Run(new CheckCity.Command { Path = pack.Path }, Actor.System, CancellationToken.None);
        return check.Value.Problems;
    }
}
