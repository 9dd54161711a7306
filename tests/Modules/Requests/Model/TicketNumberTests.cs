using CsCheck;
using Suiying.Requests.Model;

namespace Suiying.Tests.Requests;

/// <summary>A number that is read out over the phone, and the code without which it opens nothing.</summary>
public sealed class TicketNumberTests
{
    private static readonly Gen<string> AnyNumber =
        from region in Gen.Int[100_000, 999_999]
        from day in Gen.Int[0, 3650]
        from channel in Gen.Enum<Channel>()
        from serial in Gen.Long[1, 10_000_000]
        select TicketNumber.Make($"{region}", new DateOnly(2026, 1, 1).AddDays(day), channel, serial);

    [Fact]
    public void A_number_has_19_digits_of_region_day_channel_serial_and_check() =>
        Assert.Equal("990102" + "260302" + "2" + "00042", TicketNumber.Make("990102", new DateOnly(2026, 3, 2), Channel.Web, 42)[..^1]);

    [Fact]
    public void Every_number_is_well_formed() => AnyNumber.Sample(n => n.Length == 19 && TicketNumber.IsWellFormed(n));

    [Fact]
    public void Every_single_wrong_digit_is_noticed() =>
        AnyNumber.Sample(number =>
        {
            for (var i = 0; i < number.Length; i++)
            {
                for (var digit = '0'; digit <= '9'; digit++)
                {
                    var wrong = number[..i] + digit + number[(i + 1)..];
                    Assert.Equal(wrong == number, TicketNumber.IsWellFormed(wrong));
                }
            }
        });

    [Fact]
    public void Swapped_neighbours_are_noticed_but_for_0_and_9() =>
        AnyNumber.Sample(number =>
        {
            for (var i = 0; i < number.Length - 1; i++)
            {
                var (a, b) = (number[i], number[i + 1]);
                if (a == b || (a, b) is ('0', '9') or ('9', '0'))
                    continue;
                Assert.False(TicketNumber.IsWellFormed(number[..i] + b + a + number[(i + 2)..]));
            }
        });

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("99010226030220004")]
    [InlineData("９９０１０２２６０３０２２０００４２０")]
    [InlineData("99010226030220004x0")]
    public void What_is_no_number_is_not_well_formed(string? text) => Assert.False(TicketNumber.IsWellFormed(text));

    [Fact]
    public void A_code_has_six_letters_or_digits_that_are_not_mistaken_for_each_other()
    {
        var codes = Enumerable.Range(0, 500).Select(_ => QueryCode.Make()).ToList();
        Assert.All(codes, code => Assert.Matches("^[2-9A-HJ-NP-Z]{6}$", code));
        Assert.All(codes, code => Assert.DoesNotContain(code, c => c is '0' or '1' or 'O' or 'I' or 'L'));
        Assert.True(codes.Distinct().Count() > 495);
    }

    [Fact]
    public void A_code_opens_its_own_number_only_in_any_case_and_with_blanks_around() =>
        Gen.Select(AnyNumber, AnyNumber)
            .Where((a, b) => a != b)
            .Sample(
                (number, other) =>
                {
                    var code = QueryCode.Make();
                    var hash = QueryCode.Hash(number, code);
                    Assert.True(QueryCode.Matches(number, $" {code.ToLowerInvariant()} ", hash));
                    Assert.False(QueryCode.Matches(other, code, hash));
                    Assert.False(QueryCode.Matches(number, code[..5], hash));
                    Assert.False(QueryCode.Matches(number, code, ""));
                    Assert.DoesNotContain(code, hash, StringComparison.OrdinalIgnoreCase);
                }
            );
}
