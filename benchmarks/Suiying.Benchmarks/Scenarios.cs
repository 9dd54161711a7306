using Microsoft.Extensions.DependencyInjection;
using Suiying.Kernel;
using Suiying.Requests.Features;
using Suiying.Requests.Model;

namespace Suiying.Benchmarks;

/// <summary>Each list, search and board as its people use it.</summary>
internal static class Scenarios
{
    private static readonly string[] Common = ["路灯", "物业", "暖气", "停车"];
    private static readonly string[] Rare = ["盲道", "疫苗", "滑梯", "送餐"];

    private static readonly Role[] Hotline = [Role.Agent, Role.Dispatcher, Role.Reviewer, Role.Callback, Role.Supervisor];

    public static IEnumerable<(string Name, Func<IServiceProvider, int, Task> Use)> All(Sample sample)
    {
        var hotline = Somebody("HOT", Hotline);
        SampleRow Row(int round) => sample.Rows[round % sample.Rows.Count];
        Actor Handler(int round) => Somebody(Row(round).Unit ?? "HOT", Role.UnitHandler);
        string After(int round) => $"0.{Row(round).Serial}";

        foreach (var queue in Enum.GetValues<Queue>())
        {
            var by = queue is Queue.Unit or Queue.Mine ? (Func<int, Actor>)Handler : _ => hotline;
            yield return ($"ListQueue {queue}", (s, i) => List(s, new ListQueue.Query { Queue = queue }, by(i)));
        }
        yield return ("ListQueue All, anywhere", (s, i) => List(s, new ListQueue.Query { Queue = Queue.All, After = After(i) }, hotline));
        yield return (
            "ListQueue All, one county",
            (s, i) =>
                List(
                    s,
                    new ListQueue.Query
                    {
                        Queue = Queue.All,
                        County = Row(i).County,
                        After = After(i),
                    },
                    hotline
                )
        );
        yield return (
            "ListQueue All, one category",
            (s, i) => List(s, new ListQueue.Query { Queue = Queue.All, Category = Row(i).Category }, hotline)
        );
        foreach (var (name, words) in new[] { ("common", Common), ("rare", Rare) })
        {
            yield return ($"FindRequests {name}, hotline", (s, i) => Find(s, words[i % words.Length], hotline));
            yield return ($"FindRequests {name}, one unit", (s, i) => Find(s, words[i % words.Length], Handler(i)));
        }
        yield return ("FindRequests two words", (s, i) => Find(s, $"{Common[i % 4]} {Rare[i % 3]}", hotline));
        yield return ("FindRequests by number", (s, i) => Find(s, Row(i).Number, hotline));
        yield return (
            "ReadRequest",
            (s, i) => s.GetRequiredService<ReadRequest>().Run(new ReadRequest.Query { Number = Row(i).Number }, hotline, default)
        );
        yield return ("ListPublicRequests", (s, _) => Public(s, new ListPublicRequests.Query()));
        yield return ("ListPublicRequests anywhere", (s, i) => Public(s, new ListPublicRequests.Query { After = $"{Row(i).Serial}" }));
        yield return ("ListPublicRequests county", (s, i) => Public(s, new ListPublicRequests.Query { County = Row(i).County }));
        yield return ("ListPublicRequests category", (s, i) => Public(s, new ListPublicRequests.Query { Category = Row(i).Category }));
        yield return (
            "ListPublicRequests county, category",
            (s, i) => Public(s, new ListPublicRequests.Query { County = Row(i).County, Category = Row(i).Category?[..2] })
        );
        yield return ("ListPublicRequests open", (s, _) => Public(s, new ListPublicRequests.Query { Ended = false }));
        yield return ("ReadTree", (s, i) => s.GetRequiredService<ReadTree>().Run(new ReadTree.Query(), Handler(i), default));
        yield return (
            "ListBoardRows Overdue",
            (s, _) => s.GetRequiredService<ListBoardRows>().Run(new ListBoardRows.Query { Filter = Overdue }, hotline, default)
        );
        yield return ("ReadBoard", (s, _) => s.GetRequiredService<ReadBoard>().Run(new ReadBoard.Query(), hotline, default));
        yield return ("CountRequests", (s, _) => s.GetRequiredService<CountRequests>().Run(default));
    }

    private static readonly BoardFilter Overdue = new() { Figure = BoardFigure.Overdue };

    private static async Task List(IServiceProvider services, ListQueue.Query query, Actor by) =>
        await services.GetRequiredService<ListQueue>().Run(query, by, default);

    private static async Task Find(IServiceProvider services, string words, Actor by) =>
        await services.GetRequiredService<FindRequests>().Run(new FindRequests.Query { Words = words }, by, default);

    private static async Task Public(IServiceProvider services, ListPublicRequests.Query query) =>
        await services.GetRequiredService<ListPublicRequests>().Run(query, default);

    private static Actor Somebody(string unit, params Role[] roles) =>
        new()
        {
            Id = Guid.Empty,
            Name = "测量岗（演示）",
            Roles = roles.ToHashSet(),
            UnitCode = unit,
        };
}
