using static Suiying.Requests.Model.ClaimState;
using static Suiying.Requests.Model.RequestAction;

namespace Suiying.Requests.Model;

/// <summary>One allowed step of a claim and why it is allowed.</summary>
public sealed record RightsRow(ClaimState From, RequestAction Action, ClaimState To, string Because, Role By);

/// <summary>The life of a 个人信息权利请求 as a table. It runs beside <see cref="RequestLifecycle"/> in every state; one claim of a request is open at a time.</summary>
public static class RightsLifecycle
{
    public static IReadOnlyList<RightsRow> Rows { get; } =
    [
        new(Asked, GrantClaim, Granted, "依法应当办理的，在期限内办理并告知。", Role.Supervisor),
        new(Asked, RefuseClaim, Refused, "不予办理的，在期限内说明理由和救济途径。", Role.Supervisor),
        new(Asked, WithdrawClaim, Withdrawn, "答复前可以撤回。", Role.Resident),
        new(Refused, ContestClaim, Contested, "不同意的可以请求复核一次。", Role.Resident),
        new(Contested, GrantClaim, Granted, "由另一位督办员复核，认为应当办理的改为办理。", Role.Supervisor),
        new(Contested, RefuseClaim, Upheld, "复核维持的，告知可以投诉或者起诉。", Role.Supervisor),
        new(Contested, WithdrawClaim, Withdrawn, "复核前可以撤回。", Role.Resident),
    ];

    /// <summary>The steps after it was asked.</summary>
    public static IReadOnlySet<RequestAction> Actions { get; } = Rows.Select(r => r.Action).ToHashSet();

    public static RightsRow? Find(ClaimState from, RequestAction action) => Rows.FirstOrDefault(r => r.From == from && r.Action == action);

    public static bool IsFinal(ClaimState state) => state is Granted or Refused or Upheld or Withdrawn;
}
