using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Requests.Model;
using Suiying.Requests.Model.Synthetic;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>Makes a synthetic city of any size: seasons, topics, units, journeys and callbacks, from one seed.</summary>
public sealed class GenerateRequests(RequestsDb db, ICityRegistry registry, RequestLoad load)
{
    public const int Most = 20_000_000;

    /// <summary>Small enough to stand twice in memory and to hold the write gate for a second only; large enough to amortise a commit.</summary>
    private const int Chunk = 4000;

    public sealed record Command
    {
        public required Plan Plan { get; init; }

        public required Vocabulary Words { get; init; }

        /// <summary>True allows a database that holds real requests.</summary>
        public bool IntoExisting { get; init; }

        /// <summary>Is told how many are stored.</summary>
        public IProgress<int>? Progress { get; init; }
    }

    /// <param name="Requests">How many were made.</param>
    public sealed record Made(int Requests);

    public async Task<Outcome<Made>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.System))
            return new NotAllowed();
        var city = registry.Current;
        if (Check(command, city) is { } problem)
            return problem;
        if (!command.IntoExisting && await db.Requests.AnyAsync(r => !r.Synthetic, ct))
            return new HoldsRealRequests();

        var serials = await load.NextSerials(command.Plan.Requests, ct);
        await Store(command, city, serials, ct);
        if (command.Plan.Requests > Chunk)
            await load.Settle(ct);
        return new Made(command.Plan.Requests);
    }

    private static Refusal? Check(Command command, CitySnapshot city)
    {
        var problems = new List<FieldProblem>();
        if (command.Plan.Requests is < 1 or > Most)
            problems.Add(new FieldProblem("requests", $"数量应为 1 至 {Most}。"));
        if (command.Plan.Days is < 1 or > 3650)
            problems.Add(new FieldProblem("days", "天数应为 1 至 3650。"));
        problems.AddRange(
            command
                .Words.Topics.Where(t => city.Categories.Find(t.Category) is null)
                .Select(t => new FieldProblem("topics.csv category", $"没有这个类别：{t.Category}（{t.Title}）。"))
        );
        return problems.Count == 0 ? null : Refusal.Invalid(problems);
    }

    /// <summary>One core tells stories while the other writes them.</summary>
    private async Task Store(Command command, CitySnapshot city, IReadOnlyList<long> serials, CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var chunks = System.Threading.Channels.Channel.CreateBounded<LoadEntry[]>(1);
        var telling = Task.Run(
            async () =>
            {
                try
                {
                    foreach (var requests in Stories.Tell(command.Plan, command.Words, city, serials).Chunk(Chunk))
                        await chunks.Writer.WriteAsync([.. requests.Select(r => LoadEntry.Of(r, city))], stop.Token);
                    chunks.Writer.Complete();
                }
                catch (Exception problem)
                {
                    chunks.Writer.Complete(problem);
                }
            },
            CancellationToken.None
        );
        try
        {
            var stored = 0;
            await foreach (var entries in chunks.Reader.ReadAllAsync(ct))
            {
                await load.Add(entries, ct);
                command.Progress?.Report(stored += entries.Length);
            }
        }
        finally
        {
            await stop.CancelAsync();
            await telling;
        }
    }
}
