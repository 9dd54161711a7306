using Suiying.Engines.Places;

namespace Suiying.Tests.Engines.Places;

/// <summary>How characters are read.</summary>
public sealed class SyllablesTests
{
    [Theory]
    [InlineData('庄', "zhuang", "zuan")]
    [InlineData('清', "qing", "qin")]
    [InlineData('东', "dong", "dong")]
    [InlineData('涿', "zhuo", "zuo")]
    [InlineData('嗯', "n", "n")]
    [InlineData('A', "", "")]
    [InlineData('\ud800', "", "")]
    public void A_character_has_its_usual_reading_and_what_is_heard_of_it(char character, string syllable, string heard)
    {
        Assert.Equal(heard, Syllables.Heard(character));
        Assert.Equal(syllable, Syllables.Of(character));
    }
}
