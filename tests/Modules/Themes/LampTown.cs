using Suiying.Testing;

namespace Suiying.Tests.Themes;

/// <summary>Fifty-seven whole weeks in which street lamps and water were reported evenly.</summary>
public sealed class LampTown : SuiyingApp
{
    public const int Weeks = 57;
    public const int LampsUsual = 4;
    public const int WaterUsual = 4;
    public const string Lamps = "010101";
    public const string Water = "030101";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Pass(Weeks, LampsUsual);
    }

    /// <summary>Lets weeks go by in each of which so many lamps were reported; water as always.</summary>
    public async Task Pass(int weeks, int lamps)
    {
        for (var week = 0; week < weeks; week++)
        {
            await Register(lamps + (lamps > 1 ? week % 2 : 0), Lamps);
            await Register(WaterUsual + week % 2, Water);
            Clock.Advance(TimeSpan.FromDays(7));
        }
    }

    private async Task Register(int count, string category)
    {
        for (var i = 0; i < count; i++)
            await Given.Request(Given.Intake() with { Category = category }, phone: $"1380000{i:D4}");
    }
}
