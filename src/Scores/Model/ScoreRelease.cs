using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Suiying.Contracts.Registry;

namespace Suiying.Scores.Model;

/// <summary>
/// 成绩公布: a month of scores as it was closed, with the scheme that counted it. What changes later shows only when somebody signs a further
/// one 修订, with the reason; each carries the digest of its sums and of the one before, so that none can be changed unseen.
/// </summary>
public sealed record ScoreRelease
{
    /// <summary>The month of scores, by its first day of the calendar.</summary>
    public required DateOnly Month { get; init; }

    /// <summary>1 for the first; what comes after are revisions.</summary>
    public required int Revision { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Who signed; empty for the program.</summary>
    public required Guid ById { get; init; }

    public required string ByName { get; init; }

    /// <summary>修订原因; empty for the first.</summary>
    public required string Reason { get; init; }

    /// <summary>The city's rules of that day.</summary>
    public required int RegistryVersion { get; init; }

    /// <summary>The scheme as JSON.</summary>
    public required string SchemeText { get; init; }

    /// <summary>SHA-256 over all that was released, in hex.</summary>
    public required string Digest { get; init; }

    /// <summary>The digest of the revision before; empty for the first.</summary>
    public required string Before { get; init; }

    /// <summary>By which it is counted for ever.</summary>
    public ScoreScheme Scheme => JsonSerializer.Deserialize<ScoreScheme>(SchemeText) ?? ScoreScheme.Usual;

    public static ScoreRelease Of(
        DateOnly month,
        ScoreRelease? before,
        string reason,
        CitySnapshot city,
        IEnumerable<MonthSum> sums,
        (Actor By, DateTimeOffset At) signed
    )
    {
        var release = new ScoreRelease
        {
            Month = month,
            Revision = (before?.Revision ?? 0) + 1,
            At = DateTimeOffset.FromUnixTimeMilliseconds(signed.At.ToUnixTimeMilliseconds()),
            ById = signed.By.Id,
            ByName = signed.By.Name,
            Reason = reason,
            RegistryVersion = city.Version,
            SchemeText = JsonSerializer.Serialize(city.Scores),
            Digest = "",
            Before = before?.Digest ?? "",
        };
        return release with { Digest = release.DigestOf(sums) };
    }

    /// <summary>The digest that a release with these sums must have.</summary>
    public string DigestOf(IEnumerable<MonthSum> sums)
    {
        var text = new StringBuilder();
        text.AppendJoin(
            '\u001f',
            Before,
            Month.ToString("O", CultureInfo.InvariantCulture),
            Revision,
            At.ToUnixTimeMilliseconds(),
            ById,
            ByName
        );
        text.AppendJoin('\u001f', "", Reason, RegistryVersion, SchemeText);
        foreach (var sum in sums.OrderBy(s => s.Of).ThenBy(s => s.Key, StringComparer.Ordinal))
            text.Append('\n').Append(CultureInfo.InvariantCulture, $"{sum.Of} {sum.Key} {sum.Counts} {sum.Synthetic}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
