namespace Suiying.Knowledge.Model;

/// <summary>版本差异: one field that two versions say differently.</summary>
/// <param name="Field">Its Chinese name.</param>
/// <param name="Same">What both begin with.</param>
/// <param name="Old">What was there.</param>
/// <param name="New">What is there instead.</param>
/// <param name="Rest">What both end with.</param>
public sealed record ContentDifference(string Field, string Same, string Old, string New, string Rest)
{
    /// <summary>What is different in the newer one, field by field.</summary>
    public static IReadOnlyList<ContentDifference> Between(KnowledgeContent older, KnowledgeContent newer) =>
        [
            .. Fields(older)
                .Zip(Fields(newer))
                .Where(f => f.First.Value != f.Second.Value)
                .Select(f => Of(f.First.Name, f.First.Value, f.Second.Value)),
        ];

    /// <summary>All that a version says, under the names that people read.</summary>
    public static IReadOnlyList<(string Name, string Value)> Fields(KnowledgeContent c) =>
        [
            ("标题", c.Title),
            ("其他问法", string.Join('\n', c.Variants)),
            ("答案", c.Answer),
            ("依据", string.Join('\n', c.Bases)),
            ("地区", c.Area ?? ""),
            ("类别", c.Category ?? ""),
            ("面向对象", KnowledgeWords.Of(c.Audience)),
            ("标签", string.Join('、', c.Tags)),
            ("材料", c.Materials),
            ("地点", c.Place),
            ("电话", c.Phone),
            ("办理时间", c.Hours),
            ("生效日期", $"{c.From:yyyy-MM-dd}"),
            ("失效日期", $"{c.To:yyyy-MM-dd}"),
            ("复核周期（天）", $"{c.ReviewCycleDays}"),
            ("来源网址", c.SourceUrl),
            ("文号", c.DocumentNumber),
        ];

    private static ContentDifference Of(string field, string old, string @new)
    {
        var start = 0;
        while (start < Math.Min(old.Length, @new.Length) && old[start] == @new[start])
            start++;
        if (start > 0 && char.IsHighSurrogate(old[start - 1]))
            start--;
        var end = 0;
        while (end < Math.Min(old.Length, @new.Length) - start && old[^(end + 1)] == @new[^(end + 1)])
            end++;
        if (end > 0 && char.IsLowSurrogate(old[^end]))
            end--;
        return new ContentDifference(field, old[..start], old[start..^end], @new[start..^end], old[(old.Length - end)..]);
    }
}
