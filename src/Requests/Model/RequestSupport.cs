using System.Security.Cryptography;
using System.Text;
using Suiying.Contracts.Requests;

namespace Suiying.Requests.Model;

/// <summary>
/// 我也遇到: one person, or one browser of somebody unknown, has met the same as a public request. Nobody is ever shown who: others see how
/// many. A browser's mark is made of its token and the request, so the rows of one browser cannot be laid beside each other.
/// </summary>
public sealed class RequestSupport
{
    private RequestSupport() { }

    public RequestSupport(RequestId request, Supporter by, bool wantsNews, DateTimeOffset at)
    {
        (RequestId, Mark, PersonId) = (request, by.Marks(request)[0], by.Person);
        (At, SeenAt) = (at, at);
        Wish(wantsNews);
    }

    public RequestId RequestId { get; private set; }

    /// <summary>Hash by which the same person is known again, for this request only.</summary>
    public string Mark { get; private set; } = "";

    /// <summary>The sealed person, where they had signed in.</summary>
    public Guid? PersonId { get; private set; }

    /// <summary>Wants to be told how it goes on; only where there is a phone to be told by.</summary>
    public bool WantsNews { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>Steps up to here the person has marked as seen.</summary>
    public DateTimeOffset SeenAt { get; private set; }

    public void Wish(bool news) => WantsNews = news && PersonId is not null;
}

/// <summary>Who says 我也遇到: a signed-in person, else a browser.</summary>
/// <param name="Person">The sealed person, or null.</param>
/// <param name="Browser">The browser's token, or null where it has none yet.</param>
public sealed record Supporter(Guid? Person, Guid? Browser)
{
    public static Supporter Of(Actor by, Guid? browser) => new(by.Id == Guid.Empty ? null : by.Id, browser);

    /// <summary>The marks that this supporter may have left on a request; a new row takes the first.</summary>
    public IReadOnlyList<string> Marks(RequestId request)
    {
        var marks = new List<string>(2);
        if (Person is { } person)
            marks.Add(Hash($"person {person:N} {request.Value:N}"));
        if (Browser is { } browser)
            marks.Add(Hash($"browser {browser:N} {request.Value:N}"));
        return marks;
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
