using CsCheck;
using Suiying.Engines.Text;

namespace Suiying.Tests.Engines.Text;

/// <summary>Numbers are from no directory: 138 0013 8000 is the operators' own example, the others are made up.</summary>
public sealed class PhonesTests
{
    [Theory]
    [InlineData("13800138000")]
    [InlineData("138 0013 8000")]
    [InlineData("138-0013-8000")]
    [InlineData("+86 138 0013 8000")]
    [InlineData("＋８６１３８００１３８０００")]
    [InlineData("0086-13800138000")]
    [InlineData("8613800138000")]
    [InlineData("(+86)13800138000")]
    [InlineData("013800138000")]
    [InlineData("\u202A13800138000\u202C")]
    public void A_mobile_number_is_understood_however_it_is_written(string input) =>
        Assert.Equal("+8613800138000", Phones.Normalize(input));

    [Theory]
    [InlineData("0312-5880000", "+863125880000")]
    [InlineData("（0312）588 0000", "+863125880000")]
    [InlineData("+86 312 5880000", "+863125880000")]
    [InlineData("+86 0312 5880000", "+863125880000")]
    [InlineData("863125880000", "+863125880000")]
    [InlineData("010-65550000", "+861065550000")]
    [InlineData("0755-25550000", "+8675525550000")]
    public void A_fixed_number_keeps_its_area(string input, string e164) => Assert.Equal(e164, Phones.Normalize(input));

    [Fact]
    public void A_fixed_number_without_area_takes_the_citys()
    {
        Assert.Equal("+863125880000", Phones.Normalize("588 0000", areaCode: "0312"));
        Assert.Null(Phones.Normalize("588 0000"));
        Assert.Equal("+8613800138000", Phones.Normalize("13800138000", areaCode: "0312"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("没有电话")]
    [InlineData("12345")]
    [InlineData("110")]
    [InlineData("4008001234")]
    [InlineData("1380013800")]
    [InlineData("138001380001")]
    [InlineData("12800138000")]
    [InlineData("0312-588000")]
    [InlineData("0312-1880000")]
    [InlineData("010-6555000")]
    [InlineData("0312-5880000转801")]
    [InlineData("138****8000")]
    [InlineData("+852 5555 0000")]
    [InlineData("0085255550000")]
    [InlineData("++8613800138000")]
    [InlineData("138+00138000")]
    public void What_is_no_complete_number_is_null(string? input) => Assert.Null(Phones.Normalize(input));

    [Theory]
    [InlineData("+8613800138000", "138****8000")]
    [InlineData("138 0013 8000", "138****8000")]
    [InlineData("0312-5880123", "0312-****123")]
    [InlineData("010-65550123", "010-****123")]
    [InlineData("我的电话是13800138000", "****")]
    [InlineData(null, "****")]
    public void A_mask_shows_the_ends(string? number, string mask) => Assert.Equal(mask, Phones.Mask(number));

    [Fact]
    public void A_mask_never_shows_more_than_seven_digits() =>
        Gen.OneOf(Gen.String, Gen.Long[0, 99_999_999_999_999].Select(n => $"{n}"), Mobile, Fixed)
            .Sample(input => Phones.Mask(input).Count(char.IsDigit) <= 7);

    [Fact]
    public void Normal_form_is_its_own_normal_form() =>
        Gen.OneOf(Mobile, Fixed).Sample(input => Phones.Normalize(input) is { } e164 && Phones.Normalize(e164) == e164);

    [Fact]
    public void No_input_is_an_error() => Gen.String.Sample(input => Phones.Normalize(input, "0312") is null or ['+', '8', '6', ..]);

    private static Gen<string> Mobile => Gen.Select(Gen.Int[3, 9], Gen.Int[0, 999_999_999]).Select((a, b) => $"1{a}{b:D9}");

    private static Gen<string> Fixed => Gen.Select(Gen.Int[310, 999], Gen.Int[2_000_000, 8_999_999]).Select((area, n) => $"0{area}-{n}");
}
