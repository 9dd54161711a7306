using Suiying.Engines.Clock;

namespace Suiying.Requests.Model.Synthetic;

/// <summary>The time of one story: it only goes forward, and the story ends where it would pass the plan's present.</summary>
internal sealed class Clockwork(WorkCalendar calendar, DateTimeOffset until)
{
    private bool hurried;

    public DateTimeOffset Now { get; private set; }

    /// <param name="at">The registration.</param>
    /// <param name="hurry">True where the story must come to its goal before the present.</param>
    public void Start(DateTimeOffset at, bool hurry) => (Now, hurried) = (at, hurry);

    /// <summary>Goes on; false where that would be the future.</summary>
    public bool After(TimeSpan wait)
    {
        if (hurried)
            wait = TimeSpan.FromMilliseconds(Math.Floor(Math.Min(wait.TotalMilliseconds, (until - Now).TotalMilliseconds / 4)));
        Now = DateTimeOffset.FromUnixTimeMilliseconds((Now + wait).ToUnixTimeMilliseconds());
        return Now <= until;
    }

    /// <summary>Goes on to a moment at which an office is open.</summary>
    public bool AfterInOffice(TimeSpan wait, Chance chance)
    {
        if (!After(wait) || hurried)
            return Now <= until;
        var local = TimeZoneInfo.ConvertTime(Now, calendar.Zone);
        var date = DateOnly.FromDateTime(local.DateTime);
        if (local.Hour is >= 8 and < 18 && calendar.IsWorkDay(date))
            return true;
        var day = calendar.NextWorkDay(local.Hour >= 18 ? date.AddDays(1) : date);
        var opening = day.ToDateTime(new TimeOnly(8, 40)).AddSeconds(chance.Below(9000));
        Now = new DateTimeOffset(opening, local.Offset).ToUniversalTime();
        return Now <= until;
    }
}
