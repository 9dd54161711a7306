namespace Suiying.Requests.Model;

/// <summary>What desks call roles and reasons.</summary>
public static class StaffWords
{
    public static string Of(Role role) =>
        role switch
        {
            Role.Resident => "诉求人",
            Role.Agent => "话务员",
            Role.Dispatcher => "派单员",
            Role.UnitHandler => "承办人",
            Role.Reviewer => "审核员",
            Role.Callback => "回访员",
            Role.Supervisor => "督办员",
            Role.Leader => "领导",
            Role.System => "系统",
            _ => "管理员",
        };

    /// <summary>The word of a reason code as it stands in the history; null where the step has none.</summary>
    public static string? Reason(string? code)
    {
        if (Enum.TryParse<ReturnReason>(code, out var returned) && Enum.IsDefined(returned))
            return RequestTexts.Of(returned);
        if (Enum.TryParse<RefusalReason>(code, out var refused) && Enum.IsDefined(refused))
            return RequestTexts.Of(refused);
        if (Enum.TryParse<ExtensionReason>(code, out var later) && Enum.IsDefined(later))
            return RequestTexts.Of(later);
        if (Enum.TryParse<HangReason>(code, out var hung) && Enum.IsDefined(hung))
            return RequestTexts.Of(hung);
        if (Enum.TryParse<TerminationReason>(code, out var ended) && Enum.IsDefined(ended))
            return RequestTexts.Of(ended);
        if (Enum.TryParse<EndDecision>(code, out var decided) && Enum.IsDefined(decided))
            return RequestTexts.Of(decided);
        if (Enum.TryParse<SupervisionReason>(code, out var supervised) && Enum.IsDefined(supervised))
            return RequestTexts.Of(supervised);
        if (Enum.TryParse<ClaimRefusal>(code, out var denied) && Enum.IsDefined(denied))
            return RequestTexts.Of(denied);
        return code == "Unreached" ? "三次未接通" : code;
    }
}
