using System.Globalization;
using Suiying.Engines.Statistics;

namespace Suiying.Understanding.Model;

/// <summary>What methods, gaps and bounds are called.</summary>
public static class RiseWords
{
    public static string Of(BaselineMethod method) =>
        method switch
        {
            BaselineMethod.C1 => "EARS C1",
            BaselineMethod.C2 => "EARS C2",
            BaselineMethod.C3 => "EARS C3",
            _ => "Farrington",
        };

    /// <summary>How the bound comes about.</summary>
    public static string Formula(BaselineMethod method) =>
        method switch
        {
            BaselineMethod.C1 => "界限 = 前7周的平均 + 3.09 × 前7周的标准差",
            BaselineMethod.C2 => "界限 = 前第3至第9周的平均 + 3.09 × 这7周的标准差；紧挨着的两周不算，免得慢慢升高的自己抬高界限",
            BaselineMethod.C3 => "最近三周各自比 C2 的平均高出的标准差数，减1后相加，超过1.96即算；界限是让本周凑满的件数",
            _ => "按前五年同期前后三周作拟泊松回归，含趋势，过去的异常周降低权重；界限取2.58个标准误（2/3次方变换）",
        };

    public static string Of(BaselineGap gap) =>
        gap switch
        {
            BaselineGap.ShortHistory => "历史不足",
            BaselineGap.OnlyZeros => "以前全为零",
            BaselineGap.FewCounts => "数量太少",
            _ => "无法拟合",
        };

    /// <summary>A number for a table that programs read; empty where there is none.</summary>
    public static string Exact(double? value) => value?.ToString("0.##", CultureInfo.InvariantCulture) ?? "";
}
