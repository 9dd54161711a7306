using Suiying.Registry.Storage;

namespace Suiying.Registry.Features;

/// <summary>What a load did to one kind of entry.</summary>
public sealed record KindCount(EntryKind Kind, int Added, int Changed, int Removed);

/// <summary>What a load did.</summary>
public sealed record LoadSummary
{
    /// <summary>The version in force afterwards.</summary>
    public required int Version { get; init; }

    /// <summary>False where the pack said nothing new: then no version was made.</summary>
    public required bool Changed { get; init; }

    /// <summary>Only the kinds that changed.</summary>
    public IReadOnlyList<KindCount> Kinds { get; init; } = [];

    /// <summary>The same for whoever reads now, in their language; what is kept stays in the city's.</summary>
    public Phrase Told =>
        Changed ? (Phrase)$"版本 {Version}：{string.Join("; ", Kinds.Select(Tell))}" : (Phrase)$"没有变化，仍是版本 {Version}";

    private static string Tell(KindCount k)
    {
        Phrase told = $"{(Phrase)NameOf(k.Kind)} 新增 {k.Added}、变更 {k.Changed}、移除 {k.Removed}";
        return told.ToString();
    }

    public override string ToString() =>
        Changed
            ? $"版本 {Version}："
                + string.Join("；", Kinds.Select(k => $"{NameOf(k.Kind)} 新增 {k.Added}、变更 {k.Changed}、移除 {k.Removed}"))
            : $"没有变化，仍是版本 {Version}";

    internal static string NameOf(EntryKind kind) =>
        kind switch
        {
            EntryKind.City => "城市",
            EntryKind.Area => "区划",
            EntryKind.Outline => "轮廓",
            EntryKind.Unit => "单位",
            EntryKind.Category => "类别",
            EntryKind.Duty => "派单目录",
            EntryKind.Basis => "依据",
            EntryKind.Calendar => "日历",
            EntryKind.Deadlines => "时限方案",
            EntryKind.Roster => "值班",
            EntryKind.Message => "消息模板",
            _ => kind.ToString(),
        };
}
