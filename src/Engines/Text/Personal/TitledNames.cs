using static Suiying.Engines.Text.Personal.NameSigns;
using static Suiying.Engines.Text.Personal.Surnames;

namespace Suiying.Engines.Text.Personal;

/// <summary>Surnames with what makes them a person: 姓李, 老李, 王女士, 周队.</summary>
internal static class TitledNames
{
    /// <summary>姓李, 老李, 小张, 臧老六; null where none of these begins here.</summary>
    public static int? Said(FoldedText text, int at)
    {
        var c = text.At(at);
        if (c == '姓')
        {
            var surname = SurnameAt(text, at + 1);
            // 姓来, 姓尉: whatever it is, where nothing else can follow.
            if (
                surname == 0
                && FoldedText.IsHan(text.At(at + 1))
                && text.At(at + 1) is not ('名' or '氏')
                && Follows(text, at + 2) >= 0.3
                && text.At(at - 1) != '百'
            )
                surname = 1;
            return surname > 0 && text.At(at - 1) is not ('百' or '老' or '同' or '贵') ? 1 + surname : null;
        }
        if (
            IsSurname(c)
            && text.At(at + 1) == '老'
            && "大二三四五六七八九".Contains(text.At(at + 2), StringComparison.Ordinal)
            && !StartsWithWord(text, at)
        )
            return Begins(text, at + 3, NameWords.Shops) ? null : 3;
        // 大刘, but neither 大马路 nor 高大陈旧.
        if (c == '大' && (FoldedText.IsHan(text.At(at - 1)) || !IsUsual(text.At(at + 1)) || Follows(text, at + 2) < 0.3))
            return null;
        if (
            c is not ('老' or '小' or '阿' or '大')
            || !CanBeCalled(text, at + 1)
            || NameWords.NoAge.Contains(text.At(at - 1), StringComparison.Ordinal)
        )
            return null;
        var (called, next) = (text.At(at + 1), at + 2);
        if (
            StartsWithWord(text, at + 1)
            || text.At(next) is '区' or '庄' or '村' or '路' or '桥' or '街'
            || text.At(next + 1) is '村' or '庄' or '路' or '街'
            || text.At(next) is '家' && text.At(next + 1) is '庄' or '村' or '口' or '店'
        )
            return null;
        // 小李子, 老张头.
        if (text.At(next) is '头' or '子')
            next++;
        var doubtful = NameWords.NotCalled.Contains(called) || c == '阿';
        return doubtful && Follows(text, next) <= 0.2 || Begins(text, next, NameWords.Shops) ? null : next - at;
    }

    private static bool CanBeCalled(FoldedText text, int at) => CanBe(text.At(at)) || IsSurname(text.At(at)) && Follows(text, at + 1) >= 1;

    private static bool CanBe(char c) => NameWords.Common.Contains(c) || NameWords.Rare.Contains(c) && !NameWords.Doubtful.Contains(c);

    /// <summary>王女士, 李大娘, 赵某某, 周队: the surname with its title.</summary>
    public static int? Titled(FoldedText text, int at)
    {
        var surname = SurnameAt(text, at);
        if (surname == 0)
            return null;
        var next = at + surname;
        if (text.At(next) == ' ')
            next++;
        // 副主任, 副局长: whatever is one can be the deputy.
        if (text.At(next) == '副')
            next++;
        var after = text.Plain.AsSpan(next);
        string? title = null;
        foreach (var each in NameWords.Titles)
        {
            if (after.StartsWith(each, StringComparison.Ordinal) && each.Length > (title?.Length ?? 0))
                title = each;
        }
        if (title is null || surname == 1 && IsPartOfWord(text, at))
            return null;
        var end = next + title.Length;
        var within = FoldedText.IsHan(text.At(at - 1)) && Leads(text, at) < 0.5;
        var doubtful = surname == 1 && (NameWords.Doubtful.Contains(text.At(at)) || IsFaint(text.At(at)));
        // 向老师反映, 和师傅说: not a surname but a word.
        if (surname == 1 && "班家向和从都能应后同与别则因可会过要".Contains(text.At(at), StringComparison.Ordinal) && Leads(text, at) < 1.5)
            return null;
        // 路司机, 门代表: posts that other words stand before.
        if (doubtful && within && !NameWords.Common.Contains(text.At(at)) && NameWords.Posts.Contains(title))
            return null;
        if (NameWords.Continues.TryGetValue(title[0], out var words) && title.Length == 1)
        {
            if (StartsWithWord(text, at) || doubtful && within && Follows(text, end) < 0.9)
                return null;
            if (IsFaint(text.At(at)) && Leads(text, at) < 1.5)
                return null;
            if (within && NameWords.Doubtful.Contains(text.At(at)) && !NameWords.Common.Contains(text.At(at)))
                return null;
            if (words.Contains(text.At(end), StringComparison.Ordinal))
                return null;
        }
        return Begins(text, end, NameWords.Shops) ? null : end - at;
    }
}
