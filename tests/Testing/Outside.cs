namespace Suiying.Testing;

/// <summary>Asks what lies outside this host on the network, as a browser that is sent elsewhere does.</summary>
internal sealed class Outside : DelegatingHandler
{
    private readonly HttpMessageInvoker network = new(
        new SocketsHttpHandler
        {
            UseCookies = false,
            AllowAutoRedirect = false,
            UseProxy = false,
        }
    );

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        request.RequestUri!.Host == "localhost"
            ? base.SendAsync(request, cancellationToken)
            : network.SendAsync(request, cancellationToken);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            network.Dispose();
        base.Dispose(disposing);
    }
}
