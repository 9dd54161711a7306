using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Suiying.Kernel.Events;
using Suiying.Requests.Storage;

namespace Suiying.Tests.Events;

/// <summary>The engine: once in effect, in order, and a failure that holds up nobody else.</summary>
public sealed class OutboxTests : IAsyncLifetime
{
    private readonly BellTower tower = new();

    public ValueTask InitializeAsync() => tower.InitializeAsync();

    public ValueTask DisposeAsync() => tower.DisposeAsync();

    [Fact]
    public async Task Every_consumer_gets_the_events_of_an_aggregate_in_their_order_and_once()
    {
        await tower.Ring(Enumerable.Range(1, 40).Select(i => (i % 2 == 0 ? "a" : "b", i)));
        await tower.Drain();
        Assert.Equal(Enumerable.Range(1, 20).Select(i => i * 2), tower.Heard(FirstProbe.Name, "a"));
        Assert.Equal(Enumerable.Range(1, 20).Select(i => i * 2), tower.Heard(OutwardProbe.Name, "a"));
        Assert.Equal(tower.Heard(FirstProbe.Name, "b"), await tower.Rung("b"));
        Assert.Empty(await tower.Waiting());
        Assert.Equal(0, await tower.Drain());
    }

    [Fact]
    public async Task A_change_that_is_rolled_back_tells_nobody()
    {
        await tower.Use<RequestsDb, int>(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            tower.Services.GetRequiredService<Outbox>().Add(db, new Rang("a", 1));
            await db.SaveChangesAsync();
            await transaction.RollbackAsync();
            return 0;
        });
        Assert.Empty(await tower.Waiting());
    }

    [Fact]
    public async Task An_event_is_kept_only_for_those_who_want_it()
    {
        await tower.Ring(("a", 100));
        Assert.Equal([FirstProbe.Name], (await tower.Waiting()).Select(e => e.Consumer));
    }

    [Fact]
    public async Task What_a_consumer_wrote_before_it_failed_is_gone_and_written_once_at_the_second_attempt()
    {
        Fail(FirstProbe.Name, "a", 1);
        await tower.Ring(("a", 1));
        await tower.Drain();
        Assert.Empty(await tower.Rung("a"));
        tower.Bells.Refuse = (_, _) => { };
        Assert.Equal(0, await tower.Drain());
        tower.Clock.Advance(OutboxDispatcher.Pauses[0]);
        await tower.Drain();
        Assert.Equal([1], await tower.Rung("a"));
    }

    [Fact]
    public async Task A_poisoned_event_holds_up_its_own_aggregate_at_its_own_consumer_and_nobody_else()
    {
        Fail(FirstProbe.Name, "a", 1);
        await tower.Ring(("a", 1), ("b", 2), ("a", 3), ("b", 4));
        await tower.Drain();
        Assert.Empty(tower.Heard(FirstProbe.Name, "a"));
        Assert.Equal([2, 4], await tower.Rung("b"));
        Assert.Equal([1, 3], tower.Heard(OutwardProbe.Name, "a"));
    }

    [Fact]
    public async Task After_the_last_pause_an_event_is_dead_and_those_behind_it_still_wait()
    {
        Fail(FirstProbe.Name, "a", 1);
        await tower.Ring(("a", 1), ("a", 2));
        foreach (var pause in OutboxDispatcher.Pauses)
        {
            await tower.Drain();
            tower.Clock.Advance(pause);
        }
        await tower.Drain();
        var rows = await tower.Waiting();
        Assert.Equal(2, rows.Count);
        Assert.Equal((OutboxDispatcher.Pauses.Count + 1, tower.Now), (rows[0].Attempts, rows[0].DeadAt));
        Assert.Equal("InvalidOperationException: Refused 1.", rows[0].Problem);
        tower.Clock.Advance(TimeSpan.FromDays(30));
        Assert.Equal(0, await tower.Drain());
    }

    [Fact]
    public async Task An_effect_outside_is_repeated_under_the_same_message_id()
    {
        Fail(OutwardProbe.Name, "a", 1);
        await tower.Ring(("a", 1), ("a", 2));
        await tower.Drain();
        tower.Bells.Refuse = (_, _) => { };
        tower.Clock.Advance(OutboxDispatcher.Pauses[0]);
        await tower.Drain();
        var ids = tower.Bells.Messages.ToList();
        Assert.Equal((3, ids[0]), (ids.Count, ids[1]));
        Assert.NotEqual(ids[1], ids[2]);
        Assert.Equal([1, 2], tower.Heard(OutwardProbe.Name, "a"));
    }

    [Fact]
    public async Task Side_by_side_dispatchers_bring_each_event_once_and_keep_the_order()
    {
        await tower.Ring(Enumerable.Range(1, 120).Select(i => ($"m{i % 6}", i)));
        var other = ActivatorUtilities.CreateInstance<OutboxDispatcher>(tower.Services);
        var third = ActivatorUtilities.CreateInstance<OutboxDispatcher>(tower.Services);
        await Task.WhenAll(Task.Run(tower.Drain), Task.Run(() => other.Drain(default)), Task.Run(() => third.Drain(default)));
        // What one held while the others found nothing more.
        await tower.Drain();
        for (var m = 0; m < 6; m++)
        {
            var all = Enumerable.Range(1, 120).Where(i => i % 6 == m).ToList();
            Assert.Equal(all, await tower.Rung($"m{m}"));
            Assert.Equal(all.Where(i => i < 100), tower.Heard(OutwardProbe.Name, $"m{m}"));
        }
    }

    [Fact]
    public async Task A_delivery_belongs_to_the_trace_in_which_the_event_happened()
    {
        var seen = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is OutboxDispatcher.Source or "Suiying.Tests",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                lock (seen)
                    seen.Add(activity);
            },
        };
        ActivitySource.AddActivityListener(listener);
        using var source = new ActivitySource("Suiying.Tests");
        ActivityTraceId trace;
        using (var activity = source.StartActivity("change"))
        {
            trace = activity!.TraceId;
            await tower.Ring(("traced", 1));
        }
        await tower.Drain();
        var delivered = seen.Where(a => a.TraceId == trace && a.Source.Name == OutboxDispatcher.Source).ToList();
        Assert.Equal(["tests.rang → tests.first", "tests.rang → tests.outward"], delivered.Select(a => a.DisplayName).Order());
        Assert.DoesNotContain(delivered.SelectMany(a => a.Tags), tag => tag.Value == "traced");
    }

    private void Fail(string consumer, string aggregate, int number) =>
        tower.Bells.Refuse = (by, happened) =>
        {
            if (by == consumer && happened == new Rang(aggregate, number))
                throw new InvalidOperationException($"Refused {number}.");
        };
}
