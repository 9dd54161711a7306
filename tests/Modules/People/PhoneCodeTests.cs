using Suiying.Contracts.People;
using Suiying.People.Features;
using Suiying.People.Model;

namespace Suiying.Tests.People;

public sealed class PhoneCodeTests : IAsyncDisposable
{
    private readonly PeopleHouse house = new();

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Fact]
    public async Task The_right_code_is_good_once()
    {
        Assert.Null((await Send()).Refusal);
        var code = house.Messages.LastCode;
        Assert.Null((await Check($" {code[..3]} {code[3..]} ")).Refusal);
        Assert.IsType<CodeNotRight>((await Check(code)).Refusal);
    }

    [Fact]
    public async Task A_code_dies_after_five_minutes()
    {
        await Send();
        house.Clock.Advance(PhoneCode.Lifetime - TimeSpan.FromSeconds(1));
        Assert.IsType<CodeNotRight>((await Check(Wrong)).Refusal);
        house.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.IsType<CodeNotRight>((await Check(house.Messages.LastCode)).Refusal);
    }

    [Fact]
    public async Task After_five_wrong_tries_the_right_code_is_of_no_use()
    {
        await Send();
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => Check(Wrong))));
        Assert.IsType<CodeNotRight>((await Check(house.Messages.LastCode)).Refusal);
    }

    [Fact]
    public async Task A_newer_code_replaces_the_older()
    {
        await Send();
        var older = house.Messages.LastCode;
        house.Clock.Advance(PhoneCode.Pause);
        await Send();
        if (older != house.Messages.LastCode)
            Assert.IsType<CodeNotRight>((await Check(older)).Refusal);
        Assert.Null((await Check(house.Messages.LastCode)).Refusal);
    }

    [Fact]
    public async Task One_a_minute_and_five_an_hour_for_a_phone()
    {
        for (var i = 0; i < 5; i++)
        {
            Assert.Null((await Send()).Refusal);
            Assert.IsType<CodeAskedTooSoon>((await Send("138-0013-8000")).Refusal);
            house.Clock.Advance(PhoneCode.Pause);
        }
        Assert.IsType<CodeAskedTooOften>((await Send()).Refusal);
        Assert.Null((await Send("13900139000")).Refusal);
        house.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Null((await Send()).Refusal);
        Assert.Equal(7, house.Messages.Sent.Count);
    }

    [Fact]
    public async Task Twenty_an_hour_from_one_address()
    {
        for (var i = 0; i < 20; i++)
            Assert.Null((await SendFrom("203.0.113.7", $"138001380{i:D2}")).Refusal);
        Assert.IsType<CodeAskedTooOften>((await SendFrom("203.0.113.7", "13800138099")).Refusal);
        Assert.Null((await SendFrom("203.0.113.8", "13800138099")).Refusal);
    }

    [Fact]
    public async Task Asked_side_by_side_a_phone_gets_one_code()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Send())));
        Assert.Single(outcomes, o => o.Refusal is null);
        Assert.Single(house.Messages.Sent);
    }

    [Fact]
    public async Task Known_and_unknown_phones_are_answered_alike()
    {
        await house.Seal(new Identity { Phone = "13900139000", Name = "甲" });
        Assert.Equal(await Send("13900139000"), await Send("13800138000"));
        Assert.Equal((await Check(Wrong, "13900139000")).Refusal, (await Check(Wrong, "13700137000")).Refusal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("1234567")]
    [InlineData("12345x")]
    [InlineData("' OR 1=1 --                                                     ")]
    public async Task What_is_no_code_is_refused_without_costing_a_try(string text)
    {
        await Send();
        for (var i = 0; i < 6; i++)
            Assert.IsType<CodeNotRight>((await Check(text)).Refusal);
        Assert.Null((await Check(house.Messages.LastCode)).Refusal);
    }

    [Fact]
    public async Task A_phone_that_is_none_is_refused() => Assert.IsType<PhoneNotValid>((await Send("12345")).Refusal);

    [Fact]
    public async Task Signing_in_finds_the_person_or_makes_one()
    {
        var known = await house.Seal(new Identity { Phone = PeopleHouse.Phone, Name = "甲" });
        await Send();
        var command = new CheckPhoneCode.Command { Phone = "13800138000", Code = house.Messages.LastCode };
        Assert.Equal(known, (await house.Use((SignInResident sign) => sign.Run(command, Actor.Visitor, default))).Value);

        await Send("13900139000");
        command = new CheckPhoneCode.Command { Phone = "13900139000", Code = house.Messages.LastCode };
        var made = (await house.Use((SignInResident sign) => sign.Run(command, Actor.Visitor, default))).Value;
        Assert.Equal(made, await house.Use((ISealedIdentities seal) => seal.FindByPhone("13900139000", default)));
    }

    [Fact]
    public async Task Outside_development_a_missing_sender_is_said()
    {
        await using var real = new PeopleHouse("Production");
        var outcome = await real.Use((IPhoneCodes codes) => codes.Send(PeopleHouse.Phone, default));
        Assert.IsType<CodeNotSent>(outcome.Refusal);
    }

    private string Wrong => house.Messages.Sent.Count > 0 && house.Messages.LastCode == "000000" ? "000001" : "000000";

    private Task<Outcome<Done>> Send(string phone = PeopleHouse.Phone) => house.Use((IPhoneCodes codes) => codes.Send(phone, default));

    private Task<Outcome<Done>> SendFrom(string address, string phone) =>
        house.UseFrom(address, (IPhoneCodes codes) => codes.Send(phone, default));

    private Task<Outcome<Done>> Check(string code, string phone = PeopleHouse.Phone) =>
        house.Use((IPhoneCodes codes) => codes.Check(phone, code, default));
}
