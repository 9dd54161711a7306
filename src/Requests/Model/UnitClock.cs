using System.Globalization;
using Suiying.Engines.Clock;

namespace Suiying.Requests.Model;

/// <summary>
/// 单位时钟: by when a unit owed its signature and its reply, followed from the facts of the journal alone; agrees with what
/// <see cref="ServiceRequest"/> stamps and keeps.
/// </summary>
public sealed class UnitClock
{
    /// <summary>Steps whose facts it reads; of the others that it follows it needs no more than the time.</summary>
    public static readonly RequestAction[] Reads =
    [
        RequestAction.Dispatch,
        RequestAction.Designate,
        RequestAction.ImportDispatch,
        RequestAction.SecondHandling,
        RequestAction.Reopen,
        RequestAction.CorrectDeadlines,
        RequestAction.GrantExtension,
    ];

    private DateTimeOffset? counted;
    private DateTimeOffset? running;
    private DateTimeOffset? dueWhenAsked;
    private DateTimeOffset? stoppedAt;

    /// <summary>By when the unit has to sign.</summary>
    public DateTimeOffset? SignDue { get; private set; }

    /// <summary>By when its reply counts as in time; null while the clock stands still, unless it was over before.</summary>
    public DateTimeOffset? ReplyDue => stoppedAt is { } since && counted > since ? null : counted;

    /// <summary>One more step.</summary>
    public void Take(RequestAction action, DateTimeOffset at, string facts)
    {
        switch (action)
        {
            case RequestAction.Dispatch
            or RequestAction.Designate
            or RequestAction.ImportDispatch
            or RequestAction.SecondHandling
            or RequestAction.Reopen:
                SignDue = Moment(facts, nameof(DeadlineKind.Sign));
                counted = running = Moment(facts, nameof(DeadlineKind.Reply));
                (dueWhenAsked, stoppedAt) = (null, null);
                break;
            case RequestAction.AcceptReturn:
                (SignDue, counted, running, stoppedAt) = (null, null, null, null);
                break;
            case RequestAction.CorrectDeadlines:
                SignDue = Moment(facts, nameof(DeadlineKind.Sign)) ?? SignDue;
                if (Moment(facts, nameof(DeadlineKind.Reply)) is { } earlier)
                    counted = running = earlier;
                break;
            case RequestAction.AskExtension:
                dueWhenAsked = running;
                break;
            case RequestAction.GrantExtension:
                running = Moment(facts, "until");
                break;
            // Told too late it does not count (domain A.6).
            case RequestAction.TellExtension when at <= dueWhenAsked:
                counted = running;
                break;
            case RequestAction.AwaitMaterial or RequestAction.GrantHang:
                stoppedAt = at;
                break;
            case RequestAction.ResumeWork or RequestAction.EndPause or RequestAction.ReleaseHang or RequestAction.AddFacts:
                var pause = at - stoppedAt;
                (counted, running, stoppedAt) = (counted + pause, running + pause, null);
                break;
        }
    }

    private static DateTimeOffset? Moment(string facts, string name) =>
        long.TryParse(StepFacts.Find(facts, name), NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
            : null;
}
