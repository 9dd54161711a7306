namespace Suiying.Testing;

/// <summary>Follows redirects as a browser does: with GET, and with the cookies that came along.</summary>
internal sealed class FollowRedirects : DelegatingHandler
{
    private const int Most = 10;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var address = request.RequestUri!;
        var answer = await base.SendAsync(request, cancellationToken);
        for (var i = 0; i < Most && (int)answer.StatusCode is >= 300 and < 400 && answer.Headers.Location is { } location; i++)
        {
            address = new Uri(address, location);
            answer.Dispose();
            using var next = new HttpRequestMessage(HttpMethod.Get, address);
            answer = await base.SendAsync(next, cancellationToken);
        }
        return answer;
    }
}
