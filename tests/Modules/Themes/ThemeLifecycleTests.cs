using Suiying.Contracts.Registry;
using Suiying.Testing;
using Suiying.Themes.Model;

namespace Suiying.Tests.Themes;

/// <summary>The table of a theme's steps, and what a card and a decision must have.</summary>
public sealed class ThemeLifecycleTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    [Fact]
    public void Every_state_but_the_first_is_reached_and_every_step_has_one_end()
    {
        var rows = ThemeLifecycle.Rows;
        Assert.Equal(rows.Count, rows.DistinctBy(r => (r.From, r.Action)).Count());
        foreach (var state in Enum.GetValues<ThemeState>().Where(s => s is not ThemeState.Candidate))
            Assert.Contains(rows, r => r.To == state && r.From != state);
        // What was looked back at is at its end; everything else goes on.
        foreach (var state in Enum.GetValues<ThemeState>().Where(s => s is not ThemeState.LookedBack))
            Assert.Contains(rows, r => r.From == state && r.To != state);
        Assert.All(rows, r => Assert.NotEmpty(r.By));
    }

    [Fact]
    public void Every_action_but_the_nomination_stands_in_the_table() =>
        Assert.Equal(
            Enum.GetValues<ThemeAction>().Where(a => a is not ThemeAction.Propose).Order(),
            ThemeLifecycle.Rows.Select(r => r.Action).Distinct().Order()
        );

    [Theory]
    [InlineData(0, 0, 0, 0, 0)]
    [InlineData(5, 5, 5, 5, 100)]
    [InlineData(1, 2, 3, 4, 50)]
    public void A_card_sums_by_the_citys_weights(int wide, int volume, int unsolved, int ready, double total)
    {
        var card = new ScoreCard(Figures, [new(wide, ""), new(volume, ""), new(unsolved, ""), new(ready, "")]);
        Assert.Equal(total, card.Total(ThemeScheme.Usual)!.Value, 1e-9);
        Assert.Null((card with { Marks = [] }).Total(ThemeScheme.Usual));
        var onlyVolume = new ThemeScheme
        {
            WideWeight = 0,
            VolumeWeight = 100,
            UnsolvedWeight = 0,
            ReadyWeight = 0,
        };
        Assert.Equal(20 * volume, card.Total(onlyVolume)!.Value, 1e-9);
    }

    [Fact]
    public async Task Nobody_takes_a_step_for_which_the_table_does_not_name_them()
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            var by = new Actor
            {
                Id = Guid.CreateVersion7(),
                Name = "演示",
                Roles = new HashSet<Role> { role },
                UnitCode = "EAST-1",
            };
            var theme = Theme
                .Propose(
                    new("路灯长期不亮", "010101", null, "一年到头有人反映路灯不亮。"),
                    Figures,
                    app.City,
                    await app.Given.Staff("supervisor"),
                    app.Now
                )
                .Value;
            foreach (var action in Enum.GetValues<ThemeAction>())
            {
                var row = ThemeLifecycle.Find(theme.State, action);
                // A unit acts only for what it was given, and nothing was given yet.
                var expected = row is not null && row.By.Contains(role) && role is not Role.UnitHandler;
                Assert.Equal(expected, theme.Lets(action, by, app.City));
            }
        }
    }

    private static ThemeFigures Figures { get; } =
        new()
        {
            Until = new DateOnly(2026, 3, 1),
            Requests = 120,
            Before = 100,
            People = 90,
            City = 1200,
            CityBefore = 1100,
            Counties = 2,
            CountiesAll = 2,
            Front = 13,
            Valid = 50,
            Solved = 20,
            CityValid = 600,
            CitySolved = 500,
        };
}
