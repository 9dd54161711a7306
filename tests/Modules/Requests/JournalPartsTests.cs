using Suiying.Contracts.Requests;
using Suiying.Requests.Features;
using Suiying.Requests.Model.Synthetic;
using Suiying.Testing;

namespace Suiying.Tests.Requests;

/// <summary>The journal part by part is the journal, however large the parts.</summary>
public sealed class JournalPartsTests(JournalPartsTests.City city) : IClassFixture<JournalPartsTests.City>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(40)]
    [InlineData(1000)]
    public async Task Every_request_is_told_once_and_in_order(int size)
    {
        var parts = await Parts(size, null);
        Assert.All(parts, part => Assert.Null(part.Only));
        Cover(parts);
        var (whole, told) = (await Whole(), new List<RequestHistory>());
        foreach (var part in parts)
        {
            var some = await Of(part);
            Assert.True(some.Count <= size);
            told.AddRange(some);
        }
        Assert.Equal(whole.Select(h => (h.Number, h.Steps.Count)), told.Select(h => (h.Number, h.Steps.Count)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1000)]
    public async Task What_moved_in_some_days_is_told_once_and_in_order(int size)
    {
        var (from, until) = (SuiyingApp.Start.AddDays(-20), SuiyingApp.Start.AddDays(-10));
        bool Moved(JournalStep step) =>
            step.At >= from && step.At < until && (step.Kind is WorkKind.Registered || step.Answers is not null);
        var expected = (await Whole()).Where(h => h.Steps.Any(Moved)).Select(h => h.Number).ToList();
        Assert.NotEmpty(expected);
        var parts = await Parts(size, (from, until));
        Cover(parts);
        var told = new List<string>();
        foreach (var part in parts)
        {
            Assert.All(part.Only!, id => Assert.True(id > part.After && id <= part.UpTo));
            told.AddRange((await Of(part)).Select(h => h.Number));
        }
        Assert.Equal(expected, told);
    }

    /// <summary>No id lies in two parts or in none.</summary>
    private static void Cover(List<JournalPart> parts)
    {
        Assert.Equal(default, parts[0].After);
        Assert.Equal(parts.Select(p => p.UpTo).SkipLast(1), parts.Select(p => p.After).Skip(1));
        Assert.Equal(RequestId.Highest, parts[^1].UpTo);
    }

    private Task<IReadOnlyList<RequestHistory>> Whole() => Of(new JournalPart(default, RequestId.Highest));

    private Task<IReadOnlyList<RequestHistory>> Of(JournalPart part) =>
        city.App.Use<IRequestJournal, IReadOnlyList<RequestHistory>>(journal => journal.Of(part, Ct));

    private Task<List<JournalPart>> Parts(int size, (DateTimeOffset, DateTimeOffset)? moved) =>
        city.App.Use<IRequestJournal, List<JournalPart>>(async journal => await journal.Parts(size, moved, Ct).ToListAsync(Ct));

    /// <summary>A generated city.</summary>
    public sealed class City : IAsyncLifetime
    {
        public SuiyingApp App { get; } = new();

        public async ValueTask InitializeAsync()
        {
            await App.InitializeAsync();
            var plan = new Plan
            {
                Requests = 120,
                Seed = 1,
                Until = SuiyingApp.Start,
            };
            var command = new GenerateRequests.Command { Plan = plan, Words = DemoWords.Vocabulary };
            var made = await App.Use<GenerateRequests, Outcome<GenerateRequests.Made>>(u =>
                u.Run(command, Actor.System, CancellationToken.None)
            );
            Assert.Null(made.Refusal);
        }

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }
}
