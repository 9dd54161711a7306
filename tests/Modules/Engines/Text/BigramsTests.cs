using Suiying.Engines.Text;

namespace Suiying.Tests.Engines.Text;

public sealed class BigramsTests
{
    [Theory]
    [InlineData("保定市", "保定 定市 市")]
    [InlineData("停水", "停水 水")]
    [InlineData("电", "电")]
    [InlineData("5号楼3单元", "5 号楼 楼 3 单元 元")]
    [InlineData("拨打12345，没人接！", "拨打 打 12345 没人 人接 接")]
    [InlineData("ＷＩＦＩ信号", "wifi 信号 号")]
    [InlineData("𠮷野家", "𠮷野 野家 家")]
    [InlineData("零\u200B宽", "零宽 宽")]
    [InlineData("", "")]
    [InlineData(" ，。!? \0\t", "")]
    public void Text_is_indexed_as_pairs_and_the_last_character_of_each_run(string text, string tokens) =>
        Assert.Equal(tokens, Bigrams.ForIndex(text));

    [Theory]
    [InlineData("停水", "\"停水\"", "'停水'")]
    [InlineData("保定市", "\"保定 定市\"", "('保定' <-> '定市')")]
    [InlineData("电", "\"电\" *", "'电':*")]
    [InlineData("5号楼", "\"5 号楼\"", "('5' <-> '号楼')")]
    [InlineData("号楼3单", "\"号楼 楼 3 单\" *", "('号楼' <-> '楼' <-> '3' <-> '单':*)")]
    [InlineData("停水 ABC", "\"停水\" AND \"abc\"", "'停水' & 'abc'")]
    [InlineData("停水，停水", "\"停水\"", "'停水'")]
    [InlineData("１２３４５", "\"12345\"", "'12345'")]
    [InlineData("", "\"\"", "")]
    [InlineData("*\" ) OR (", "\"or\"", "'or'")]
    [InlineData("NEAR(停水) NOT x:*", "\"near\" AND \"停水\" AND \"not\" AND \"x\"", "'near' & '停水' & 'not' & 'x'")]
    [InlineData("a'; DROP TABLE x;--", "\"a\" AND \"drop\" AND \"table\" AND \"x\"", "'a' & 'drop' & 'table' & 'x'")]
    [InlineData("!停水 & \\'", "\"停水\"", "'停水'")]
    public void A_query_is_the_same_phrases_for_both_databases(string query, string fts5, string tsQuery)
    {
        var made = Bigrams.ForQuery(query);

        Assert.Equal(fts5, made.ToFts5());
        Assert.Equal(tsQuery, made.ToTsQuery());
    }

    [Fact]
    public void Nothing_to_search_for_is_told() => Assert.True(Bigrams.ForQuery(" ，。 ").IsEmpty);

    [Fact]
    public void A_word_that_is_too_long_for_a_database_is_cut_alike_on_both_sides()
    {
        var word = new string('x', 150);

        Assert.Equal(Bigrams.LongestWord, Bigrams.ForIndex(word).Length);
        Assert.Equal(Bigrams.ForIndex(word), Assert.Single(Bigrams.ForQuery(word).Phrases).Tokens[0]);
    }

    [Fact]
    public void A_long_query_is_cut_without_a_word_that_no_text_has()
    {
        var query = Bigrams.ForQuery($"停水{new string('，', Bigrams.LongestQuery - 5)}electricity");

        Assert.Equal("\"停水\"", query.ToFts5());
    }

    [Fact]
    public void A_book_is_indexed_up_to_what_a_database_takes()
    {
        var index = Bigrams.ForIndex(string.Concat(Enumerable.Repeat("停水三天没有人管", 100_000)));

        Assert.InRange(index.Length, Bigrams.LongestIndex - 10, Bigrams.LongestIndex);
        Assert.DoesNotContain("  ", index, StringComparison.Ordinal);
    }

    [Fact]
    public void Many_words_become_at_most_as_many_phrases_as_a_database_takes() =>
        Assert.Equal(Bigrams.MostPhrases, Bigrams.ForQuery(string.Join(' ', Enumerable.Range(0, 60))).Phrases.Count);
}
