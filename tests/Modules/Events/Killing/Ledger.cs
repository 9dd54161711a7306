using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Suiying.Channels;
using Suiying.Channels.Features;
using Suiying.Channels.Storage;
using Suiying.Kernel.Data;
using Suiying.Kernel.Events;
using Suiying.Requests;
using Suiying.Requests.Features;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;
using Suiying.Schema.Postgres;
using Suiying.Schema.Sqlite;
using Suiying.Testing;

namespace Suiying.Tests.Events;

/// <summary>Reads the database beside the servers and says whether it holds what they answered: all of it, once.</summary>
internal sealed class Ledger(DatabaseSettings database) : IDisposable
{
    private readonly IDatabaseProvider provider = ProviderOf(database);
    private readonly WriteGate gate = new(ProviderOf(database));

    private static IDatabaseProvider ProviderOf(DatabaseSettings database) =>
        database.Kind == DatabaseKind.Sqlite ? new SqliteProvider(database, keep: false) : new PostgresProvider(database);

    public void Dispose() => gate.Dispose();

    public async Task<string> NewKey()
    {
        await using var db = new ChannelsDb(Options<ChannelsDb>(), new ChannelsModule(), provider, gate);
        var command = new AddApiKey.Command { Name = "演示程序" };
        return (await new AddApiKey(db, TimeProvider.System).Run(command, Actor.System, default)).Value.Secret;
    }

    /// <summary>How durable a commit is, as the running connection says.</summary>
    public async Task<string> Durability()
    {
        await using var db = Requests();
        await db.Database.OpenConnectionAsync();
        if (database.Kind == DatabaseKind.Sqlite)
            return $"synchronous={await Scalar(db, "PRAGMA synchronous")}";
        return $"fsync={await Scalar(db, "SHOW fsync")} synchronous_commit={await Scalar(db, "SHOW synchronous_commit")}";
    }

    /// <summary>Waits until the servers have delivered everything whose effect is in the database.</summary>
    public async Task Settle()
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            await using var db = Requests();
            var waiting = await db.Set<StoredEvent>().CountAsync(e => e.Consumer != "requests.messages" && e.DeadAt == null);
            if (waiting == 0)
                return;
            Assert.True(watch.Elapsed < TimeSpan.FromMinutes(2), $"{waiting} events were not delivered.");
            await Task.Delay(100);
        }
    }

    /// <summary>Everything that the servers answered is there, nothing is there twice, and each event had its effect once.</summary>
    public async Task<string> Check(Load load)
    {
        await using var db = Requests();
        var requests = await db.Requests.AsNoTracking().ToListAsync();
        var steps = await db.Transitions.AsNoTracking().ToListAsync();
        var texts = await db.Notes.Where(n => n.Kind == RequestAction.Register).Select(n => n.Text).ToListAsync();

        var marks = texts.GroupBy(t => t[..t.IndexOf('：')]).ToDictionary(g => g.Key, g => g.Count());
        Assert.DoesNotContain(marks, m => m.Value > 1);
        Assert.Subset(load.Marks.ToHashSet(), marks.Keys.ToHashSet());
        var numbers = requests.ToDictionary(r => r.Number, r => r.Id);
        Assert.All(
            load.Submitted,
            s => Assert.True(marks.ContainsKey(s.Mark) && numbers.ContainsKey(s.Number), $"{s} was answered and is lost.")
        );
        Assert.Equal(requests.Count, texts.Count);

        var keys = steps.Where(s => s.CommandKey is not null).ToLookup(s => (s.RequestId, s.CommandKey!.Value));
        Assert.All(keys, key => Assert.Single(key));
        Assert.All(load.Acted, a => Assert.True(keys.Contains((numbers[a.Number], a.Key)), $"{a} was answered and is lost."));

        var told = steps
            .Where(s => s.Capacity != Role.Resident && ResidentNotice.Told.Contains(s.Action))
            .Select(s => (s.RequestId, s.Seq));
        var notices = (await db.Notices.AsNoTracking().ToListAsync()).Select(n => (n.RequestId, n.Seq)).ToList();
        Assert.Equal(told.Order(Steps), notices.Order(Steps));
        var days = await db.Days.AsNoTracking().OrderBy(d => d.Day).ToListAsync();
        var counted = DayCount.Of(requests.Select(Counted.Of), DayOf);
        Assert.Equal(counted.Select(Line), days.Select(Line));
        Assert.Equal(0, await db.Set<StoredEvent>().CountAsync(e => e.DeadAt != null));

        var report = (await new VerifyJournal(db).Run(new VerifyJournal.Command(), Actor.System, default)).Value;
        Assert.True(report.Whole, string.Join('\n', report.Faults));
        Assert.Equal(steps.Count, report.Steps);
        var left = await db.Set<StoredEvent>().CountAsync();
        return $"{load.Submitted.Count} submissions and {load.Acted.Count} actions answered, {load.Broken} calls broken; {requests.Count} requests, "
            + $"{report.Steps} steps, {report.Anchors} anchors, {notices.Count} notices, {days.Sum(d => d.Received)} counted; {left} messages in flight";
    }

    private static readonly Comparer<(Contracts.Requests.RequestId Id, int Seq)> Steps = Comparer<(
        Contracts.Requests.RequestId Id,
        int Seq
    )>.Create((a, b) => (a.Id.Value, a.Seq).CompareTo((b.Id.Value, b.Seq)));

    private static string Line(DayCount d) => $"{d.Day:O} {d.Received} {d.Ended} {d.Answered} {d.OnTime} {d.Synthetic} {d.Supported}";

    private RequestsDb Requests() => new(Options<RequestsDb>(), new RequestsModule(), provider, gate);

    /// <summary>The sample city lies eight hours ahead.</summary>
    private static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(SuiyingApp.Start.Offset).DateTime);

    private DbContextOptions<TDb> Options<TDb>()
        where TDb : DbContext
    {
        var options = new DbContextOptionsBuilder<TDb>();
        provider.Configure(options);
        return options.Options;
    }

    private static async Task<string> Scalar(RequestsDb db, string question)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // The two questions stand above.
        command.CommandText = question;
#pragma warning restore CA2100
        return $"{await command.ExecuteScalarAsync()}";
    }
}
