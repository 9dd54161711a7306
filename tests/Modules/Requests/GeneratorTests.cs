using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Requests;
using Suiying.Kernel.Events;
using Suiying.Requests.Features;
using Suiying.Requests.Model;
using Suiying.Requests.Model.Synthetic;
using Suiying.Requests.Storage;
using Suiying.Testing;

namespace Suiying.Tests.Requests;

/// <summary>What <c>bench generate</c> makes, as it lies in the database.</summary>
public sealed class GeneratorTests(GeneratorTests.Generated app) : IClassFixture<GeneratorTests.Generated>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static Plan Plan { get; } =
        new()
        {
            Requests = 400,
            Seed = 7,
            Until = SuiyingApp.Start,
        };

    /// <summary>An application into whose database 400 requests were generated.</summary>
    public sealed class Generated : SuiyingApp
    {
        public override async ValueTask InitializeAsync()
        {
            await base.InitializeAsync();
            Assert.Null((await Generate(this, Plan)).Refusal);
        }
    }

    [Fact]
    public async Task Every_request_is_marked_as_synthetic_and_lies_in_the_past()
    {
        var rows = await app.Use<RequestsDb, List<ServiceRequest>>(db => db.Requests.AsNoTracking().ToListAsync(Ct));

        Assert.Equal(400, rows.Count);
        Assert.All(rows, r => Assert.True(r.Synthetic && r.RegisteredAt <= Plan.Until && (r.EndedAt ?? r.RegisteredAt) <= Plan.Until));
        Assert.All(rows, r => Assert.DoesNotContain('{', r.Title));
    }

    [Fact]
    public async Task One_event_tells_of_the_load_for_who_counts_from_the_journal()
    {
        var told = await app.Use<RequestsDb, List<StoredEvent>>(db =>
            db.Set<StoredEvent>().AsNoTracking().Where(e => e.Event == RequestsLoaded.Name).ToListAsync(Ct)
        );
        var loaded = JsonSerializer.Deserialize<RequestsLoaded>(
            Assert.Single(told, e => e.Consumer == "scores.loaded").Payload,
            JsonSerializerOptions.Web
        )!;
        var steps = await app.Use<RequestsDb, List<DateTimeOffset>>(db => db.Transitions.Select(t => t.At).ToListAsync(Ct));
        Assert.Equal((steps.Min(), steps.Max()), (loaded.From, loaded.Until));
    }

    [Fact]
    public async Task Old_requests_have_ended_and_only_young_ones_are_open()
    {
        var rows = await app.Use<RequestsDb, List<ServiceRequest>>(db => db.Requests.AsNoTracking().ToListAsync(Ct));

        var open = rows.Where(r => !RequestLifecycle.IsFinal(r.State)).ToList();
        Assert.InRange(open.Count, 1, 40);
        Assert.All(open, r => Assert.True(r.RegisteredAt > Plan.Until.AddDays(-100), $"{r.Number} {r.State} {r.RegisteredAt}"));
    }

    [Fact]
    public async Task Every_history_is_an_unbroken_chain_that_ends_at_the_head()
    {
        var (requests, transitions, notes) = await app.Use<RequestsDb, (List<ServiceRequest>, List<RequestTransition>, List<RequestNote>)>(
            async db =>
                (
                    await db.Requests.AsNoTracking().ToListAsync(Ct),
                    await db.Transitions.AsNoTracking().OrderBy(t => t.Position).ToListAsync(Ct),
                    await db.Notes.AsNoTracking().ToListAsync(Ct)
                )
        );
        var noteById = notes.ToDictionary(n => n.Id);

        foreach (var request in requests)
        {
            var previous = "";
            var chain = transitions.Where(t => t.RequestId == request.Id).ToList();
            foreach (var (t, i) in chain.Select((t, i) => (t, i)))
            {
                Assert.Equal((i + 1, previous, t.ComputeHash()), (t.Seq, t.PreviousHash, t.Hash));
                if (t.NoteId is { } note)
                    Assert.Equal(t.NoteHash, noteById[note].Hash());
                previous = t.Hash;
            }
            Assert.Equal((request.HeadHash, request.Version, request.State), (previous, chain.Count, chain[^1].To));
        }
    }

    [Fact]
    public async Task A_generated_request_is_found_by_two_characters_and_read_like_any_other()
    {
        var agent = new Actor
        {
            Id = Guid.CreateVersion7(app.Now),
            Name = "话务员",
            Roles = new HashSet<Role> { Role.Agent },
            UnitCode = "HOT",
        };
        var found = await app.Use<FindRequests, Outcome<Slice<RequestRow>>>(find =>
            find.Run(new FindRequests.Query { Words = "路灯" }, agent, Ct)
        );
        Assert.NotEmpty(found.Value.Rows);

        var number = found.Value.Rows[0].Number;
        var read = await app.Use<ReadRequest, Outcome<RequestDetail>>(r => r.Run(new ReadRequest.Query { Number = number }, agent, Ct));
        Assert.Contains("路灯", read.Value.Text);
        Assert.True(TicketNumber.IsWellFormed(number));
    }

    [Fact]
    public async Task The_same_seed_tells_the_same_stories_and_another_seed_others()
    {
        var serials = Enumerable.Range(1, Plan.Requests).Select(i => (long)i).ToList();
        string[] Heads(Plan plan) =>
            [.. Stories.Tell(plan, DemoWords.Vocabulary, app.City, serials).Select(r => $"{r.Number} {r.HeadHash}")];

        var stored = await app.Use<RequestsDb, List<string>>(db =>
            db.Requests.OrderBy(r => r.Serial).Select(r => r.Number + " " + r.HeadHash).ToListAsync(Ct)
        );

        Assert.Equal(Heads(Plan), Heads(Plan));
        Assert.Equal(Heads(Plan), stored);
        Assert.NotEqual(Heads(Plan), Heads(Plan with { Seed = 8 }));
    }

    [Fact]
    public async Task A_second_generation_adds_to_the_first()
    {
        await using var other = new SuiyingApp();
        await other.InitializeAsync();
        Assert.Null((await Generate(other, Plan with { Requests = 50 })).Refusal);
        Assert.Null((await Generate(other, Plan with { Requests = 50 })).Refusal);

        Assert.Equal(100, await other.Use<RequestsDb, int>(db => db.Requests.CountAsync(Ct)));
    }

    [Fact]
    public async Task Real_requests_are_never_mixed_with_synthetic_ones_unasked()
    {
        await using var other = new SuiyingApp();
        await other.InitializeAsync();
        await other.Given.Request();

        Assert.IsType<HoldsRealRequests>((await Generate(other, Plan with { Requests = 5 })).Refusal);
        Assert.Null((await Generate(other, Plan with { Requests = 5 }, intoExisting: true)).Refusal);
        // People go on after it as before.
        Assert.NotEmpty((await other.Given.Request()).Number);
    }

    private static Task<Outcome<GenerateRequests.Made>> Generate(SuiyingApp app, Plan plan, bool intoExisting = false) =>
        app.Use<GenerateRequests, Outcome<GenerateRequests.Made>>(generate =>
            generate.Run(
                new GenerateRequests.Command
                {
                    Plan = plan,
                    Words = DemoWords.Vocabulary,
                    IntoExisting = intoExisting,
                },
                Actor.System,
                Ct
            )
        );
}
