using Microsoft.Extensions.Localization;
using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;

namespace Suiying.Scores.Model;

/// <summary>What scores are called; the source texts.</summary>
internal static class ScoreWords
{
    public static string Contacted(bool? said) =>
        said switch
        {
            true => "联系了",
            false => "没有联系",
            null => "没有回答",
        };

    public static string Solved(AnswerDegree said) =>
        said switch
        {
            AnswerDegree.Yes => "已解决",
            AnswerDegree.Partly => "部分解决",
            _ => "未解决",
        };

    public static string Satisfied(AnswerDegree? said) =>
        said switch
        {
            AnswerDegree.Yes => "满意",
            AnswerDegree.Partly => "基本满意",
            AnswerDegree.No => "不满意",
            _ => "未评价",
        };

    public static string Of(RequestType type) =>
        type switch
        {
            RequestType.Inquiry => "咨询",
            RequestType.Help => "求助",
            RequestType.Complaint => "投诉",
            RequestType.Report => "举报",
            RequestType.Suggestion => "建议",
            RequestType.Praise => "表扬",
            _ => "其他",
        };

    public static string Of(ScoreClass each) =>
        each switch
        {
            ScoreClass.Advanced => "先进",
            ScoreClass.Improved => "进步",
            ScoreClass.ToMend => "整改",
            _ => "治理",
        };

    public static string Of(Quarter quarter, IStringLocalizer<Texts> t) => t["{0}年第{1}季度", quarter.Year, quarter.Number];

    public static string Of(NotSaidCounts counts) =>
        counts switch
        {
            NotSaidCounts.Satisfied => "没有回答的题按联系了、满意计",
            NotSaidCounts.Unsatisfied => "没有回答的题按没有联系、不满意计",
            _ => "没有回答的题不计入该率的分母",
        };
}
