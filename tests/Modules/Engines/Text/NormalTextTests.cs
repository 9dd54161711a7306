using Suiying.Engines.Text;

namespace Suiying.Tests.Engines.Text;

public sealed class NormalTextTests
{
    [Theory]
    [InlineData("ＡＢＣ１２３", "abc123")]
    [InlineData("（０３１２）", "(0312)")]
    [InlineData("５号楼　３单元", "5号楼 3单元")]
    [InlineData("Ⅲ期①㎡", "iii期1m2")]
    [InlineData("١٢٣", "123")]
    [InlineData("", "")]
    public void What_looks_alike_is_spelt_alike(string text, string normal) => Assert.Equal(normal, NormalText.Of(text));

    [Theory]
    [InlineData('\uD840')]
    [InlineData('\uDC00')]
    [InlineData('\uFFFE')]
    public void What_is_no_character_is_no_error(char half) => Assert.Equal("a\uFFFDb", NormalText.Of($"a{half}b"));

    [Fact]
    public void Full_width_digits_change_and_all_else_stays() =>
        Assert.Equal("电话ＡB：12345", NormalText.HalfWidthDigits("电话ＡB：１２３45"));
}
