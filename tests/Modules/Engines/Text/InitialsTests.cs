using Suiying.Engines.Text;

namespace Suiying.Tests.Engines;

public sealed class InitialsTests
{
    [Theory]
    [InlineData("东关街道", "dgjd")]
    [InlineData("和平里", "hpl")]
    [InlineData("五四路", "wsl")]
    [InlineData("莲池区", "lcq")]
    [InlineData("安新县", "axx")]
    [InlineData("座", "z")]
    [InlineData("阿", "a")]
    [InlineData("3号楼B座", "3hlbz")]
    // 涞 and 涿 are rare characters, sorted by their radicals: any letter fits them.
    [InlineData("涞水县", "?sx")]
    [InlineData("", "")]
    public void The_letters_of_a_name(string name, string letters) => Assert.Equal(letters, Initials.Of(name));

    [Theory]
    [InlineData("dgjd", "dg", true)]
    [InlineData("dgjd", "dgjd", true)]
    [InlineData("dgjd", "gd", false)]
    [InlineData("?sx", "lsx", true)]
    [InlineData("?sx", "lsxq", false)]
    public void What_is_typed_may_begin_them(string letters, string typed, bool fits) => Assert.Equal(fits, Initials.Begin(letters, typed));
}
