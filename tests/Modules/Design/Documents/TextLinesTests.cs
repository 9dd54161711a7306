using CsCheck;
using Suiying.Design.Documents;

namespace Suiying.Tests.Design.Documents;

public sealed class TextLinesTests
{
    /// <summary>A Chinese character is as wide as two Latin letters.</summary>
    private static float Width(string text) => text.EnumerateRunes().Sum(r => r.Value >= 0x2E80 ? 2 : 1);

    [Theory]
    [InlineData("今天共登记诉求312件，办结281件。", "今天共登/记诉求/312件，/办结281/件。")]
    [InlineData("按期答复率为98.1%（示例）", "按期答复/率为/98.1%/（示例）")]
    [InlineData("a word and another", "a word/and/another")]
    [InlineData("第一行\n\n第三行", "第一行//第三行")]
    [InlineData("", "")]
    public void Lines_break_between_characters_and_never_before_closing_punctuation(string text, string lines) =>
        Assert.Equal(lines, string.Join('/', TextLines.Wrap(text, 8, Width)));

    [Fact]
    public void A_word_wider_than_a_line_is_torn_apart_rather_than_lost() =>
        Assert.Equal(["abcdefgh", "ijk"], TextLines.Wrap("abcdefghijk", 8, Width));

    [Fact]
    public void No_character_is_lost_and_no_line_is_wider()
    {
        var text = Gen.String[Gen.OneOf(Gen.Char['一', '龥'], Gen.Char['a', 'z'], Gen.Char["，。（） 1%"]), 0, 80];
        Gen.Select(text, Gen.Int[6, 30])
            .Sample(
                (words, width) =>
                {
                    var lines = TextLines.Wrap(words, width, Width);
                    Assert.Equal(words.Replace(" ", ""), string.Concat(lines).Replace(" ", ""));
                    Assert.All(lines, l => Assert.True(Width(l) <= width, l));
                }
            );
    }
}
