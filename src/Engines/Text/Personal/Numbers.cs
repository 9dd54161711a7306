using System.Text;

namespace Suiying.Engines.Text.Personal;

/// <summary>Telephone, identity and bank card numbers, whole or in groups, in digits or in words.</summary>
internal static class Numbers
{
    private const string Gaps = " -_.·()/,，、杠\u200b";
    private const int LongestGap = 2;
    private const int LabelReach = 9;
    private const int ContextReach = 16;

    /// <summary>Directly before a number: it counts something and is nobody's.</summary>
    private static readonly string[] Counting =
    [
        .. "户号 表号 单号 订单 工单 编号 受理号 流水 运单 快递 用户号 缴费号 社保号 编码 代码 条码 发票 票号 合同号 案号 证号 学号 工号 批号 型号 邮编 坐标 金额 余额 卡号后".Split(
            ' '
        ),
    ];

    /// <summary>Somewhere before a landline: an office answers it.</summary>
    private static readonly string[] Offices =
    [
        .. "热线 客服 公示 公布 值班 办公 服务 窗口 大厅 咨询 举报 投诉 监督 报修 物业 公司 单位 门店 店里 所里 局 银行 医院 学校 居委会 村委会 社区 供电 供水 燃气 热力 派出所 中心 总机 前台 政府 街道 乡镇 传真".Split(
            ' '
        ),
    ];

    private static readonly string[] Homes =
    [
        .. "来电人 诉求人 联系人 市民 家 座机 宅电 老人 我妈 我爸 母亲 父亲 固话 本人 我的 找我 宅 固定电话 老家 屋里".Split(' '),
    ];

    private static readonly string[] Calls = [.. "来电人 诉求人 联系人 电话 座机 打 号码 联系 宅电 固话 致电 拨".Split(' ')];

    private static readonly string[] Published = [.. "热线 客服 公布 公示 服务电话 报修电话 值班电话 监督电话 招租 招聘".Split(' ')];

    private static readonly string[] Banks = [.. "卡 账号 帐号 账户 帐户 银行 开户 打到 汇到 转到 转账 汇款 退到".Split(' ')];

    public static IEnumerable<PersonalDatum> Find(FoldedText text)
    {
        foreach (var run in Runs(text))
        {
            for (var first = 0; first < run.Count; )
            {
                if (Longest(text, run, first) is not { } found)
                {
                    first++;
                    continue;
                }
                yield return found.Datum;
                first = found.Next;
            }
        }
    }

    /// <summary>Digits without a gap.</summary>
    private readonly record struct Group(int Start, int End)
    {
        public int Length => End - Start;
    }

    /// <summary>Groups that stand so close that they may be one number.</summary>
    private static IEnumerable<List<Group>> Runs(FoldedText text)
    {
        var digits = text.Digits;
        var run = new List<Group>();
        for (var i = 0; i < digits.Length; i++)
        {
            if (!char.IsAsciiDigit(digits[i]))
                continue;
            var start = i;
            // Digits and numerals in words are groups of their own: 卡号…9818一分没见着.
            var words = FoldedText.IsHan(text.Plain[i]);
            while (i < digits.Length && char.IsAsciiDigit(digits[i]) && FoldedText.IsHan(text.Plain[i]) == words)
                i++;
            if (run.Count > 0 && !Joined(digits, run[^1].End, start))
            {
                yield return run;
                run = [];
            }
            run.Add(new Group(start, i));
            i--;
        }
        if (run.Count > 0)
            yield return run;
    }

    private static bool Joined(string digits, int from, int to)
    {
        if (to - from > LongestGap)
            return false;
        for (var i = from; i < to; i++)
        {
            if (!Gaps.Contains(digits[i], StringComparison.Ordinal))
                return false;
        }
        return true;
    }

    private static (PersonalDatum Datum, int Next)? Longest(FoldedText text, List<Group> run, int first)
    {
        var start = run[first].Start;
        if (IsLetter(text.At(start - 1)) && !Label(text, start))
            return null;
        var number = new StringBuilder(32);
        (PersonalDatum, int)? longest = null;
        for (var last = first; last < run.Count && number.Length <= 24; last++)
        {
            number.Append(text.Digits, run[last].Start, run[last].Length);
            var end = run[last].End;
            // The last place of an identity number may be an X, also behind a gap.
            var x = end;
            while (x - end < LongestGap && text.At(x) == ' ')
                x++;
            if (number.Length == 17 && text.At(x) is 'X' or 'x' or '×' && IsIdentity(number + "X"))
                return (new PersonalDatum(PersonalDataKind.Identity, start, x + 1 - start), last + 1);
            if (IsLetter(text.At(end)))
                continue;
            if (KindOf(text, number.ToString(), start, run, first, last) is { } kind)
                longest = (Whole(text, kind, start, end), last + 1);
        }
        return longest;
    }

    private static PersonalDataKind? KindOf(FoldedText text, string number, int start, List<Group> run, int first, int last)
    {
        if (number.Length == 18 && IsIdentity(number))
            return PersonalDataKind.Identity;
        var counting = Ends(text.Before(start, LabelReach), Counting);
        if (number.Length is >= 16 and <= 19 && !counting && IsCard(text, number, start))
            return PersonalDataKind.Card;
        if (counting || PartOfLonger(run, first, last))
            return null;
        var national = Trunk(number);
        if (IsMobile(national))
            return Any(Clause(text.Before(start, 10)), Published) ? null : PersonalDataKind.Phone;
        if (IsFixed(number))
            return OfAnOffice(text, start) ? null : PersonalDataKind.Phone;
        return number.Length is 7 or 8 && number[0] is >= '2' and <= '8' && OfAHome(text, start) ? PersonalDataKind.Phone : null;
    }

    /// <summary>Groups of four of one long number that is none of the kinds: a mobile number in its middle is chance.</summary>
    private static bool PartOfLonger(List<Group> run, int first, int last) =>
        (first > 0 || last < run.Count - 1)
        && run.Count is >= 4 and <= 20
        && run.Sum(g => g.Length) is >= 15 and <= 20
        && run.SkipLast(1).All(g => g.Length == 4);

    /// <summary>With a country code or brackets that belong to it.</summary>
    private static PersonalDatum Whole(FoldedText text, PersonalDataKind kind, int start, int end)
    {
        if (kind == PersonalDataKind.Phone)
        {
            if (text.At(start - 1) == '+')
                start--;
            if (text.At(start - 1) == '(' && text.Plain.AsSpan(start, end - start).Contains(')'))
                start--;
        }
        return new PersonalDatum(kind, start, end - start);
    }

    private static string Trunk(string number) =>
        number.StartsWith("0086", StringComparison.Ordinal) ? number[4..]
        : number.StartsWith("86", StringComparison.Ordinal) && number.Length == 13 ? number[2..]
        : number;

    private static bool IsMobile(string number) => number.Length == 11 && number[0] == '1' && number[1] is >= '3' and <= '9';

    /// <summary>With its area code: 010 and 02x have two places after the 0, all others three.</summary>
    private static bool IsFixed(string number)
    {
        if (number.StartsWith("86", StringComparison.Ordinal) && number.Length is 12 or 13)
            number = "0" + number[2..];
        if (number.Length < 10 || number[0] != '0' || number[1] is '0')
            return false;
        var rest = number[(IsShortCode(number) ? 3 : 4)..];
        return rest.Length is 7 or 8 && rest[0] is >= '2' and <= '8';
    }

    private static bool IsShortCode(string number) => number.StartsWith("010", StringComparison.Ordinal) || number[1] == '2';

    /// <summary>The nearest word says whose it is.</summary>
    private static bool OfAnOffice(FoldedText text, int start) =>
        Nearest(text.Before(start, ContextReach), Offices) > Nearest(text.Before(start, ContextReach), Homes);

    private static bool OfAHome(FoldedText text, int start)
    {
        var before = text.Before(start, ContextReach);
        return Any(before, Calls) && Nearest(before, Homes) > Nearest(before, Offices);
    }

    private static int Nearest(ReadOnlySpan<char> text, string[] words)
    {
        var nearest = -1;
        foreach (var word in words)
            nearest = Math.Max(nearest, text.LastIndexOf(word, StringComparison.Ordinal));
        return nearest;
    }

    private static ReadOnlySpan<char> Clause(ReadOnlySpan<char> text) => text[(text.LastIndexOfAny(',', '，') + 1)..];

    /// <summary>GB 11643: a date that can be one, and the check character by ISO 7064 MOD 11-2.</summary>
    internal static bool IsIdentity(string number)
    {
        ReadOnlySpan<int> weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        if (number.Length != 18 || number[0] is < '1' or > '9')
            return false;
        var (month, day) = (Two(number, 10), Two(number, 12));
        if (number[6] is not ('1' or '2') || month is < 1 or > 12 || day is < 1 or > 31)
            return false;
        var sum = 0;
        for (var i = 0; i < weights.Length; i++)
            sum += (number[i] - '0') * weights[i];
        return "10X98765432"[sum % 11] == char.ToUpperInvariant(number[17]);
    }

    private static int Two(string number, int at) => (number[at] - '0') * 10 + number[at + 1] - '0';

    /// <summary>Luhn, and an issuer's first digits: 62 is UnionPay; the others only where a bank is spoken of.</summary>
    private static bool IsCard(FoldedText text, string number, int start)
    {
        var sum = 0;
        for (var i = 0; i < number.Length; i++)
        {
            var value = number[number.Length - 1 - i] - '0';
            if (i % 2 == 1)
                value = value < 5 ? value * 2 : value * 2 - 9;
            sum += value;
        }
        return sum % 10 == 0
            && (
                number.StartsWith("62", StringComparison.Ordinal)
                || number[0] is '3' or '4' or '5' or '6' or '9' && Any(text.Before(start, ContextReach), Banks)
            );
    }

    private static bool IsLetter(char c) => char.IsAsciiLetter(c);

    private static bool Label(FoldedText text, int at)
    {
        var start = at;
        while (start > 0 && char.IsAsciiLetter(text.At(start - 1)))
            start--;
        return text.Plain[start..at].ToUpperInvariant() is "TEL" or "PHONE" or "MOBILE" or "VX" or "WX" or "V" or "QQ" or "T" or "M";
    }

    internal static bool Any(ReadOnlySpan<char> text, ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (text.Contains(word, StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    /// <summary>True where one of the words stands at the end, but for a colon or a verb of being.</summary>
    private static bool Ends(ReadOnlySpan<char> text, ReadOnlySpan<string> words)
    {
        text = text.TrimEnd(" :是为(\"“");
        foreach (var word in words)
        {
            if (text.EndsWith(word, StringComparison.Ordinal))
                return true;
        }
        return false;
    }
}
