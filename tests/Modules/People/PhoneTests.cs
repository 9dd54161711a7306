using Suiying.People.Model;

namespace Suiying.Tests.People;

public sealed class PhoneTests
{
    [Theory]
    [InlineData("13800138000", "+8613800138000", "138****8000")]
    [InlineData(" 138-0013-8000 ", "+8613800138000", "138****8000")]
    [InlineData("１３８００１３８０００", "+8613800138000", "138****8000")]
    [InlineData("+86 138 0013 8000", "+8613800138000", "138****8000")]
    [InlineData("008613800138000", "+8613800138000", "138****8000")]
    [InlineData("0312-5901234", "+863125901234", "031****1234")]
    [InlineData("(010) 59012345", "+861059012345", "010****2345")]
    [InlineData("+852 5123 4567", "+85251234567", "+85****4567")]
    public void Numbers_are_known_however_people_write_them(string text, string e164, string masked)
    {
        Assert.True(Phone.TryParse(text, out var phone));
        Assert.Equal(e164, phone.E164);
        Assert.Equal(masked, phone.Masked);
        Assert.DoesNotContain(e164, $"{phone}", StringComparison.Ordinal);
        // What was normalised stays as it is.
        Assert.True(Phone.TryParse(e164, out var again));
        Assert.Equal(e164, again.E164);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("1380013800")]
    [InlineData("138001380001")]
    [InlineData("12800138000")]
    [InlineData("+861380013800x")]
    [InlineData("'; DROP TABLE people_persons; --")]
    [InlineData("+0123456789")]
    public void What_is_no_number_is_refused(string? text) => Assert.False(Phone.TryParse(text, out _));
}
