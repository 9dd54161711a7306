namespace Suiying.Architecture.Files;

public sealed class LicencesAreRead
{
    [Theory]
    [InlineData("MIT", true)]
    [InlineData("MS-PL OR Apache-2.0", true)]
    [InlineData("(MIT OR GPL-3.0-only)", true)]
    [InlineData("MIT AND LGPL-2.1-only", false)]
    [InlineData("AGPL-3.0-or-later", false)]
    [InlineData("MPL-2.0", false)]
    [InlineData("no expression, but LICENSE.txt", false)]
    public void A_free_expression_is_told_from_one_that_binds(string expression, bool free) =>
        Assert.Equal(free, Licences.IsFree(expression, "src/A/packages.lock.json"));

    [Fact]
    public void What_only_tests_use_may_be_under_mpl() => Assert.True(Licences.IsFree("MPL-2.0", "tests/A/packages.lock.json"));
}
