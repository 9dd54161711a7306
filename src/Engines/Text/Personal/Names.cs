using static Suiying.Engines.Text.Personal.NameSigns;
using static Suiying.Engines.Text.Personal.Surnames;

namespace Suiying.Engines.Text.Personal;

/// <summary>
/// Names by what they are made of and what stands around them: a surname with a title, 姓 with a surname, 老 or 小 with a surname, and full
/// names, for which signs are weighed against each other. Rules and weights are ours; what they find is measured by a test.
/// </summary>
internal static class Names
{
    private const double Enough = 1.9;

    private const double Longer = 0.4;

    /// <summary>One possible name and how much speaks for it.</summary>
    internal readonly record struct Candidate(PersonalDatum Datum, double Weight)
    {
        /// <summary>No place reaches over it.</summary>
        public bool Sure => Weight >= 3;
    }

    /// <summary>Of candidates that overlap, the one for which most speaks.</summary>
    public static List<Candidate> Find(FoldedText text)
    {
        var found = new List<Candidate>();
        var named = Candidates(text).ToList();
        foreach (var each in named.Concat(Again(text, named)).OrderByDescending(c => c.Weight).ThenBy(c => c.Datum.Start))
        {
            if (!found.Exists(f => f.Datum.Touches(each.Datum)))
                found.Add(each);
        }
        return found;
    }

    /// <summary>Who was named once is named again by the same characters.</summary>
    private static IEnumerable<Candidate> Again(FoldedText text, List<Candidate> known)
    {
        foreach (var sure in known.Where(k => k.Weight >= 2.6 && k.Datum.Length > 1).DistinctBy(k => k.Datum.In(text.Plain)))
        {
            var name = sure.Datum.In(text.Plain);
            for (
                var at = text.Plain.IndexOf(name, StringComparison.Ordinal);
                at >= 0;
                at = text.Plain.IndexOf(name, at + 1, StringComparison.Ordinal)
            )
                yield return new Candidate(sure.Datum with { Start = at }, Enough);
        }
    }

    private static IEnumerable<Candidate> Candidates(FoldedText text)
    {
        Candidate At(int start, int length, double weight) => new(new PersonalDatum(PersonalDataKind.Name, start, length), weight);
        for (var i = 0; i < text.Plain.Length; i++)
        {
            if (text.At(i) == '姓' && TitledNames.Said(text, i) is { } after)
                yield return At(i + 1, after - 1, 4);
            else if (TitledNames.Said(text, i) is { } said)
                yield return At(i, said, 3.2);
            if (TitledNames.Titled(text, i) is { } titled)
                // 司机郎师傅 is no 司机郎; but 王建国师傅 is 王建国.
                yield return At(
                    i,
                    titled,
                    titled > 2 && Leads(text, i) >= 0.5 ? 5
                        : IsUsual(text.At(i)) && titled > 2 ? 4.2
                        : 3.1
                );
            if (Foreign(text, i) is { } foreign)
                yield return At(i, foreign, 4);
            if (Full(text, i) is var (length, weight) && length > 0)
                yield return At(i, length, weight);
        }
    }

    /// <summary>古丽娜尔·买买提: two parts with a dot between.</summary>
    private static int? Foreign(FoldedText text, int at)
    {
        var dot = at;
        while (dot - at <= 4 && FoldedText.IsHan(text.At(dot)))
            dot++;
        if (dot - at is < 2 or > 4 || text.At(dot) != '·')
            return null;
        var end = dot + 1;
        while (end - dot <= 5 && FoldedText.IsHan(text.At(end)))
            end++;
        return end - dot > 2 ? end - at : null;
    }

    /// <summary>王建国, 欧阳娜娜, 王 建国: length of the full name that begins here, or 0.</summary>
    private static (int Length, double Weight) Full(FoldedText text, int at)
    {
        var surname = SurnameAt(text, at);
        if (surname == 0)
            return default;
        var (best, length) = (Enough, 0);
        for (var given = 1; given <= 2; given++)
        {
            // 张玉田 is rather one name than 张玉 and another word.
            if (Weigh(text, at, surname, given) is var (weight, size) && weight >= Enough && weight + (given - 1) * Longer >= best)
                (best, length) = (weight + (given - 1) * Longer, size);
        }
        return (length, best);
    }

    private static (double Weight, int Length)? Weigh(FoldedText text, int at, int surname, int given)
    {
        var weight =
            surname == 2 ? 1.6
            : NameWords.Doubtful.Contains(text.At(at)) ? (NameWords.Common.Contains(text.At(at)) && given == 2 ? 0.7 : 0.3)
            : NameWords.Exclusive.Contains(text.At(at)) ? 1.4
            : NameWords.Common.Contains(text.At(at)) ? 1.0
            : IsFaint(text.At(at)) ? 0
            : 0.6;
        var end = at + surname;
        var (strong, any) = (true, false);
        for (var i = 0; i < given; i++)
        {
            // A space inside a name, but not before the next word of another clause.
            if (text.At(end) == ' ' && FoldedText.IsHan(text.At(end + 1)))
                end++;
            var c = text.At(end);
            if (
                !FoldedText.IsHan(c)
                || NameWords.Function.Contains(c) && !NameWords.Given.Contains(c) && !(any && c is '来' or '和')
                || i == 0 && c is '某' or '家'
            )
                return null;
            var usual =
                NameWords.Given.Contains(c)
                || RareCharacters.Contains(c)
                || any && c == '来'
                || any && c == '和' && !FoldedText.IsHan(text.At(end + 1));
            // 王小明, 李大勇: usual in the middle.
            weight +=
                usual ? 0.85
                : i == 0 && given == 2 && c is '小' or '大' or '长' or '二' or '一' or '之' ? 0.5
                : NameWords.Exclusive.Contains(c) ? -1.2
                : -0.35;
            strong &= usual || i == 0 && given == 2;
            any |= usual;
            end++;
        }
        var (lead, follow) = (Leads(text, at), Follows(text, end));
        if (
            lead < Called && surname == 1 && IsPartOfWord(text, at)
            || Begins(text, end, NameWords.NamedAfter)
            || given == 2 && Begins(text, end - 1, NameWords.LongNamedAfter)
        )
            return null;
        // Of an everyday word only what stands around it makes a name.
        if (surname == 1 && IsFaint(text.At(at)) && lead < 1.5)
        {
            var enough = strong ? lead + follow >= 0.8 : lead >= 0.5 && follow >= 1;
            if (given == 1 || !enough)
                return null;
            weight += 0.3;
        }
        if (!any && lead < Called)
            return null;
        weight += lead + follow - LikeAWord(text, at, end);
        // Nothing says that a word begins here, nor that one ends.
        if (lead == 0 && FoldedText.IsHan(text.At(at - 1)))
            weight -= 0.4;
        if (given == 1 && follow < 0.3 && lead < 0.8)
            weight -= 0.4;
        // 荆苑, 华庭: rather the end of an estate's name.
        if (lead < 1.5 && AddressWords.Endings.Contains(text.At(end - 1), StringComparison.Ordinal))
            weight -= 0.8;
        return (weight, end - at);
    }
}
