using Microsoft.Extensions.Configuration;
using Suiying.Requests.Model;

namespace Suiying.Tests.Requests;

/// <summary>The address of the city in messages: none, a good one, or one that is refused at the start.</summary>
public sealed class RateLinksTests
{
    [Theory]
    [InlineData("https://12345.example")]
    [InlineData("https://12345.example/")]
    public void A_matter_with_something_to_answer_has_a_link(string address)
    {
        var request = Matter.In(RequestState.CallbackPending).Request;
        Assert.Equal($"https://12345.example/rate/{request.RateToken}", Links(address).To(request));
        Assert.Null(Links(address).To(Matter.In(RequestState.Replied).Request));
        Assert.Null(Links("").To(request));
    }

    [Theory]
    [InlineData("12345.example")]
    [InlineData("ftp://12345.example")]
    [InlineData("https://12345.example/?a=b")]
    public void An_address_that_no_browser_opens_is_refused_with_what_would_be_right(string address)
    {
        var problem = Assert.Throws<InvalidOperationException>(() => Links(address));
        Assert.Contains("SUIYING_ADDRESS", problem.Message, StringComparison.Ordinal);
        Assert.Contains("https://", problem.Message, StringComparison.Ordinal);
    }

    private static RateLinks Links(string address) =>
        new(new ConfigurationBuilder().AddInMemoryCollection([new("SUIYING_ADDRESS", address)]).Build());
}
