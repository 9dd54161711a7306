using Suiying.Contracts.Registry;
using Suiying.Engines.Clock;

namespace Suiying.Requests.Model;

public sealed partial class ServiceRequest
{
    private static readonly DeadlineKind[] OwedToPerson = [DeadlineKind.Sign, DeadlineKind.Contact, DeadlineKind.Reply];

    /// <summary>
    /// By when the person was told to expect the reply, counted from the registration; null for requests from before it was kept. A calendar or a
    /// profile that comes later makes it earlier or leaves it (domain C.7).
    /// </summary>
    public DateTimeOffset? PromisedAt { get; private set; }

    /// <summary>
    /// 日历公布后更正: what was stamped before the year's calendar was known is due earlier where the calendar says so, and never later: in the person's
    /// favour only. The row that was stamped stays; what was put off or stood still keeps the date that was decided.
    /// </summary>
    public Refusal? CorrectDeadlines(CitySnapshot city, Step step)
    {
        if (Barred(step) is { } barred)
            return barred;
        var earlier = Deadlines.Where(Stamped).Select(row => (Row: row, Due: EarlierBy(row, city))).Where(d => d.Due is not null).ToList();
        if (earlier.Count == 0)
            return new NothingToCorrect();
        var facts = earlier.ToDictionary(d => d.Row.Kind.ToString(), d => $"{d.Due!.Value.ToUnixTimeMilliseconds()}");
        if (Move(step with { Facts = facts }) is { } refusal)
            return refusal;
        foreach (var (row, due) in earlier)
        {
            row.Void(step.At);
            Deadlines.Add(row.Moved(due!.Value, "日历公布后提前", $"原期限{city.Long(row.DueAt)}，公布的日历里有调休上班。", step.At));
        }
        if (Running(DeadlineKind.Reply) is { } reply && reply.DueAt < ReplyDueAt)
            ReplyDueAt = CountedDueAt = reply.DueAt;
        if (Running(DeadlineKind.Sign) is { } sign)
            DueAt = sign.DueAt;
        else
            SetDue();
        return null;
    }

    /// <summary>True where a calendar that was published since could make one of its deadlines earlier.</summary>
    internal bool DueEarlierBy(CitySnapshot city) => Deadlines.Any(d => Stamped(d) && EarlierBy(d, city) is not null);

    private bool Stamped(RequestDeadline row) =>
        row is { Running: true, Provisional: true, Application: null }
        && OwedToPerson.Contains(row.Kind)
        && Deadlines.Count(d => (d.Kind, d.StartsAt, d.Unit) == (row.Kind, row.StartsAt, row.Unit)) == 1;

    /// <summary>Only the calendar may differ: a rule that was changed since holds for what is stamped since.</summary>
    private DateTimeOffset? EarlierBy(RequestDeadline row, CitySnapshot city)
    {
        var now = city.DeadlineOf(row.Kind, Category, Grade, row.StartsAt);
        return now.DueAt < row.DueAt && row.Considered.Split('\n')[0] == now.Considered[0] ? now.DueAt : null;
    }
}
