using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Suiying.Benchmarks.Circuits;
using Suiying.Benchmarks.Paint;
using Suiying.Benchmarks.Topics;
using Suiying.Requests.Storage;
using Suiying.Web.Hosting;

namespace Suiying.Benchmarks;

/// <summary>Measures the use cases in this process against a generated database: p50, p95 and p99 over uniformly chosen requests.</summary>
internal static class Program
{
    private const int Rounds = 200;
    private const int Seed = 1;

    /// <summary>What design promises for 1,000,000 requests.</summary>
    private const double Promised = 100;

    public static async Task<int> Main(string[] args)
    {
        if (args is ["circuits", .. var rest])
            return await ManyDesks.Run(rest);
        if (args is ["topics", .. var size])
            return TopicCost.Run(size);
        if (args is ["paint", .. var asked])
            return await FirstPaint.Run(asked);
        var builder = Host.CreateApplicationBuilder();
        var settings = SuiyingSettings.Read(builder.Configuration, args);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSuiying(settings, builder.Configuration);
        using var host = builder.Build();
        if (!await Startup.EnsureCity(host.Services, settings, CancellationToken.None))
            return 1;

        var sample = await Sample(host.Services);
        Console.WriteLine(
            $"{settings.Database.Kind}, {sample.Last:N0} requests, {Rounds} calls each, {Environment.ProcessorCount} cores, ms"
        );
        Console.WriteLine($"{"", -44}{"p50", 10}{"p95", 10}{"p99", 10}{"max", 10}");
        var slow = 0;
        foreach (var (name, use) in Scenarios.All(sample))
        {
            var times = await Time(host.Services, use);
            slow += times[Rounds * 95 / 100] > Promised ? 1 : 0;
            Console.WriteLine(
                $"{name, -44}{times[Rounds / 2], 10:F2}{times[Rounds * 95 / 100], 10:F2}{times[Rounds * 99 / 100], 10:F2}{times[^1], 10:F2}"
            );
        }
        Console.WriteLine(slow == 0 ? $"p95 ≤ {Promised} ms everywhere" : $"{slow} over {Promised} ms");
        return slow == 0 ? 0 : 1;
    }

    private static async Task<Sample> Sample(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RequestsDb>();
        var first = await db.Requests.OrderBy(r => r.Serial).Select(r => r.Serial).FirstAsync();
        var last = await db.Requests.OrderByDescending(r => r.Serial).Select(r => r.Serial).FirstAsync();
        var random = new Random(Seed);
        var serials = Enumerable.Range(0, Rounds * 2).Select(_ => random.NextInt64(first, last + 1)).ToList();
        var rows = await db
            .Requests.AsNoTracking()
            .Where(r => serials.Contains(r.Serial))
            .Select(r => new SampleRow(r.Serial, r.Number, r.Unit, r.County, r.Category))
            .ToListAsync();
        return new Sample(last, [.. rows.OrderBy(_ => random.Next())]);
    }

    private static async Task<double[]> Time(IServiceProvider services, Func<IServiceProvider, int, Task> use)
    {
        // The first calls compile queries and open connections; nobody waits for them twice.
        for (var i = 0; i < 5; i++)
            await Once(services, use, i);
        var times = new double[Rounds];
        for (var i = 0; i < Rounds; i++)
            times[i] = await Once(services, use, i);
        Array.Sort(times);
        return times;
    }

    private static async Task<double> Once(IServiceProvider services, Func<IServiceProvider, int, Task> use, int round)
    {
        await using var scope = services.CreateAsyncScope();
        var start = TimeProvider.System.GetTimestamp();
        await use(scope.ServiceProvider, round);
        return TimeProvider.System.GetElapsedTime(start).TotalMilliseconds;
    }
}

/// <summary>A request chosen by chance.</summary>
internal sealed record SampleRow(long Serial, string Number, string? Unit, string? County, string? Category);

/// <param name="Last">The newest serial.</param>
/// <param name="Rows">In random order.</param>
internal sealed record Sample(long Last, IReadOnlyList<SampleRow> Rows);
