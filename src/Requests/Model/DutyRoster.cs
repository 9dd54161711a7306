using Suiying.Contracts.Registry;

namespace Suiying.Requests.Model;

/// <summary>One ring: who is called, of which unit, and whether nobody is left to call after them.</summary>
public sealed record DutyCall(string Unit, string Post, bool Last);

/// <summary>
/// 全时段值班: who is rung next for a request that waits unsigned. First the posts of the handling unit that are on duty now, in their
/// order, then those of each unit above it, up to the hotline. Pure: the city pack and the clock decide.
/// </summary>
public static class DutyRoster
{
    /// <summary>Who is rung where a unit has nobody on duty now: a gap in a roster must not mean silence.</summary>
    public const string Everybody = "全体承办人";

    /// <summary>
    /// The next call. Whom to leave out is asked by name and not by count, because the shift may have changed since the last ring.
    /// </summary>
    /// <param name="city">Units and rosters of the moment.</param>
    /// <param name="unit">The handling unit.</param>
    /// <param name="rung">Unit and post of the rings so far.</param>
    /// <param name="mayKnow">False for a unit that must not learn of the request.</param>
    /// <param name="at">The moment of the ring.</param>
    public static DutyCall Next(
        CitySnapshot city,
        string unit,
        IReadOnlyCollection<(string Unit, string Post)> rung,
        Func<string, bool> mayKnow,
        DateTimeOffset at
    )
    {
        var left = Ladder(city, unit, mayKnow, at).Where(step => !rung.Contains(step)).Take(2).ToList();
        if (left.Count > 0)
            return new DutyCall(left[0].Unit, left[0].Post, Last: left.Count == 1);
        // The shift of the last one ended between two rings, or the unit is gone from the pack: the top of the chain hears it once more.
        var top = city.Units.Upwards(unit).LastOrDefault(u => mayKnow(u.Code))?.Code ?? unit;
        return new DutyCall(top, Everybody, Last: true);
    }

    /// <summary>Everybody who could be rung at this moment, in order; no pair stands twice.</summary>
    public static IEnumerable<(string Unit, string Post)> Ladder(
        CitySnapshot city,
        string unit,
        Func<string, bool> mayKnow,
        DateTimeOffset at
    ) =>
        city
            .Units.Upwards(unit)
            .Where(u => !u.IsClosed() && mayKnow(u.Code))
            .SelectMany(u => PostsOf(city, u.Code, at).Select(post => (u.Code, post)));

    /// <summary>The posts of one unit that are on duty at this moment, first to be rung first.</summary>
    public static IReadOnlyList<string> PostsOf(CitySnapshot city, string unit, DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, city.Calendar.Zone).DateTime;
        var posts = city
            .Rosters.Where(entry => entry.Unit == unit && InForce(entry, local))
            .OrderBy(entry => entry.Order)
            .Select(entry => entry.Post)
            .Distinct()
            .ToList();
        return posts.Count > 0 ? posts : [Everybody];
    }

    /// <summary>Is the entry in force at this local time.</summary>
    public static bool InForce(RosterEntry entry, DateTime local)
    {
        var minute = DutySpan.MinuteOf(local);
        return entry.Spans().Any(span => span.From <= minute && minute < span.Until);
    }
}
