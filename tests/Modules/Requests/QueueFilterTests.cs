using System.Text.Json;
using Suiying.Contracts.Requests;
using Suiying.Requests.Features;
using Suiying.Requests.Storage;
using Suiying.Testing;

namespace Suiying.Tests.Requests;

/// <summary>A queue by days, area and category, as page, answer and file.</summary>
public sealed class QueueFilterTests(QueueFilterTests.Weeks town) : IClassFixture<QueueFilterTests.Weeks>
{
    /// <summary>One request at each end of three days of the city, another category beside each, and a report that only some may see.</summary>
    public sealed class Weeks : SuiyingApp
    {
        public const string Lamps = "010101";
        public const string Water = "030101";

        public DateOnly First { get; private set; }

        public override async ValueTask InitializeAsync()
        {
            await base.InitializeAsync();
            // To the next midnight of the city, which is eight hours ahead.
            Clock.Advance(TimeSpan.FromDays(1) - Now.ToOffset(TimeSpan.FromHours(8)).TimeOfDay);
            First = DateOnly.FromDateTime(Now.ToOffset(TimeSpan.FromHours(8)).Date);
            for (var day = 0; day < 3; day++)
            {
                await Given.Request(Given.Intake() with { Category = Lamps });
                await Given.Request(Given.Intake() with { Category = Water });
                if (day == 1)
                    await Given.Request(Given.Intake() with { Category = Lamps, Type = RequestType.Report, AccusedUnit = "EAST-1" });
                Clock.Advance(TimeSpan.FromDays(1) - TimeSpan.FromMilliseconds(1));
                await Given.Request(Given.Intake() with { Category = Lamps });
                Clock.Advance(TimeSpan.FromMilliseconds(1));
            }
        }
    }

    [Fact]
    public async Task Days_are_the_citys_and_both_ends_are_included()
    {
        Assert.Equal(
            3,
            await Count(
                new ListQueue.Query
                {
                    Queue = Queue.All,
                    From = town.First,
                    To = town.First,
                }
            )
        );
        Assert.Equal(7, await Count(new ListQueue.Query { Queue = Queue.All, From = town.First.AddDays(1) }));
        Assert.Equal(
            4,
            await Count(
                new ListQueue.Query
                {
                    Queue = Queue.All,
                    From = town.First.AddDays(1),
                    To = town.First.AddDays(1),
                }
            )
        );
        Assert.Equal(
            0,
            await Count(
                new ListQueue.Query
                {
                    Queue = Queue.All,
                    From = town.First.AddDays(2),
                    To = town.First,
                }
            )
        );
        Assert.Equal(3, await Count(new ListQueue.Query { Queue = Queue.Intake, To = town.First }));
    }

    [Fact]
    public async Task Category_area_and_what_is_counted_everywhere_go_with_the_days()
    {
        var day = new ListQueue.Query
        {
            Queue = Queue.All,
            From = town.First.AddDays(1),
            To = town.First.AddDays(1),
        };
        Assert.Equal(3, await Count(day with { Category = "0101" }));
        Assert.Equal(2, await Count(day with { Category = Weeks.Lamps, Open = true }));
        Assert.Equal(1, await Count(day with { Category = Weeks.Water, Area = "990102001" }));
        Assert.Equal(0, await Count(day with { Area = "990103" }));
        Assert.Equal(0, await Count(day with { Area = "nowhere" }));
        Assert.Equal(0, await Count(day with { Category = "nowhere" }));
    }

    [Fact]
    public async Task A_code_that_is_no_county_is_shown_as_what_empties_the_list()
    {
        var page = await (await town.SignIn("supervisor")).Get("/desk/all?county=nowhere");
        Assert.Empty(page.All(".desk-row"));
        Assert.Equal("nowhere", Assert.Single(page.All("select[name=county] option[selected]")).TextContent);
    }

    [Fact]
    public async Task Slices_of_some_days_hold_each_request_once_newest_first()
    {
        var by = await town.Given.Staff("supervisor");
        var query = new ListQueue.Query
        {
            Queue = Queue.All,
            From = town.First,
            Take = 2,
        };
        var seen = new List<DateTimeOffset>();
        var numbers = new HashSet<string>();
        for (var more = true; more; )
        {
            var slice = (await Listed(query, by)).Value;
            seen.AddRange(slice.Rows.Select(r => r.RegisteredAt));
            Assert.All(slice.Rows, r => Assert.True(numbers.Add(r.Number)));
            query = query with { After = slice.Next };
            more = slice.Next is not null;
        }
        Assert.Equal(10, seen.Count);
        Assert.Equal(seen.OrderDescending(), seen);
    }

    [Fact]
    public async Task The_address_is_the_page_the_answer_and_the_file()
    {
        var filters = $"?category=0101&from={town.First:yyyy-MM-dd}&to={town.First:yyyy-MM-dd}";
        using var supervisor = await town.SignIn("supervisor");
        var page = await supervisor.Get($"/desk/all{filters}");
        Assert.Equal(2, page.All(".desk-row").Count);
        Assert.Equal($"{town.First:yyyy-MM-dd}", page.All("input[name=from]")[0].GetAttribute("value"));
        Assert.NotNull(page.All("details.more")[0].GetAttribute("open"));
        Assert.Equal($"/desk/all/list.xlsx{filters}", page.All(".filters a[download]")[0].GetAttribute("href"));
        Assert.Equal(3, (await supervisor.Get($"/desk/all/list.csv{filters}")).Text.TrimEnd().Split('\n').Length);
        var answer = JsonDocument.Parse((await supervisor.Get($"/api/requests/queues/All{filters}")).Text);
        Assert.Equal(2, answer.RootElement.GetProperty("rows").GetArrayLength());
        Assert.Null((await supervisor.Get("/desk/all")).All("details.more")[0].GetAttribute("open"));
    }

    private async Task<int> Count(ListQueue.Query query) =>
        (await Listed(query, await town.Given.Staff(query.Queue == Queue.Intake ? "dispatcher" : "supervisor"))).Value.Rows.Count;

    private Task<Outcome<Slice<RequestRow>>> Listed(ListQueue.Query query, Actor by) =>
        town.Use<ListQueue, Outcome<Slice<RequestRow>>>(list => list.Run(query, by, CancellationToken.None));
}
