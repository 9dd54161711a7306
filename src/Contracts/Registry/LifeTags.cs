namespace Suiying.Contracts.Registry;

/// <summary>七有五性: the twelve heads under which matters of daily life are watched, as Beijing's 接诉即办 names them.</summary>
public static class LifeTags
{
    public static readonly IReadOnlyList<string> All =
    [
        .. new[] { "幼有所育", "学有所教", "劳有所得", "病有所医", "老有所养", "住有所居", "弱有所扶" },
        .. new[] { "便利性", "宜居性", "多样性", "公正性", "安全性" },
    ];
}
