using System.Globalization;
using Suiying.Contracts.Requests;

namespace Suiying.Requests.Model.Synthetic;

/// <summary>The sentences of generated stories.</summary>
internal static class Wording
{
    private static readonly string[] Recently =
    [
        "昨天晚上",
        "昨天下午",
        "前天早上",
        "前天夜里",
        "今天早上",
        "上周五",
        "上周末",
        "上个月底",
        "这个月初",
        "半个月前",
    ];

    private static readonly string[] Contacts =
    [
        "已电话联系诉求人，核实了地点和情况，约定处理时间。",
        "已与诉求人通话，对方补充了现场照片位置。",
        "已上门见到诉求人，一起看了现场。",
        "电话联系诉求人，告知办理步骤和预计时间。",
    ];

    private static readonly string[] Solved =
    [
        "经现场核实，情况属实，已安排人员处理完毕，并向诉求人当面说明。",
        "已派人到场维修，恢复正常，后续一周每天巡查，诉求人表示知晓。",
        "已责成相关责任方整改，今日复查已完成整改，结果已电话告知诉求人。",
        "已为诉求人办理，材料一次补齐，办理结果已告知本人。",
    ];

    private static readonly string[] Partly =
    [
        "已到场查看，先采取临时措施，彻底解决需要列入本季度计划，已向诉求人解释并留下联系方式。",
        "已协调各方，目前解决了一部分，其余需产权单位配合，已约定下次回复时间。",
    ];

    private static readonly string[] Not =
    [
        "经核实，该事项现行政策暂不支持，已向诉求人说明依据，并告知可以申请的其他途径。",
        "需要资金和工期，本年度计划已定，已登记为下一年度备选项目，并向诉求人说明。",
    ];

    private static readonly string[] Facts =
    [
        "补充：今天又出现了一次，位置和上次一样。",
        "补充：邻居家也有同样的情况，一共三户。",
        "补充：白天家里有人，可以随时上门查看。",
    ];

    private static readonly string[] Basis =
    [
        "经核实，该处由其他单位负责日常管理，本单位无相应职责，申请改派。",
        "地点不在本单位管辖范围，附属地说明，申请改派。",
    ];

    public static string Fill(string template, string area, string place, Chance chance) =>
        template
            .Replace("{area}", area, StringComparison.Ordinal)
            .Replace("{place}", place, StringComparison.Ordinal)
            .Replace("{time}", chance.One(Recently), StringComparison.Ordinal)
            .Replace("{count}", (3 + chance.Below(10)).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    public static string Contact(Chance chance) => chance.One(Contacts);

    public static string Reply(Solved solved, Chance chance) =>
        chance.One(
            solved switch
            {
                Model.Solved.Yes => Solved,
                Model.Solved.Partly => Partly,
                _ => Not,
            }
        );

    public static string MoreFacts(Chance chance) => chance.One(Facts);

    public static string ReturnBasis(Chance chance) => chance.One(Basis);

    public static string PublicText(string title) => $"（演示）居民反映：{title}。承办单位已核实处理并答复。";

    /// <summary>Which type the matter has, from the way in which it is told.</summary>
    public static RequestType TypeOf(Topic topic, Chance chance)
    {
        bool Says(params ReadOnlySpan<string> words)
        {
            foreach (var word in words)
            {
                if (topic.Text.Contains(word, StringComparison.Ordinal) || topic.Title.Contains(word, StringComparison.Ordinal))
                    return true;
            }
            return false;
        }
        if (Says("感谢", "致谢", "表扬"))
            return RequestType.Praise;
        if (Says("建议"))
            return RequestType.Suggestion;
        if (Says("请问", "想问", "怎么办", "依据是什么", "如何", "吗"))
            return chance.In(0.7) ? RequestType.Inquiry : RequestType.Help;
        return chance.In(0.6) ? RequestType.Complaint : RequestType.Help;
    }
}
