using System.Text.RegularExpressions;
using CsCheck;
using Suiying.Engines.Text;

namespace Suiying.Tests.Engines.Text;

/// <summary>Laws of the search, tried on FTS5 itself.</summary>
public sealed partial class BigramsProperties
{
    private const string Alphabet = "停水电保定市号楼单元𠮷〇カ 　，。-aB7９";

    private static readonly char[] Separators = [' ', ',', '。', '-'];

    private static readonly string[] Pieces =
    [
        "\"",
        "'",
        "*",
        ":",
        "(",
        ")",
        "^",
        "+",
        "-",
        "{",
        "}",
        "\\",
        "|",
        "&",
        "!",
        "<->",
        "<2>",
        " AND ",
        " OR ",
        " NOT ",
        "NEAR(",
        ";",
        "--",
        "/*",
        "\0",
        "\uD840",
        "\uDC00",
        "\uFFFE",
        "\u202E",
        "\u0301",
        "\u200D",
        "😀",
        "ﷺ",
        "İ",
        "ß",
        "停",
        "水",
        "a",
        "1",
        "%",
        "_",
        "$p",
        "\r\n",
    ];

    private static readonly Gen<string> AnyText = Gen.Int[0, 30].SelectMany(n => Words(n));

    private static readonly Gen<string> Hostile = Gen.OneOf(
        Gen.Int[0, Pieces.Length - 1].Array[0, 40].Select(picks => string.Concat(picks.Select(i => Pieces[i]))),
        Gen.Char.Array[0, 60].Select(chars => new string(chars))
    );

    [Fact]
    public void Every_part_of_a_text_that_cuts_no_word_finds_it()
    {
        using var index = new SearchIndex();
        Gen.Select(AnyText, Gen.Int[0, 30], Gen.Int[1, 30])
            .Sample(
                (text, skip, take) =>
                {
                    var part = Part(text, skip, take);
                    if (Bigrams.ForQuery(part).IsEmpty)
                        return true;

                    index.Clear();
                    index.Add(text);
                    return index.Finds(part);
                },
                iter: 3000,
                threads: 1
            );
    }

    [Fact]
    public void What_is_found_holds_every_word_that_was_asked_for()
    {
        using var index = new SearchIndex();
        Gen.Select(AnyText, AnyText)
            .Sample(
                (text, query) =>
                {
                    index.Clear();
                    index.Add(text);
                    return !index.Finds(query) || Terms(query).All(term => Letters(text).Contains(term, StringComparison.Ordinal));
                },
                iter: 3000,
                threads: 1
            );
    }

    [Fact]
    public void No_input_breaks_a_query()
    {
        using var index = new SearchIndex();
        index.Add("停水三天");
        Hostile.Sample(
            query =>
            {
                index.Finds(query);
                Assert.Matches(SafeFts5(), Bigrams.ForQuery(query).ToFts5());
                Assert.Matches(SafeTsQuery(), Bigrams.ForQuery(query).ToTsQuery());
            },
            iter: 3000,
            threads: 1
        );
    }

    [Fact]
    public void No_input_breaks_the_index() =>
        Hostile.Sample(
            text =>
            {
                using var index = new SearchIndex();
                index.Add(text);
                Assert.Matches(Tokens(), Bigrams.ForIndex(text));
            },
            iter: 300
        );

    [Fact]
    public void Full_width_and_half_width_find_each_other() =>
        Gen.Int[0, 99_999_999]
            .Sample(number =>
            {
                var half = $"A{number}";
                var full = string.Concat(half.Select(c => (char)(c - '!' + '！')));
                return Bigrams.ForIndex(full) == Bigrams.ForIndex(half)
                    && Bigrams.ForQuery(full).ToFts5() == Bigrams.ForQuery(half).ToFts5();
            });

    private static Gen<string> Words(int length)
    {
        var runes = Alphabet.EnumerateRunes().Select(r => r.ToString()).ToList();
        return Gen.Int[0, runes.Count - 1].Array[length].Select(picks => string.Concat(picks.Select(i => runes[i])));
    }

    /// <summary>A part of the text, moved so that it begins and ends between words of letters and digits.</summary>
    private static string Part(string text, int skip, int take)
    {
        var runes = text.EnumerateRunes().Select(r => r.ToString()).ToList();
        var (from, to) = (Math.Min(skip, runes.Count), Math.Min(skip + take, runes.Count));
        while (from > 0 && from < runes.Count && InWord(runes[from - 1]) && InWord(runes[from]))
            from--;
        while (to < runes.Count && to > 0 && InWord(runes[to - 1]) && InWord(runes[to]))
            to++;
        return string.Concat(runes.Take(to).Skip(from));
    }

    private static bool InWord(string rune) => "aB7９".Contains(rune, StringComparison.Ordinal);

    private static string[] Terms(string query) => NormalText.Of(query).Split(Separators, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Without separators, as an index does not keep them: B楼 also finds B。楼.</summary>
    private static string Letters(string text) => string.Concat(Terms(text));

    [GeneratedRegex("""\A("[\p{L}\p{N}\p{Cs} ]*"( \*)?)( AND "[\p{L}\p{N}\p{Cs} ]+"( \*)?)*\z""")]
    private static partial Regex SafeFts5();

    [GeneratedRegex(@"\A([\p{L}\p{N}\p{Cs}'() ]|:\*|<->|&)*\z")]
    private static partial Regex SafeTsQuery();

    [GeneratedRegex(@"\A([\p{L}\p{N}\p{Cs}]+( [\p{L}\p{N}\p{Cs}]+)*)?\z")]
    private static partial Regex Tokens();
}
