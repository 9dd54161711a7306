namespace Suiying.Themes.Model;

/// <summary>Enums as people read them; also the keys under which other languages translate them.</summary>
public static class ThemeWords
{
    public static string Of(ThemeState state) =>
        state switch
        {
            ThemeState.Candidate => "候选",
            ThemeState.Shortlisted => "入围",
            ThemeState.Consulting => "征求意见",
            ThemeState.Decided => "已确定",
            ThemeState.Started => "已启动",
            ThemeState.Running => "推进中",
            ThemeState.Checked => "已中期检查",
            ThemeState.Evaluated => "已评估",
            ThemeState.Published => "已公布",
            ThemeState.LookedBack => "已回头看",
            _ => "未选用",
        };

    public static string Of(ThemeAction action) =>
        action switch
        {
            ThemeAction.Propose => "提名",
            ThemeAction.Judge => "评分",
            ThemeAction.Shortlist => "列为入围",
            ThemeAction.Drop => "不选用",
            ThemeAction.Reconsider => "重新考虑",
            ThemeAction.Consult => "开始征求意见",
            ThemeAction.Decide => "确定为主题",
            ThemeAction.Start => "启动",
            ThemeAction.Plan => "报送方案",
            ThemeAction.Approve => "批准方案",
            ThemeAction.Report => "报送完成",
            ThemeAction.Accept => "核实完成",
            ThemeAction.SendBack => "退回补正",
            ThemeAction.Check => "中期检查",
            ThemeAction.Evaluate => "评估",
            ThemeAction.Publish => "公布结果",
            _ => "回头看",
        };

    public static string Of(CardTest test) =>
        test switch
        {
            CardTest.Wide => "反映普遍",
            CardTest.Volume => "量大面广",
            CardTest.Unsolved => "久拖能解",
            _ => "适合出政策",
        };

    /// <summary>What a person is to look at.</summary>
    public static string Asks(CardTest test) =>
        test switch
        {
            CardTest.Wide => "基层和市民是不是普遍反映？",
            CardTest.Volume => "诉求量和涉及面有多大？",
            CardTest.Unsolved => "是不是长期没有解决、但能够解决？",
            _ => "是不是适合由市级出台政策来解决？",
        };

    public static string Of(MilestoneState state) =>
        state switch
        {
            MilestoneState.Open => "未完成",
            MilestoneState.Reported => "待核实",
            _ => "已核实",
        };

    public static string Of(ProactiveState state) =>
        state switch
        {
            ProactiveState.Open => "待办",
            ProactiveState.Reported => "待核实",
            ProactiveState.Done => "已办成",
            ProactiveState.Judged => "已评判",
            _ => "已撤销",
        };

    public static string Of(ProactiveAction action) =>
        action switch
        {
            ProactiveAction.Open => "开任务",
            ProactiveAction.Report => "报送完成",
            ProactiveAction.Accept => "核实完成",
            ProactiveAction.SendBack => "退回补正",
            ProactiveAction.Judge => "评判",
            _ => "撤销",
        };

    public static string Of(Stance stance) =>
        stance switch
        {
            Stance.Support => "支持",
            Stance.Oppose => "不支持",
            _ => "有别的意见",
        };
}
