namespace Suiying.Design;

/// <summary>Invented rows for the style pages.</summary>
internal static class Samples
{
    public sealed record Line(string Number, string Title, string Place, string When, string Kind, string Word, int Grade, int Hours);

    public static DateTimeOffset At { get; } = new(2026, 7, 12, 14, 20, 0, TimeSpan.FromHours(8));

    public static IReadOnlyList<(string Kind, string Word)> States { get; } =
    [
        ("registered", "已登记"),
        ("dispatched", "待签收"),
        ("signed", "已签收"),
        ("in-progress", "办理中"),
        ("returned", "退回中"),
        ("replied", "已答复"),
        ("callback", "待回访"),
        ("closed", "已办结"),
        ("not-accepted", "不予受理"),
        ("answered", "当即答复"),
        ("emergency", "紧急转办"),
        ("withdrawn", "已撤回"),
    ];

    public static IReadOnlyList<Line> Rows { get; } =
    [
        new("2026-0712-00311", "路口红绿灯不亮，放学时车很多", "示例区 · 和平路社区", "7月12日", "registered", "已登记", 1, 1),
        new("2026-0712-00318", "小区二次供水水压不足，高层住户晚间停水", "示例区 · 东关大街社区", "7月12日", "dispatched", "待签收", 2, 20),
        new("2026-0711-00207", "楼道照明坏了半个月", "示例区 · 西关社区", "7月11日", "in-progress", "办理中", 3, 9),
        new("2026-0710-00145", "想问幼儿园报名要带哪些材料", "示例县 · 城关镇", "7月10日", "replied", "已答复", 3, 60),
        new("2026-0709-00098", "村口垃圾池满了没有清运", "示例县 · 东庄村", "7月9日", "in-progress", "办理中", 3, -26),
        new("2026-0708-00072", "老旧小区加装电梯，邻里意见不一致", "示例区 · 百花社区", "7月8日", "callback", "待回访", 4, 70),
        new("2026-0707-00051", "公交车末班太早，下夜班回不了家", "示例区 · 新市社区", "7月7日", "closed", "已办结", 3, 40),
    ];
}
