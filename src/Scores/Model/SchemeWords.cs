using Microsoft.Extensions.Localization;
using Suiying.Contracts.Registry;

namespace Suiying.Scores.Model;

/// <summary>考核口径: the formula by which scores are counted, in sentences; it stands under every table.</summary>
internal static class SchemeWords
{
    public static IEnumerable<string> Of(ScoreScheme scheme, int version, IStringLocalizer<Texts> t)
    {
        yield return t[
            "得分 = {0}% × 响应率 + {1}% × 解决率 + {2}% × 满意率，满分100。",
            scheme.RespondedWeight,
            scheme.SolvedWeight,
            scheme.SatisfiedWeight
        ];
        yield return t[
            "分母是有效回访的诉求：一件诉求在一个考核月里算一次，以月内最后一次回答为准。没有打通、没有回答的不算；密封、保密和举报件不计入，剔除的既不在分子也不在分母。"
        ];
        yield return t[
            "响应率：诉求人说联系了的。解决率：已解决的，部分解决按 {0}% 计。满意率：满意的，基本满意按 {1}% 计。",
            scheme.PartlySolvedPercent,
            scheme.MostlySatisfiedPercent
        ];
        yield return t[ScoreWords.Of(scheme.NotSaid)] + t["。"];
        yield return t[
            "合计按件数相加后再算，不取各单位的平均。比较用没有四舍五入的数；得分相同时，回访多的在前；再相同，万人诉求比低的在前。率下面是95%区间（Wilson）。"
        ];
        yield return t["有效回访不到 {0} 件的单位列出但不参与排名；没有有效回访就没有率，不是0，也不是100。", scheme.LeastCallbacks];
        if (scheme.LeftOutTypes.Count > 0)
            yield return t[
                "不计入得分的诉求类型：{0}。",
                string.Join(t["、"], scheme.LeftOutTypes.Select(type => t[ScoreWords.Of(type)].Value))
            ];
        yield return t["只评价单位，不评价任何个人。"];
        yield return t[
            "考核方案依据：{0}（{1}），城市数据第 {2} 版。",
            scheme.Basis,
            scheme.Verified ? t["已核对"].Value : t["未核对"].Value,
            version
        ];
    }
}
