using Microsoft.Extensions.Localization;
using Suiying.Contracts.Registry;

namespace Suiying.Scores.Model;

/// <summary>分类用语: the rule of each class in words, with the city's own numbers.</summary>
internal static class ClassWords
{
    /// <summary>Sentences in their order.</summary>
    public static IEnumerable<string> Of(ScoreClass each, ScoreScheme scheme, IStringLocalizer<Texts> t)
    {
        var rules = scheme.ClassesInForce();
        return each switch
        {
            ScoreClass.Advanced =>
            [
                t["得分最高的 {0} 个单位，不超过有名次单位的一半；有效回访不到 {1} 件的没有名次。", rules.Advanced, scheme.LeastCallbacks],
                Ties(t),
                .. rules.Floor > 0 ? [t["得分低于 {0} 的不列入。", rules.Floor].Value] : Array.Empty<string>(),
            ],
            ScoreClass.Improved =>
            [
                t[
                    "得分比上一个考核月升得最多的 {0} 个单位，两个月的有效回访都不少于 {1} 件；升得一样多的一起列入。",
                    rules.Improved,
                    scheme.LeastCallbacks
                ],
            ],
            ScoreClass.ToMend =>
            [
                t["得分最低的 {0} 个单位，不超过有名次单位的一半。", rules.ToMend],
                Ties(t),
                .. rules.Floor > 0 ? [t["有名次而得分低于 {0} 的也列入。", rules.Floor].Value] : Array.Empty<string>(),
            ],
            _ => Governed(rules.Governed, t),
        };
    }

    private static string Ties(IStringLocalizer<Texts> t) => t["名次并列的一起列入，并列的跨过一半时都不列入。"];

    private static IEnumerable<string> Governed(GovernedRule rule, IStringLocalizer<Texts> t) =>
        [
            t["乡镇和街道分开比较，以考核月名称所在的自然季度为准。"],
            t["列入：连续 {0} 个季度，诉求量和万人诉求比都在本组最高的 {1}% 以内，得分低于本组合计。", rule.Quarters, rule.TopPercent],
            t["退出：连续 {0} 个季度，诉求量比列入的季度减少 {1}% 以上，得分高于本组合计。", rule.Quarters, rule.DownPercent],
            t[
                "诉求量是当季第一次派给本单位的诉求，万人诉求比是本地登记的诉求除以常住人口，密封、保密和举报件都不计；一季有效回访太少的单位没有得分，不进也不出。"
            ],
        ];
}
