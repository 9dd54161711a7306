using Suiying.Contracts.Registry;

namespace Suiying.Programmes.Model;

/// <summary>Enums as people read them; also the keys under which other languages translate them.</summary>
public static class ProgrammeWords
{
    public static string Of(ProjectState state) =>
        state switch
        {
            ProjectState.Decided => "已确定",
            ProjectState.Running => "实施中",
            ProjectState.Inspected => "已验收",
            ProjectState.Evaluated => "已评估",
            ProjectState.Closed => "已销号",
            _ => "结转下一年",
        };

    public static string Of(ProjectAction action) =>
        action switch
        {
            ProjectAction.Decide => "确定立项",
            ProjectAction.Plan => "编制计划",
            ProjectAction.Approve => "批准计划",
            ProjectAction.Report => "报送节点",
            ProjectAction.Accept => "核实完成",
            ProjectAction.SendBack => "退回补正",
            ProjectAction.Progress => "报送进度",
            ProjectAction.SpotCheck => "抽查",
            ProjectAction.Inspect => "验收",
            ProjectAction.Evaluate => "评估",
            ProjectAction.Close => "销号",
            _ => "结转",
        };

    public static string Of(ProjectMilestoneState state) =>
        state switch
        {
            ProjectMilestoneState.Open => "未完成",
            ProjectMilestoneState.Reported => "待核实",
            _ => "已核实",
        };

    public static string Of(ProposalSource source) =>
        source switch
        {
            ProposalSource.Requests => "诉求反映",
            ProposalSource.Residents => "群众建议",
            ProposalSource.Deputies => "代表建议",
            _ => "部门提出",
        };

    public static string Of(ProposalState state) =>
        state switch
        {
            ProposalState.Received => "已收到",
            ProposalState.Feasible => "可行",
            ProposalState.Rejected => "不采纳",
            ProposalState.Merged => "并入别的建议",
            _ => "已立项",
        };

    public static string Of(ScorePart part) =>
        part switch
        {
            ScorePart.Progress => "进度",
            ScorePart.Acceptance => "质量验收",
            ScorePart.Money => "资金",
            ScorePart.Effect => "效果",
            _ => "群众满意",
        };

    public static string Of(ProjectColour colour) =>
        colour switch
        {
            ProjectColour.None => "还没到节点",
            ProjectColour.Green => "按计划",
            ProjectColour.Yellow => "略有滞后",
            _ => "严重滞后",
        };

    public static string Of(Contentment contentment) =>
        contentment switch
        {
            Contentment.Satisfied => "满意",
            Contentment.Mostly => "基本满意",
            _ => "不满意",
        };

    public static string Of(AreaLevel level) =>
        level switch
        {
            AreaLevel.City => "市级",
            AreaLevel.County => "县级",
            AreaLevel.Township => "乡级",
            _ => "村级",
        };

    /// <summary>The city by its own name, and an area by its path.</summary>
    public static string PlaceOf(string area, CitySnapshot city) => area == city.City.Code ? city.City.Name : city.Areas.FullName(area);

    public static string Of(ProgrammeChoice choice) =>
        choice switch
        {
            ProgrammeChoice.Meeting => "会议决定",
            ProgrammeChoice.Vote => "票决",
            _ => "方案既定",
        };
}
