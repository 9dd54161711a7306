namespace Suiying.Requests.Model;

/// <summary>同一事项的进展: what happened on a day to how many of its requests, in no one's words; what each of its people may see.</summary>
/// <param name="Day">The city's day.</param>
/// <param name="Action">Of <see cref="Shown"/>.</param>
/// <param name="UnitName">Whose step it was or to whom it went; empty where no unit is concerned.</param>
/// <param name="Requests">How many requests.</param>
public sealed record MatterStep(DateOnly Day, RequestAction Action, string UnitName, int Requests)
{
    /// <summary>Steps that say how a matter goes on. None of them names a person or quotes anybody.</summary>
    public static IReadOnlyList<RequestAction> Shown { get; } =
    [
        RequestAction.Register,
        RequestAction.Dispatch,
        RequestAction.Designate,
        RequestAction.Reply,
        RequestAction.GrantHang,
        RequestAction.SecondHandling,
        RequestAction.Reopen,
        RequestAction.RecordCallback,
        RequestAction.Rate,
        RequestAction.Close,
        RequestAction.DecideEnd,
    ];

    /// <summary>Several ways to end are one thing to who looks from outside.</summary>
    public static RequestAction Kind(RequestAction action) =>
        action switch
        {
            RequestAction.Rate or RequestAction.Close or RequestAction.DecideEnd => RequestAction.RecordCallback,
            RequestAction.Designate => RequestAction.Dispatch,
            _ => action,
        };

    /// <summary>What is said of so many requests; {0} how many, {1} the unit.</summary>
    public static string Words(RequestAction kind) =>
        kind switch
        {
            RequestAction.Register => "{0}件登记",
            RequestAction.Dispatch => "{0}件派给{1}",
            RequestAction.Reply => "{1}答复{0}件",
            RequestAction.GrantHang => "{0}件列入计划",
            RequestAction.SecondHandling => "{0}件没有解决，再办一次",
            RequestAction.Reopen => "{0}件重新办理",
            _ => "{0}件办结",
        };
}
