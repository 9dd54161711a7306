using System.Collections.Concurrent;

namespace Suiying.Testing;

/// <summary>
/// Keeps cookies by name until the server takes them back. The framework's own container compares their expiry with the real clock, and a
/// test's clock stands elsewhere.
/// </summary>
internal sealed class CookieJar : DelegatingHandler
{
    private readonly ConcurrentDictionary<string, string> cookies = new();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!cookies.IsEmpty)
            request.Headers.Add("Cookie", string.Join("; ", cookies.Select(c => $"{c.Key}={c.Value}")));
        var answer = await base.SendAsync(request, cancellationToken);
        if (answer.Headers.TryGetValues("Set-Cookie", out var lines))
        {
            foreach (var line in lines)
                Keep(line);
        }
        return answer;
    }

    private void Keep(string line)
    {
        var pair = line.Split(';')[0].Split('=', 2);
        if (pair.Length < 2 || pair[1].Length == 0)
            cookies.TryRemove(pair[0].Trim(), out _);
        else
            cookies[pair[0].Trim()] = pair[1].Trim();
    }
}
