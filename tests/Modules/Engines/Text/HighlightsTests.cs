using CsCheck;
using Suiying.Engines.Text;

namespace Suiying.Tests.Engines.Text;

public sealed class HighlightsTests
{
    [Theory]
    [InlineData("幼儿园怎么报名", "幼儿园", "[幼儿园]怎么报名")]
    [InlineData("孩子上幼儿园，离家近的幼儿园", "幼儿园", "孩子上[幼儿园]，离家近的[幼儿园]")]
    [InlineData("社保卡丢了", "社保", "[社保]卡丢了")]
    [InlineData("请打 ＡＢＣ 或 abc", "abc", "请打 [ＡＢＣ] 或 [abc]")]
    [InlineData("5号楼和15号楼", "5号楼", "[5号楼]和15[号楼]")]
    [InlineData("没有", "别的", "没有")]
    [InlineData("", "词", "")]
    public void What_was_found_stands_out(string text, string words, string expected) =>
        Assert.Equal(expected, Shown(Highlights.Of(text, Bigrams.ForQuery(words))));

    [Fact]
    public void A_piece_shows_where_most_was_found()
    {
        var text = new string('前', 200) + "这里说公积金怎么提取，" + new string('后', 200);
        var piece = Shown(Highlights.Around(text, Bigrams.ForQuery("公积金 提取"), 40));
        Assert.Contains("[公积金]怎么[提取]", piece, StringComparison.Ordinal);
        Assert.StartsWith("…", piece, StringComparison.Ordinal);
        Assert.EndsWith("…", piece, StringComparison.Ordinal);
        Assert.True(piece.Length < 50);
    }

    [Fact]
    public void The_parts_together_are_the_text() =>
        Gen.Select(Gen.String, Gen.String)
            .Sample((text, words) => string.Concat(Highlights.Of(text, Bigrams.ForQuery(words)).Select(p => p.Text)) == text);

    [Fact]
    public void A_piece_is_part_of_the_text_for_any_text_and_length() =>
        Gen.Select(Gen.String, Gen.String, Gen.Int[1, 40])
            .Sample(
                (text, words, length) =>
                    text.Contains(
                        string.Concat(
                            Highlights.Around(text, Bigrams.ForQuery(words), length).Where(p => p.Text != "…").Select(p => p.Text)
                        ),
                        StringComparison.Ordinal
                    )
            );

    private static string Shown(IEnumerable<TextPart> parts) => string.Concat(parts.Select(p => p.Hit ? $"[{p.Text}]" : p.Text));
}
