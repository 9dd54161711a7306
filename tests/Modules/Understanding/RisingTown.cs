using Suiying.Contracts.Requests;
using Suiying.Testing;

namespace Suiying.Tests.Understanding;

/// <summary>
/// Fourteen whole weeks and a running one. Street lamps in the east rise in the last whole week, water is much asked for in the running one
/// alone, and many report an office, which nobody is told.
/// </summary>
public sealed class RisingTown : SuiyingApp
{
    public const int Weeks = 14;
    public const int Usual = 3;
    public const int Rise = 20;
    public const int RunningWater = 12;

    public const string Lamps = "010101";
    public const string Water = "030101";
    public const string Conduct = "040101";
    public const string East = "990102";
    public const string Township = "990102001";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        for (var week = 0; week < Weeks; week++)
        {
            var last = week == Weeks - 1;
            await Register(last ? Rise : Usual + week % 2, Lamps);
            await Register(Usual + 3 + week % 2, Water);
            if (last)
                await Register(Rise, Conduct, RequestType.Report);
            Clock.Advance(TimeSpan.FromDays(7));
        }
        await Register(RunningWater, Water);
    }

    private async Task Register(int count, string category, RequestType type = RequestType.Help)
    {
        for (var i = 0; i < count; i++)
        {
            var intake = Given.Intake() with
            {
                Category = category,
                Type = type,
                AccusedUnit = type == RequestType.Report ? "EAST-1" : null,
            };
            // Two of the same person.
            await Given.Request(intake, phone: $"138{category}{i / 2:D2}");
        }
    }
}
