using Suiying.Channels.Model;
using Suiying.Channels.Model.Phone;

namespace Suiying.Tests.Channels;

/// <summary>Signatures by Standard Webhooks 1.0.</summary>
public sealed class SignedMessageTests
{
    private const string Body = """{"event_type":"ping","data":{"success":true}}""";
    private static readonly DateTimeOffset At = DateTimeOffset.FromUnixTimeSeconds(1731705121);

    /// <summary>The example that the specification prints.</summary>
    [Fact]
    public void The_signature_of_the_specifications_example_comes_out()
    {
        var seal = SignedMessage.Seal("whsec_plJ3nmyCDGBKInavdOK15jsl", "msg_loFOjxBNrRLzqYUf", At, Body);
        Assert.Equal("v1,rAvfW3dJ/X/qxhsaXPOyyCGmRKsaKWcsNccKXlIktD0=", seal.Signature);
        Assert.Null(SignedMessage.Problem("whsec_plJ3nmyCDGBKInavdOK15jsl", seal, Body, At));
    }

    [Fact]
    public void One_right_signature_among_several_is_enough_and_a_changed_word_is_none()
    {
        var secret = SignedMessage.NewSecret();
        var seal = SignedMessage.Seal(secret, "msg_1", At, Body);
        Assert.Null(SignedMessage.Problem(secret, seal with { Signature = $"v1,AAAA {seal.Signature}" }, Body, At));
        foreach (
            var wrong in new[]
            {
                seal with
                {
                    Id = "msg_2",
                },
                seal with
                {
                    Signature = "v1,",
                },
                seal with
                {
                    Signature = seal.Signature[3..],
                },
                seal with
                {
                    Signature = "v1a," + seal.Signature[3..],
                },
                seal with
                {
                    Timestamp = "1731705122",
                },
            }
        )
            Assert.IsType<SignatureWrong>(SignedMessage.Problem(secret, wrong, Body, At));
        Assert.IsType<SignatureWrong>(SignedMessage.Problem(secret, seal, Body + " ", At));
        Assert.IsType<SignatureWrong>(SignedMessage.Problem(SignedMessage.NewSecret(), seal, Body, At));
    }

    [Fact]
    public void A_message_of_another_time_is_not_taken()
    {
        var secret = SignedMessage.NewSecret();
        var seal = SignedMessage.Seal(secret, "msg_1", At, Body);
        Assert.Null(SignedMessage.Problem(secret, seal, Body, At.AddMinutes(5)));
        Assert.IsType<SignatureTooOld>(SignedMessage.Problem(secret, seal, Body, At.AddMinutes(5).AddSeconds(1)));
        Assert.IsType<SignatureTooOld>(SignedMessage.Problem(secret, seal, Body, At.AddMinutes(-6)));
        foreach (var timestamp in new[] { "", "jetzt", "-5", "1e9" })
            Assert.IsType<SignatureMissing>(SignedMessage.Problem(secret, seal with { Timestamp = timestamp }, Body, At));
        Assert.IsType<SignatureMissing>(SignedMessage.Problem(secret, seal with { Id = "" }, Body, At));
    }
}
