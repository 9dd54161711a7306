using System.Globalization;
using Suiying.Contracts.Registry;
using Suiying.Engines.Clock;
using Suiying.Requests.Model;

namespace Suiying.Tests.Requests;

/// <summary>
/// The clocks of a request worked out again from its journal and the city's rules alone, by another hand than the model's: what was stamped, put off,
/// stopped and taken up, and by when the reply is due in the end.
/// </summary>
internal sealed class JournalClocks
{
    private static readonly DeadlineKind[] AtDispatch = [DeadlineKind.Sign, DeadlineKind.Contact, DeadlineKind.Reply, DeadlineKind.Return];

    private readonly CitySnapshot city;
    private readonly List<(DeadlineKind, DateTimeOffset)> stamped = [];
    private string? category;
    private int grade;
    private DateTimeOffset? stoppedAt;

    private JournalClocks(CitySnapshot city) => this.city = city;

    /// <summary>Every deadline that was ever stamped, in order.</summary>
    public IReadOnlyList<(DeadlineKind Kind, DateTimeOffset Due)> Stamped => stamped;

    /// <summary>By when the reply is due; null where no unit has it.</summary>
    public DateTimeOffset? ReplyDue { get; private set; }

    /// <summary>Of everything that was stamped at once, whether the city's rules say the same.</summary>
    public List<string> Wrong { get; } = [];

    public static JournalClocks Of(IEnumerable<RequestTransition> journal, CitySnapshot city)
    {
        var clocks = new JournalClocks(city);
        foreach (var step in journal)
            clocks.Take(step);
        return clocks;
    }

    private void Take(RequestTransition step)
    {
        switch (step.Action)
        {
            case RequestAction.Register:
                (category, grade) = (step.Fact("category") is { Length: > 0 } code ? code : null, Whole(step.Fact("grade")!));
                break;
            case RequestAction.Reclassify:
                category = After(step.Fact("category")) ?? category;
                grade = After(step.Fact("grade")) is { } to ? Whole(to) : grade;
                break;
            case RequestAction.Dispatch
            or RequestAction.Designate
            or RequestAction.SendToDiscipline
            or RequestAction.SecondHandling
            or RequestAction.Reopen:
                foreach (var kind in AtDispatch)
                    Stamp(kind, Time(step, kind.ToString())!.Value, step.At);
                stoppedAt = null;
                break;
            case RequestAction.ImportDispatch:
                if (Time(step, "Reply") is { } promised)
                    Put(DeadlineKind.Reply, promised);
                break;
            case RequestAction.GrantExtension:
                Put(DeadlineKind.Reply, Time(step, "until")!.Value);
                break;
            case RequestAction.CorrectDeadlines:
                foreach (var kind in AtDispatch)
                    if (Time(step, kind.ToString()) is { } earlier)
                        Put(kind, earlier);
                break;
            case RequestAction.AwaitMaterial:
                Stamp(DeadlineKind.Material, Time(step, "until")!.Value, step.At);
                stoppedAt = step.At;
                break;
            case RequestAction.GrantHang:
                Stamp(DeadlineKind.Recheck, Time(step, "recheck")!.Value, step.At);
                stoppedAt = step.At;
                break;
            case RequestAction.RecheckHang:
                Stamp(DeadlineKind.Recheck, Time(step, "recheck")!.Value, step.At);
                break;
            case RequestAction.ContestRefusal:
                Stamp(DeadlineKind.Contest, Time(step, "Contest")!.Value, step.At);
                break;
            case RequestAction.AskExtension
            or RequestAction.AskHang
            or RequestAction.AskTermination
            or RequestAction.Return
            or RequestAction.CoDecline
            or RequestAction.ReferDecision:
                Put(DeadlineKind.Decide, Rule(DeadlineKind.Decide, step.At));
                break;
            case RequestAction.SendToEmergency:
                Put(DeadlineKind.Handover, Rule(DeadlineKind.Handover, step.At));
                break;
            case RequestAction.AcceptReturn:
                ReplyDue = null;
                break;
        }
        // Whatever takes it up again, the clock stood still until then.
        if (stoppedAt is { } since && step.From is RequestState.AwaitingMaterial or RequestState.Hung && step.To == RequestState.InProgress)
        {
            if (ReplyDue is { } due)
                Put(DeadlineKind.Reply, due + (step.At - since));
            stoppedAt = null;
        }
    }

    /// <summary>Stamped by a rule: the journal's date must be the rule's.</summary>
    private void Stamp(DeadlineKind kind, DateTimeOffset due, DateTimeOffset at)
    {
        if (Rule(kind, at) is var right && right != due)
            Wrong.Add($"{kind} at {at:O}: {due:O}, by the rules {right:O}");
        Put(kind, due);
    }

    private void Put(DeadlineKind kind, DateTimeOffset due)
    {
        stamped.Add((kind, due));
        if (kind == DeadlineKind.Reply)
            ReplyDue = due;
    }

    private DateTimeOffset Rule(DeadlineKind kind, DateTimeOffset at) => city.DeadlineOf(kind, category, grade, at).DueAt;

    private static DateTimeOffset? Time(RequestTransition step, string fact) =>
        long.TryParse(step.Fact(fact), CultureInfo.InvariantCulture, out var milliseconds)
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
            : null;

    private static string? After(string? change) => change?.Split('→')[^1];

    private static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
