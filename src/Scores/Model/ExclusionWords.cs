namespace Suiying.Scores.Model;

/// <summary>What exclusions are called; the source texts.</summary>
public static class ExclusionWords
{
    public static string Of(ExclusionGround ground) =>
        ground switch
        {
            ExclusionGround.Unlawful => "E1 诉求不合法或不合理",
            ExclusionGround.ForceMajeure => "E2 不可抗力",
            ExclusionGround.OtherProcedure => "E3 已进入诉讼、信访等法定途径",
            ExclusionGround.NotThisCity => "E4 责任不在本市",
            ExclusionGround.MaliciousRepeat => "E5 恶意重复",
            ExclusionGround.CallbackError => "E6 回访记录有误",
            ExclusionGround.Hung => "E7 历史遗留，已挂账",
            _ => "E8 政策空白，已上报",
        };

    /// <summary>What must stand behind the ground.</summary>
    public static string Needs(ExclusionGround ground) =>
        ground switch
        {
            ExclusionGround.Unlawful => "写明依据的法律法规和条款。",
            ExclusionGround.OtherProcedure => "写明案号或信访编号。",
            ExclusionGround.NotThisCity => "写明负责的机关。",
            ExclusionGround.Hung => "写明批准挂账的文号和日期。",
            ExclusionGround.PolicyGap => "写明上报的文号和日期。",
            ExclusionGround.CallbackError => "初审时会听录音核对。",
            _ => "写明依据，或附证明材料。",
        };

    public static string Of(ExclusionState state) =>
        state switch
        {
            ExclusionState.Asked => "待初审",
            ExclusionState.Reviewed => "待决定",
            ExclusionState.Granted => "已剔除",
            ExclusionState.Refused => "不予剔除",
            _ => "已撤回",
        };
}
