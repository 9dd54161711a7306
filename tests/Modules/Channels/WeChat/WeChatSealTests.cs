using CsCheck;
using Suiying.Channels.Model.WeChat;

namespace Suiying.Tests.Channels.WeChat;

/// <summary>
/// Signature and encryption against the examples that the platform publishes: the sample of its own WXBizMsgCrypt for official accounts, and of the same
/// scheme for enterprises.
/// </summary>
public sealed class WeChatSealTests
{
    private const string Message =
        "hyzAe4OzmOMbd6TvGdIOO6uBmdJoD0Fk53REIHvxYtJlE2B655HuD0m8KUePWB3+LrPXo87wzQ1QLvbeUgmBM4x6F8PGHQHFVAFmOD2LdJF9FrXpbUAh0B5GIItb52sn896wVsMSHGuPE328HnRGBcrS7C41IzDWyWNlZkyyXwon8T332jisa+h6tEDYsVticbSnyU8dKOIbgU6ux5VTjg3yt+WGzjlpKn6NPhRjpA912xMezR4kw6KWwMrCVKSVCZciVGCgavjIQ6X8tCOp3yZbGpy0VxpAe+77TszTfRd5RJSVO/HTnifJpXgCSUdUue1v6h0EIBYYI1BD1DlD+C0CR8e6OewpusjZ4uBl9FyJvnhvQl+q5rv1ixrcpCumEPo5MJSgM9ehVsNPfUM669WuMyVWQLCzpu9GhglF2PE=";

    private readonly WeChatSeal seal = new("spamtest", "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG", "wx2c2769f8efd9abc2");

    [Fact]
    public void The_published_message_is_signed_and_opens()
    {
        Assert.True(seal.IsSigned("5d197aaffba7e9b25a30732f161a50dee96bd5fa", "1409735669", "1320562132", Message));
        Assert.False(seal.IsSigned("5d197aaffba7e9b25a30732f161a50dee96bd5fb", "1409735669", "1320562132", Message));
        var message = WeChatMessage.Read(seal.Open(Message)!)!;
        Assert.Equal(
            ("gh_10f6c3c3ac5a", "oyORnuP8q7ou2gfYjqLzSIWZf0rs", "text", "abcdteT", "6054768590064713728"),
            (message.To, message.From, message.Type, message.Words, message.Id)
        );
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1409735668), message.At);
    }

    [Fact]
    public void The_published_echo_opens()
    {
        const string echo = "P9nAzCzyDtyTWESHep1vC5X9xho/qYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp+4RPcs8TgAE7OaBO+FZXvnaqQ==";
        var other = new WeChatSeal("QDG6eK", "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C", "wx5823bf96d3bd56c7");
        Assert.True(other.IsSigned("5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3", "1409659589", "263014780", echo));
        Assert.Equal("1616140317555161061", other.Open(echo));
        // Encrypted for another account, or with another key.
        Assert.Null(new WeChatSeal("QDG6eK", "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C", "wx0000000000000000").Open(echo));
        Assert.Null(seal.Open(echo));
    }

    [Fact]
    public void Whatever_is_closed_opens_again_and_nothing_that_was_changed_does() =>
        Gen.Select(Gen.String[Gen.Char['一', '龥'], 0, 200], Gen.Int[0, 500])
            .Sample(
                (text, at) =>
                {
                    var closed = seal.Close(text);
                    Assert.Equal(text, seal.Open(closed));
                    var bytes = Convert.FromBase64String(closed);
                    bytes[bytes.Length - 1 - at % 16] ^= 1;
                    Assert.NotEqual(text, seal.Open(Convert.ToBase64String(bytes)));
                },
                iter: 300
            );

    [Theory]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("AAAA")]
    [InlineData("not base64 at all!")]
    public void What_is_no_message_opens_to_nothing(string text) => Assert.Null(seal.Open(text));

    [Theory]
    [InlineData("<xml></xml>")]
    [InlineData("no xml")]
    [InlineData("<!DOCTYPE xml [<!ENTITY e \"x\">]><xml><Encrypt>&e;</Encrypt></xml>")]
    public void What_is_no_xml_is_no_message(string text)
    {
        Assert.Null(WeChatMessage.Read(text));
        Assert.Null(WeChatMessage.Encrypted(text));
    }

    [Fact]
    public void A_key_of_another_length_is_refused() =>
        Assert.Throws<FormatException>(() => new WeChatSeal("token", "short", "wx2c2769f8efd9abc2"));
}
