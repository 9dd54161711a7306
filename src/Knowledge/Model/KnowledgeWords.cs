namespace Suiying.Knowledge.Model;

/// <summary>Enums as people read them; also the keys under which other languages translate them.</summary>
public static class KnowledgeWords
{
    public static string Of(KnowledgeState state) =>
        state switch
        {
            KnowledgeState.Draft => "草稿",
            KnowledgeState.UnitReview => "单位复核中",
            KnowledgeState.HotlineReview => "热线审核中",
            KnowledgeState.Published => "已发布",
            KnowledgeState.Replaced => "已由新版代替",
            KnowledgeState.Withdrawn => "已撤下",
            KnowledgeState.Discarded => "已放弃",
            _ => state.ToString(),
        };

    public static string Of(KnowledgeAction action) =>
        action switch
        {
            KnowledgeAction.Write => "新写",
            KnowledgeAction.Import => "导入草稿",
            KnowledgeAction.Edit => "修改草稿",
            KnowledgeAction.Revise => "改成新的一版",
            KnowledgeAction.Submit => "送单位复核",
            KnowledgeAction.Confirm => "复核通过，送热线审核",
            KnowledgeAction.SendBack => "退回修改",
            KnowledgeAction.Publish => "审核通过并发布",
            KnowledgeAction.Review => "核对无误，继续有效",
            KnowledgeAction.Replace => "由新版代替",
            KnowledgeAction.Withdraw => "撤下",
            KnowledgeAction.Discard => "放弃草稿",
            _ => action.ToString(),
        };

    public static string Of(Standing standing) =>
        standing switch
        {
            Standing.Current => "现行有效",
            Standing.Expiring => "即将到期",
            Standing.NotYet => "尚未生效",
            Standing.ReviewOverdue => "复核逾期",
            Standing.Expired => "已过期",
            _ => standing.ToString(),
        };

    public static string Of(Audience audience) =>
        audience switch
        {
            Audience.Anyone => "所有人",
            Audience.Family => "孩子和家长",
            Audience.Elder => "老年人",
            Audience.Worker => "务工求职",
            Audience.Business => "企业商户",
            _ => audience.ToString(),
        };

    public static string Of(ReportState state) =>
        state switch
        {
            ReportState.Open => "待责任单位答复",
            ReportState.Accepted => "已认可，改正中",
            ReportState.Corrected => "已改正",
            ReportState.Kept => "核对后维持",
            _ => state.ToString(),
        };

    public static string Of(ReportAction action) =>
        action switch
        {
            ReportAction.Accept => "认可并改正",
            ReportAction.Keep => "说明理由，维持",
            ReportAction.Correct => "随版本办结",
            _ => action.ToString(),
        };

    public static string Of(Role role) =>
        role switch
        {
            Role.UnitHandler => "责任单位",
            Role.Reviewer => "热线审核",
            Role.Supervisor => "督办",
            Role.System => "系统",
            _ => role.ToString(),
        };

    /// <summary>The kind of the design's tag.</summary>
    public static string Tag(KnowledgeState state) =>
        state switch
        {
            KnowledgeState.Draft => "registered",
            KnowledgeState.UnitReview => "dispatched",
            KnowledgeState.HotlineReview => "in-progress",
            KnowledgeState.Published => "closed",
            _ => "withdrawn",
        };

    public static string Tag(Standing standing) =>
        standing switch
        {
            Standing.Current => "closed",
            Standing.Expiring or Standing.NotYet => "dispatched",
            _ => "returned",
        };

    /// <summary>In which of their roles somebody takes a step.</summary>
    internal static Role Capacity(KnowledgeAction action, Actor by) =>
        by.Is(Role.System)
            ? Role.System
            : KnowledgeLifecycle.Rows.Where(r => r.Action == action).SelectMany(r => r.By).Append(Role.UnitHandler).First(by.Is);
}
