namespace Suiying.Themes.Model;

/// <summary>意见倾向</summary>
public enum Stance
{
    /// <summary>支持</summary>
    Support,

    /// <summary>不支持</summary>
    Oppose,

    /// <summary>有别的意见</summary>
    Other,
}

/// <summary>公众意见: what one person thinks of a theme that is put to the public. A person has one, and may change it while it is asked for.</summary>
public sealed class ThemeOpinion
{
    public const int LongestText = 500;

    public required Guid ThemeId { get; init; }

    /// <summary>Leads to the sealed identity; never shown.</summary>
    public required Guid PersonId { get; init; }

    public required Stance Stance { get; set; }

    /// <summary>In the person's words, without what the finder of personal data hid; may be empty.</summary>
    public required string Text { get; set; }

    public required DateTimeOffset At { get; set; }
}

/// <summary>意见计数</summary>
public readonly record struct OpinionCounts(int Support, int Oppose, int Other)
{
    public int All => Support + Oppose + Other;

    public static OpinionCounts Of(IEnumerable<(Stance Stance, int Count)> counted)
    {
        var by = counted.ToLookup(c => c.Stance, c => c.Count);
        return new(by[Stance.Support].Sum(), by[Stance.Oppose].Sum(), by[Stance.Other].Sum());
    }
}
