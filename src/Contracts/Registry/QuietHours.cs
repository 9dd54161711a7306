namespace Suiying.Contracts.Registry;

/// <summary>免打扰时段: between these local times nobody is sent what can wait. The same time twice means never.</summary>
public sealed record QuietHours(TimeOnly From, TimeOnly To)
{
    /// <summary>22:00 to 8:00, 示例.</summary>
    public static readonly QuietHours Usual = new(new TimeOnly(22, 0), new TimeOnly(8, 0));

    /// <summary>When it may be sent: now, or at the end of the quiet hours.</summary>
    /// <param name="local">Now, in the city's time.</param>
    public DateTime Next(DateTime local)
    {
        var time = TimeOnly.FromDateTime(local);
        if (From == To || !time.IsBetween(From, To))
            return local;
        var end = local.Date + To.ToTimeSpan();
        return end > local ? end : end.AddDays(1);
    }
}
