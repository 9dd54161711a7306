using System.Collections.Concurrent;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Suiying.Kernel.Events;
using Suiying.Requests.Storage;
using Suiying.Testing;

namespace Suiying.Tests.Events;

/// <summary>An event of the tests.</summary>
public sealed record Rang(string Aggregate, int Number) : IEvent
{
    public static string Name => "tests.rang";
}

/// <summary>What the probes saw, and which events they refuse.</summary>
public sealed class Bells
{
    public ConcurrentQueue<(string Consumer, string Aggregate, int Number)> Heard { get; } = new();

    public ConcurrentQueue<Guid> Messages { get; } = new();

    /// <summary>Throws for an event that is to fail.</summary>
    public Action<string, Rang> Refuse { get; set; } = (_, _) => { };
}

/// <summary>Writes an anchor-like row through the module's context, so that the effect is in the transaction.</summary>
public sealed class FirstProbe(RequestsDb db, Bells bells) : IConsumer<Rang>
{
    public static string Name => "tests.first";

    public async Task When(Rang happened, Delivery delivery, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO tests_rung (aggregate, number) VALUES ({happened.Aggregate}, {happened.Number})",
            ct
        );
        bells.Refuse(Name, happened);
        bells.Heard.Enqueue((Name, happened.Aggregate, happened.Number));
    }
}

/// <summary>An effect outside the database.</summary>
public sealed class OutwardProbe(Bells bells) : IConsumer<Rang>
{
    public static string Name => "tests.outward";

    public static bool Wants(Rang happened) => happened.Number < 100;

    public Task When(Rang happened, Delivery delivery, CancellationToken ct)
    {
        bells.Messages.Enqueue(delivery.MessageId);
        bells.Refuse(Name, happened);
        bells.Heard.Enqueue((Name, happened.Aggregate, happened.Number));
        return Task.CompletedTask;
    }
}

/// <summary>A host with the probes subscribed.</summary>
public sealed class BellTower : SuiyingApp
{
    public Bells Bells { get; } = new();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Use<RequestsDb, int>(db =>
            db.Database.ExecuteSqlAsync($"CREATE TABLE tests_rung (aggregate text NOT NULL, number integer NOT NULL)")
        );
    }

    /// <summary>Stores events, each in a transaction of its own.</summary>
    public async Task Ring(params IEnumerable<(string Aggregate, int Number)> all)
    {
        foreach (var (aggregate, number) in all)
            await Use<RequestsDb, int>(db =>
            {
                Services.GetRequiredService<Outbox>().Add(db, new Rang(aggregate, number));
                return db.SaveChangesAsync();
            });
    }

    public IEnumerable<int> Heard(string consumer, string aggregate) =>
        Bells.Heard.Where(h => h.Consumer == consumer && h.Aggregate == aggregate).Select(h => h.Number);

    /// <summary>Effects in the database.</summary>
    public Task<List<int>> Rung(string aggregate) =>
        Use<RequestsDb, List<int>>(db =>
            db.Database.SqlQuery<int>($"SELECT number AS \"Value\" FROM tests_rung WHERE aggregate = {aggregate}").ToListAsync()
        );

    public Task<List<StoredEvent>> Waiting() =>
        Use<RequestsDb, List<StoredEvent>>(db => db.Set<StoredEvent>().AsNoTracking().OrderBy(e => e.Id).ToListAsync());

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services =>
            services.AddSingleton(Bells).AddConsumer<FirstProbe, Rang, RequestsDb>().AddOutwardConsumer<OutwardProbe, Rang, RequestsDb>()
        );
    }
}
