using System.Security.Claims;

namespace Suiying.People.Model;

/// <summary>Who somebody is by the word of the city's identity provider.</summary>
public sealed record CityAnswer
{
    /// <summary>As long as a row can keep it; no provider known to us is near it.</summary>
    public const int Longest = 128;

    public required string Issuer { get; init; }

    /// <summary>The provider's own lasting number for the person.</summary>
    public required string Subject { get; init; }

    /// <summary>The claim that holds the sign-in name, where one is set and can be relied on.</summary>
    public string? Login { get; init; }

    public string? Name { get; init; }

    /// <summary>The provider saw a second factor, in words that the settings accept.</summary>
    public bool SecondFactor { get; init; }

    public override string ToString() => "CityAnswer(sealed)";

    /// <summary>Null where it does not say who.</summary>
    public static CityAnswer? From(ClaimsPrincipal? principal, CityLogin login)
    {
        if (principal is null)
            return null;
        string? Of(string type) => principal.FindFirst(type)?.Value is { Length: > 0 } value ? value : null;
        if (Of("iss") is not { Length: <= Longest } issuer || Of("sub") is not { Length: <= Longest } subject)
            return null;
        // An address that nobody has verified may be anybody's.
        var relied = login.Match is { } match && (match != "email" || Of("email_verified") is "true" or "True");
        return new CityAnswer
        {
            Issuer = issuer,
            Subject = subject,
            Login = relied ? Of(login.Match!) : null,
            Name = Of("name"),
            SecondFactor = principal.Claims.Any(c => c.Type is "acr" or "amr" && login.Factors.Contains(c.Value)),
        };
    }
}
