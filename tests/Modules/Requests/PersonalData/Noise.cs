using System.Text;
using Suiying.Engines.Text.Personal;

namespace Suiying.Tests.Requests;

/// <summary>What hasty fingers make of a sentence, by a seed: full-width digits, gaps in numbers, doubled or dropped marks, an emoji, upper and lower case.</summary>
internal static class Noise
{
    public static MarkedSentencesTests.Marked On(MarkedSentencesTests.Marked sentence, int seed)
    {
        var random = new Random(HashCode(sentence.Text, seed));
        var (text, data, from) = (new StringBuilder(), new List<PersonalDatum>(), 0);
        foreach (var datum in sentence.Data)
        {
            Around(sentence.Text.AsSpan(from, datum.Start - from), text, random);
            var start = text.Length;
            Inside(datum.Kind, datum.In(sentence.Text), text, random);
            data.Add(new PersonalDatum(datum.Kind, start, text.Length - start));
            from = datum.End;
        }
        Around(sentence.Text.AsSpan(from), text, random);
        return new MarkedSentencesTests.Marked(text.ToString(), data);
    }

    private static void Around(ReadOnlySpan<char> words, StringBuilder text, Random random)
    {
        foreach (var c in words)
        {
            var changed = c switch
            {
                '，' when random.Next(6) == 0 => "  ",
                '，' when random.Next(6) == 0 => ",",
                '。' when random.Next(6) == 0 => "！！",
                '：' when random.Next(3) == 0 => ":",
                '。' when random.Next(10) == 0 => "\ud83d\ude4f。",
                _ => null,
            };
            text.Append(changed ?? c.ToString());
        }
    }

    private static void Inside(PersonalDataKind kind, string datum, StringBuilder text, Random random)
    {
        var isNumber = kind is PersonalDataKind.Phone or PersonalDataKind.Identity or PersonalDataKind.Card;
        var wide = random.Next(4) == 0 && kind is not (PersonalDataKind.WeChat or PersonalDataKind.Email);
        var gap = isNumber && random.Next(4) == 0 && datum.All(char.IsAsciiDigit) ? random.Next(3, datum.Length - 3) : -1;
        for (var i = 0; i < datum.Length; i++)
        {
            if (i == gap)
                text.Append(random.Next(2) == 0 ? ' ' : '-');
            text.Append(wide && char.IsAsciiDigit(datum[i]) ? (char)(datum[i] + 0xfee0) : datum[i]);
        }
    }

    /// <summary>Not <see cref="System.HashCode"/>, which differs from process to process.</summary>
    private static int HashCode(string text, int seed) => text.Aggregate(seed, (sum, c) => unchecked(sum * 31 + c));
}
